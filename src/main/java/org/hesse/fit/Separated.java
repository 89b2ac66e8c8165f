package org.hesse.fit;

import java.util.Arrays;
import java.util.Optional;
import org.hesse.linear.Vectors;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;

/**
 * ½‖r‖² of the other parameters alone, the linear ones being solved for at every point: variable projection. The Jacobian
 * is the part of that of the others at right angles to the columns of the linear ones.
 *
 * <p>Source: Golub and Pereyra, SIAM J. Numer. Anal. 10 (1973), 413–432, with the Jacobian of Kaufman, BIT 15 (1975), 49–57.
 */
final class Separated implements Objective, LeastSquares {
    private final LinearParameters linear;
    private final double[] base;
    private final int[] others;

    Separated(LinearParameters linear, double[] base) {
        this.linear = linear;
        this.base = base;
        this.others = linear.others();
    }

    double[] start() {
        return Arrays.stream(others).mapToDouble(j -> base[j]).toArray();
    }

    /** All parameters, the linear ones the best; null where there are none. */
    double[] parameters(double[] theta) {
        double[] b = base.clone();
        for (int k = 0; k < others.length; k++) {
            b[others[k]] = theta[k];
        }
        return linear.solved(b);
    }

    @Override
    public int dimension() {
        return others.length;
    }

    @Override
    public int residualCount() {
        return linear.residuals().count();
    }

    @Override
    public void residuals(double[] theta, double[] r) {
        double[] b = parameters(theta);
        if (b == null) {
            Arrays.fill(r, Double.NaN);
        } else {
            linear.residuals().at(b, r);
        }
    }

    @Override
    public void residualsAndJacobian(double[] theta, double[] r, double[][] jacobian) {
        double[] b = parameters(theta);
        residuals(theta, r);
        if (b == null) {
            return;
        }
        double[][] columns = LinearParameters.columns(linear.residuals(), b);
        int[] basis = linear.linear();
        for (int pass = 0; pass < 2; pass++) { // twice is enough
            for (int k = 0; k < basis.length; k++) {
                double[] q = columns[basis[k]];
                double norm = Vectors.norm(q);
                Vectors.scale(norm > 0 ? 1 / norm : 0, q);
                for (int l = k + 1; l < basis.length; l++) {
                    Vectors.axpy(-Vectors.dot(q, columns[basis[l]]), q, columns[basis[l]]);
                }
            }
        }
        for (int k = 0; k < others.length; k++) {
            double[] column = columns[others[k]];
            for (int j : basis) {
                Vectors.axpy(-Vectors.dot(columns[j], column), columns[j], column);
            }
            for (int i = 0; i < r.length; i++) {
                jacobian[i][k] = column[i];
            }
        }
    }

    @Override
    public double value(double[] theta) {
        double[] r = new double[residualCount()];
        residuals(theta, r);
        return 0.5 * Vectors.dot(r, r);
    }

    @Override
    public double valueAndGradient(double[] theta, double[] g) {
        double[] r = new double[residualCount()];
        double[][] jacobian = new double[r.length][others.length];
        residualsAndJacobian(theta, r, jacobian);
        Arrays.fill(g, 0);
        for (int i = 0; i < r.length; i++) {
            Vectors.axpy(r[i], jacobian[i], g);
        }
        return 0.5 * Vectors.dot(r, r);
    }

    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
    }
}
