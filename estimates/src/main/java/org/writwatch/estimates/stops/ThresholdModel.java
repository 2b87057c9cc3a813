package org.writwatch.estimates.stops;

/**
 * The hierarchical threshold test of Pierson and others (2020, "A large-scale analysis of racial disparities in police stops"): signals of
 * guilty drivers are normal about {@code delta}, of innocent ones about 0; an officer searches when the signal passes a threshold.
 *
 * <p>Share guilty {@code phi = logit^-1(mu_phi + group + place)}, {@code delta = exp(mu_delta + group + place)}, group 0 and the pinned place
 * at 0; {@code N(0, 1)} on both means, {@code N(0, 0.1)} on group and place effects; threshold of a cell
 * {@code t_group + sigma * eps}, {@code t_group ~ N(0, 1)}, {@code sigma ~ N+(0, 1)}, {@code eps ~ N(0, 1)}. Searches are binomial in stops,
 * hits binomial in searches. Levels rest on the form of the model; differences between groups much less.
 */
final class ThresholdModel implements LogDensity, ThresholdPosterior {
    private static final double EFFECT = 0.1;

    private final ThresholdCells c;
    private final int eps;
    private final int phiGroup;
    private final int phiPlace;
    private final int deltaGroup;
    private final int deltaPlace;
    private final int n;

    ThresholdModel(ThresholdCells cells) {
        this.c = cells;
        this.eps = cells.groups + 3;
        this.phiGroup = eps + cells.cells();
        this.phiPlace = phiGroup + cells.groups - 1;
        this.deltaGroup = phiPlace + cells.places - 1;
        this.deltaPlace = deltaGroup + cells.groups - 1;
        this.n = deltaPlace + cells.places - 1;
    }

    // Order: t of each group, log sigma, mu_phi, mu_delta, threshold signal of each cell, effects (scaled to unit
    // priors). Thresholds stand
    // for themselves, not for their eps: thousands of stops a cell fix them well, and the sampler then needs far fewer
    // steps.

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public double[] start() {
        double[] q = new double[n];
        for (int g = 0; g < c.groups; g++) {
            q[g] = 1.5;
        }
        for (int i = 0; i < c.cells(); i++) {
            q[eps + i] = 1.5;
        }
        q[c.groups] = -1;
        q[c.groups + 1] = -1.5;
        q[c.groups + 2] = 0.3;
        return q;
    }

    private double logit(double[] q, int i) {
        int g = c.group[i];
        int p = c.free(c.place[i]);
        return q[c.groups + 1] + EFFECT * ((g > 0 ? q[phiGroup + g - 1] : 0) + (p >= 0 ? q[phiPlace + p] : 0));
    }

    private double delta(double[] q, int i) {
        int g = c.group[i];
        int p = c.free(c.place[i]);
        return Math.exp(
                q[c.groups + 2] + EFFECT * ((g > 0 ? q[deltaGroup + g - 1] : 0) + (p >= 0 ? q[deltaPlace + p] : 0)));
    }

    private double signal(double[] q, int i) {
        return q[eps + i];
    }

    @Override
    public double at(double[] q, double[] gradient) {
        double log = 0;
        double sigma = Math.exp(q[c.groups]);
        for (int j = 0; j < n; j++) {
            if (j != c.groups && (j < eps || j >= phiGroup)) {
                log -= q[j] * q[j] / 2;
                gradient[j] = -q[j];
            }
        }
        log += -sigma * sigma / 2 + q[c.groups] - c.cells() * q[c.groups];
        gradient[c.groups] = -sigma * sigma + 1 - c.cells();
        for (int i = 0; i < c.cells(); i++) {
            int g = c.group[i];
            int p = c.free(c.place[i]);
            double t = q[eps + i];
            double z = (t - q[g]) / sigma;
            log -= z * z / 2;
            double d = delta(q, i);
            double phi = 1 / (1 + Math.exp(-logit(q, i)));
            double e0 = Math.exp(-t * t / 2);
            double e1 = Math.exp(-(t - d) * (t - d) / 2);
            double innocent = NormalTail.above(t, e0);
            double guilty = NormalTail.above(t - d, e1);
            double n0 = NormalTail.density(e0);
            double n1 = NormalTail.density(e1);
            double rest = phi * NormalTail.above(d - t, e1) + (1 - phi) * NormalTail.above(-t, e0);
            double hit = c.hits[i];
            double miss = c.searches[i] - hit;
            double free = c.stops[i] - c.searches[i];
            if (!(guilty > 0) || !(innocent > 0) || !(rest > 0)) {
                return Double.NEGATIVE_INFINITY;
            }
            log += hit * Math.log(phi * guilty) + miss * Math.log((1 - phi) * innocent) + free * Math.log(rest);
            double ofT = -hit * n1 / guilty - miss * n0 / innocent + free * (phi * n1 + (1 - phi) * n0) / rest;
            double ofDelta = d * (hit * n1 / guilty - free * phi * n1 / rest);
            double ofLogit = hit * (1 - phi) - miss * phi - free * phi * (1 - phi) * (guilty - innocent) / rest;
            gradient[g] += z / sigma;
            gradient[eps + i] = ofT - z / sigma;
            gradient[c.groups] += z * z;
            gradient[c.groups + 1] += ofLogit;
            gradient[c.groups + 2] += ofDelta;
            if (g > 0) {
                gradient[phiGroup + g - 1] += EFFECT * ofLogit;
                gradient[deltaGroup + g - 1] += EFFECT * ofDelta;
            }
            if (p >= 0) {
                gradient[phiPlace + p] += EFFECT * ofLogit;
                gradient[deltaPlace + p] += EFFECT * ofDelta;
            }
        }
        return log;
    }

    @Override
    public double threshold(double[] q, int i) {
        double d = delta(q, i);
        return 1 / (1 + Math.exp(-logit(q, i) - d * signal(q, i) + d * d / 2));
    }

    @Override
    public double searchRate(double[] q, int i) {
        double t = signal(q, i);
        double d = delta(q, i);
        double phi = 1 / (1 + Math.exp(-logit(q, i)));
        return phi * NormalTail.above(t - d, Math.exp(-(t - d) * (t - d) / 2))
                + (1 - phi) * NormalTail.above(t, Math.exp(-t * t / 2));
    }

    @Override
    public double hitRate(double[] q, int i) {
        double t = signal(q, i);
        double d = delta(q, i);
        double phi = 1 / (1 + Math.exp(-logit(q, i)));
        return phi * NormalTail.above(t - d, Math.exp(-(t - d) * (t - d) / 2)) / searchRate(q, i);
    }
}
