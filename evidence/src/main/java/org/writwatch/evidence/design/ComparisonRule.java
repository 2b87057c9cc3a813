package org.writwatch.evidence.design;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.writwatch.evidence.custody.CustodyRecord;
import org.writwatch.evidence.custody.DailySeries;
import org.writwatch.evidence.custody.Facility;
import org.writwatch.facts.Period;

/**
 * The written rule that picks comparison jails. It is given the months before and nothing later, so it cannot be bent to
 * the answer: local jails outside the state (people may be moved to other jails inside it), with somebody recorded in
 * every one of those months, whose level in them is closest to this jail's by ratio, never more than {@value #WIDEST}
 * times larger or smaller, {@value #MOST} at most.
 */
public final class ComparisonRule {
    /** With this many the two-sided rank test at 5 % leaves one placebo on either side of the range it keeps. */
    public static final int MOST = 39;

    /** The largest ratio of levels, either way. */
    public static final int WIDEST = 5;

    private ComparisonRule() {}

    /**
     * The comparison jails.
     *
     * @param before the months before, whole months
     * @return closest first; ties by code
     */
    public static List<DailySeries> choose(CustodyRecord record, Facility jail, DailySeries own, Period before) {
        double level = own.mean(before);
        List<Candidate> candidates = new ArrayList<>();
        for (Facility other : record.facilities().values()) {
            if (other.kind() != Facility.Kind.LOCAL_JAIL || other.state().equals(jail.state())) {
                continue;
            }
            record.daily()
                    .find(other.code())
                    .filter(s -> !s.code().equals(jail.code()) && everyMonth(s, before))
                    .ifPresent(s -> candidates.add(new Candidate(s, Math.abs(Math.log(s.mean(before) / level)))));
        }
        return candidates.stream()
                .filter(c -> c.distance <= Math.log(WIDEST))
                .sorted(Comparator.comparingDouble(Candidate::distance).thenComparing(c -> c.series.code()))
                .limit(MOST)
                .map(Candidate::series)
                .toList();
    }

    private static boolean everyMonth(DailySeries series, Period before) {
        YearMonth last = YearMonth.from(before.to());
        for (YearMonth m = YearMonth.from(before.from()); !m.isAfter(last); m = m.plusMonths(1)) {
            if (series.daysWithRow(new Period(m.atDay(1), m.atEndOfMonth())) == 0) {
                return false;
            }
        }
        return true;
    }

    private record Candidate(DailySeries series, double distance) {}
}
