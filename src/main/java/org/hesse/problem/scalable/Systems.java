package org.hesse.problem.scalable;

import org.hesse.problem.catalog.TestProblem;

/** Sums of squares of further sparse systems of n equations; x₀ = xₙ₊₁ = 0, minimum 0 unless said otherwise. */
final class Systems {
    private Systems() {}

    /** Generalised tridiagonal 2: rᵢ = (5 − 3xᵢ − xᵢ²)xᵢ − xᵢ₋₁ − 3xᵢ₊₁ + 1; start −1; minimum by SciPy. Andrei. */
    static TestProblem tridiagonal2(int n) {
        return Family.of("generalized-tridiagonal-2", n, 2)
                .squares(n, 3, Places.beside(n), (k, u, d, h) -> {
                    d[0] = 5 - (6 + 3 * u[0]) * u[0];
                    d[1] = -1;
                    d[2] = -3;
                    h[0] = -6 - 6 * u[0];
                    return (5 - (3 + u[0]) * u[0]) * u[0] - u[1] - 3 * u[2] + 1;
                })
                .start(i -> -1)
                .value(20, 0)
                .from("Andrei (2008)");
    }

    /** Singular Broyden: rᵢ = tᵢ², tᵢ = (3 − 2xᵢ)xᵢ − xᵢ₋₁ − 2xᵢ₊₁ + 1; start −1. Griewank; Lukšan and Vlček. */
    static TestProblem singularBroyden(int n) {
        return Family.of("singular-broyden", n, 1)
                .squares(n, 3, Places.beside(n), (k, u, d, h) -> {
                    double t = (3 - 2 * u[0]) * u[0] - u[1] - 2 * u[2] + 1;
                    double slope = 3 - 4 * u[0];
                    d[0] = 2 * t * slope;
                    d[1] = -2 * t;
                    d[2] = -4 * t;
                    h[0] = 2 * slope * slope - 8 * t;
                    h[1] = -2 * slope;
                    h[2] = 2;
                    h[3] = -4 * slope;
                    h[4] = 4;
                    h[5] = 8;
                    return t * t;
                })
                .start(i -> -1)
                .value(0)
                .from("Griewank; Luksan and Vlcek (1999), singular Broyden");
    }

    /**
     * Trigexp: rᵢ = 3xᵢ³ + 2xᵢ₊₁ − 5 + sin(xᵢ − xᵢ₊₁)sin(xᵢ + xᵢ₊₁), i &lt; n, plus 4xᵢ − xᵢ₋₁e^(xᵢ₋₁ − xᵢ) − 3, i &gt; 1; start 0;
     * minimum 0 at 1. Toint; Lukšan and Vlček.
     */
    static TestProblem trigexp(int n) {
        return Family.of("trigexp", n, 2)
                .squares(n, 3, Places.beside(n), (k, u, d, h) -> {
                    boolean more = k < n - 1;
                    double e = Math.exp(u[1] - u[0]);
                    boolean after = k > 0;
                    double sum = Math.sin(u[0] - u[2]) * Math.sin(u[0] + u[2]); // = sin² u₀ − sin² u₂
                    double ue = u[1] * e;
                    d[0] = (more ? 9 * u[0] * u[0] + Math.sin(2 * u[0]) : 0) + (after ? 4 + ue : 0);
                    d[1] = after ? -e - ue : 0;
                    d[2] = more ? 2 - Math.sin(2 * u[2]) : 0;
                    h[0] = (more ? 18 * u[0] + 2 * Math.cos(2 * u[0]) : 0) - (after ? ue : 0);
                    h[1] = after ? e + ue : 0;
                    h[2] = after ? -2 * e - ue : 0;
                    h[5] = more ? -2 * Math.cos(2 * u[2]) : 0;
                    return (more ? 3 * u[0] * u[0] * u[0] + 2 * u[2] - 5 + sum : 0) + (after ? 4 * u[0] - ue - 3 : 0);
                })
                .start(i -> 0)
                .minimum(0, i -> 1)
                .value(20, 14.172563295874308) // also where SciPy's least_squares ends from 8 of 100 random starts
                .from("Toint (1986); Luksan and Vlcek (1999), trigonometric-exponential system 1");
    }

    /**
     * Li's tridiagonal system: rᵢ = 8xᵢ(xᵢ² − xᵢ₋₁) − 2(1 − xᵢ), i &gt; 1, plus 4(xᵢ − xᵢ₊₁²), i &lt; n; start 12; minimum 0 at 1.
     */
    static TestProblem tridiagonalSystem(int n) {
        return Family.of("tridiagonal-system", n, 2)
                .squares(n, 3, Places.beside(n), (k, u, d, h) -> {
                    int after = k > 0 ? 1 : 0;
                    int before = k < n - 1 ? 1 : 0;
                    d[0] = after * (24 * u[0] * u[0] - 8 * u[1] + 2) + before * 4;
                    d[1] = after * -8 * u[0];
                    d[2] = before * -8 * u[2];
                    h[0] = after * 48 * u[0];
                    h[1] = after * -8;
                    h[5] = before * -8;
                    return after * (8 * u[0] * (u[0] * u[0] - u[1]) - 2 * (1 - u[0]))
                            + before * 4 * (u[0] - u[2] * u[2]);
                })
                .start(i -> 12)
                .minimum(0, i -> 1)
                .value(20, 7.971883483798409) // where SR1 leads; eigenvalues from 2.6e-4
                .from("Li (1989); Luksan and Vlcek (1999), tridiagonal system");
    }

    /** Boundary value problem u″ = eᵘ of Allgower: rᵢ = 2xᵢ − xᵢ₋₁ − xᵢ₊₁ + h²e^xᵢ, h = 1/(n + 1); start 0. */
    static TestProblem allgower(int n) {
        double step = 1.0 / (n + 1);
        return Family.of("allgower-boundary-value", n, 1)
                .squares(n, 3, Places.beside(n), (k, u, d, h) -> {
                    double e = step * step * Math.exp(u[0]);
                    d[0] = 2 + e;
                    d[1] = -1;
                    d[2] = -1;
                    h[0] = e;
                    return 2 * u[0] - u[1] - u[2] + e;
                })
                .start(i -> 0)
                .value(0)
                .from("Allgower and Georg (1980); Luksan and Vlcek (1999)");
    }

    /**
     * FLETCBV2, the energy of u″ = −2 + sin u, u(0) = 0, u(1) = 1: ½(x₁² + Σ (xᵢ − xᵢ₊₁)² + xₙ²) − h²Σ (2xᵢ + cos xᵢ) − xₙ,
     * h = 1/(n + 1); start ih; minimum by SciPy. CUTE.
     */
    static TestProblem fletcbv2(int n) {
        double step = 1.0 / (n + 1);
        double root = Math.sqrt(0.5);
        return Family.of("fletcbv2", n, 2)
                .squares(1, 1, Places.chain(), Elements.line(root, 0))
                .squares(n - 1, 2, Places.chain(), Elements.linear(root, -root, 0))
                .squares(1, 1, (k, i) -> i[0] = n - 1, Elements.line(root, 0))
                .sum(n, 1, Places.chain(), (k, u, d, h) -> {
                    d[0] = step * step * (Math.sin(u[0]) - 2);
                    h[0] = step * step * Math.cos(u[0]);
                    return -step * step * (2 * u[0] + Math.cos(u[0]));
                })
                .sum(1, 1, (k, i) -> i[0] = n - 1, Elements.line(-1, 0))
                .start(i -> (i + 1) * step)
                .value(20, -0.5641684717099149)
                .from("Fletcher (1992); CUTE (1995), FLETCBV2");
    }
}
