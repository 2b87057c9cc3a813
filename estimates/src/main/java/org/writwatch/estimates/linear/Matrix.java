package org.writwatch.estimates.linear;

import java.util.Arrays;

/** A dense matrix of doubles, row after row. Mutable while it is being filled; shared read-only afterwards. */
public final class Matrix {
    private final int rows;
    private final int columns;
    private final double[] data;

    /** All zeros. */
    public Matrix(int rows, int columns) {
        this(rows, columns, new double[rows * columns]);
    }

    private Matrix(int rows, int columns, double[] data) {
        this.rows = rows;
        this.columns = columns;
        this.data = data;
    }

    /** Wraps row-major data; not copied. */
    public static Matrix wrap(int rows, int columns, double[] data) {
        if (data.length != rows * columns) {
            throw new IllegalArgumentException(data.length + " numbers for " + rows + " x " + columns);
        }
        return new Matrix(rows, columns, data);
    }

    /** Copies rows of equal length. */
    public static Matrix of(double[][] rows) {
        int k = rows.length == 0 ? 0 : rows[0].length;
        Matrix m = new Matrix(rows.length, k);
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, m.data, i * k, k);
        }
        return m;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** The numbers themselves, row after row; not a copy. */
    public double[] data() {
        return data;
    }

    public double get(int i, int j) {
        return data[i * columns + j];
    }

    public void set(int i, int j, double value) {
        data[i * columns + j] = value;
    }

    public void add(int i, int j, double value) {
        data[i * columns + j] += value;
    }

    /** One row, copied. */
    public double[] row(int i) {
        return Arrays.copyOfRange(data, i * columns, (i + 1) * columns);
    }

    /** {@code this * other}. */
    public Matrix times(Matrix other) {
        if (columns != other.rows) {
            throw new IllegalArgumentException(columns + " columns times " + other.rows + " rows");
        }
        Matrix out = new Matrix(rows, other.columns);
        int m = other.columns;
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < columns; k++) {
                double a = data[i * columns + k];
                if (a != 0) {
                    for (int j = 0; j < m; j++) {
                        out.data[i * m + j] += a * other.data[k * m + j];
                    }
                }
            }
        }
        return out;
    }

    /** {@code this * v}. */
    public double[] times(double[] v) {
        double[] out = new double[rows];
        for (int i = 0; i < rows; i++) {
            double s = 0;
            for (int j = 0; j < columns; j++) {
                s += data[i * columns + j] * v[j];
            }
            out[i] = s;
        }
        return out;
    }

    public Matrix transposed() {
        Matrix out = new Matrix(columns, rows);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                out.data[j * rows + i] = data[i * columns + j];
            }
        }
        return out;
    }

    /** {@code this * middle * this'}: the covariance of linear combinations. */
    public Matrix sandwich(Matrix middle) {
        return times(middle).times(transposed());
    }

    /** A new matrix, every number times a factor. */
    public Matrix scaled(double factor) {
        double[] out = data.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] *= factor;
        }
        return new Matrix(rows, columns, out);
    }

    /** A new matrix, the sum of two of equal shape. */
    public Matrix plus(Matrix other) {
        double[] out = data.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] += other.data[i];
        }
        return new Matrix(rows, columns, out);
    }

    /**
     * This covariance, or, when a variance in it is negative (several ways of clustering can do that), the nearest with no negative
     * eigenvalue (Cameron, Gelbach and Miller 2011).
     */
    public Matrix positive() {
        boolean negative = false;
        for (int i = 0; i < rows; i++) {
            negative |= get(i, i) < 0;
        }
        return negative ? Eigen.of(this).withoutNegative() : this;
    }

    /** Columns at these positions. */
    public Matrix columns(int[] positions) {
        Matrix out = new Matrix(rows, positions.length);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < positions.length; j++) {
                out.set(i, j, get(i, positions[j]));
            }
        }
        return out;
    }

    /** Rows and columns at these positions. */
    public Matrix part(int[] positions) {
        Matrix out = new Matrix(positions.length, positions.length);
        for (int i = 0; i < positions.length; i++) {
            for (int j = 0; j < positions.length; j++) {
                out.set(i, j, get(positions[i], positions[j]));
            }
        }
        return out;
    }
}
