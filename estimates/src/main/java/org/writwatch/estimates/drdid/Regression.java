package org.writwatch.estimates.drdid;

import java.util.function.IntToDoubleFunction;
import org.writwatch.estimates.linear.Cholesky;
import org.writwatch.estimates.linear.Matrix;

/** Weighted least squares on some rows of a sample; weight 0 leaves a row out. */
final class Regression {
    final double[] beta;
    /** Inverse of the mean weighted outer product over all rows of the sample. */
    final Matrix inverseMoment;

    private Regression(double[] beta, Matrix inverseMoment) {
        this.beta = beta;
        this.inverseMoment = inverseMoment;
    }

    static Regression fit(Sample s, IntToDoubleFunction weight) {
        Matrix gram = new Matrix(s.p, s.p);
        double[] xy = new double[s.p];
        for (int i = 0; i < s.n; i++) {
            double w = weight.applyAsDouble(i);
            if (w != 0) {
                s.addOuter(gram, i, w);
                s.addScaled(xy, i, w * s.y[i]);
            }
        }
        Score.fillUpper(gram);
        Cholesky factor = Cholesky.of(gram);
        return new Regression(factor.solve(xy), factor.inverse().scaled(s.n));
    }
}
