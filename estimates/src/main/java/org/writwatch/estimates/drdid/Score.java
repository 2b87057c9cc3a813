package org.writwatch.estimates.drdid;

import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.linear.Cholesky;
import org.writwatch.estimates.linear.Matrix;

/** Odds of treatment given covariates, and how much each row moved them. */
final class Score {
    /** Comparison rows with a score at or above this are left out, as in DRDID: nobody treated is like them. */
    static final double TRIM = 0.995;

    /** A deviance below this: all fitted probabilities are 0 or 1. */
    private static final double SEPARATED = 1e-6;

    private static final double HIGHEST = 1 - 1e-6;
    private static final int MOST_STEPS = 100;
    private static final double LOGIT_CHANGE = 1e-8;
    private static final double TILTING_GAIN = 1.4901161193847656e-8;

    final double[] gamma;
    /** Inverse of the mean negative second derivative. */
    final Matrix inverseHessian;
    /** Chance of treatment per row of the sample. */
    final double[] chance;

    private Score(double[] gamma, Matrix inverseHessian, Sample s) {
        this.gamma = gamma;
        this.inverseHessian = inverseHessian;
        this.chance = new double[s.n];
        for (int i = 0; i < s.n; i++) {
            chance[i] = of(s.dot(i, gamma));
        }
    }

    /**
     * Weighted logit by iterated least squares, from R's start and with R's stopping rule (relative change of the deviance below
     * {@value #LOGIT_CHANGE}): where scores are near 0 or 1 the last digits depend on both.
     */
    static Score logit(Sample s) {
        double total = 0;
        for (double w : s.w) {
            total += w;
        }
        double unit = s.n / total;
        double[] gamma = new double[s.p];
        double last = Double.NaN;
        for (int step = 0; step < MOST_STEPS; step++) {
            Matrix gram = new Matrix(s.p, s.p);
            double[] xz = new double[s.p];
            double before = step == 0 ? start(s, unit, gram, xz) : step(s, unit, gamma, gram, xz);
            fillUpper(gram);
            Cholesky factor = Cholesky.of(gram);
            if (Math.abs(before - last) < LOGIT_CHANGE * (Math.abs(before) + 0.1) || step == MOST_STEPS - 1) {
                if (before < SEPARATED) {
                    throw new NotEstimable(
                            NotEstimable.Why.NO_OVERLAP,
                            "the covariates tell every treated unit from every comparison unit");
                }
                return new Score(gamma, factor.inverse().scaled(s.n * unit), s);
            }
            last = before;
            gamma = factor.solve(xz);
        }
        throw new AssertionError("unreachable");
    }

    /** First step, from the chances R starts with; returns the deviance there. */
    private static double start(Sample s, double unit, Matrix gram, double[] xz) {
        double deviance = 0;
        for (int i = 0; i < s.n; i++) {
            double w = s.w[i] * unit;
            double y = s.d[i] ? 1 : 0;
            double ps = (w * y + 0.5) / (w + 1);
            double index = Math.log(ps / (1 - ps));
            double v = ps * (1 - ps);
            deviance += 2 * w * softplus(s.d[i] ? -index : index);
            s.addOuter(gram, i, w * v);
            s.addScaled(xz, i, w * (v * index + y - ps));
        }
        return deviance;
    }

    /** One pass at given coefficients; returns the deviance there. Logarithms of many rows of weight 1 are taken at once. */
    private static double step(Sample s, double unit, double[] gamma, Matrix gram, double[] xz) {
        double deviance = 0;
        double product = 1;
        for (int i = 0; i < s.n; i++) {
            double w = s.w[i] * unit;
            double index = s.dot(i, gamma);
            double e = Math.exp(-Math.abs(index));
            double larger = 1 / (1 + e);
            double ps = index > 0 ? larger : e * larger;
            double v = Math.max(e * larger * larger, 1e-300);
            double against = Math.max(0, s.d[i] ? -index : index);
            if (w == 1) {
                deviance += 2 * against;
                product *= 1 + e;
                if (product > 1e200) {
                    deviance += 2 * Math.log(product);
                    product = 1;
                }
            } else {
                deviance += 2 * w * (against + Math.log1p(e));
            }
            s.addOuter(gram, i, w * v);
            s.addScaled(xz, i, w * (v * index + (s.d[i] ? 1 : 0) - ps));
        }
        return deviance + 2 * Math.log(product);
    }

    /**
     * Inverse probability tilting (Graham, Pinto and Egel 2012): {@code sum w (D - (1 - D) exp(x g)) x = 0}, by Newton's method
     * from the logit. Stops where DRDID's optimiser does, when a step gains less than {@value #TILTING_GAIN} per row.
     */
    static Score tilting(Sample s) {
        double[] gamma = logit(s).gamma.clone();
        double last = tiltingLoss(s, gamma);
        for (int step = 0; step < MOST_STEPS; step++) {
            Matrix hessian = new Matrix(s.p, s.p);
            double[] slope = new double[s.p];
            for (int i = 0; i < s.n; i++) {
                double w = s.w[i];
                if (s.d[i]) {
                    s.addScaled(slope, i, w);
                } else {
                    double odds = Math.exp(s.dot(i, gamma));
                    s.addScaled(slope, i, -w * odds);
                    s.addOuter(hessian, i, w * odds);
                }
            }
            fillUpper(hessian);
            double[] move = Cholesky.of(hessian).solve(slope);
            double[] next = gamma.clone();
            double damp = 1;
            double loss;
            do {
                for (int j = 0; j < s.p; j++) {
                    next[j] = gamma[j] + damp * move[j];
                }
                loss = tiltingLoss(s, next);
                damp /= 2;
            } while (!(loss <= last) && damp > 1e-10);
            double decrement = 0;
            for (int j = 0; j < s.p; j++) {
                decrement += move[j] * slope[j];
            }
            boolean settled = Math.abs(loss - last) < TILTING_GAIN || decrement / (2 * s.n) < TILTING_GAIN;
            gamma = next;
            last = loss;
            if (settled) {
                return new Score(gamma, new Matrix(s.p, s.p), s);
            }
        }
        throw new NotEstimable(
                NotEstimable.Why.NO_OVERLAP,
                "no tilting of the comparison units reproduces the covariates of the treated");
    }

    private static double tiltingLoss(Sample s, double[] gamma) {
        double loss = 0;
        for (int i = 0; i < s.n; i++) {
            double index = s.dot(i, gamma);
            loss += s.w[i] * (s.d[i] ? -index : Math.exp(index));
        }
        return loss / s.n;
    }

    double of(Sample s, int i) {
        return of(s.dot(i, gamma));
    }

    double highest() {
        double highest = 0;
        for (double c : chance) {
            highest = Math.max(highest, c);
        }
        return highest;
    }

    static double of(double index) {
        return Math.min(HIGHEST, 1 / (1 + Math.exp(-index)));
    }

    private static double softplus(double v) {
        return v > 0 ? v + Math.log1p(Math.exp(-v)) : Math.log1p(Math.exp(v));
    }

    static void fillUpper(Matrix m) {
        for (int i = 0; i < m.rows(); i++) {
            for (int j = 0; j < i; j++) {
                m.set(j, i, m.get(i, j));
            }
        }
    }
}
