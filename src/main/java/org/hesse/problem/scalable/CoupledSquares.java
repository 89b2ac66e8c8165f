package org.hesse.problem.scalable;

import org.hesse.problem.catalog.TestProblem;

/** Sums of squares in which a sum of all variables couples them: the Hessian is dense. */
final class CoupledSquares {
    private CoupledSquares() {}

    /**
     * Penalty I: Σᵢ 1e-5(xᵢ − 1)² + (Σⱼ xⱼ² − 1/4)²; start xᵢ = i. The minimum has all xᵢ = t with
     * 2nt³ + (1e-5 − 1/2)t − 1e-5 = 0. MGH no. 23.
     */
    static TestProblem penalty1(int n) {
        double a = 1e-5;
        double t = 1;
        for (int k = 0; k < 100; k++) { // Newton's method comes from above, down to the largest root
            t -= (2.0 * n * t * t * t + (a - 0.5) * t - a) / (6.0 * n * t * t + a - 0.5);
        }
        double root = t;
        double sphere = n * t * t - 0.25;
        return Family.of("penalty-1", n, 1)
                .coupled((k, x, d) -> {
                    d[0] = 2 * x;
                    d[1] = 2;
                    return x * x;
                })
                .squares(n, 1, Places.chain(), (k, u, d, h) -> {
                    d[0] = Math.sqrt(a);
                    return Math.sqrt(a) * (u[0] - 1);
                })
                .squares(1, 1, (k, i) -> i[0] = n, (k, u, d, h) -> {
                    d[0] = 1;
                    return u[0] - 0.25;
                })
                .start(i -> i + 1)
                .minimum(n * a * (t - 1) * (t - 1) + sphere * sphere, i -> root)
                .from("More, Garbow and Hillstrom (1981), no. 23");
    }

    /**
     * Variably dimensioned: Σᵢ (xᵢ − 1)² + s² + s⁴ with s = Σⱼ j(xⱼ − 1); start 1 − i/n; minimum 0 at (1, …, 1). MGH no. 25;
     * VARDIM of CUTE.
     */
    static TestProblem variablyDimensioned(int n) {
        Places sum = (k, i) -> i[0] = n;
        return Family.of("variably-dimensioned", n, 1)
                .coupled((k, x, d) -> {
                    d[0] = k + 1;
                    return (k + 1) * (x - 1);
                })
                .squares(n, 1, Places.chain(), Elements.minus(1))
                .squares(1, 1, sum, Elements.minus(0))
                .squares(1, 1, sum, (k, u, d, h) -> {
                    d[0] = 2 * u[0];
                    h[0] = 2;
                    return u[0] * u[0];
                })
                .start(i -> 1 - (i + 1) / (double) n)
                .minimum(0, i -> 1)
                .from("More, Garbow and Hillstrom (1981), no. 25");
    }

    /**
     * Trigonometric: Σᵢ (n − Σⱼ cos xⱼ + i(1 − cos xᵢ) − sin xᵢ)²; start 1/n; minimum 0, among others at 0. MGH no. 26, of
     * Spedicato; for n = 10 the local minimum 2.79506e-5 of that paper by SciPy.
     */
    static TestProblem trigonometric(int n) {
        return Family.of("trigonometric", n, 1)
                .coupled((k, x, d) -> {
                    double sine = Math.sin(x / 2);
                    d[0] = Math.sin(x);
                    d[1] = Math.cos(x);
                    return 2 * sine * sine; // 1 - cos x, without cancellation
                })
                .squares(n, 2, Places.eachWith(n), (k, u, d, h) -> {
                    double sine = Math.sin(u[0]);
                    double cosine = Math.cos(u[0]);
                    double half = Math.sin(u[0] / 2);
                    d[0] = (k + 1) * sine - cosine;
                    d[1] = 1;
                    h[0] = (k + 1) * cosine + sine;
                    return u[1] + (k + 1) * 2 * half * half - sine;
                })
                .start(i -> 1.0 / n)
                .minimum(0, i -> 0)
                .value(10, 2.7950561218797253e-5)
                .value(10, 4.218633887923712e-5) // where Newton with a line search leads; eigenvalues from 0.065
                .from("Spedicato (1975); More, Garbow and Hillstrom (1981), no. 26");
    }
}
