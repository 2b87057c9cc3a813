package org.writwatch.evidence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.writwatch.estimates.placebo.RankInference;
import org.writwatch.evidence.custody.CustodyRecord;
import org.writwatch.evidence.custody.DailySeries;
import org.writwatch.evidence.custody.Facility;
import org.writwatch.evidence.design.ComparisonRule;
import org.writwatch.evidence.design.JailChange;
import org.writwatch.evidence.design.Windows;
import org.writwatch.evidence.held.HeldTables;
import org.writwatch.facts.Period;
import org.writwatch.facts.Place;
import org.writwatch.facts.Source;
import org.writwatch.facts.phrase.Figure;
import org.writwatch.facts.phrase.Phrase;

/** The custody question for one jail: an estimate, or the refusal its data deserve. One use. */
final class JailFinding {
    /** Person-days in twelve months below which no level is compared: about one person every second day. */
    static final int FEWEST_PERSON_DAYS = 180;

    private final HeldTables held;
    private final CustodyRecord record;
    private final Place place;
    private final Facility jail;
    private final String vintage;
    private final List<Source> sources;
    private final List<Facility> rooms;
    private final Consumer<Specification> announce;

    JailFinding(
            HeldTables held,
            Place place,
            Facility jail,
            String vintage,
            List<Source> sources,
            Consumer<Specification> announce) {
        this.announce = announce;
        this.held = held;
        this.record = held.custody();
        this.place = place;
        this.jail = jail;
        this.vintage = vintage;
        this.sources = sources;
        this.rooms = record.inCounty(place.fips(), Facility.Kind.HOLD_ROOM);
    }

    Finding find() {
        Optional<DailySeries> daily = record.daily().find(jail.code());
        if (daily.isEmpty()) {
            return refusal(monthlyOnly(), Optional.empty());
        }
        DailySeries series = daily.get();
        long busiest = busiestYear(series);
        if (busiest < FEWEST_PERSON_DAYS) {
            return refusal(tooThin(series, busiest), Optional.empty());
        }
        Optional<JailChange.Dated> dated = JailChange.search(series, record.days());
        if (dated.isEmpty()) {
            Phrase because = say(
                    "none-found.because",
                    jail.name(),
                    series.firstRow(),
                    record.days().to());
            return refusal(new Answer.NotIdentified(because, List.of(say("cause.data.4"))), Optional.empty());
        }
        LocalDate on = dated.get().on();
        int room = Windows.room(on, new Period(series.firstRow(), record.days().to()));
        if (room < Windows.FEWEST) {
            return refusal(shortSide(on, room), Optional.of(on));
        }
        Windows windows = new Windows(YearMonth.from(on), room);
        long needed = (long) FEWEST_PERSON_DAYS * room / Windows.MOST;
        if (series.personDays(windows.before()) < needed) {
            return refusal(thinBefore(series, windows, on, needed), Optional.of(on));
        }
        Specification fixed =
                Specification.choose(record.until(windows.before().to()), place, jail, dated.get(), windows, vintage);
        announce.accept(fixed);
        JailChange change = JailChange.measure(
                dated.get(),
                windows,
                series,
                fixed.comparisons().stream()
                        .map(c -> record.daily().find(c).orElseThrow())
                        .toList());
        return change.rank()
                .map(rank -> estimate(change, rank, fixed))
                .orElseGet(() -> refusal(
                        new Answer.NotIdentified(say("no-pool.because", jail.name(), on), List.of(say("cause.data.4"))),
                        Optional.of(on)));
    }

    private Finding estimate(JailChange change, RankInference rank, Specification fixed) {
        boolean absent = change.series().daysWithRow(change.windows().after()) == 0;
        Answer.Estimated answer = new Answer.Estimated(
                change.difference(),
                change.before(),
                change.after(),
                change.windows().before(),
                change.windows().after(),
                absent,
                change.interval().map(i -> new Answer.Interval(i.lower(), i.upper(), i.confidence())),
                Optional.of(change.on()),
                new Answer.Placebo(rank.comparisons(), rank.rank(), rank.p(), rank.smallestP()),
                CustodyFigures.UNIT);
        List<Phrase> notShown = new ArrayList<>();
        notShown.add(say("not.cause"));
        notShown.add(say("not.reporting"));
        notShown.add(say("not.trust"));
        notShown.add(say("not.people"));
        if (absent) {
            notShown.add(0, say("not.zero"));
        }
        return new Finding(
                id(),
                place,
                question(),
                design(change, rank),
                answer,
                new JailReading(jail, change, rank, absent).sentence(),
                notShown,
                new JailDoubts(held, place, jail, change).list(),
                change.pool().stream()
                        .map(s -> named(record.facility(s.code())))
                        .sorted()
                        .toList(),
                coverage(),
                new CustodyFigures(record).of(jail, rooms, Optional.of(change.on()), Optional.of(change)),
                vintage,
                sources,
                Optional.of(fixed),
                new JailDesigns(change, fixed).results());
    }

    private Finding refusal(Answer answer, Optional<LocalDate> changeOn) {
        Phrase why = answer instanceof Answer.TooThin thin ? thin.found() : ((Answer.NotIdentified) answer).because();
        return new Finding(
                id(),
                place,
                question(),
                say("custody.design-short", Windows.MOST),
                answer,
                say("refusal.reading", why),
                List.of(say("not.reporting"), say("not.trust")),
                List.of(),
                List.of(),
                coverage(),
                new CustodyFigures(record).of(jail, rooms, changeOn, Optional.empty()),
                vintage,
                sources);
    }

    private Answer tooThin(DailySeries series, long busiest) {
        return new Answer.TooThin(
                say(
                        "thin.found",
                        series.personDays(),
                        jail.name(),
                        series.firstRow(),
                        series.lastRow(),
                        busiest,
                        record.monthly().personDays(jail.code()),
                        record.monthly().first(),
                        record.monthly().last()),
                say("thin.enough", FEWEST_PERSON_DAYS),
                say("thin.request"));
    }

    private Answer monthlyOnly() {
        return new Answer.TooThin(
                say(
                        "monthly.found",
                        jail.name(),
                        record.monthly().personDays(jail.code()),
                        record.monthly().of(jail.code()).size(),
                        record.monthly().of(jail.code()).firstKey(),
                        record.monthly().of(jail.code()).lastKey()),
                say("monthly.enough", Windows.MOST),
                say("thin.request"));
    }

    private Answer shortSide(LocalDate on, int room) {
        return new Answer.TooThin(
                say("short.found", jail.name(), on, room), say("short.enough", Windows.FEWEST), say("thin.request"));
    }

    private Answer thinBefore(DailySeries series, Windows windows, LocalDate on, long needed) {
        Period before = windows.before();
        Period after = windows.after();
        return new Answer.TooThin(
                say(
                        "before.found",
                        jail.name(),
                        on,
                        series.personDays(before),
                        YearMonth.from(before.from()),
                        YearMonth.from(before.to()),
                        series.personDays(after),
                        YearMonth.from(after.from()),
                        YearMonth.from(after.to())),
                say("before.enough", needed, windows.length()),
                say("thin.request"));
    }

    /** The most person-days in any twelve months in a row, by day. */
    private static long busiestYear(DailySeries series) {
        int[] people = series.people(new Period(series.firstRow(), series.lastRow()));
        long sum = 0;
        long most = 0;
        for (int i = 0; i < people.length; i++) {
            sum += people[i] - (i >= 365 ? people[i - 365] : 0);
            most = Math.max(most, sum);
        }
        return most;
    }

    private Phrase design(JailChange change, RankInference rank) {
        Phrase rule = say(
                "custody.rule",
                jail.state().map(s -> (Object) s).orElse(""),
                ComparisonRule.WIDEST,
                ComparisonRule.MOST,
                rank.comparisons());
        Phrase smallest = say(
                rank.couldReach(0.05) ? "custody.smallest-p" : "custody.no-five-percent",
                rank.comparisons(),
                new Figure(rank.smallestP(), 3));
        return say("custody.design", change.windows().length(), rule, smallest);
    }

    private Phrase coverage() {
        Phrase rest = say(
                "coverage.record",
                record.days().from(),
                record.days().to(),
                percent(record.dailyCoverage().sharePlaced()),
                record.lastDay(),
                percent(record.monthlyCoverage().sharePlaced()));
        return record.daily()
                .find(jail.code())
                .map(s -> {
                    Period own = new Period(s.firstRow(), s.lastRow());
                    return say(
                            "coverage.jail",
                            jail.name(),
                            s.daysWithRow(own),
                            own.days(),
                            s.firstRow(),
                            s.lastRow(),
                            rest);
                })
                .orElse(rest);
    }

    private Phrase question() {
        return say("custody.question", jail.name(), PlaceName.of(place));
    }

    private String id() {
        return "custody-" + jail.code().toLowerCase(Locale.ROOT);
    }

    static String named(Facility facility) {
        return facility.name() + facility.state().map(s -> ", " + s.name()).orElse("") + " (" + facility.code() + ")";
    }

    static Figure percent(double share) {
        return new Figure(100 * share, 1);
    }

    private static Phrase say(String key, Object... args) {
        return Phrase.of("evidence", key, args);
    }
}
