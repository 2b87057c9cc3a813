package org.writwatch.estimates.fixedeffects;

import java.util.Arrays;
import org.writwatch.estimates.linear.Matrix;

/** A vector of which few entries are not zero, filled and emptied again and again. */
final class Sparse {
    private final double[] value;
    private final boolean[] touched;
    private final int[] columns;
    private int count;

    Sparse(int width) {
        value = new double[width];
        touched = new boolean[width];
        columns = new int[width];
    }

    void add(int column, double v) {
        if (!touched[column]) {
            touched[column] = true;
            columns[count++] = column;
        }
        value[column] += v;
    }

    void clear() {
        for (int i = 0; i < count; i++) {
            value[columns[i]] = 0;
            touched[columns[i]] = false;
        }
        count = 0;
    }

    int count() {
        return count;
    }

    int column(int i) {
        return columns[i];
    }

    double get(int column) {
        return value[column];
    }

    double dot(double[] other) {
        double s = 0;
        for (int i = 0; i < count; i++) {
            s += value[columns[i]] * other[columns[i]];
        }
        return s;
    }

    /** Adds {@code factor v v'} to the lower triangle. */
    void addOuter(Matrix m, double factor) {
        Arrays.sort(columns, 0, count);
        double[] a = m.data();
        int width = m.columns();
        for (int i = 0; i < count; i++) {
            double v = factor * value[columns[i]];
            int o = columns[i] * width;
            for (int j = 0; j <= i; j++) {
                a[o + columns[j]] += v * value[columns[j]];
            }
        }
    }

    /** Adds {@code factor (v x' + x v')} to the lower triangle. */
    void addCross(Sparse other, Matrix m, double factor) {
        for (int i = 0; i < count; i++) {
            double v = factor * value[columns[i]];
            for (int j = 0; j < other.count; j++) {
                int a = columns[i];
                int b = other.columns[j];
                double p = v * other.value[b];
                m.add(Math.max(a, b), Math.min(a, b), a == b ? 2 * p : p);
            }
        }
    }
}
