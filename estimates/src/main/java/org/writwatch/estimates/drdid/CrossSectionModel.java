package org.writwatch.estimates.drdid;

import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.linear.Matrix;

/**
 * A fitted comparison of levels in two periods whose rows need not be the same units.
 *
 * <p>Formulas: Sant'Anna and Zhao 2020, section 3.2 and appendix A (the locally efficient form for the doubly robust ones).
 * Every effect here is a signed sum of weighted means; each mean's influence, and the way it moves with each nuisance
 * parameter, is added up by {@link Sum}.
 *
 * <p>One deliberate agreement with the reference package DRDID (1.2.3): in the doubly robust form the earlier period's
 * comparison regression enters the influence with the sign of the later one. The derivative has the other sign. The two differ
 * only as far as the logit leaves the earlier period's covariates unbalanced (0.04 % of the error on the NSW data).
 */
public final class CrossSectionModel {
    private final double att;
    private final double[] influence;

    private CrossSectionModel(double att, double[] influence) {
        this.att = att;
        this.influence = influence;
    }

    /** The average effect on the treated. */
    public double att() {
        return att;
    }

    /** Influence by row of the sample; not a copy. */
    public double[] influence() {
        return influence;
    }

    /**
     * Fits.
     *
     * @throws NotEstimable an empty group or period, collinear covariates, or no overlap
     */
    public static CrossSectionModel fit(Method method, Sample s) {
        boolean[] post = s.post;
        if (post == null) {
            throw new IllegalArgumentException("levels need to know their period");
        }
        return switch (method) {
            case REGRESSION -> regression(s, post);
            case WEIGHTING -> weighting(s, post);
            case RAW_WEIGHTING -> rawWeighting(s, post);
            case DOUBLY_ROBUST -> doublyRobust(s, post, Score.logit(s), false);
            case IMPROVED -> doublyRobust(s, post, Score.tilting(s), true);
        };
    }

    private static CrossSectionModel regression(Sample s, boolean[] post) {
        Regression before = on(s, post, false, false, null);
        Regression after = on(s, post, false, true, null);
        Sum sum = new Sum(s);
        sum.mean(1, i -> s.d[i] && post[i] ? s.w[i] : 0, i -> s.y[i]);
        sum.mean(-1, i -> s.d[i] && !post[i] ? s.w[i] : 0, i -> s.y[i]);
        double[] bx = sum.mean(-1, i -> s.d[i] ? s.w[i] : 0, i -> s.dot(i, after.beta) - s.dot(i, before.beta));
        sum.viaRegression(after, bx, -1, i -> !s.d[i] && post[i] ? s.w[i] : 0);
        sum.viaRegression(before, bx, 1, i -> !s.d[i] && !post[i] ? s.w[i] : 0);
        return sum.done();
    }

    private static CrossSectionModel weighting(Sample s, boolean[] post) {
        Score score = Score.logit(s);
        Sum sum = new Sum(s);
        for (int t = 0; t < 2; t++) {
            boolean later = t == 1;
            double sign = later ? 1 : -1;
            sum.mean(sign, i -> s.d[i] && post[i] == later ? s.w[i] : 0, i -> s.y[i]);
            sum.weighted(-sign, score, i -> !s.d[i] && post[i] == later ? s.w[i] : 0, i -> s.y[i]);
        }
        sum.viaScore(score);
        return sum.done();
    }

    /**
     * Abadie 2005, section 3.2.2, with the weighted shares of later and of earlier rows estimated; the scale of the weights counts as known, as
     * in the package DRDID.
     */
    private static CrossSectionModel rawWeighting(Sample s, boolean[] post) {
        Score score = Score.logit(s);
        double all = 0;
        double later = 0;
        double treated = 0;
        for (int i = 0; i < s.n; i++) {
            all += s.w[i];
            later += post[i] ? s.w[i] : 0;
            treated += s.d[i] ? s.w[i] : 0;
        }
        double share = later / all;
        double meanTreated = treated / s.n;
        double meanWeight = all / s.n;
        double[] out = new double[s.n];
        double[] direction = new double[s.p];
        double att = 0;
        double viaLater = 0;
        double viaEarlier = 0;
        for (int i = 0; i < s.n; i++) {
            double odds = s.d[i] ? -1 : trimmedOdds(score.of(s, i));
            double timing = post[i] ? 1 / share : -1 / (1 - share);
            double part = -s.w[i] * odds * s.y[i] / meanTreated;
            out[i] = part * timing;
            att += out[i] / s.n;
            viaLater -= post[i] ? part / (share * share) / s.n : 0;
            viaEarlier += post[i] ? 0 : part / ((1 - share) * (1 - share)) / s.n;
            if (!s.d[i]) {
                s.addScaled(direction, i, part * timing / s.n);
            }
        }
        direction = score.inverseHessian.times(direction);
        for (int i = 0; i < s.n; i++) {
            out[i] -= s.d[i] ? s.w[i] * att / meanTreated : 0;
            out[i] += s.w[i] * ((s.d[i] ? 1 : 0) - score.of(s, i)) * s.dot(i, direction);
            double w = s.w[i] / meanWeight;
            out[i] += viaLater * ((post[i] ? w : 0) - share) + viaEarlier * ((post[i] ? 0 : w) - (1 - share));
        }
        return new CrossSectionModel(att, out);
    }

    private static CrossSectionModel doublyRobust(Sample s, boolean[] post, Score score, boolean improved) {
        IntToDoubleFunction odds = improved ? i -> odds(score.of(s, i)) : null;
        Sum sum = new Sum(s);
        for (int t = 0; t < 2; t++) {
            boolean later = t == 1;
            double sign = later ? 1 : -1;
            Regression comparison = on(s, post, false, later, odds);
            Regression treated = on(s, post, true, later, null);
            IntToDoubleFunction rest = i -> s.y[i] - s.dot(i, comparison.beta);
            IntToDoubleFunction ahead = i -> s.dot(i, treated.beta) - s.dot(i, comparison.beta);
            double[] ofTreated = sum.mean(sign, i -> s.d[i] && post[i] == later ? s.w[i] : 0, rest);
            double[] ofComparison = sum.weighted(-sign, score, i -> !s.d[i] && post[i] == later ? s.w[i] : 0, rest);
            double[] everywhere = sum.mean(sign, i -> s.d[i] ? s.w[i] : 0, ahead);
            double[] here = sum.mean(-sign, i -> s.d[i] && post[i] == later ? s.w[i] : 0, ahead);
            if (!improved) {
                double[] toComparison = new double[s.p];
                double[] toTreated = new double[s.p];
                for (int j = 0; j < s.p; j++) {
                    toTreated[j] = everywhere[j] - here[j];
                    toComparison[j] = (later ? 1 : -1) * (ofComparison[j] - ofTreated[j]) - toTreated[j];
                }
                sum.viaRegression(comparison, toComparison, sign, i -> !s.d[i] && post[i] == later ? s.w[i] : 0);
                sum.viaRegression(treated, toTreated, sign, i -> s.d[i] && post[i] == later ? s.w[i] : 0);
            }
        }
        if (!improved) {
            sum.viaScore(score);
        }
        return sum.done();
    }

    private static Regression on(
            Sample s, boolean[] post, boolean treated, boolean later, @Nullable IntToDoubleFunction times) {
        return Regression.fit(
                s,
                i -> s.d[i] == treated && post[i] == later ? s.w[i] * (times == null ? 1 : times.applyAsDouble(i)) : 0);
    }

    private static double odds(double ps) {
        return ps / (1 - ps);
    }

    private static double trimmedOdds(double ps) {
        return ps < Score.TRIM ? odds(ps) : 0;
    }

    /** Adds up weighted means, and what each row did to each of them. */
    private static final class Sum {
        private final Sample s;
        private final double[] influence;
        private final double[] towardsScore;
        private double value;

        Sum(Sample s) {
            this.s = s;
            this.influence = new double[s.n];
            this.towardsScore = new double[s.p];
        }

        /** Adds {@code sign * sum(w f) / sum(w)}; gives the weighted mean of the covariates. */
        double[] mean(double sign, IntToDoubleFunction weight, IntToDoubleFunction f) {
            double total = 0;
            double sum = 0;
            double[] x = new double[s.p];
            for (int i = 0; i < s.n; i++) {
                double w = weight.applyAsDouble(i);
                if (w != 0) {
                    total += w;
                    sum += w * f.applyAsDouble(i);
                    s.addScaled(x, i, w);
                }
            }
            if (!(total > 0)) {
                throw new NotEstimable(NotEstimable.Why.TOO_FEW_UNITS, "a group without weight in one period");
            }
            double mean = sum / total;
            for (int i = 0; i < s.n; i++) {
                double w = weight.applyAsDouble(i);
                if (w != 0) {
                    influence[i] += sign * w * (f.applyAsDouble(i) - mean) * s.n / total;
                }
            }
            for (int j = 0; j < s.p; j++) {
                x[j] /= total;
            }
            value += sign * mean;
            return x;
        }

        /** The same with weights times the odds of treatment, whose slope in the logit's parameters is kept. */
        double[] weighted(double sign, Score score, IntToDoubleFunction weight, IntToDoubleFunction f) {
            double[] odds = new double[s.n];
            double total = 0;
            double sum = 0;
            for (int i = 0; i < s.n; i++) {
                double w = weight.applyAsDouble(i);
                if (w != 0) {
                    odds[i] = w * trimmedOdds(score.of(s, i));
                    total += odds[i];
                    sum += odds[i] * f.applyAsDouble(i);
                }
            }
            for (int i = 0; i < s.n; i++) {
                if (odds[i] != 0) {
                    s.addScaled(towardsScore, i, sign * odds[i] * (f.applyAsDouble(i) - sum / total) / total);
                }
            }
            return mean(sign, i -> odds[i], f);
        }

        void viaRegression(Regression r, double[] slope, double sign, IntToDoubleFunction weight) {
            double[] direction = r.inverseMoment.times(slope);
            for (int i = 0; i < s.n; i++) {
                double w = weight.applyAsDouble(i);
                if (w != 0) {
                    influence[i] += sign * w * (s.y[i] - s.dot(i, r.beta)) * s.dot(i, direction);
                }
            }
        }

        void viaScore(Score score) {
            Matrix h = score.inverseHessian;
            double[] direction = h.times(towardsScore);
            for (int i = 0; i < s.n; i++) {
                influence[i] += s.w[i] * ((s.d[i] ? 1 : 0) - score.of(s, i)) * s.dot(i, direction);
            }
        }

        CrossSectionModel done() {
            return new CrossSectionModel(value, influence);
        }
    }
}
