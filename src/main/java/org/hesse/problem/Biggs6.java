package org.hesse.problem;

import static org.hesse.problem.catalog.TestProblem.Point.minimum;
import static org.hesse.problem.catalog.TestProblem.Point.saddle;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hesse.linear.Vectors;
import org.hesse.objective.Curved;
import org.hesse.objective.Hessian;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;
import org.hesse.problem.catalog.SymmetricMatrix;
import org.hesse.problem.catalog.TestProblem;

/**
 * Biggs EXP6, Σᵢ rᵢ² with rᵢ = x₃e^(−tᵢx₁) − x₄e^(−tᵢx₂) + x₆e^(−tᵢx₅) − yᵢ, yᵢ = e^(−tᵢ) − 5e^(−10tᵢ) + 3e^(−4tᵢ) and
 * tᵢ = i/10, i = 1, …, 13. From the usual start many methods end at f = 5.65565e-3, where two of the three terms have
 * grown together: on a line of strict saddles, for with x₁ = x₅ only x₃ + x₆ matters.
 *
 * <p>Source: Biggs (1971); problem 18 of Moré, Garbow and Hillstrom, ACM TOMS 7(1), 1981. The terms can change places, so
 * there are six minima. As {@link LeastSquares}, whose f is ½‖r‖², the residuals are √2·r.
 */
public final class Biggs6 implements Objective, Curved {
    private static final int M = 13;
    private static final int[] RATE = {0, 1, 4}; // term k is ±x[SIZE[k]]·e^(−t·x[RATE[k]])
    private static final int[] SIZE = {2, 3, 5};
    private static final int[] SIGN = {1, -1, 1};

    /** The function has no parameters. */
    public Biggs6() {}

    TestProblem problem() {
        List<TestProblem.Point> points = List.of(
                minimum(0, 1, 10, 1, 5, 4, 3),
                minimum(0, 4, 10, 3, 5, 1, 1),
                minimum(0, 1, 4, 1, -3, 10, -5),
                minimum(0, 4, 1, 3, -1, 10, -5),
                minimum(0, 10, 4, -5, -3, 1, 1),
                minimum(0, 10, 1, -5, -1, 4, 3),
                saddle(
                        0.005655649925499431,
                        1.7114159947195876,
                        17.683198180949067,
                        1.1631436609188925,
                        5.1865615519934518,
                        1.7114159947195876,
                        1.1631436609188925));
        return new TestProblem(
                "biggs6",
                this,
                new double[] {1, 2, 1, 1, 1, 1},
                points,
                false,
                "Biggs (1971); More, Garbow and Hillstrom (1981), no. 18");
    }

    @Override
    public int dimension() {
        return 6;
    }

    private static double t(int i) {
        return (i + 1) / 10.0;
    }

    private static double residual(double[] x, double t) {
        double r = -(Math.exp(-t) - 5 * Math.exp(-10 * t) + 3 * Math.exp(-4 * t));
        for (int k = 0; k < 3; k++) {
            r += SIGN[k] * x[SIZE[k]] * Math.exp(-t * x[RATE[k]]);
        }
        return r;
    }

    /** ∂r/∂x at t. */
    private static void slopes(double[] x, double t, double[] j) {
        for (int k = 0; k < 3; k++) {
            double e = SIGN[k] * Math.exp(-t * x[RATE[k]]);
            j[RATE[k]] = -t * x[SIZE[k]] * e;
            j[SIZE[k]] = e;
        }
    }

    @Override
    public double value(double[] x) {
        double f = 0;
        for (int i = 0; i < M; i++) {
            double r = residual(x, t(i));
            f += r * r;
        }
        return f;
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        Arrays.fill(g, 0);
        double[] j = new double[6];
        double f = 0;
        for (int i = 0; i < M; i++) {
            double r = residual(x, t(i));
            slopes(x, t(i), j);
            f += r * r;
            for (int k = 0; k < 6; k++) {
                g[k] += 2 * r * j[k];
            }
        }
        return f;
    }

    @Override
    public Hessian hessianAt(double[] x) {
        double[][] h = new double[6][6];
        double[] j = new double[6];
        for (int i = 0; i < M; i++) {
            double t = t(i);
            double r = residual(x, t);
            slopes(x, t, j);
            for (int k = 0; k < 6; k++) {
                for (int l = 0; l < 6; l++) {
                    h[k][l] += 2 * j[k] * j[l];
                }
            }
            for (int k = 0; k < 3; k++) { // ∂²r by rate and rate, rate and size
                h[RATE[k]][RATE[k]] -= 2 * r * t * j[RATE[k]];
                h[RATE[k]][SIZE[k]] -= 2 * r * t * j[SIZE[k]];
                h[SIZE[k]][RATE[k]] -= 2 * r * t * j[SIZE[k]];
            }
        }
        return new SymmetricMatrix(h);
    }

    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        return type == LeastSquares.class ? Optional.of(type.cast(new Residuals())) : Objective.super.as(type);
    }

    private record Residuals() implements LeastSquares {
        @Override
        public int dimension() {
            return 6;
        }

        @Override
        public int residualCount() {
            return M;
        }

        @Override
        public void residuals(double[] x, double[] r) {
            for (int i = 0; i < M; i++) {
                r[i] = Math.sqrt(2) * residual(x, t(i));
            }
        }

        @Override
        public void residualsAndJacobian(double[] x, double[] r, double[][] jacobian) {
            residuals(x, r);
            for (int i = 0; i < M; i++) {
                slopes(x, t(i), jacobian[i]);
                Vectors.scale(Math.sqrt(2), jacobian[i]);
            }
        }
    }

    @Override
    public String toString() {
        return "f(" + layout().shown() + "): biggs6";
    }
}
