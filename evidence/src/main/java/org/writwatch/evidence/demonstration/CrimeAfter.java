package org.writwatch.evidence.demonstration;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.writwatch.estimates.Interval;
import org.writwatch.estimates.placebo.OneTreatedUnit;
import org.writwatch.evidence.table.Observation;
import org.writwatch.evidence.table.Panel;
import org.writwatch.facts.Reading;

/**
 * Reported crime at one agency before and after a month, beside agencies of other states: a second stage, and a wide one.
 *
 * <p>Each agency's months are taken as shares of its own mean before, so that cities of every size compare. The effect is the
 * agency's change less the mean change of the comparison agencies; the interval is that of Conley and Taber (2011). Comparison
 * agencies lie in other states and report every month, partial months not counted as reports; their mean before is at most
 * {@value #WIDEST} times larger or smaller. Recorded crime alone says nothing of reporting: homicide, run beside it, is the
 * negative control.
 *
 * @param agency FBI number
 * @param measure which crime
 * @param monthsBefore whole months before
 * @param monthsAfter whole months after
 * @param before crimes a month before
 * @param effect relative change less that of the comparison agencies: -0.1 is a tenth fewer
 * @param interval 95 %; empty with fewer than 19 comparison agencies
 * @param p two-sided rank
 * @param comparisons how many comparison agencies
 */
public record CrimeAfter(
        String agency,
        String measure,
        int monthsBefore,
        int monthsAfter,
        double before,
        double effect,
        Optional<Interval> interval,
        double p,
        int comparisons) {
    /** The largest ratio of means before, either way. */
    public static final int WIDEST = 5;

    /**
     * Compares.
     *
     * @param crime the table {@code reported-crime-monthly}
     * @param change month of the change; it belongs to neither side
     * @return empty when the agency does not report every month, or reports none of this before
     */
    public static Optional<CrimeAfter> of(
            Panel crime, String agency, String measure, YearMonth change, int before, int after) {
        Optional<double[]> own = months(crime, agency, measure, change, before, after);
        if (own.isEmpty() || mean(own.get(), before) == 0) {
            return Optional.empty();
        }
        double level = mean(own.get(), before);
        List<double[]> donors = new ArrayList<>();
        for (String other : crime.places()) {
            if (other.substring(0, 2).equals(agency.substring(0, 2))) {
                continue;
            }
            months(crime, other, measure, change, before, after)
                    .filter(m -> mean(m, before) * WIDEST >= level && mean(m, before) <= level * WIDEST)
                    .ifPresent(m -> donors.add(shares(m, before)));
        }
        if (donors.size() < 2) {
            return Optional.empty();
        }
        OneTreatedUnit unit = OneTreatedUnit.of(shares(own.get(), before), donors.toArray(double[][]::new), before);
        return Optional.of(new CrimeAfter(
                agency,
                measure,
                before,
                after,
                level,
                unit.effect(),
                unit.conleyTaber(0.95),
                unit.rank().p(),
                donors.size()));
    }

    private static Optional<double[]> months(
            Panel crime, String agency, String measure, YearMonth change, int before, int after) {
        double[] months = new double[before + after];
        Arrays.fill(months, Double.NaN);
        for (Observation cell : crime.of(agency)) {
            int away = (int) change.until(YearMonth.from(cell.period().from()), java.time.temporal.ChronoUnit.MONTHS);
            int at = away < 0 ? away + before : away + before - 1;
            if (away != 0 && at >= 0 && at < months.length && cell.measure().equals(measure)) {
                months[at] = cell.reading() instanceof Reading.Counted c
                        ? c.value()
                        : cell.reading() instanceof Reading.Zero ? 0 : Double.NaN;
            }
        }
        return Arrays.stream(months).allMatch(Double::isFinite) ? Optional.of(months) : Optional.empty();
    }

    private static double[] shares(double[] months, int before) {
        double level = mean(months, before);
        return Arrays.stream(months).map(m -> m / level).toArray();
    }

    private static double mean(double[] months, int before) {
        return Arrays.stream(months, 0, before).average().orElse(0);
    }
}
