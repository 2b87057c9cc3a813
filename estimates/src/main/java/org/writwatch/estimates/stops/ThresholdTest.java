package org.writwatch.estimates.stops;

import java.util.function.ToDoubleFunction;

/**
 * Threshold test: the chance of guilt at which officers search each group, inferred from how often they search and how often they find
 * something (Simoiu, Corbett-Davies and Goel 2017; Pierson and others 2020).
 *
 * <p>A lower threshold for a group is a lower bar for searching its members. Unlike a comparison of hit rates it is not fooled when groups
 * differ in how risk is spread (infra-marginality). Levels depend on the model and its priors; report differences.
 */
public final class ThresholdTest {
    private final ThresholdCells cells;
    private final ThresholdPosterior posterior;
    private final Draws draws;

    private ThresholdTest(ThresholdCells cells, ThresholdPosterior posterior, Draws draws) {
        this.cells = cells;
        this.posterior = posterior;
        this.draws = draws;
    }

    /** Samples the mixture model of 2020. */
    public static ThresholdTest mixture(ThresholdCells cells, int chains, int warmup, int samples, long seed) {
        ThresholdModel model = new ThresholdModel(cells);
        return new ThresholdTest(cells, model, Nuts.sample(model, chains, warmup, samples, seed));
    }

    /** Samples the Beta model of 2017. */
    public static ThresholdTest beta(ThresholdCells cells, int chains, int warmup, int samples, long seed) {
        ThresholdBeta model = new ThresholdBeta(cells);
        return new ThresholdTest(cells, model, Nuts.sample(model, chains, warmup, samples, seed));
    }

    /** The draws and what tells whether to believe them. */
    public Draws draws() {
        return draws;
    }

    /** Threshold of a cell. */
    public Draws.Summary threshold(int cell) {
        return draws.summary(q -> posterior.threshold(q, cell));
    }

    /** Search rate the model expects in a cell. */
    public Draws.Summary searchRate(int cell) {
        return draws.summary(q -> posterior.searchRate(q, cell));
    }

    /** Hit rate the model expects in a cell. */
    public Draws.Summary hitRate(int cell) {
        return draws.summary(q -> posterior.hitRate(q, cell));
    }

    /** Threshold of a group over places, weighted by all stops made in each. */
    public Draws.Summary aggregate(int group) {
        return draws.summary(aggregateOf(group));
    }

    /** Threshold of a group less that of the reference, over places. */
    public Draws.Summary difference(int group) {
        ToDoubleFunction<double[]> a = aggregateOf(group);
        ToDoubleFunction<double[]> b = aggregateOf(0);
        return draws.summary(q -> a.applyAsDouble(q) - b.applyAsDouble(q));
    }

    private ToDoubleFunction<double[]> aggregateOf(int group) {
        double[] w = cells.weights();
        return q -> {
            double s = 0;
            double of = 0;
            for (int i = 0; i < cells.cells(); i++) {
                if (cells.group[i] == group) {
                    s += w[i] * posterior.threshold(q, i);
                    of += w[i];
                }
            }
            return s / of;
        };
    }

    /** Largest R-hat over all parameters. */
    public double worstRHat() {
        double worst = 0;
        for (int j = 0; j < draws.dimension(); j++) {
            int k = j;
            worst = Math.max(worst, draws.summary(q -> q[k]).rHat());
        }
        return worst;
    }

    /**
     * How far the model's search and hit rates lie from the observed ones, weighted by stops and by searches.
     *
     * @return root mean squares of the two differences
     */
    public double[] misfit() {
        double[] s = new double[4];
        for (int i = 0; i < cells.cells(); i++) {
            double search = searchRate(i).mean() - cells.searches[i] / cells.stops[i];
            s[0] += cells.stops[i] * search * search;
            s[1] += cells.stops[i];
            if (cells.searches[i] > 0) {
                double hit = hitRate(i).mean() - cells.hits[i] / cells.searches[i];
                s[2] += cells.searches[i] * hit * hit;
                s[3] += cells.searches[i];
            }
        }
        return new double[] {Math.sqrt(s[0] / s[1]), Math.sqrt(s[2] / s[3])};
    }

    /** Fewest effective draws over the thresholds of all cells. */
    public double fewestEffective() {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < cells.cells(); i++) {
            least = Math.min(least, threshold(i).ess());
        }
        return least;
    }
}
