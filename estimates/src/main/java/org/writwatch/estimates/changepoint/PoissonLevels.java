package org.writwatch.estimates.changepoint;

/** Sums of a checked series, and what two Poisson levels explain that one does not. */
final class PoissonLevels {
    private final double[] sums;

    PoissonLevels(double[] y) {
        sums = new double[y.length + 1];
        for (int t = 0; t < y.length; t++) {
            if (!(y[t] >= 0) || y[t] == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException(
                        "reading " + t + " is " + y[t] + "; counts are finite and not negative");
            }
            sums[t + 1] = sums[t] + y[t];
        }
    }

    double sum(int from, int to) {
        return sums[to] - sums[from];
    }

    double mean(int from, int to) {
        return sum(from, to) / (to - from);
    }

    /** Log likelihood gained by splitting {@code [from, to)} at {@code at}. */
    double gain(int from, int at, int to) {
        return logLikelihood(from, at) + logLikelihood(at, to) - logLikelihood(from, to);
    }

    private double logLikelihood(int from, int to) {
        double sum = sum(from, to);
        return sum <= 0 ? 0 : sum * Math.log(sum / (to - from));
    }
}
