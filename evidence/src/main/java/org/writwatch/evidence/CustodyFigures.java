package org.writwatch.evidence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.writwatch.evidence.custody.CustodyRecord;
import org.writwatch.evidence.custody.DailySeries;
import org.writwatch.evidence.custody.Facility;
import org.writwatch.evidence.custody.MonthlyCustody;
import org.writwatch.evidence.design.JailChange;
import org.writwatch.facts.Period;
import org.writwatch.facts.Reading;
import org.writwatch.facts.phrase.Phrase;

/**
 * The series behind a custody finding: by month for the page, by day for the table.
 *
 * <p>A month's value is people per day over the days the release covers, days without a row counted as nobody; a month
 * without any row is not reported, never zero.
 */
final class CustodyFigures {
    static final Phrase UNIT = Phrase.of("evidence", "unit.people-per-day");

    private final CustodyRecord record;

    CustodyFigures(CustodyRecord record) {
        this.record = record;
    }

    /** By month and by day, for one jail; {@code change} empty when none was measured. */
    List<Figure> of(Facility jail, List<Facility> rooms, Optional<LocalDate> changeOn, Optional<JailChange> change) {
        String id = "custody-" + jail.code().toLowerCase(Locale.ROOT);
        List<Figure.Mark> marks = changeOn.map(on -> new Figure.Mark(on, Phrase.of("evidence", "mark.change")))
                .map(List::of)
                .orElse(List.of());
        List<Figure.Line> months = new ArrayList<>();
        List<Figure.Line> days = new ArrayList<>();
        record.daily().find(jail.code()).ifPresent(s -> {
            months.add(line("line.daily-release", jail, true, months(s)));
            days.add(line("line.daily-release", jail, true, days(s)));
        });
        if (!record.monthly().of(jail.code()).isEmpty()) {
            months.add(line("line.monthly-release", jail, months.isEmpty(), months(record.monthly(), jail.code())));
        }
        change.filter(c -> !c.pool().isEmpty())
                .ifPresent(c -> months.add(new Figure.Line(
                        Phrase.of("evidence", "line.comparison", c.pool().size()), false, middle(c.pool()))));
        for (Facility room : rooms) {
            record.daily().find(room.code()).ifPresent(s -> {
                months.add(line("line.daily-release", room, false, months(s)));
                days.add(line("line.daily-release", room, false, days(s)));
            });
        }
        List<Figure> out = new ArrayList<>();
        if (!months.isEmpty()) {
            out.add(new Figure(id, title("figure.monthly", jail), UNIT, months, marks));
        }
        if (!days.isEmpty()) {
            out.add(new Figure(
                    id + "-daily", title("figure.daily", jail), Phrase.of("evidence", "unit.people"), days, marks));
        }
        return out;
    }

    private static Phrase title(String key, Facility jail) {
        return Phrase.of("evidence", key, jail.name());
    }

    private static Figure.Line line(String key, Facility at, boolean main, List<Figure.Point> points) {
        return new Figure.Line(Phrase.of("evidence", key, at.name()), main, points);
    }

    private List<Figure.Point> days(DailySeries series) {
        List<Figure.Point> points = new ArrayList<>();
        for (LocalDate day = series.firstRow(); !day.isAfter(record.days().to()); day = day.plusDays(1)) {
            points.add(new Figure.Point(day, series.reading(day)));
        }
        return points;
    }

    private List<Figure.Point> months(DailySeries series) {
        List<Figure.Point> points = new ArrayList<>();
        for (YearMonth month : monthsOfRelease()) {
            points.add(new Figure.Point(month.atDay(1), reading(series, month)));
        }
        return points;
    }

    private Reading reading(DailySeries series, YearMonth month) {
        Period covered = covered(month);
        long personDays = series.personDays(covered);
        if (personDays == 0) {
            return new Reading.NotReported();
        }
        double mean = (double) personDays / covered.days();
        return covered.days() == month.lengthOfMonth()
                ? new Reading.Counted(mean)
                : new Reading.Partial(mean, (int) covered.days(), month.lengthOfMonth());
    }

    private List<Figure.Point> middle(List<DailySeries> pool) {
        List<Figure.Point> points = new ArrayList<>();
        for (YearMonth month : monthsOfRelease()) {
            Period covered = covered(month);
            double[] means =
                    pool.stream().mapToDouble(s -> s.mean(covered)).sorted().toArray();
            int half = means.length / 2;
            double middle = means.length % 2 == 1 ? means[half] : (means[half - 1] + means[half]) / 2;
            Reading reading = middle == 0
                    ? new Reading.NotReported()
                    : covered.days() == month.lengthOfMonth()
                            ? new Reading.Counted(middle)
                            : new Reading.Partial(middle, (int) covered.days(), month.lengthOfMonth());
            points.add(new Figure.Point(month.atDay(1), reading));
        }
        return points;
    }

    private static List<Figure.Point> months(MonthlyCustody release, String code) {
        List<Figure.Point> points = new ArrayList<>();
        for (YearMonth m = release.first(); !m.isAfter(release.last()); m = m.plusMonths(1)) {
            points.add(new Figure.Point(m.atDay(1), release.meanPerDay(code, m)));
        }
        return points;
    }

    private Period covered(YearMonth month) {
        LocalDate from =
                month.atDay(1).isBefore(record.days().from()) ? record.days().from() : month.atDay(1);
        LocalDate to =
                month.atEndOfMonth().isAfter(record.days().to()) ? record.days().to() : month.atEndOfMonth();
        return new Period(from, to);
    }

    private List<YearMonth> monthsOfRelease() {
        YearMonth first = YearMonth.from(record.days().from());
        YearMonth last = YearMonth.from(record.days().to());
        YearMonth[] months = new YearMonth[(int) first.until(last, java.time.temporal.ChronoUnit.MONTHS) + 1];
        Arrays.setAll(months, first::plusMonths);
        return List.of(months);
    }
}
