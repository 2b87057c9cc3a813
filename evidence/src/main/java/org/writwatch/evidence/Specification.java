package org.writwatch.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.writwatch.evidence.custody.CustodyRecord;
import org.writwatch.evidence.custody.DailySeries;
import org.writwatch.evidence.custody.Facility;
import org.writwatch.evidence.design.ComparisonRule;
import org.writwatch.evidence.design.JailChange;
import org.writwatch.evidence.design.PlaceChange;
import org.writwatch.evidence.design.Windows;
import org.writwatch.facts.Place;

/**
 * What is fixed before any outcome after the change is read: the question, the date, the months, the comparison jails,
 * the design chosen and those that can be run beside it, and how several answers are adjusted. Immutable.
 *
 * <p>The rule ({@value #RULE}) in full: the date is that of the search ({@link JailChange#search}); the months are up to
 * {@value Windows#MOST} whole ones on each side; comparison jails are those of {@link ComparisonRule}; the rank of the
 * relative change among them is the answer whenever there is a comparison jail; the difference in level runs beside it
 * with two or more, synthetic control with {@value #DONORS} or more and {@value Windows#MOST} months, lines before and
 * after always. Nothing of it depends on how the outcome came out.
 *
 * <p>The rule for a table that a person brought in ({@value #PLACE_RULE}): the date is that of a document or list, else that
 * of the custody record, the latest that leaves room; comparison places are those of {@link PlaceChange#choose}; the rank
 * is the answer; beside it, for counts, the difference in level and lines before and after.
 *
 * @param rule name and version of the written rule
 * @param fips the county
 * @param finding id of the finding it is for
 * @param measured what is compared, and its unit
 * @param changed the dated change, and what dates it
 * @param windows the months before and after
 * @param chosen the design whose number is the answer
 * @param beside designs that are run beside it
 * @param comparisons codes of the comparison jails, closest first
 * @param vintage the release it was fixed on
 */
public record Specification(
        String rule,
        String fips,
        String finding,
        String measured,
        String changed,
        Windows windows,
        String chosen,
        List<String> beside,
        List<String> comparisons,
        String vintage) {
    /** Name and version of the rule; a changed rule has another version. */
    public static final String RULE = "custody-1";

    /** Name and version of the rule for tables that a person brought in. */
    public static final String PLACE_RULE = "place-1";

    /** Synthetic control is run with at least this many comparison jails: fewer cannot reach 5 % by rank. */
    public static final int DONORS = 19;

    static final String PLACEBO_RANK = "placebo-rank";
    static final String LEVEL_DIFFERENCE = "level-difference";
    static final String SYNTHETIC_CONTROL = "synthetic-control";
    static final String INTERRUPTED = "interrupted-time-series";

    public Specification {
        beside = List.copyOf(beside);
        comparisons = List.copyOf(comparisons);
    }

    /**
     * Applies the rule.
     *
     * @param before the record cut at the last day of the months before; it holds nothing later
     */
    static Specification choose(
            CustodyRecord before,
            Place place,
            Facility jail,
            JailChange.Dated change,
            Windows windows,
            String vintage) {
        DailySeries own = before.daily().find(jail.code()).orElseThrow();
        List<String> pool = ComparisonRule.choose(before, jail, own, windows.before()).stream()
                .map(DailySeries::code)
                .toList();
        List<String> beside = new ArrayList<>();
        if (pool.size() >= 2) {
            beside.add(LEVEL_DIFFERENCE);
        }
        if (pool.size() >= DONORS && windows.length() == Windows.MOST) {
            beside.add(SYNTHETIC_CONTROL);
        }
        beside.add(INTERRUPTED);
        return new Specification(
                RULE,
                place.fips().code(),
                "custody-" + jail.code().toLowerCase(Locale.ROOT),
                "people held for ICE at " + jail.code() + ", people per day",
                change.on() + (change.end() ? " (end of rows)" : " (level)"),
                windows,
                PLACEBO_RANK,
                beside,
                pool,
                vintage);
    }

    /** One line for each thing fixed, in a fixed order; what {@link #sha256} is taken of. */
    public String text() {
        return String.join(
                "\n",
                "rule: " + rule,
                "county: " + fips,
                "outcome: " + measured,
                "change: " + changed,
                "before: " + windows.before().from() + "/" + windows.before().to(),
                "after: " + windows.after().from() + "/" + windows.after().to(),
                "design: " + chosen,
                "beside: " + String.join(", ", beside),
                "comparisons: " + String.join(" ", comparisons),
                "confidence: 0.95, two-sided rank",
                "several answers: Holm within the county, Benjamini-Hochberg over counties",
                "release: " + vintage,
                "");
    }

    /** SHA-256 of {@link #text} in UTF-8, 64 lower-case hexadecimal digits. */
    public String sha256() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
