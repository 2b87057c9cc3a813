package org.writwatch.estimates.imputation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.panel.Observations;

/**
 * Effects by imputation (Borusyak, Jaravel and Spiess 2024): a model with unit and time effects is fitted to untreated rows, and what
 * it leaves of treated rows is averaged.
 *
 * <p>Estimand: the average effect over treated rows (all, or those at one distance from the start, of one cohort, at one time), for
 * the treated rows there are. Assumptions: parallel trends in every untreated period, no reaction earlier than {@link #anticipation}. Efficient when errors are equal
 * and independent. Left out and reported: treated rows of units never seen untreated, or (as the package didimputation does) only
 * once; rows in times when nobody is untreated. Works on unbalanced panels.
 *
 * <p>A builder; not for sharing between threads.
 */
public final class Imputation {
    private final Observations table;
    private final String outcome;
    private final String firstTreated;
    private List<String> covariates = List.of();
    private @Nullable String weights;
    private int @Nullable [] cluster;
    private double anticipation;
    private boolean keepSingletons;

    private Imputation(Observations table, String outcome, String firstTreated) {
        this.table = table;
        this.outcome = outcome;
        this.firstTreated = firstTreated;
    }

    public static Imputation on(Observations table, String outcome, String firstTreated) {
        return new Imputation(table, outcome, firstTreated);
    }

    /** Columns that explain the outcome without treatment; they may vary over time. */
    public Imputation covariates(List<String> names) {
        this.covariates = List.copyOf(names);
        return this;
    }

    /** Column of weights: of rows in the model, and of effects in averages. */
    public Imputation weights(String column) {
        this.weights = column;
        return this;
    }

    /**
     * How many periods before its start a unit may react: rows from then on count as treated, so the model of untreated rows does not
     * learn from them.
     */
    public Imputation anticipation(double periods) {
        this.anticipation = periods;
        return this;
    }

    /** Labels per row within which errors may depend on each other; units unless said otherwise. */
    public Imputation clustered(int[] labels) {
        this.cluster = labels;
        return this;
    }

    /** Also uses units seen untreated only once, whose level then rests on that one reading. */
    public Imputation keepSingletons() {
        this.keepSingletons = true;
        return this;
    }

    /**
     * Fits the model of untreated rows.
     *
     * @throws NotEstimable nobody is treated, or no untreated row is left
     */
    public ImputationFit fit() {
        Untreated u = Untreated.of(table, outcome, firstTreated, covariates, weights, anticipation, keepSingletons);
        return new ImputationFit(
                u, outcome, covariates, weights != null, cluster == null ? table.unitCodes() : cluster);
    }
}
