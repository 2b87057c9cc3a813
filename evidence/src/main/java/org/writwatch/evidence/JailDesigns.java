package org.writwatch.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.writwatch.estimates.placebo.OneTreatedUnit;
import org.writwatch.estimates.placebo.RankInference;
import org.writwatch.estimates.synthetic.Synthetic;
import org.writwatch.estimates.synthetic.SyntheticDesign;
import org.writwatch.estimates.timeseries.InterruptedSeries;
import org.writwatch.evidence.design.JailChange;
import org.writwatch.evidence.design.Windows;
import org.writwatch.facts.phrase.Phrase;

/** Every design of a specification, run on one jail's change; all in people per day. */
final class JailDesigns {
    private final JailChange change;
    private final Specification fixed;

    JailDesigns(JailChange change, Specification fixed) {
        this.change = change;
        this.fixed = fixed;
    }

    List<DesignResult> results() {
        List<DesignResult> all = new ArrayList<>();
        all.add(result(
                Specification.PLACEBO_RANK,
                change.difference(),
                change.interval().map(i -> new Answer.Interval(i.lower(), i.upper(), i.confidence())),
                change.rank().map(RankInference::p)));
        all.add(
                fixed.beside().contains(Specification.LEVEL_DIFFERENCE)
                        ? levels()
                        : refused(
                                Specification.LEVEL_DIFFERENCE,
                                say("design.few-jails", change.pool().size(), 2)));
        if (fixed.beside().contains(Specification.SYNTHETIC_CONTROL)) {
            all.add(synthetic());
        } else if (change.pool().size() < Specification.DONORS) {
            all.add(refused(
                    Specification.SYNTHETIC_CONTROL,
                    say("design.few-jails", change.pool().size(), Specification.DONORS)));
        } else {
            all.add(refused(
                    Specification.SYNTHETIC_CONTROL,
                    say("design.few-months", change.windows().length(), Windows.MOST)));
        }
        all.add(lines());
        return List.copyOf(all);
    }

    /** Change of level less the mean change of the comparison jails; interval of Conley and Taber (2011). */
    private DesignResult levels() {
        OneTreatedUnit unit = OneTreatedUnit.of(
                change.months(change.series()), donors(), change.windows().length());
        return result(
                Specification.LEVEL_DIFFERENCE,
                unit.effect(),
                unit.conleyTaber(0.95).map(i -> new Answer.Interval(i.lower(), i.upper(), i.confidence())),
                Optional.of(unit.rank().p()));
    }

    /** Weights fitted on the months before (Abadie, Diamond and Hainmueller 2010); rank of error ratios as p. */
    private DesignResult synthetic() {
        double[][] donors = donors();
        double[][] y = new double[donors.length + 1][];
        System.arraycopy(donors, 0, y, 0, donors.length);
        y[donors.length] = change.months(change.series());
        Synthetic fit = Synthetic.fit(
                SyntheticDesign.SYNTHETIC_CONTROL,
                y,
                donors.length,
                change.windows().length(),
                COARSE);
        return result(
                Specification.SYNTHETIC_CONTROL,
                fit.effect(),
                Optional.empty(),
                Optional.of(fit.errorRatioRank(fit.placebos()).p()));
    }

    /** Weights to a thousandth are enough for a number printed to a hundredth. */
    private static final Synthetic.Precision COARSE = new Synthetic.Precision(1e-3, 500);

    private DesignResult lines() {
        InterruptedSeries lines = InterruptedSeries.fit(
                change.months(change.series()), change.windows().length());
        return result(Specification.INTERRUPTED, lines.terms().get(2).estimate(), Optional.empty(), Optional.empty());
    }

    private double[][] donors() {
        return change.pool().stream().map(change::months).toArray(double[][]::new);
    }

    private DesignResult result(String id, double difference, Optional<Answer.Interval> interval, Optional<Double> p) {
        return new DesignResult(
                id,
                id.equals(fixed.chosen()),
                say("design." + id),
                Optional.of(difference),
                interval,
                p,
                Optional.empty());
    }

    private DesignResult refused(String id, Phrase why) {
        return new DesignResult(
                id, false, say("design." + id), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(why));
    }

    private static Phrase say(String key, Object... args) {
        return Phrase.of("evidence", key, args);
    }
}
