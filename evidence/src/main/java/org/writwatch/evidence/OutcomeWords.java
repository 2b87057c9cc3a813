package org.writwatch.evidence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.writwatch.estimates.placebo.RankInference;
import org.writwatch.evidence.design.Amount;
import org.writwatch.evidence.design.ComparisonRule;
import org.writwatch.evidence.design.PlaceChange;
import org.writwatch.evidence.design.Step;
import org.writwatch.evidence.design.Windows;
import org.writwatch.evidence.held.HeldTable;
import org.writwatch.evidence.table.TableDescriptor;
import org.writwatch.facts.Place;
import org.writwatch.facts.phrase.Figure;
import org.writwatch.facts.phrase.Phrase;

/** The sentences of {@link OutcomeFinding}. */
final class OutcomeWords {
    private static final Set<String> NAMED = Set.of(
            "robbery",
            "aggravated_assault",
            "burglary",
            "theft",
            "motor_vehicle_theft",
            "murder",
            "rape",
            "cleared",
            "offenses",
            "calls",
            "detainers",
            "arrests",
            "inmate_days",
            "total_jail_from_ice",
            "homs_sum",
            "rob_sum",
            "agg_ass_sum");

    private final TableDescriptor.Answers question;
    private final String name;
    private final Place place;
    private final Step step;

    OutcomeWords(TableDescriptor.Answers question, String name, Place place, Step step) {
        this.question = question;
        this.name = name;
        this.place = place;
        this.step = step;
    }

    /** A share of cleared cases is said in a hundred, every other number as it is. */
    double scale() {
        return isShare() ? 100 : 1;
    }

    private boolean isShare() {
        return question.harm().equals("clearance");
    }

    Phrase unit() {
        if (question.per().isEmpty()) {
            return say("outcome.unit." + step.key(), measure(question.measure()));
        }
        return say(
                isShare() ? "outcome.unit-share" : "outcome.unit-per",
                measure(question.measure()),
                measure(question.per()));
    }

    Phrase question() {
        return name.equals(place.label())
                ? say("outcome.question-county", unit(), PlaceName.of(place))
                : say("outcome.question", unit(), name, PlaceName.of(place));
    }

    Phrase title() {
        return say("outcome.title", unit(), name);
    }

    Phrase line() {
        return Phrase.verbatim(name);
    }

    Phrase designShort() {
        return say("outcome.design-short", whole(step.most()), limit());
    }

    Phrase design(Windows windows, RankInference rank) {
        return say(
                "outcome.design",
                whole(windows.length()),
                ComparisonRule.WIDEST,
                ComparisonRule.MOST,
                rank.comparisons(),
                number(rank.smallestP(), FindingRecord.P_DECIMALS),
                limit(),
                one(),
                many());
    }

    /** "12 whole months". */
    private Phrase whole(int periods) {
        return say("step." + step.key() + ".whole", periods);
    }

    private Phrase one() {
        return say("step." + step.key() + ".one");
    }

    private Phrase many() {
        return say("step." + step.key() + ".many");
    }

    /** What such a number is and is not, by harm; the assumption of a ratio is printed here. */
    private Phrase limit() {
        return switch (question.harm()) {
            case "public-safety" -> say("outcome.limit.recorded");
            case "crime-reporting" ->
                question.per().isEmpty()
                        ? say("outcome.limit.calls")
                        : say("outcome.limit.ratio", measure(question.measure()), measure(question.per()));
            case "clearance" -> say("outcome.limit.clearance");
            case "field-arrests" -> say("outcome.limit.arrests");
            default -> say("outcome.limit.count");
        };
    }

    Phrase reading(Answer.Estimated e, RankInference rank) {
        Phrase levels = say(
                "outcome.levels",
                name,
                level(e.before()),
                unit(),
                YearMonth.from(e.beforePeriod().from()),
                YearMonth.from(e.beforePeriod().to()),
                level(e.after()),
                YearMonth.from(e.afterPeriod().from()),
                YearMonth.from(e.afterPeriod().to()));
        Phrase point = say(e.difference() < 0 ? "outcome.fewer" : "outcome.more", level(Math.abs(e.difference())));
        Phrase difference = e.interval().isEmpty()
                ? say("outcome.difference-no-range", rank.comparisons(), point)
                : say(
                        "outcome.difference",
                        rank.comparisons(),
                        point,
                        range(e.interval().get()));
        boolean clear = rank.p() <= 0.05
                && e.interval().map(i -> i.low() > 0 || i.high() < 0).orElse(false);
        Phrase claim = say(
                !rank.couldReach(0.05) ? "outcome.claim-closed" : clear ? "outcome.claim" : "outcome.no-claim",
                rank.rank(),
                rank.comparisons() + 1,
                number(rank.p(), FindingRecord.P_DECIMALS));
        return say("custody.reading", levels, difference, claim, limit());
    }

    private static Phrase range(Answer.Interval i) {
        if (i.high() <= 0) {
            return say("outcome.range-fewer", level(-i.high()), level(-i.low()));
        } else if (i.low() >= 0) {
            return say("outcome.range-more", level(i.low()), level(i.high()));
        }
        return say("outcome.range-both", level(-i.low()), level(i.high()));
    }

    List<Phrase> notShown() {
        List<Phrase> all = new ArrayList<>(List.of(say("not.cause")));
        if (!question.harm().equals("crime-reporting")) {
            all.add(say("not.reporting"));
        }
        all.add(say("not.trust"));
        return all;
    }

    Phrase coverage(HeldTable table, SortedMap<YearMonth, Amount> own) {
        return own.isEmpty()
                ? say("outcome.coverage-none", name, table.release(), one())
                : say(
                        "outcome.coverage",
                        name,
                        whole(own.size()),
                        own.firstKey().until(own.lastKey(), java.time.temporal.ChronoUnit.MONTHS) / step.months() + 1,
                        own.firstKey(),
                        step.plus(own.lastKey(), 1).minusMonths(1),
                        table.release());
    }

    Answer noDate(List<ChangeDate> dates, SortedMap<YearMonth, Amount> own) {
        Phrase days = dates.isEmpty()
                ? say("outcome.no-days")
                : say(
                        "outcome.days",
                        dates.stream().map(ChangeDate::on).distinct().toList());
        Phrase found = own.isEmpty()
                ? say("outcome.no-months", name, one())
                : say(
                        "outcome.no-room",
                        name,
                        own.firstKey(),
                        step.plus(own.lastKey(), 1).minusMonths(1),
                        days,
                        many());
        return new Answer.TooThin(
                found, say("outcome.room-enough", whole(step.fewest())), say("outcome.request", unit(), one()));
    }

    Answer tooFew(double counted, Windows windows, LocalDate on) {
        return new Answer.TooThin(
                say("outcome.few", number(counted, 0), unit(), name, whole(windows.length()), on),
                say("outcome.few-enough", PlaceChange.FEWEST, many()),
                say("outcome.request", unit(), one()));
    }

    Answer gaps(Windows windows, LocalDate on) {
        return new Answer.TooThin(
                say("outcome.gaps", name, whole(windows.length()), on),
                say("outcome.room-enough", whole(step.fewest())),
                say("outcome.request", unit(), one()));
    }

    Answer noPool(LocalDate on) {
        return new Answer.NotIdentified(say("outcome.no-pool", name, on), List.of(say("outcome.pool-data", unit())));
    }

    /** A crime or count that has a name here in both languages, else the column as the table writes it. */
    private static Phrase measure(String column) {
        return NAMED.contains(column) ? say("measure." + column) : Phrase.verbatim(column.replace('_', ' '));
    }

    private static Figure level(double value) {
        return number(value, FindingRecord.LEVEL_DECIMALS);
    }

    private static Figure number(double value, int decimals) {
        return new Figure(value, decimals);
    }

    private static Phrase say(String key, Object... args) {
        return Phrase.of("evidence", key, args);
    }
}
