package org.writwatch.estimates.fixedeffects;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.linear.Matrix;
import org.writwatch.estimates.panel.Dropped;

/** A fitted {@link FixedEffectsModel}. Standard errors are chosen afterwards. Immutable; safe to share. */
public final class FixedEffectsFit {
    private final Family family;
    private final Design design;
    private final Effects effects;
    private final Solution solution;
    private final List<Dropped> dropped;
    private final List<Term> terms = new ArrayList<>();
    private final List<Term> collinear = new ArrayList<>();
    private final int[] columns;

    private final Supplier<Predictions> predictions;

    FixedEffectsFit(
            Family family,
            Design design,
            Effects effects,
            Solution solution,
            List<Dropped> dropped,
            Supplier<Predictions> predictions) {
        this.predictions = predictions;
        this.family = family;
        this.design = design;
        this.effects = effects;
        this.solution = solution;
        this.dropped = List.copyOf(dropped);
        boolean[] used = new boolean[solution.partialled.width()];
        for (int c : solution.partialled.factor().used()) {
            used[c] = true;
        }
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < design.terms().size(); i++) {
            int c = design.column(i);
            if (used[c]) {
                terms.add(design.terms().get(i));
                kept.add(c);
            } else {
                collinear.add(design.terms().get(i));
            }
        }
        this.columns = kept.stream().mapToInt(Integer::intValue).toArray();
        if (columns.length == 0 && !design.terms().isEmpty()) {
            throw new NotEstimable(
                    NotEstimable.Why.COLLINEAR,
                    "the fixed effects explain every regressor: " + names(collinear)
                            + " do not vary within them; fewer fixed effects would be enough");
        }
    }

    private static String names(List<Term> terms) {
        return terms.stream().limit(5).map(Term::label).toList().toString();
    }

    /** Coefficients with their covariance. Intervals are by the t distribution for linear models, normal for counts, as in fixest. */
    public JointEstimates estimates(Errors errors) {
        Matrix covariance;
        int n = rows();
        double degrees;
        int k = parameters();
        if (errors instanceof Errors.Clustered clustered) {
            List<Coded> ways = clustered.ways().stream()
                    .map(way -> Coded.of(effects.arranged(way)))
                    .toList();
            int fewest = ways.stream().mapToInt(Coded::levels).min().orElseThrow();
            if (fewest < 2) {
                throw new NotEstimable(NotEstimable.Why.TOO_FEW_UNITS, "one cluster; at least 2 are needed");
            }
            k = parametersOutside(ways);
            covariance = clustered(ways).scaled(fewest / (fewest - 1.0));
            degrees = fewest - 1;
        } else if (errors instanceof Errors.Robust) {
            covariance = bread().sandwich(meat().byRow()).scaled(n / (n - 1.0));
            degrees = Math.max(1, n - k);
        } else {
            covariance = bread().columns(columns).scaled(family == Family.LINEAR ? sumOfSquares() / (n - 1) : 1);
            degrees = Math.max(1, n - k);
        }
        if (n <= k) {
            throw new NotEstimable(
                    NotEstimable.Why.TOO_FEW_UNITS,
                    n + " rows and " + k + " parameters leave nothing to judge errors by");
        }
        return new JointEstimates(
                terms,
                IntStream.of(columns).mapToDouble(c -> solution.beta[c]).toArray(),
                covariance.scaled((n - 1.0) / (n - k)),
                family == Family.LINEAR ? degrees : JointEstimates.NORMAL);
    }

    /** Regressors that were left out because others, or the fixed effects, say the same. */
    public List<Term> collinear() {
        return List.copyOf(collinear);
    }

    /** Rows left out, and why. */
    public List<Dropped> dropped() {
        return dropped;
    }

    /** Rows used. */
    public int rows() {
        return effects.groups.rows();
    }

    /** Levels per fixed effect, in the order they were added. */
    public int[] levels() {
        return effects.levels.clone();
    }

    /** Weight of the rows used that have each term's regressor not zero, as shares for averages over terms. */
    public double[] weightOf(double[] weights) {
        double[] w = effects.arranged(weights);
        double[] sums = new double[solution.partialled.width()];
        for (Block b : design.indicatorBlocks()) {
            for (int r = 0; r < w.length; r++) {
                int c = b.column(r);
                if (c >= 0) {
                    sums[c] += w[r];
                }
            }
        }
        return IntStream.of(columns).mapToDouble(c -> sums[c]).toArray();
    }

    /** Fitted mean per row used, with {@link #rowsUsed()}. */
    public double[] fitted() {
        return solution.fitted.clone();
    }

    /** Row of the table per row used. */
    public int[] rowsUsed() {
        return effects.rowOf.clone();
    }

    /**
     * What the model says of every row of the table, those it was not fitted to among them. Linear models only.
     *
     * @throws NotEstimable the fixed effects were too many to be solved as one system
     */
    public Predictions predictions() {
        if (family != Family.LINEAR) {
            throw new IllegalArgumentException("predictions are of linear models");
        }
        return predictions.get();
    }

    private Matrix bread() {
        return solution.partialled.factor().inverseRows(columns);
    }

    private Meat meat() {
        return new Meat(solution.partialled, solution.residuals);
    }

    private Matrix clustered(List<Coded> ways) {
        Matrix bread = bread();
        Meat meat = meat();
        Matrix sum = new Matrix(columns.length, columns.length);
        for (int subset = 1; subset < 1 << ways.size(); subset++) {
            Coded both = null;
            for (int i = 0; i < ways.size(); i++) {
                if ((subset >> i & 1) == 1) {
                    both = both == null ? ways.get(i) : Coded.pairs(both, ways.get(i));
                }
            }
            if (both != null) {
                int sign = Integer.bitCount(subset) % 2 == 1 ? 1 : -1;
                sum = sum.plus(bread.sandwich(meat.byCluster(both.code(), both.levels()))
                        .scaled(sign));
            }
        }
        return ways.size() == 1 ? sum : sum.positive();
    }

    /** K of the small-sample correction: regressors, and levels less one for each fixed effect after the first. */
    private int parameters() {
        int k = columns.length;
        if (effects.levels.length == 0) {
            return k + 1;
        }
        return k + IntStream.of(effects.levels).sum() - (effects.levels.length - 1);
    }

    private int parametersOutside(List<Coded> ways) {
        int d = effects.levels.length;
        int k = parameters();
        int nested = 0;
        for (int i = 0; i < d; i++) {
            int[] effect = effects.codes.get(i);
            int levels = effects.levels[i];
            if (ways.stream().anyMatch(w -> nests(effect, levels, w.code()))) {
                nested++;
                k -= levels - 1;
            }
        }
        // With all of them nested only the constant is left to count.
        return nested == d && d > 0 ? columns.length + 1 : k;
    }

    private static boolean nests(int[] effect, int levels, int[] cluster) {
        int[] seen = new int[levels];
        java.util.Arrays.fill(seen, -1);
        for (int r = 0; r < effect.length; r++) {
            if (seen[effect[r]] >= 0 && seen[effect[r]] != cluster[r]) {
                return false;
            }
            seen[effect[r]] = cluster[r];
        }
        return true;
    }

    private double sumOfSquares() {
        double s = 0;
        double[] u = solution.residuals;
        for (int r = 0; r < u.length; r++) {
            s += solution.partialled.weight(r) * u[r] * u[r];
        }
        return s;
    }
}
