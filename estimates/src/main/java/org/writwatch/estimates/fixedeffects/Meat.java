package org.writwatch.estimates.fixedeffects;

import java.util.Arrays;
import org.writwatch.estimates.linear.Matrix;

/**
 * The middle of the sandwich: outer products of scores {@code w u (x - mean of x in its absorbed group)}, summed by row or within
 * clusters first. Only the lower triangle is filled while summing; results are symmetric.
 */
final class Meat {
    private final Partialled p;
    /** Weight times residual; sums to zero within each group. */
    private final double[] wu;

    Meat(Partialled p, double[] residuals) {
        this.p = p;
        this.wu = new double[residuals.length];
        for (int r = 0; r < wu.length; r++) {
            wu[r] = p.weight(r) * residuals[r];
        }
    }

    /** Each row by itself, expanded so that the means are never subtracted row by row. */
    Matrix byRow() {
        Matrix m = new Matrix(p.width(), p.width());
        Sparse sums = new Sparse(p.width());
        Sparse squares = new Sparse(p.width());
        Sparse row = new Sparse(p.width());
        for (int g = 0; g < p.groups().count(); g++) {
            p.groupSums(g, sums);
            squares.clear();
            double total = 0;
            for (int r = p.groups().start()[g]; r < p.groups().start()[g + 1]; r++) {
                double q = wu[r] * wu[r];
                total += q;
                row.clear();
                addRow(row, r, 1);
                row.addOuter(m, q);
                addRow(squares, r, q);
            }
            double scale = 1 / p.groupWeight(g);
            squares.addCross(sums, m, -scale);
            sums.addOuter(m, total * scale * scale);
        }
        return symmetric(m);
    }

    /** Rows of one cluster together. Codes from 0. */
    Matrix byCluster(int[] cluster, int clusters) {
        return nested(cluster) ? byNesting(cluster, clusters) : byCrossing(cluster, clusters);
    }

    private boolean nested(int[] cluster) {
        int[] start = p.groups().start();
        for (int g = 0; g < p.groups().count(); g++) {
            for (int r = start[g] + 1; r < start[g + 1]; r++) {
                if (cluster[r] != cluster[start[g]]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A group lies within one cluster, where its scores' means cancel. */
    private Matrix byNesting(int[] cluster, int clusters) {
        int[] start = p.groups().start();
        int[] clusterOfGroup = new int[p.groups().count()];
        for (int g = 0; g < clusterOfGroup.length; g++) {
            clusterOfGroup[g] = cluster[start[g]];
        }
        Matrix m = new Matrix(p.width(), p.width());
        Sparse score = new Sparse(p.width());
        int[] order = ordered(clusterOfGroup, clusters);
        for (int i = 0; i < order.length; i++) {
            int g = order[i];
            for (int r = start[g]; r < start[g + 1]; r++) {
                addRow(score, r, wu[r]);
            }
            if (i + 1 == order.length || clusterOfGroup[order[i + 1]] != clusterOfGroup[g]) {
                score.addOuter(m, 1);
                score.clear();
            }
        }
        return symmetric(m);
    }

    private Matrix byCrossing(int[] cluster, int clusters) {
        int[] groupOfRow = p.groups().ofRow();
        int[] from = new int[p.groups().count() + 1];
        int[] columns = new int[1024];
        double[] means = new double[1024];
        int used = 0;
        Sparse sums = new Sparse(p.width());
        for (int g = 0; g < p.groups().count(); g++) {
            p.groupSums(g, sums);
            while (used + sums.count() > columns.length) {
                columns = Arrays.copyOf(columns, 2 * columns.length);
                means = Arrays.copyOf(means, 2 * means.length);
            }
            for (int i = 0; i < sums.count(); i++) {
                columns[used] = sums.column(i);
                means[used++] = sums.get(sums.column(i)) / p.groupWeight(g);
            }
            from[g + 1] = used;
        }
        Matrix m = new Matrix(p.width(), p.width());
        Sparse score = new Sparse(p.width());
        int[] order = ordered(cluster, clusters);
        for (int i = 0; i < order.length; i++) {
            int r = order[i];
            addRow(score, r, wu[r]);
            int g = groupOfRow[r];
            for (int k = from[g]; k < from[g + 1]; k++) {
                score.add(columns[k], -wu[r] * means[k]);
            }
            if (i + 1 == order.length || cluster[order[i + 1]] != cluster[r]) {
                score.addOuter(m, 1);
                score.clear();
            }
        }
        return symmetric(m);
    }

    private void addRow(Sparse into, int r, double factor) {
        for (Block b : p.blocks()) {
            int c = b.column(r);
            if (c >= 0) {
                into.add(c, factor * b.value(r));
            }
        }
    }

    private static int[] ordered(int[] code, int codes) {
        int[] next = new int[codes + 1];
        for (int c : code) {
            next[c + 1]++;
        }
        for (int c = 0; c < codes; c++) {
            next[c + 1] += next[c];
        }
        int[] out = new int[code.length];
        for (int i = 0; i < code.length; i++) {
            out[next[code[i]]++] = i;
        }
        return out;
    }

    private static Matrix symmetric(Matrix m) {
        for (int i = 0; i < m.rows(); i++) {
            for (int j = 0; j < i; j++) {
                m.set(j, i, m.get(i, j));
            }
        }
        return m;
    }
}
