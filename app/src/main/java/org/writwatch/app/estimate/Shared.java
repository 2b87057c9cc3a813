package org.writwatch.app.estimate;

import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.honest.HonestPath;

/** What the designs with staggered starts do alike. */
final class Shared {
    private final Sheet sheet;
    private final Specification spec;
    private final Answer answer;

    Shared(Sheet sheet, Answer answer) {
        this.sheet = sheet;
        this.spec = sheet.spec;
        this.answer = answer;
    }

    /** Only the event times of the window, when there is one. */
    JointEstimates within(JointEstimates e) {
        double[] w = spec.eventWindow;
        if (w == null) {
            return e;
        }
        return e.at(IntStream.range(0, e.size())
                .filter(i -> e.terms().get(i).kind() != Term.Kind.EVENT_TIME
                        || (w[0] <= e.terms().get(i).first() && e.terms().get(i).first() <= w[1]))
                .toArray());
    }

    /** Designs whose errors are sums over clusters know no others. */
    void clusterOrNone() {
        if (spec.standardErrors.equals("iid") || spec.standardErrors.equals("hc1")) {
            throw spec.refuse("standard_errors", spec.standardErrors, "cluster, none");
        }
        if (sheet.waysOfClustering() > 1) {
            throw spec.refuse("cluster", String.join(", ", spec.cluster), answer.say("estimate.one-way"));
        }
    }

    /** How far from parallel trends the averages by event time stand, when that is asked for. */
    void honest(Supplier<JointEstimates> byEventTime) {
        Sensitivity asked = spec.sensitivity;
        if (asked == null) {
            return;
        }
        String what = answer.say("estimate.sensitivity");
        if (!answer.givesErrors()) {
            answer.withhold(what, answer.say("estimate.sensitivity.needs-errors"));
            return;
        }
        answer.part(what, () -> {
            JointEstimates e = within(byEventTime.get());
            new HonestDesign(asked, spec.confidence, answer)
                    .both(HonestPath.of(e), (one, first) -> answer.aggregate(one));
        });
    }

    static JointEstimates.Wald before(JointEstimates e) {
        return e.wald(IntStream.range(0, e.size())
                .filter(i -> e.terms().get(i).kind() == Term.Kind.EVENT_TIME
                        && e.terms().get(i).first() < 0
                        && !Double.isNaN(e.standardError(i)))
                .toArray());
    }
}
