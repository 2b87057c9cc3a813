package org.writwatch.agreements.history;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.writwatch.facts.UsState;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.bundle.Row;

/**
 * What people have decided where the lists cannot tell: one line each, with the reason and the evidence.
 *
 * <p>Columns: {@code decided,what,state,agency,other,value,reason,evidence}. {@code agency} and {@code other} are names
 * as any list prints them. {@code what} is one of {@code same} (the two names are one agency), {@code different} (they
 * are not, however alike), {@code state} (a list prints the agency in {@code state} and means {@code value}), {@code county}
 * ({@code value} is its FIPS number, or several with spaces between, or empty for none), {@code ori} ({@code value} is its FBI
 * number, or empty for none), {@code reach} ({@code value} is county, within_county or statewide) and {@code ended}
 * ({@code other} is the model, {@code value} the day, {@code evidence} the document).
 */
public final class Corrections {
    /** One decision. */
    record Decision(
            LocalDate decided,
            What what,
            UsState state,
            AgencyName agency,
            String other,
            String value,
            String reason,
            String evidence) {
        Optional<AgencyName> otherName() {
            return what == What.SAME || what == What.DIFFERENT
                    ? Optional.of(AgencyName.of(state, other))
                    : Optional.empty();
        }
    }

    /** What a line decides. */
    enum What {
        SAME,
        DIFFERENT,
        STATE,
        COUNTY,
        ORI,
        REACH,
        ENDED
    }

    private final List<Decision> decisions;
    /** The first of each kind about an agency. */
    private final Map<String, Decision> first = new HashMap<>();
    /** Both names of each pair, in either order. */
    private final Set<String> pairs = new HashSet<>();

    private Corrections(List<Decision> decisions) {
        this.decisions = List.copyOf(decisions);
        for (Decision d : decisions) {
            String about = about(d.what(), d.state(), d.agency().key());
            first.putIfAbsent(about, d);
            d.otherName().ifPresent(other -> {
                pairs.add(about + '/' + other.key());
                pairs.add(about(d.what(), d.state(), other.key())
                        + '/'
                        + d.agency().key());
            });
        }
    }

    private static String about(What what, UsState state, String agencyKey) {
        return what.name() + '/' + state.name() + '/' + agencyKey;
    }

    /** No decisions. */
    public static Corrections none() {
        return new Corrections(List.of());
    }

    /** The decisions that travel with the project. */
    public static Corrections bundled() {
        return read(Bundle.of("agreements").open("registry/decisions.csv"), "decisions.csv");
    }

    /**
     * Reads the file of decisions.
     *
     * @throws IllegalStateException when a line lacks its reason or evidence, or cannot be read
     */
    public static Corrections read(InputStream in, String name) {
        List<Decision> decisions = new ArrayList<>();
        try (Stream<Row> rows = Bundle.rows(in, name)) {
            rows.forEach(r -> {
                if (r.text("reason").isBlank() || r.text("evidence").isBlank()) {
                    throw new IllegalStateException(r.where() + ": a decision needs its reason and its evidence");
                }
                UsState state = UsState.find(r.text("state"))
                        .orElseThrow(() -> new IllegalStateException(r.where() + ": no such state"));
                decisions.add(new Decision(
                        LocalDate.parse(r.text("decided")),
                        What.valueOf(r.text("what").toUpperCase(java.util.Locale.ROOT)),
                        state,
                        AgencyName.of(state, r.text("agency")),
                        r.text("other"),
                        r.text("value"),
                        r.text("reason"),
                        r.text("evidence")));
            });
        }
        return new Corrections(decisions);
    }

    List<Decision> list(What what) {
        return decisions.stream().filter(d -> d.what() == what).toList();
    }

    Optional<Decision> find(What what, UsState state, String agencyKey) {
        return Optional.ofNullable(first.get(about(what, state, agencyKey)));
    }

    boolean says(What what, UsState state, AgencyName one, AgencyName other) {
        return pairs.contains(about(what, state, one.key()) + '/' + other.key());
    }
}
