package org.writwatch.evidence;

import java.time.YearMonth;
import java.util.Optional;
import org.writwatch.estimates.Interval;
import org.writwatch.estimates.placebo.RankInference;
import org.writwatch.evidence.custody.Facility;
import org.writwatch.evidence.design.JailChange;
import org.writwatch.facts.Period;
import org.writwatch.facts.phrase.Figure;
import org.writwatch.facts.phrase.Phrase;

/** One estimate said in words: levels, what the file supports, difference with its doubt, and how far it goes. */
final class JailReading {
    private static final int DECIMALS = 2;

    private final Facility jail;
    private final JailChange change;
    private final RankInference rank;
    private final boolean absent;

    JailReading(Facility jail, JailChange change, RankInference rank, boolean absent) {
        this.jail = jail;
        this.change = change;
        this.rank = rank;
        this.absent = absent;
    }

    Phrase sentence() {
        return say("custody.reading", levels(), difference(), claim(), say("custody.first-stage"));
    }

    private Phrase levels() {
        Period before = change.windows().before();
        Period after = change.windows().after();
        return say(
                absent ? "custody.levels-absent" : "custody.levels",
                jail.name(),
                number(change.before()),
                YearMonth.from(before.from()),
                YearMonth.from(before.to()),
                number(change.after()),
                YearMonth.from(after.from()),
                YearMonth.from(after.to()),
                change.on(),
                change.series().lastRow());
    }

    private Phrase difference() {
        Phrase point = more(change.difference());
        Optional<Interval> interval = change.interval();
        if (interval.isEmpty()) {
            return say("custody.difference-no-range", rank.comparisons(), point);
        }
        return say("custody.difference", rank.comparisons(), point, range(interval.get()));
    }

    private static Phrase range(Interval interval) {
        double low = interval.lower();
        double high = interval.upper();
        if (high <= 0) {
            return say("number.range-fewer", number(-high), number(-low));
        } else if (low >= 0) {
            return say("number.range-more", number(low), number(high));
        }
        return say("number.range-both", number(-low), number(high));
    }

    /** A claim at 5 % needs a rank that far out and a range without zero; else the sentence says there is none. */
    private Phrase claim() {
        boolean clear =
                rank.p() <= 0.05 && change.interval().map(i -> !i.contains(0)).orElse(false);
        String key = !rank.couldReach(0.05) ? "custody.claim-closed" : clear ? "custody.claim" : "custody.no-claim";
        return say(key, rank.rank(), rank.comparisons() + 1, new Figure(rank.p(), 3));
    }

    private static Phrase more(double value) {
        return say(value < 0 ? "number.fewer" : "number.more", number(Math.abs(value)));
    }

    private static Figure number(double value) {
        return new Figure(value, DECIMALS);
    }

    private static Phrase say(String key, Object... args) {
        return Phrase.of("evidence", key, args);
    }
}
