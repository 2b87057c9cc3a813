package org.writwatch.evidence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.writwatch.estimates.placebo.OneTreatedUnit;
import org.writwatch.estimates.placebo.RankInference;
import org.writwatch.estimates.timeseries.InterruptedSeries;
import org.writwatch.evidence.design.Amount;
import org.writwatch.evidence.design.PlaceChange;
import org.writwatch.evidence.design.Windows;
import org.writwatch.evidence.held.HeldTable;
import org.writwatch.evidence.table.TableDescriptor;
import org.writwatch.facts.Period;
import org.writwatch.facts.Place;
import org.writwatch.facts.Reading;
import org.writwatch.facts.phrase.Phrase;

/** One question of a table that a person brought in, asked of one place of it: an estimate, or the refusal it deserves. */
final class OutcomeFinding {
    private final HeldTable table;
    private final TableDescriptor.Answers question;
    private final Place place;
    private final String key;
    private final OutcomeWords words;
    private final SortedMap<String, SortedMap<YearMonth, Amount>> all;
    private final SortedMap<YearMonth, Amount> own;

    OutcomeFinding(HeldTable table, TableDescriptor.Answers question, Place place, String key, String name) {
        this.table = table;
        this.question = question;
        this.place = place;
        this.key = key;
        this.words = new OutcomeWords(question, name, place, table.step());
        this.all = table.periods(question);
        this.own = all.getOrDefault(key, new TreeMap<>());
    }

    /**
     * The answer.
     *
     * @param dates days of change, the one to prefer first
     * @param state gives the state that a place of the table lies in
     * @param announce told the specification before anything after the change is read
     */
    Finding find(List<ChangeDate> dates, Function<String, Optional<String>> state, Consumer<Specification> announce) {
        Optional<ChangeDate> date = dates.stream()
                .filter(d -> room(d.on()) >= table.step().fewest())
                .findFirst();
        if (date.isEmpty()) {
            return refusal(words.noDate(dates, own), Optional.empty());
        }
        LocalDate on = date.get().on();
        Windows windows = new Windows(period(on), room(on), table.step());
        double counted = PlaceChange.countedBefore(own, windows, !question.per().isEmpty());
        if (!(counted >= PlaceChange.FEWEST)) {
            return refusal(words.tooFew(counted, windows, on), Optional.of(on));
        }
        Specification fixed = choose(date.get(), windows, state);
        announce.accept(fixed);
        if (!PlaceChange.isWhole(own, windows)) {
            return refusal(words.gaps(windows, on), Optional.of(on));
        }
        PlaceChange change = PlaceChange.measure(all, key, windows, fixed.comparisons());
        return change.rank()
                .map(rank -> estimate(change, rank, fixed, on))
                .orElseGet(() -> refusal(words.noPool(on), Optional.of(on)));
    }

    private Specification choose(ChangeDate date, Windows windows, Function<String, Optional<String>> state) {
        SortedMap<String, SortedMap<YearMonth, Amount>> before = new TreeMap<>();
        all.forEach((other, months) -> before.put(other, months.headMap(windows.change())));
        List<String> pool = PlaceChange.choose(before, key, windows, state);
        List<String> beside = new ArrayList<>();
        if (question.per().isEmpty()) {
            beside.add(Specification.LEVEL_DIFFERENCE);
            beside.add(Specification.INTERRUPTED);
        }
        return new Specification(
                Specification.PLACE_RULE,
                place.fips().code(),
                id(),
                question.measure()
                        + (question.per().isEmpty() ? " by " + table.step().key() : " per " + question.per()) + " at "
                        + key + " in " + table.descriptor().name(),
                date.on() + " (" + date.basis() + ")",
                windows,
                Specification.PLACEBO_RANK,
                beside,
                pool,
                table.release());
    }

    private Finding estimate(PlaceChange change, RankInference rank, Specification fixed, LocalDate on) {
        double scale = words.scale();
        Optional<Answer.Interval> interval =
                change.interval().map(i -> new Answer.Interval(i.lower() * scale, i.upper() * scale, i.confidence()));
        Answer.Estimated answer = new Answer.Estimated(
                change.difference() * scale,
                change.before() * scale,
                change.after() * scale,
                change.windows().before(),
                change.windows().after(),
                false,
                interval,
                Optional.of(on),
                new Answer.Placebo(rank.comparisons(), rank.rank(), rank.p(), rank.smallestP()),
                words.unit());
        return new Finding(
                id(),
                place,
                words.question(),
                words.design(change.windows(), rank),
                answer,
                words.reading(answer, rank),
                words.notShown(),
                new OutcomeDoubts(change, table.step().end(last())).list(),
                change.places().stream().sorted().toList(),
                words.coverage(table, own),
                figures(Optional.of(on)),
                table.release(),
                List.of(table.source()),
                Optional.of(fixed),
                designs(change, rank, fixed, interval));
    }

    private List<DesignResult> designs(
            PlaceChange change, RankInference rank, Specification fixed, Optional<Answer.Interval> interval) {
        List<DesignResult> all = new ArrayList<>();
        double scale = words.scale();
        all.add(design(Specification.PLACEBO_RANK, true, change.difference() * scale, interval, Optional.of(rank.p())));
        if (fixed.beside().contains(Specification.LEVEL_DIFFERENCE)
                && change.places().size() >= 2) {
            Windows windows = change.windows();
            OneTreatedUnit unit = OneTreatedUnit.of(
                    PlaceChange.shares(own, windows),
                    change.places().stream()
                            .map(p -> PlaceChange.shares(this.all.getOrDefault(p, new TreeMap<>()), windows))
                            .toArray(double[][]::new),
                    windows.length());
            all.add(design(
                    Specification.LEVEL_DIFFERENCE,
                    false,
                    unit.effect() * change.before(),
                    unit.conleyTaber(0.95)
                            .map(i -> new Answer.Interval(
                                    i.lower() * change.before(), i.upper() * change.before(), i.confidence())),
                    Optional.of(unit.rank().p())));
        }
        if (fixed.beside().contains(Specification.INTERRUPTED)) {
            double[] months = PlaceChange.shares(own, change.windows());
            InterruptedSeries lines =
                    InterruptedSeries.fit(months, change.windows().length());
            all.add(design(
                    Specification.INTERRUPTED,
                    false,
                    lines.terms().get(2).estimate() * change.before(),
                    Optional.empty(),
                    Optional.empty()));
        }
        return all;
    }

    private static DesignResult design(
            String id, boolean chosen, double difference, Optional<Answer.Interval> interval, Optional<Double> p) {
        return new DesignResult(
                id,
                chosen,
                Phrase.of("evidence", "design.place." + id),
                Optional.of(difference),
                interval,
                p,
                Optional.empty());
    }

    private Finding refusal(Answer answer, Optional<LocalDate> on) {
        Phrase why = answer instanceof Answer.TooThin thin ? thin.found() : ((Answer.NotIdentified) answer).because();
        return new Finding(
                id(),
                place,
                words.question(),
                words.designShort(),
                answer,
                Phrase.of("evidence", "refusal.reading", why),
                words.notShown(),
                List.of(),
                List.of(),
                words.coverage(table, own),
                figures(on),
                table.release(),
                List.of(table.source()));
    }

    /** The last period for which any place of the table reports this number. */
    private YearMonth last() {
        YearMonth last = own.lastKey();
        for (SortedMap<YearMonth, Amount> months : all.values()) {
            if (!months.isEmpty() && months.lastKey().isAfter(last)) {
                last = months.lastKey();
            }
        }
        return last;
    }

    /** The period of this place's row that holds a day. */
    private YearMonth period(LocalDate on) {
        return own.isEmpty() ? YearMonth.from(on) : table.step().holding(YearMonth.from(on), own.firstKey());
    }

    /** Whole periods on the shorter side of a day, within those this place reports. */
    private int room(LocalDate on) {
        return own.isEmpty()
                ? 0
                : Windows.room(
                        period(on),
                        new Period(own.firstKey().atDay(1), table.step().end(own.lastKey())),
                        table.step());
    }

    private List<Figure> figures(Optional<LocalDate> on) {
        if (own.isEmpty()) {
            return List.of();
        }
        List<Figure.Point> points = new ArrayList<>();
        for (YearMonth m = own.firstKey();
                !m.isAfter(own.lastKey());
                m = table.step().plus(m, 1)) {
            points.add(new Figure.Point(m.atDay(1), reading(own.get(m))));
        }
        return List.of(new Figure(
                id(),
                words.title(),
                words.unit(),
                List.of(new Figure.Line(words.line(), true, points)),
                on.map(d -> List.of(new Figure.Mark(d, Phrase.of("evidence", "mark.change"))))
                        .orElse(List.of())));
    }

    private Reading reading(@org.jspecify.annotations.Nullable Amount amount) {
        if (amount == null || !(amount.per() > 0)) {
            return new Reading.NotReported();
        }
        double value = words.scale() * amount.value() / amount.per();
        return value == 0 ? new Reading.Zero() : new Reading.Counted(value);
    }

    private String id() {
        return table.finding(question, key);
    }
}
