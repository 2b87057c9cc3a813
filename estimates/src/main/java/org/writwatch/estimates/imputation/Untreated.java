package org.writwatch.estimates.imputation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.NotEstimable.Why;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.fixedeffects.FixedEffectsFit;
import org.writwatch.estimates.fixedeffects.FixedEffectsModel;
import org.writwatch.estimates.fixedeffects.Predictions;
import org.writwatch.estimates.panel.Cohorts;
import org.writwatch.estimates.panel.Dropped;
import org.writwatch.estimates.panel.Observations;

/** A model of the outcome without treatment, fitted to untreated rows, and what it leaves of every row. */
final class Untreated {
    final Observations table;
    /** Start of treatment per row; infinite for never. */
    final double[] start;

    final double[] weight;
    final FixedEffectsFit fit;
    final Predictions predictions;
    /** Outcome less prediction per row; NaN where there is none. */
    final double[] left;

    final List<Dropped> dropped;
    private final double[] times;
    private final double anticipation;

    private Untreated(
            Observations table,
            double[] start,
            double[] weight,
            FixedEffectsFit fit,
            Predictions predictions,
            double[] left,
            double anticipation,
            List<Dropped> dropped) {
        this.table = table;
        this.start = start;
        this.weight = weight;
        this.fit = fit;
        this.predictions = predictions;
        this.left = left;
        this.dropped = List.copyOf(dropped);
        this.times = table.times();
        this.anticipation = anticipation;
    }

    static Untreated of(
            Observations table,
            String outcome,
            String firstTreated,
            List<String> covariates,
            @Nullable String weights,
            double anticipation,
            boolean keepSingletons) {
        double[] y = table.column(outcome);
        double[] given = table.column(firstTreated);
        double[] times = table.times();
        int n = y.length;
        double[] start = new double[n];
        double[] w = new double[n];
        double[] untreated = new double[n];
        boolean anyTreated = false;
        for (int r = 0; r < n; r++) {
            start[r] = Cohorts.never(given[r]) ? Double.POSITIVE_INFINITY : given[r];
            w[r] = weights == null ? 1 : table.column(weights)[r];
            boolean treated = times[table.periodCodes()[r]] >= start[r] - anticipation;
            anyTreated |= treated;
            untreated[r] = treated ? Double.NaN : y[r];
        }
        if (!anyTreated) {
            throw new NotEstimable(Why.TOO_FEW_UNITS, "no row is treated");
        }
        FixedEffectsModel model = FixedEffectsModel.of(untreated)
                .absorb(table.unitCodes())
                .absorb(table.periodCodes())
                .solveTogether();
        if (weights != null) {
            model.weights(w);
        }
        if (keepSingletons) {
            model.keepSingletons();
        }
        for (String c : covariates) {
            model.regressor(c, table.column(c));
        }
        FixedEffectsFit fit;
        try {
            fit = model.fit();
        } catch (NotEstimable e) {
            throw e.why() == Why.TOO_FEW_UNITS
                    ? new NotEstimable(Why.NO_CONTROLS, "no untreated row is left to learn from: " + e.getMessage())
                    : e;
        }
        if (!fit.collinear().isEmpty()) {
            throw new NotEstimable(
                    Why.COLLINEAR,
                    "in untreated rows "
                            + String.join(
                                    ", ",
                                    fit.collinear().stream().map(Term::label).toList())
                            + " says nothing of its own, so what it does in treated rows cannot be known");
        }
        Predictions predictions = fit.predictions();
        double[] left = predictions.values();
        for (int r = 0; r < n; r++) {
            left[r] = w[r] > 0 ? y[r] - left[r] : Double.NaN;
        }
        return new Untreated(
                table,
                start,
                w,
                fit,
                predictions,
                left,
                anticipation,
                dropped(table, start, anticipation, y, left, fit));
    }

    /** Untreated rows the model left out, and treated rows it says nothing of. */
    private static List<Dropped> dropped(
            Observations table, double[] start, double anticipation, double[] y, double[] left, FixedEffectsFit fit) {
        double[] times = table.times();
        boolean[] hasUntreated = new boolean[table.units()];
        boolean[] used = new boolean[table.units()];
        boolean[] usedTime = new boolean[times.length];
        for (int r : fit.rowsUsed()) {
            used[table.unitCodes()[r]] = true;
            usedTime[table.periodCodes()[r]] = true;
        }
        for (int r = 0; r < y.length; r++) {
            hasUntreated[table.unitCodes()[r]] |=
                    times[table.periodCodes()[r]] < start[r] - anticipation && Double.isFinite(y[r]);
        }
        Dropped.Reason[] reasons = {
            Dropped.Reason.NOT_FINITE,
            Dropped.Reason.ALWAYS_TREATED,
            Dropped.Reason.SINGLETON,
            Dropped.Reason.NO_COMPARISON_LEFT
        };
        int[] count = new int[reasons.length];
        int[] first = new int[reasons.length];
        for (int r = 0; r < y.length; r++) {
            if (Double.isFinite(left[r])) {
                continue;
            }
            int u = table.unitCodes()[r];
            int kind = 0;
            if (Double.isFinite(y[r])) {
                kind = !hasUntreated[u] ? 1 : !used[u] ? 2 : 3;
                if (kind == 3
                        && usedTime[table.periodCodes()[r]]
                        && times[table.periodCodes()[r]] < start[r] - anticipation) {
                    kind = 0;
                }
            }
            first[kind] = count[kind]++ == 0 ? r : first[kind];
        }
        List<Dropped> out = new ArrayList<>();
        for (int k = 0; k < reasons.length; k++) {
            if (count[k] > 0) {
                out.add(new Dropped(reasons[k], count[k], first[k]));
            }
        }
        return out;
    }

    int rows() {
        return left.length;
    }

    double time(int row) {
        return times[table.periodCodes()[row]];
    }

    double event(int row) {
        return time(row) - start[row];
    }

    /** In a period the model may not learn from: treated, or about to be within the periods of anticipation. */
    boolean treated(int row) {
        return time(row) >= start[row] - anticipation;
    }

    /** At or after the start, and with an outcome and a prediction. */
    boolean counted(int row) {
        return time(row) >= start[row] && Double.isFinite(left[row]);
    }

    /** Sums of a value per row within clusters, and how many clusters there are. */
    static double[] sums(int[] cluster, int clusters, double[] value) {
        double[] out = new double[clusters];
        for (int r = 0; r < value.length; r++) {
            out[cluster[r]] += value[r];
        }
        return out;
    }

    /** Codes from 0 for any labels. */
    static int[] codes(int[] labels) {
        int[] distinct = Arrays.stream(labels).sorted().distinct().toArray();
        return Arrays.stream(labels).map(v -> Arrays.binarySearch(distinct, v)).toArray();
    }
}
