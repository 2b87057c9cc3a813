package org.writwatch.app.estimate;

import java.util.List;
import java.util.Optional;
import org.writwatch.estimates.Interval;
import org.writwatch.estimates.placebo.RankInference;
import org.writwatch.estimates.power.Detectable;
import org.writwatch.estimates.synthetic.Synthetic;

/** What places where nothing happened say of an effect: its rank, an interval, and the effect that would have been found. */
final class PlaceboRank {
    private static final double POWER = 0.8;

    private final Specification spec;
    private final Answer answer;
    private final DonorPool pool;

    PlaceboRank(Specification spec, Answer answer, DonorPool pool) {
        this.spec = spec;
        this.answer = answer;
        this.pool = pool;
    }

    /** The effect, with the interval that placebo effects allow. */
    void effect(double effect, double[] placebos, double se) {
        Optional<Interval> around = RankInference.interval(effect, placebos, spec.confidence);
        answer.effect(Numbers.map(
                "kind", "att",
                "estimate", Numbers.measured(effect),
                "se", Numbers.measured(se),
                "lower", around.map(i -> Numbers.measured(i.lower())).orElse(null),
                "upper", around.map(i -> Numbers.measured(i.upper())).orElse(null),
                "interval", "placebo"));
        answer.withhold(answer.say("estimate.errors"), answer.say("estimate.errors.one-place"));
        if (around.isEmpty()) {
            answer.withhold("interval", answer.say("estimate.few-donors", placebos.length));
        }
    }

    /** Each donor in the place of the treated one. */
    void effects(double[] effects) {
        List<String> names = pool.names();
        for (int i = 0; i < effects.length; i++) {
            answer.effect(
                    Numbers.map("kind", "placebo", "unit", names.get(i), "estimate", Numbers.measured(effects[i])));
        }
    }

    /** The rank of the effect among the placebo effects, and the effect that would have been found. */
    void ranked(RankInference r, double[] effects) {
        int lost = pool.lostDonors().size();
        answer.diagnostic(
                "placebo",
                Numbers.map(
                        "p", Numbers.measured(r.p()),
                        "rank", r.rank(),
                        "donors", r.comparisons(),
                        "smallest_p", Numbers.measured(r.smallestP()),
                        "sd", Numbers.measured(Synthetic.spread(effects)),
                        "lost_donors", lost,
                        "p_with_lost",
                                Numbers.measured(
                                        (r.p() * (r.comparisons() + 1) + lost) / (r.comparisons() + 1 + lost))));
        double detectable = Detectable.withPlacebos(effects, 1 - spec.confidence, POWER);
        if (Double.isFinite(detectable)) {
            answer.diagnostic("detectable", Numbers.map("power", POWER, "effect", Numbers.measured(detectable)));
        }
        if (!r.couldReach(1 - spec.confidence)) {
            answer.withhold("significance", answer.say("estimate.few-donors", r.comparisons()));
        }
    }
}
