package org.writwatch.estimates.linear;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.writwatch.estimates.NotEstimable;

/** Eigenvalues and vectors of a symmetric matrix. */
public final class Eigen {
    private final double[] values;
    private final Matrix vectors;

    private Eigen(double[] values, Matrix vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /**
     * Decomposes a symmetric matrix.
     *
     * @throws NotEstimable a number in it is not finite
     */
    public static Eigen of(Matrix symmetric) {
        int n = symmetric.rows();
        EigenDecomposition_F64<DMatrixRMaj> e = DecompositionFactory_DDRM.eig(n, true, true);
        if (!e.decompose(DMatrixRMaj.wrap(n, n, symmetric.data().clone()))) {
            throw new NotEstimable(NotEstimable.Why.NO_CONVERGENCE, "a covariance has no eigenvalues");
        }
        double[] values = new double[n];
        Matrix vectors = new Matrix(n, n);
        for (int j = 0; j < n; j++) {
            values[j] = e.getEigenvalue(j).getReal();
            DMatrixRMaj v = e.getEigenVector(j);
            for (int i = 0; i < n; i++) {
                vectors.set(i, j, v.get(i, 0));
            }
        }
        return new Eigen(values, vectors);
    }

    /** Eigenvalues, in no promised order. */
    public double[] values() {
        return values.clone();
    }

    /** Eigenvectors as columns, in the order of the values. */
    public Matrix vectors() {
        return vectors;
    }

    /**
     * {@code A^+ b} with the Moore-Penrose inverse: directions whose eigenvalue is below {@code sqrt(epsilon)} times the largest are left
     * out.
     */
    public double[] pseudoSolve(double[] b) {
        double limit = 0;
        for (double v : values) {
            limit = Math.max(limit, Math.abs(v));
        }
        limit *= Math.sqrt(Math.ulp(1.0));
        double[] turned = vectors.transposed().times(b);
        for (int i = 0; i < turned.length; i++) {
            turned[i] = Math.abs(values[i]) > limit ? turned[i] / values[i] : 0;
        }
        return vectors.times(turned);
    }

    /** The matrix put together again with negative eigenvalues set to zero. */
    public Matrix withoutNegative() {
        Matrix middle = new Matrix(values.length, values.length);
        for (int i = 0; i < values.length; i++) {
            middle.set(i, i, Math.max(0, values[i]));
        }
        return vectors.sandwich(middle);
    }
}
