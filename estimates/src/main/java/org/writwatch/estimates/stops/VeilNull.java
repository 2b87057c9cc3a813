package org.writwatch.estimates.stops;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.writwatch.estimates.NotEstimable;

/**
 * Tables with the hours, factors and numbers of a veil-of-darkness comparison in which darkness changes nothing: each stop is of the
 * minority with the chance that the model without darkness gives it. A second comparison on some of the same rows (the days around clock
 * changes) is made from the same simulated table, so that what the two say hangs together as it does in the records. Not thread-safe.
 */
public final class VeilNull {
    private final Side[] sides;
    private final double[] chance;
    /** Of each entry, rows of one cell of the first comparison and one of the second: that of the first, that of the second or -1. */
    private final int[][] cellOf;

    private final double[] rows;

    /**
     * Tables for one comparison or two.
     *
     * @param first whose rows are drawn
     * @param others at most one further comparison; {@code rowOf} says for each of its rows which row of the first it is
     */
    public VeilNull(VeilOfDarkness first, VeilOfDarkness[] others, int[][] rowOf) {
        sides = new Side[1 + others.length];
        sides[0] = new Side(first.cells());
        int[] cell = first.cells().cell();
        int[] second = new int[cell.length];
        Arrays.fill(second, -1);
        long most = 1;
        if (others.length > 0) {
            sides[1] = new Side(others[0].cells());
            most += sides[1].trials.length;
            for (int i = 0; i < rowOf[0].length; i++) {
                second[rowOf[0][i]] = others[0].cells().cell()[i];
            }
        }
        CellIndex index = CellIndex.below(most * sides[0].trials.length);
        int[] entry = new int[cell.length];
        for (int i = 0; i < entry.length; i++) {
            entry[i] = index.number(cell[i] * most + second[i] + 1);
        }
        cellOf = new int[2][index.size()];
        rows = new double[index.size()];
        for (int i = 0; i < entry.length; i++) {
            cellOf[0][entry[i]] = cell[i];
            cellOf[1][entry[i]] = second[i];
            rows[entry[i]]++;
        }
        chance = first.withoutDark().fitted();
    }

    /** Coefficient over its model error in each comparison, of one simulated table; NaN where it can not be fitted. */
    public double[] statistics(SplittableRandom random) {
        for (Side s : sides) {
            Arrays.fill(s.successes, 0);
        }
        for (int e = 0; e < rows.length; e++) {
            double yes = SearchNull.binomial(random, rows[e], chance[cellOf[0][e]]);
            for (int k = 0; k < sides.length; k++) {
                if (cellOf[k][e] >= 0) {
                    sides[k].successes[cellOf[k][e]] += yes;
                }
            }
        }
        return Arrays.stream(sides).mapToDouble(Side::statistic).toArray();
    }

    /** The cells of a comparison, with successes that change. */
    private static final class Side {
        private final double[][] columns;
        private final int[] group;
        private final double[] trials;
        private final double[] successes;

        Side(VeilRows.Cells cells) {
            columns = cells.columns(true);
            group = cells.group();
            trials = cells.trials();
            successes = new double[trials.length];
        }

        double statistic() {
            try {
                CellModel m = CellModel.logit(columns, group, trials, successes);
                return m.coefficient(0) / m.modelError(0);
            } catch (NotEstimable e) {
                return Double.NaN;
            }
        }
    }
}
