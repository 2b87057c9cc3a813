package org.writwatch.evidence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.writwatch.estimates.placebo.RankInference;
import org.writwatch.estimates.timeseries.InterruptedSeries;
import org.writwatch.evidence.Diagnostic.Verdict;
import org.writwatch.evidence.custody.CustodyRecord;
import org.writwatch.evidence.custody.Facility;
import org.writwatch.evidence.design.Amount;
import org.writwatch.evidence.design.JailChange;
import org.writwatch.evidence.design.PlaceChange;
import org.writwatch.evidence.design.Windows;
import org.writwatch.evidence.held.HeldTable;
import org.writwatch.evidence.held.HeldTables;
import org.writwatch.evidence.table.TableDescriptor;
import org.writwatch.facts.Period;
import org.writwatch.facts.Place;
import org.writwatch.facts.phrase.Figure;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.shape.CountyShapes;

/** What speaks against and for one custody estimate, those against first. */
final class JailDoubts {
    /** Months in which the Covid epidemic moved people in and out of jails everywhere. */
    static final Period COVID = new Period(LocalDate.of(2020, 3, 1), LocalDate.of(2021, 6, 30));

    /** Other places must take in this share of a fall before it counts as moved rather than ended. */
    private static final double MOVED = 0.25;

    private static final int NAMED = 8;

    private final HeldTables held;
    private final CustodyRecord record;
    private final Place place;
    private final Facility jail;
    private final JailChange change;
    private final Period before;
    private final Period after;

    JailDoubts(HeldTables held, Place place, Facility jail, JailChange change) {
        this.held = held;
        this.record = held.custody();
        this.place = place;
        this.jail = jail;
        this.change = change;
        this.before = change.windows().before();
        this.after = change.windows().after();
    }

    List<Diagnostic> list() {
        List<Diagnostic> all = new ArrayList<>();
        all.add(absence());
        all.add(comparisonSilence());
        all.add(sameWeeks());
        all.add(placeboDates());
        preFit().ifPresent(all::add);
        all.add(holdRooms());
        all.add(adjoiningJails());
        all.add(otherJails());
        all.add(fieldArrests());
        all.add(covid());
        if (before.overlaps(OutcomeDoubts.SECURE_COMMUNITIES) || after.overlaps(OutcomeDoubts.SECURE_COMMUNITIES)) {
            all.add(new Diagnostic("secure-communities", Verdict.AGAINST, say("doubt.secure-communities")));
        }
        all.add(length());
        all.add(search());
        all.add(otherChanges());
        interrupted().ifPresent(all::add);
        all.add(laterRelease());
        all.sort(Comparator.comparing(Diagnostic::verdict));
        return List.copyOf(all);
    }

    /** What silence can mean, and what the rest of the file says about it. */
    private Diagnostic absence() {
        if (change.series().daysWithRow(after) > 0) {
            return new Diagnostic(
                    "absence",
                    Verdict.FOR,
                    say("doubt.absence-rows", change.series().daysWithRow(after), after.days()));
        }
        LocalDate last = change.series().lastRow();
        List<String> still = record.daily().stillReported(last.plusDays(1));
        List<String> inState = still.stream()
                .map(record::facility)
                .filter(f -> f.state().equals(jail.state()) && f.kind() == Facility.Kind.LOCAL_JAIL)
                .map(Facility::name)
                .sorted()
                .toList();
        Phrase neighbours = inState.isEmpty()
                ? say("doubt.absence-none-in-state")
                : inState.size() > NAMED
                        ? say("doubt.absence-in-state", inState.size())
                        : say("doubt.absence-named", inState.size(), inState);
        return new Diagnostic(
                "absence",
                Verdict.AGAINST,
                say(
                        "doubt.absence",
                        last,
                        record.days().to(),
                        still.size(),
                        neighbours,
                        change.series().longestGap(),
                        ChronoUnit.DAYS.between(last, record.days().to())));
    }

    private Diagnostic comparisonSilence() {
        List<String> silent = change.poolSilent().stream()
                .map(c -> JailFinding.named(record.facility(c)))
                .sorted()
                .toList();
        return silent.isEmpty()
                ? new Diagnostic(
                        "comparison-silence",
                        Verdict.FOR,
                        say("doubt.pool-silent-none", change.pool().size()))
                : new Diagnostic(
                        "comparison-silence",
                        Verdict.AGAINST,
                        say("doubt.pool-silent", silent.size(), change.pool().size(), silent));
    }

    private Diagnostic sameWeeks() {
        int ended = change.poolEndingWith().size();
        return new Diagnostic(
                "same-weeks",
                ended == 0 ? Verdict.FOR : Verdict.AGAINST,
                say("doubt.same-weeks", ended, change.pool().size()));
    }

    /** The same comparison at earlier months of the same jail: at most one in twenty may be as large. */
    private Diagnostic placeboDates() {
        double[] earlier = change.placeboDates();
        long asLarge = Arrays.stream(earlier)
                .filter(d -> Math.abs(d) >= Math.abs(change.after() - change.before()))
                .count();
        Verdict verdict = asLarge > 0.05 * earlier.length
                ? Verdict.AGAINST
                : earlier.length >= 19 ? Verdict.FOR : Verdict.NEUTRAL;
        return new Diagnostic(
                "placebo-dates",
                verdict,
                earlier.length == 0
                        ? say("doubt.placebo-dates-none")
                        : say("doubt.placebo-dates", earlier.length, asLarge));
    }

    private Optional<Diagnostic> preFit() {
        Optional<RankInference> drift = change.driftBefore();
        return drift.map(d -> new Diagnostic(
                "comparison-pre-period-fit",
                d.p() <= 0.1 ? Verdict.AGAINST : Verdict.FOR,
                say(
                        d.p() <= 0.1 ? "doubt.pre-fit-bad" : "doubt.pre-fit",
                        number(change.series().mean(change.windows().earlier())),
                        number(change.series().mean(change.windows().later())),
                        d.rank(),
                        d.comparisons() + 1)));
    }

    private Diagnostic holdRooms() {
        List<Facility> rooms = record.inCounty(place.fips(), Facility.Kind.HOLD_ROOM).stream()
                .filter(f -> record.daily().find(f.code()).isPresent())
                .toList();
        if (rooms.isEmpty()) {
            return new Diagnostic("hold-rooms", Verdict.NEUTRAL, say("doubt.rooms-none", PlaceName.of(place)));
        }
        return new Diagnostic(
                "hold-rooms",
                moved(rooms) ? Verdict.AGAINST : Verdict.FOR,
                say(moved(rooms) ? "doubt.rooms-rose" : "doubt.rooms", PlaceName.of(place), levels(rooms)));
    }

    private Diagnostic otherJails() {
        List<Facility> jails =
                jail.state().map(s -> record.inState(s, Facility.Kind.LOCAL_JAIL)).orElse(List.of()).stream()
                        .filter(f -> !f.code().equals(jail.code()))
                        .filter(f -> record.daily().find(f.code()).isPresent())
                        .filter(f -> mean(f, before) > 0 || mean(f, after) > 0)
                        .toList();
        if (jails.isEmpty()) {
            return new Diagnostic("other-jails", Verdict.NEUTRAL, say("doubt.others-none"));
        }
        Phrase each = jails.size() > NAMED ? say("doubt.others-many") : levels(jails);
        return new Diagnostic(
                "other-jails",
                moved(jails) ? Verdict.AGAINST : Verdict.FOR,
                say(
                        moved(jails) ? "doubt.others-rose" : "doubt.others",
                        jails.size(),
                        number(sum(jails, before)),
                        number(sum(jails, after)),
                        each));
    }

    /** Jails of the counties that share a border with this one, in whatever state: where people are most easily moved. */
    private Diagnostic adjoiningJails() {
        List<Facility> jails = Shapes.HELD.neighbours(place.fips()).stream()
                .flatMap(county -> record.inCounty(county, Facility.Kind.LOCAL_JAIL).stream())
                .filter(f -> record.daily().find(f.code()).isPresent())
                .filter(f -> mean(f, before) > 0 || mean(f, after) > 0)
                .toList();
        if (jails.isEmpty()) {
            return new Diagnostic("adjoining-jails", Verdict.NEUTRAL, say("doubt.adjoining-none", PlaceName.of(place)));
        }
        return new Diagnostic(
                "adjoining-jails",
                moved(jails) ? Verdict.AGAINST : Verdict.FOR,
                say(
                        moved(jails) ? "doubt.adjoining-rose" : "doubt.adjoining",
                        jails.size(),
                        number(sum(jails, before)),
                        number(sum(jails, after)),
                        levels(jails)));
    }

    /** Borders, read when first asked for. */
    private static final class Shapes {
        static final CountyShapes HELD = CountyShapes.bundled();
    }

    /** Arrests can move from the jail to the street: counted where a table that was brought in counts them by county. */
    private Diagnostic fieldArrests() {
        for (HeldTable table : held.outcomes()) {
            for (TableDescriptor.Answers question : table.answers()) {
                if (!question.harm().equals("field-arrests")
                        || table.step() != change.windows().step()) {
                    continue;
                }
                SortedMap<YearMonth, Amount> own =
                        table.periods(question).getOrDefault(place.fips().code(), new TreeMap<>());
                if (PlaceChange.isWhole(own, change.windows())) {
                    return fieldArrests(mean(own, before), mean(own, after));
                }
            }
        }
        return new Diagnostic(
                "field-arrests",
                Verdict.NEUTRAL,
                say(
                        change.after() < change.before() ? "doubt.field-arrests-fall" : "doubt.field-arrests",
                        PlaceName.of(place)));
    }

    private Diagnostic fieldArrests(double earlier, double later) {
        boolean rose = change.after() < change.before() && later >= (1 + MOVED) * earlier && later > earlier;
        return new Diagnostic(
                "field-arrests",
                rose ? Verdict.AGAINST : Verdict.FOR,
                say(
                        rose ? "doubt.field-arrests-rose" : "doubt.field-arrests-counted",
                        PlaceName.of(place),
                        number(earlier),
                        number(later)));
    }

    private static double mean(SortedMap<YearMonth, Amount> months, Period period) {
        return months
                .subMap(
                        YearMonth.from(period.from()),
                        YearMonth.from(period.to()).plusMonths(1))
                .values()
                .stream()
                .mapToDouble(Amount::value)
                .average()
                .orElse(0);
    }

    /** Whether these places together took in a good part of what this jail lost (or gave what it gained). */
    private boolean moved(List<Facility> places) {
        double own = change.after() - change.before();
        double theirs = sum(places, after) - sum(places, before);
        return own * theirs < 0 && Math.abs(theirs) >= MOVED * Math.abs(own);
    }

    private Phrase levels(List<Facility> places) {
        List<Phrase> each = places.stream()
                .map(f -> say("doubt.level", f.name(), number(mean(f, before)), number(mean(f, after))))
                .toList();
        return say("doubt.list", each);
    }

    private double sum(List<Facility> places, Period period) {
        return places.stream().mapToDouble(f -> mean(f, period)).sum();
    }

    private double mean(Facility facility, Period period) {
        return record.daily().find(facility.code()).map(s -> s.mean(period)).orElse(0.0);
    }

    private Diagnostic covid() {
        boolean touched = before.overlaps(COVID) || after.overlaps(COVID);
        return new Diagnostic(
                "covid-window",
                touched ? Verdict.AGAINST : Verdict.FOR,
                say(touched ? "doubt.covid" : "doubt.covid-free"));
    }

    private Diagnostic length() {
        int months = change.windows().length();
        return months < Windows.MOST
                ? new Diagnostic(
                        "window-length",
                        Verdict.AGAINST,
                        say("doubt.short", months, record.days().to()))
                : new Diagnostic(
                        "window-length",
                        Verdict.FOR,
                        say("doubt.long", months, record.days().to()));
    }

    private Diagnostic search() {
        return new Diagnostic(
                "search",
                Verdict.FOR,
                say(
                        change.end() ? "doubt.search-end" : "doubt.search-level",
                        change.on(),
                        say(
                                change.searchP() < 0.001 ? "number.below" : "number.is",
                                new Figure(Math.max(0.001, change.searchP()), 3))));
    }

    private Diagnostic otherChanges() {
        List<LocalDate> others = JailChange.allChanges(change.series(), record.days()).stream()
                .filter(d -> Math.abs(ChronoUnit.DAYS.between(d, change.on())) > 31)
                .toList();
        List<LocalDate> inside = others.stream()
                .filter(d -> before.contains(d) || after.contains(d))
                .toList();
        if (!inside.isEmpty()) {
            return new Diagnostic("other-changes", Verdict.AGAINST, say("doubt.changes-inside", inside));
        }
        return others.isEmpty()
                ? new Diagnostic("other-changes", Verdict.FOR, say("doubt.changes-none"))
                : new Diagnostic("other-changes", Verdict.NEUTRAL, say("doubt.changes-outside", others));
    }

    /** A line through the months before and one through the months after: a description, never the estimate. */
    private Optional<Diagnostic> interrupted() {
        YearMonth on = change.windows().change();
        List<Double> levels = new ArrayList<>();
        int beforeMonths = 0;
        for (int i = -24; i <= 24; i++) {
            YearMonth month = on.plusMonths(i);
            Period days = new Period(month.atDay(1), month.atEndOfMonth());
            if (i == 0
                    || days.from().isBefore(change.series().firstRow())
                    || days.to().isAfter(record.days().to())) {
                continue;
            }
            levels.add(change.series().mean(days));
            beforeMonths += i < 0 ? 1 : 0;
        }
        if (beforeMonths < 6 || levels.size() - beforeMonths < 6) {
            return Optional.empty();
        }
        double[] y = levels.stream().mapToDouble(Double::doubleValue).toArray();
        InterruptedSeries lines = InterruptedSeries.fit(y, beforeMonths);
        double trend = lines.terms().get(1).estimate();
        double step = lines.terms().get(2).estimate();
        return Optional.of(new Diagnostic(
                "interrupted-time-series",
                Verdict.NEUTRAL,
                say(
                        "doubt.lines",
                        beforeMonths,
                        y.length - beforeMonths,
                        say(trend < 0 ? "number.fewer" : "number.more", number(Math.abs(trend))),
                        say(step < 0 ? "number.fewer" : "number.more", number(Math.abs(step))))));
    }

    private Diagnostic laterRelease() {
        long days = record.monthly().personDays(jail.code());
        return days == 0
                ? new Diagnostic(
                        "later-release",
                        Verdict.NEUTRAL,
                        say("doubt.later-none", record.monthly().first(), record.lastDay()))
                : new Diagnostic(
                        "later-release",
                        change.end() ? Verdict.AGAINST : Verdict.NEUTRAL,
                        say("doubt.later", days, record.monthly().first(), record.lastDay()));
    }

    private static Figure number(double value) {
        return new Figure(value, 2);
    }

    private static Phrase say(String key, Object... args) {
        return Phrase.of("evidence", key, args);
    }
}
