package org.hesse.problem.scalable;

import org.hesse.problem.catalog.TestProblem;

/** Sums of squares of the systems of n equations of Moré, Garbow and Hillstrom that are sparse: minimum 0, starts theirs. */
final class SquaresOfSystems {
    private SquaresOfSystems() {}

    /**
     * Extended Powell singular: Σ (a + 10b)² + 5(c − d)² + (b − 2c)⁴ + 10(a − d)⁴ over blocks (a, b, c, d); n a multiple of 4;
     * start (3, −1, 0, 1). At the minimum 0 the Hessian has rank 2 in each block. MGH no. 22.
     */
    static TestProblem extendedPowell(int n) {
        return Family.of("extended-powell", n, 4, 4)
                .squares(n / 4, 2, Places.blocks(4), Elements.linear(1, 10, 0))
                .squares(n / 4, 2, Places.within(4, 2, 3), Elements.linear(Math.sqrt(5), -Math.sqrt(5), 0))
                .squares(n / 4, 2, Places.within(4, 1, 2), Elements.square(1, -2, 0))
                .squares(n / 4, 2, Places.within(4, 0, 3), Elements.square(Math.sqrt(10), -1, 0))
                .start(i -> new double[] {3, -1, 0, 1}[i % 4])
                .value(0)
                .from("Powell (1962); More, Garbow and Hillstrom (1981), no. 22");
    }

    /**
     * Discrete boundary value: rᵢ = 2xᵢ − xᵢ₋₁ − xᵢ₊₁ + h²(xᵢ + tᵢ + 1)³/2 with h = 1/(n + 1), tᵢ = ih, x₀ = xₙ₊₁ = 0; start
     * tᵢ(tᵢ − 1). MGH no. 28.
     */
    static TestProblem discreteBoundaryValue(int n) {
        double step = 1.0 / (n + 1);
        return Family.of("discrete-boundary-value", n, 1)
                .squares(n, 3, Places.beside(n), (k, u, d, h) -> {
                    double a = u[0] + (k + 1) * step + 1;
                    d[0] = 2 + 1.5 * step * step * a * a;
                    d[1] = -1;
                    d[2] = -1;
                    h[0] = 3 * step * step * a;
                    return 2 * u[0] - u[1] - u[2] + step * step * a * a * a / 2;
                })
                .start(i -> (i + 1) * step * ((i + 1) * step - 1))
                .value(0)
                .from("More and Cosnard (1979); More, Garbow and Hillstrom (1981), no. 28");
    }

    /** Broyden tridiagonal: rᵢ = (3 − 2xᵢ)xᵢ − xᵢ₋₁ − 2xᵢ₊₁ + 1, x₀ = xₙ₊₁ = 0; start −1. MGH no. 30. */
    static TestProblem broydenTridiagonal(int n) {
        return Family.of("broyden-tridiagonal", n, 1)
                .squares(n, 3, Places.beside(n), (k, u, d, h) -> {
                    d[0] = 3 - 4 * u[0];
                    d[1] = -1;
                    d[2] = -2;
                    h[0] = -4;
                    return (3 - 2 * u[0]) * u[0] - u[1] - 2 * u[2] + 1;
                })
                .start(i -> -1)
                .value(0)
                .from("Broyden (1965); More, Garbow and Hillstrom (1981), no. 30");
    }

    /**
     * Broyden banded: rᵢ = xᵢ(2 + 5xᵢ²) + 1 − Σⱼ xⱼ(1 + xⱼ), j ≠ i from i − 5 to i + 1 within 1 … n; start −1. MGH no. 31.
     */
    static TestProblem broydenBanded(int n) {
        Places band = (k, i) -> {
            i[0] = k;
            i[1] = k + 1 < n ? k + 1 : Places.NONE;
            for (int j = 2; j < 7; j++) {
                i[j] = Math.max(k - j + 1, Places.NONE);
            }
        };
        return Family.of("broyden-banded", n, 1)
                .squares(n, 7, band, (k, u, d, h) -> {
                    d[0] = 2 + 15 * u[0] * u[0];
                    h[0] = 30 * u[0];
                    double r = u[0] * (2 + 5 * u[0] * u[0]) + 1;
                    for (int j = 1; j < 7; j++) {
                        r -= u[j] * (1 + u[j]);
                        d[j] = -1 - 2 * u[j];
                        h[j * (j + 3) / 2] = -2;
                    }
                    return r;
                })
                .start(i -> -1)
                .value(0)
                .value(10, 2.680219920734769) // where SciPy's BFGS ends from 10 of 400 random starts,
                .value(10, 3.057278432425818) // and from 57
                .from("Broyden (1971); More, Garbow and Hillstrom (1981), no. 31");
    }
}
