package org.hesse.method.newton;

import java.util.Arrays;
import org.hesse.linear.PivotedQr;
import org.hesse.linear.Vectors;
import org.hesse.objective.Evaluation;
import org.hesse.objective.LeastSquares;

/**
 * Residuals and their Jacobian at a point, factorised: JN⁻¹P = QR, N the norms of the columns, so that neither the rank nor
 * the rounding depends on the units of the variables. With a robust loss J and r are those of its local model.
 *
 * @param evaluation f and Jᵀr
 * @param residuals r itself, length m
 * @param norms the diagonal of N, 1 for a column of zeros, length n
 * @param qr the factors
 * @param c the first n components of Qᵀr
 */
public record Linearisation(Evaluation evaluation, double[] residuals, double[] norms, PivotedQr qr, double[] c) {
    private static final double EPSILON = Math.ulp(1.0);
    private static final double ROUNDINGS = 50;

    /**
     * Evaluates and factorises.
     *
     * @param problem the residuals
     * @param x the point, length n; kept
     * @param batch the id of the batch they are on
     */
    static Linearisation of(LeastSquares problem, double[] x, long batch) {
        int n = x.length;
        double[] r = new double[problem.residualCount()];
        double[][] jacobian = new double[r.length][n];
        problem.residualsAndJacobian(x, r, jacobian);
        double value = problem.loss().value(r);
        double[] model = r.clone();
        problem.loss().correct(model, jacobian);
        double[] g = new double[n];
        double[] norms = new double[n];
        for (int i = 0; i < r.length; i++) {
            Vectors.axpy(model[i], jacobian[i], g);
            for (int j = 0; j < n; j++) {
                norms[j] = Math.max(norms[j], Math.abs(jacobian[i][j]));
            }
        }
        double[] squares = new double[n];
        for (double[] row : jacobian) {
            for (int j = 0; j < n; j++) {
                double part = norms[j] > 0 ? row[j] / norms[j] : 0;
                squares[j] += part * part;
            }
        }
        Arrays.setAll(norms, j -> norms[j] > 0 ? norms[j] * Math.sqrt(squares[j]) : 1);
        PivotedQr qr = PivotedQr.of(jacobian, norms);
        return new Linearisation(new Evaluation(x, value, g, batch), r, norms, qr, qr.projected(model));
    }

    /** How far f falls by the Gauss–Newton step if the model is right: ½‖Q₁ᵀr‖². */
    double promise() {
        int rank = qr.rank();
        double sum = 0;
        for (int i = 0; i < rank; i++) {
            sum += c[i] * c[i];
        }
        return 0.5 * sum;
    }

    /** The rounding of f: ε(50 + √m)f for the sum, and for the residuals that of the numbers they are differences of. */
    double noise() {
        double sum = (ROUNDINGS + Math.sqrt(residuals.length)) * evaluation.value();
        return EPSILON * (sum + ROUNDINGS * Vectors.norm(residuals) * size());
    }

    /** Whether residuals are orthogonal to all columns of J to rounding, and a step has not made it much better. */
    boolean isAsGoodAs(Linearisation before) {
        double left = Vectors.norm(c);
        return left <= EPSILON * (Vectors.norm(residuals) + size()) && left > 0.5 * Vectors.norm(before.c);
    }

    /** About how large the numbers are of which residuals are differences: ‖Nx‖. */
    private double size() {
        double[] nx = evaluation.x().clone();
        for (int j = 0; j < nx.length; j++) {
            nx[j] *= norms[j];
        }
        return Vectors.norm(nx);
    }
}
