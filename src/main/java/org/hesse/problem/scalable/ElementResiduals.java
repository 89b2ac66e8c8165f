package org.hesse.problem.scalable;

import java.util.Arrays;
import java.util.List;
import org.hesse.objective.LeastSquares;

/**
 * The residuals √2·φₖ of a sum of squares Σ φₖ², for {@link LeastSquares} is half of one.
 *
 * @param dimension n
 * @param terms the elements
 * @param coupling the sum in the place n, or NONE
 */
record ElementResiduals(int dimension, List<Terms> terms, Coupling coupling) implements LeastSquares {
    private static final double SQRT2 = Math.sqrt(2);
    private static final double[] NOTHING = {};

    @Override
    public int residualCount() {
        return terms.stream().mapToInt(Terms::count).sum();
    }

    @Override
    public void residuals(double[] x, double[] r) {
        double s = coupling.sum(x, NOTHING, NOTHING);
        int row = 0;
        for (Terms t : terms) {
            Terms.Local e = t.local();
            for (int k = 0; k < t.count(); k++) {
                r[row++] = SQRT2 * e.at(k, x, s);
            }
        }
    }

    @Override
    public void residualsAndJacobian(double[] x, double[] r, double[][] jacobian) {
        double[] w = new double[dimension];
        double s = coupling.sum(x, w, NOTHING);
        int row = 0;
        for (Terms t : terms) {
            Terms.Local e = t.local();
            for (int k = 0; k < t.count(); k++) {
                r[row] = SQRT2 * e.at(k, x, s);
                fill(e, w, jacobian[row++]);
            }
        }
    }

    private void fill(Terms.Local e, double[] w, double[] row) {
        Arrays.fill(row, 0);
        for (int j = 0; j < e.i().length; j++) {
            int i = e.i()[j];
            double d = SQRT2 * e.d()[j];
            if (i >= 0 && i < dimension) {
                row[i] += d;
            }
            for (int l = 0; i == dimension && l < dimension; l++) {
                row[l] += d * w[l];
            }
        }
    }
}
