package org.writwatch.estimates.drdid;

import org.writwatch.estimates.NotEstimable;

/**
 * Average effect on the treated from two groups and two times.
 *
 * <p>Estimand: E[Y(1) - Y(0) | treated] in the later period. Assumptions: without treatment both groups' outcomes would have
 * moved alike among units with the same covariates; no anticipation; for the weighting methods, every kind of treated unit has
 * comparison units like it. Refuses empty groups, collinear covariates and lack of overlap. Standard errors are
 * {@code sqrt(mean(influence^2) / n)}, without small-sample correction, as in the package DRDID.
 */
public final class DrDid {
    private final double att;
    private final double[] influence;

    private DrDid(double att, double[] influence) {
        this.att = att;
        this.influence = influence;
    }

    /**
     * From a panel: {@link Sample#changes}.
     *
     * @throws NotEstimable with the reason
     */
    public static DrDid panel(Method method, Sample changes) {
        if (changes.post != null) {
            throw new IllegalArgumentException("a panel is given by its changes");
        }
        PanelModel model = PanelModel.fit(method, changes);
        double[] influence = new double[changes.n];
        for (int i = 0; i < changes.n; i++) {
            influence[i] = model.influence(changes.d[i], changes.y[i], changes.x, i * changes.p, changes.w[i]);
        }
        return new DrDid(model.att(), influence);
    }

    /**
     * From repeated cross-sections: {@link Sample#levels}.
     *
     * @throws NotEstimable with the reason
     */
    public static DrDid crossSections(Method method, Sample levels) {
        CrossSectionModel model = CrossSectionModel.fit(method, levels);
        return new DrDid(model.att(), model.influence());
    }

    public double att() {
        return att;
    }

    /** Influence by row, averaging zero. */
    public double[] influence() {
        return influence.clone();
    }

    /** {@code sqrt(mean(influence^2) / n)}. */
    public double standardError() {
        double s = 0;
        for (double v : influence) {
            s += v * v;
        }
        return Math.sqrt(s) / influence.length;
    }

    /**
     * The same allowing rows of one cluster to move together: {@code sqrt(sum over clusters of (sum of influence)^2) / n}.
     *
     * @param cluster a label per row
     */
    public double standardError(int[] cluster) {
        java.util.Map<Integer, Double> sums = new java.util.TreeMap<>();
        for (int i = 0; i < influence.length; i++) {
            sums.merge(cluster[i], influence[i], Double::sum);
        }
        double s = 0;
        for (double v : sums.values()) {
            s += v * v;
        }
        return Math.sqrt(s) / influence.length;
    }
}
