package org.writwatch.app.estimate;

import java.util.Arrays;
import java.util.Optional;
import org.writwatch.estimates.Interval;
import org.writwatch.estimates.placebo.OneTreatedUnit;

/** Designs for one treated place, from a specification to calls of the estimators. */
final class OnePlaceDesigns {
    private final Sheet sheet;
    private final Specification spec;
    private final Answer answer;

    OnePlaceDesigns(Sheet sheet, Answer answer) {
        this.sheet = sheet;
        this.spec = sheet.spec;
        this.answer = answer;
    }

    void run() {
        switch (spec.design) {
            case INTERRUPTED_TIME_SERIES -> new OneSeries(sheet, answer).interrupted();
            case CHANGE_POINT -> new OneSeries(sheet, answer).changePoint();
            default -> compared();
        }
    }

    private void compared() {
        DonorPool pool = new DonorPool(sheet);
        pool.note(answer);
        if (spec.design == Specification.Design.ONE_PLACE) {
            difference(pool);
        } else {
            new SyntheticDesigns(sheet, answer, pool).run();
        }
    }

    private void difference(DonorPool pool) {
        double[][] rows = pool.outcomes();
        int donors = pool.donors();
        double[] treated = new double[pool.times().length];
        for (int i = donors; i < rows.length; i++) {
            for (int t = 0; t < treated.length; t++) {
                treated[t] += rows[i][t] / pool.treated();
            }
        }
        OneTreatedUnit one = OneTreatedUnit.of(treated, Arrays.copyOf(rows, donors), pool.before());
        PlaceboRank placebo = new PlaceboRank(spec, answer, pool);
        placebo.effect(one.effect(), one.placebos(), Double.NaN);
        placebo.effects(one.placebos());
        placebo.ranked(one.rank(), one.placebos());
        placebo.near()
                .ifPresent(chosen -> placebo.nearInSize(OneTreatedUnit.of(
                                treated,
                                Arrays.stream(chosen).mapToObj(i -> rows[i]).toArray(double[][]::new),
                                pool.before())
                        .rank()));
        Optional<Interval> ct = one.conleyTaber(spec.confidence);
        ct.ifPresent(i -> answer.diagnostic(
                "conley_taber",
                Numbers.map("lower", Numbers.measured(i.lower()), "upper", Numbers.measured(i.upper()))));
        if (ct.isEmpty()) {
            answer.withhold("conley_taber", answer.say("estimate.few-donors", donors));
        }
        if (spec.offset == null) {
            answer.withhold("ferman_pinto", answer.say("estimate.needs-offset"));
            return;
        }
        double[] means = pool.means(Sheet.EXPOSURE);
        double own = Arrays.stream(means, donors, means.length).average().orElse(0);
        one.fermanPinto(own, Arrays.copyOf(means, donors))
                .ifPresentOrElse(
                        p -> answer.diagnostic("ferman_pinto", Numbers.map("p", Numbers.measured(p))),
                        () -> answer.withhold("ferman_pinto", answer.say("estimate.variance-not-positive")));
    }
}
