package org.hesse.problem;

import static org.hesse.problem.catalog.TestProblem.Point.minimum;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hesse.linear.Vectors;
import org.hesse.objective.Curved;
import org.hesse.objective.Hessian;
import org.hesse.objective.Objective;
import org.hesse.objective.Seeds;
import org.hesse.problem.catalog.TestProblem;

/**
 * The quadratic ½xᵀHx, H = QΛQᵀ, with eigenvalues spaced logarithmically from 1 to the condition number, and minimum 0
 * at 0. The rotation Q is a product of two Householder reflections with random directions, so a product with H costs
 * O(n) and H is dense all the same.
 */
public final class Quadratic implements Objective, Curved, Hessian {
    private final String name;
    private final double[] eigenvalues;
    private final double[][] mirrors; // unit vectors u of the reflections I − 2uuᵀ

    /**
     * Makes the function.
     *
     * @param n the number of variables, at least 1
     * @param condition the condition number of the Hessian, at least 1 and finite
     * @param seed of the rotation; 0 for none: then H is diagonal
     */
    public Quadratic(int n, double condition, long seed) {
        if (n < 1) {
            throw new IllegalArgumentException("quadratic: n = " + n + ", expected at least 1");
        }
        if (!(condition >= 1 && condition < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "quadratic: condition = " + condition + ", expected a finite number >= 1");
        }
        name = "quadratic:n=" + n + ",condition=" + condition + (seed == 0 ? "" : ",seed=" + seed);
        eigenvalues = new double[n];
        for (int i = 0; i < n; i++) {
            eigenvalues[i] = Math.pow(condition, n == 1 ? 0 : (double) i / (n - 1));
        }
        mirrors = new double[seed == 0 ? 0 : 2][n];
        RandomGenerator random = Seeds.random(seed);
        for (double[] u : mirrors) {
            Arrays.setAll(u, i -> random.nextGaussian());
            Vectors.scale(1 / Vectors.norm(u), u);
        }
    }

    TestProblem problem() {
        double[] start = new double[dimension()];
        Arrays.fill(start, 1);
        return new TestProblem(
                name, this, start, List.of(minimum(0, new double[dimension()])), true, "a quadratic form");
    }

    /**
     * The eigenvalues of the Hessian.
     *
     * @return the eigenvalues, ascending
     */
    public double[] eigenvalues() {
        return eigenvalues.clone();
    }

    @Override
    public int dimension() {
        return eigenvalues.length;
    }

    @Override
    public double value(double[] x) {
        return valueAndGradient(x, new double[x.length]);
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        times(x, g);
        return Vectors.dot(x, g) / 2;
    }

    @Override
    public Hessian hessianAt(double[] x) {
        return this;
    }

    @Override
    public void times(double[] v, double[] hv) {
        System.arraycopy(v, 0, hv, 0, v.length);
        for (double[] u : mirrors) { // Qᵀ = M₁M₀
            reflect(u, hv);
        }
        for (int i = 0; i < hv.length; i++) {
            hv[i] *= eigenvalues[i];
        }
        for (int k = mirrors.length - 1; k >= 0; k--) { // Q = M₀M₁
            reflect(mirrors[k], hv);
        }
    }

    @Override
    public String toString() {
        return "f(" + layout().shown() + "): " + name;
    }

    private static void reflect(double[] u, double[] x) {
        Vectors.axpy(-2 * Vectors.dot(u, x), u, x);
    }
}
