package org.writwatch.app.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.writwatch.estimates.Interval;
import org.writwatch.estimates.placebo.NearInSize;
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

    /**
     * The rank again, among donors of like size.
     *
     * @param effect of the treated place
     * @param effects of the donors, in the order of the pool
     */
    void nearInSize(double effect, double[] effects) {
        near().ifPresent(chosen -> nearInSize(RankInference.of(
                effect, IntStream.of(chosen).mapToDouble(i -> effects[i]).toArray(), RankInference.Side.TWO_SIDED)));
    }

    /** Writes down a rank among donors of like size. */
    void nearInSize(RankInference r) {
        answer.diagnostic(
                "near_in_size",
                Numbers.map(
                        "p", Numbers.measured(r.p()),
                        "rank", r.rank(),
                        "donors", r.comparisons(),
                        "smallest_p", Numbers.measured(r.smallestP())));
    }

    /** Positions of the donors nearest in size before the start; nothing, and the reason, when sizes are not known or donors are few. */
    Optional<int[]> near() {
        if (spec.offset == null) {
            answer.withhold("near_in_size", answer.say("estimate.needs-offset"));
            return Optional.empty();
        }
        double[] sizes = pool.sizesBefore();
        double own = Arrays.stream(sizes, pool.donors(), sizes.length).average().orElse(Double.NaN);
        double[] donors = Arrays.copyOf(sizes, pool.donors());
        if (donors.length <= NearInSize.COUNT
                || !(own > 0)
                || Arrays.stream(donors).anyMatch(v -> !(v > 0))) {
            answer.withhold("near_in_size", answer.say("estimate.near-in-size.few", NearInSize.COUNT + 1));
            return Optional.empty();
        }
        return Optional.of(NearInSize.of(own, donors, NearInSize.COUNT));
    }
}
