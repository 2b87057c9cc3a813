package org.writwatch.facts.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.writwatch.facts.Fips;
import org.writwatch.facts.UsState;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.bundle.Row;
import org.writwatch.facts.gazetteer.FbiAgency.Unjoined;

/**
 * The FBI's agencies, indexed.
 *
 * <p>The table is what the import command made; {@code county_corrections.csv} beside it holds, one a line with its
 * reason, the counties that people established for agencies whose published cell names none, and is laid over it here.
 */
final class AgencyTable {
    private final Map<String, FbiAgency> byOri;
    private final Map<Fips, List<FbiAgency>> byCounty = new HashMap<>();
    private final Map<UsState, List<FbiAgency>> byState = new HashMap<>();

    private AgencyTable(Map<String, FbiAgency> byOri) {
        this.byOri = byOri;
        for (FbiAgency agency : byOri.values()) {
            agency.counties()
                    .forEach(c ->
                            byCounty.computeIfAbsent(c, k -> new ArrayList<>()).add(agency));
            agency.state()
                    .ifPresent(s ->
                            byState.computeIfAbsent(s, k -> new ArrayList<>()).add(agency));
        }
    }

    static AgencyTable read(Bundle bundle) {
        Map<String, List<Fips>> corrections = new HashMap<>();
        try (Stream<Row> rows = bundle.rows("gazetteer/county_corrections.csv")) {
            rows.forEach(r -> corrections.put(r.text("ori"), fips(r.text("counties"))));
        }
        Map<String, AgencyType> types = new HashMap<>();
        for (AgencyType type : AgencyType.values()) {
            types.put(type.code(), type);
        }
        Map<String, Unjoined> reasons = new HashMap<>();
        for (Unjoined reason : Unjoined.values()) {
            reasons.put(reason.code(), reason);
        }
        Map<String, FbiAgency> agencies = new TreeMap<>();
        try (Stream<Row> rows = bundle.rows("gazetteer/agencies.csv")) {
            rows.forEach(r -> {
                String ori = r.text("ori");
                List<Fips> corrected = corrections.get(ori);
                List<Fips> counties = corrected == null ? fips(r.text("counties")) : corrected;
                Optional<Unjoined> unjoined = counties.size() == 1
                        ? Optional.empty()
                        : counties.size() > 1
                                ? Optional.of(Unjoined.SEVERAL)
                                : r.find("unjoined").map(reasons::get);
                FbiAgency agency = new FbiAgency(
                        ori,
                        r.text("name"),
                        r.find("state").map(UsState::valueOf),
                        Optional.ofNullable(types.get(r.text("type")))
                                .orElseThrow(() -> new IllegalStateException(r.where() + ": no such type")),
                        counties,
                        unjoined,
                        count(r, "population"),
                        count(r, "officers"),
                        r.integer("data_year"));
                agencies.put(ori, agency);
            });
        }
        return new AgencyTable(agencies);
    }

    /** Whether an upper-case text has the shape of an ORI: two letters, then seven letters or digits, one a digit. */
    static boolean isOri(String text) {
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isDigit = c >= '0' && c <= '9';
            if (!(c >= 'A' && c <= 'Z') && !(isDigit && i >= 2)) {
                return false;
            }
            digit |= isDigit;
        }
        return digit && text.length() == 9;
    }

    /** Numbers with a space between; none for an empty text. */
    static List<Fips> fips(String spaced) {
        if (spaced.length() == 5) {
            return List.of(new Fips(spaced));
        }
        List<Fips> all = new ArrayList<>();
        for (int i = 0; i < spaced.length(); i += 6) {
            all.add(new Fips(spaced.substring(i, Math.min(i + 5, spaced.length()))));
        }
        return all;
    }

    List<FbiAgency> list() {
        return List.copyOf(byOri.values());
    }

    List<FbiAgency> listIn(Fips county) {
        return List.copyOf(byCounty.getOrDefault(county, List.of()));
    }

    List<FbiAgency> listOf(UsState state) {
        return List.copyOf(byState.getOrDefault(state, List.of()));
    }

    List<FbiAgency> listStatewide(UsState state) {
        return listOf(state).stream()
                .filter(a -> a.type() == AgencyType.STATE_POLICE || a.type() == AgencyType.OTHER_STATE)
                .toList();
    }

    Optional<FbiAgency> find(String ori) {
        return Optional.ofNullable(byOri.get(ori));
    }

    private static OptionalInt count(Row row, String column) {
        return row.text(column).isEmpty() ? OptionalInt.empty() : OptionalInt.of(row.integer(column));
    }
}
