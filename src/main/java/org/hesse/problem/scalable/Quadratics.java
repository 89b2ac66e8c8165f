package org.hesse.problem.scalable;

import org.hesse.problem.catalog.TestProblem;

/** Quadratic functions: one Newton step solves them, first-order methods feel their condition. */
final class Quadratics {
    private Quadratics() {}

    /** DQDRTIC: Σ xᵢ² + 100xᵢ₊₁² + 100xᵢ₊₂²; start 3; minimum 0 at 0. CUTE. */
    static TestProblem dqdrtic(int n) {
        return Family.of("dqdrtic", n, 3)
                .squares(n - 2, 1, Places.chain(), Elements.minus(0))
                .squares(n - 2, 1, Places.within(1, 1), Elements.line(10, 0))
                .squares(n - 2, 1, Places.within(1, 2), Elements.line(10, 0))
                .start(i -> 3)
                .minimum(0, i -> 0)
                .from("Toint (1978); CUTE (1995), DQDRTIC");
    }

    /** TRIDIA: (x₁ − 1)² + Σ i(2xᵢ − xᵢ₋₁)², i ≥ 2; start 1; minimum 0 at xᵢ = 2^(1 − i). CUTE. */
    static TestProblem tridia(int n) {
        return Family.of("tridia", n, 2)
                .squares(1, 1, Places.chain(), Elements.minus(1))
                .squares(
                        n - 1,
                        2,
                        Places.chain(),
                        Elements.linear(k -> -Math.sqrt(k + 2), k -> 2 * Math.sqrt(k + 2), k -> 0))
                .start(i -> 1)
                .minimum(0, i -> Math.scalb(1, -i))
                .from("CUTE (1995), TRIDIA; Andrei (2008)");
    }

    /** DIXON3DQ: (x₁ − 1)² + Σ (xᵢ − xᵢ₊₁)² + (xₙ − 1)², i = 2, …, n − 1; start −1; minimum 0 at 1. CUTE. */
    static TestProblem dixon3dq(int n) {
        return Family.of("dixon3dq", n, 3)
                .squares(1, 1, Places.chain(), Elements.minus(1))
                .squares(n - 2, 2, Places.within(1, 1, 2), Elements.linear(1, -1, 0))
                .squares(1, 1, (k, i) -> i[0] = n - 1, Elements.minus(1))
                .start(i -> -1)
                .minimum(0, i -> 1)
                .from("Dixon; CUTE (1995), DIXON3DQ");
    }

    /** BIGGSB1 without its bounds: (x₁ − 1)² + Σ (xᵢ₊₁ − xᵢ)² + (1 − xₙ)²; start 0; minimum 0 at 1. CUTE. */
    static TestProblem biggsb1(int n) {
        return Family.of("biggsb1", n, 2)
                .squares(1, 1, Places.chain(), Elements.minus(1))
                .squares(n - 1, 2, Places.chain(), Elements.linear(-1, 1, 0))
                .squares(1, 1, (k, i) -> i[0] = n - 1, Elements.minus(1))
                .start(i -> 0)
                .minimum(0, i -> 1)
                .from("Biggs (1988); CUTE (1995), BIGGSB1");
    }

    /** POWER of Andrei: Σ (ixᵢ)²; start 1; minimum 0 at 0. */
    static TestProblem power(int n) {
        return Family.of("power", n, 1)
                .squares(n, 1, Places.chain(), Elements.scaled(k -> k + 1))
                .start(i -> 1)
                .minimum(0, i -> 0)
                .from("Andrei (2008), POWER");
    }

    /** QF1: ½ Σ ixᵢ² − xₙ; start 1; minimum −1/(2n) at (0, …, 0, 1/n). Andrei. */
    static TestProblem qf1(int n) {
        return Family.of("quadratic-qf1", n, 1)
                .sum(n, 1, Places.chain(), (k, u, d, h) -> {
                    d[0] = (k + 1) * u[0];
                    h[0] = k + 1;
                    return (k + 1) * u[0] * u[0] / 2;
                })
                .sum(1, 1, (k, i) -> i[0] = n - 1, Elements.line(-1, 0))
                .start(i -> 1)
                .minimum(-0.5 / n, i -> i < n - 1 ? 0 : 1.0 / n)
                .from("Andrei (2008), QF1");
    }

    /** Almost perturbed quadratic: Σ ixᵢ² + (x₁ + xₙ)²/100; start 1/2; minimum 0 at 0. Andrei. */
    static TestProblem almostPerturbed(int n) {
        return Family.of("almost-perturbed-quadratic", n, 2)
                .squares(n, 1, Places.chain(), Elements.scaled(k -> Math.sqrt(k + 1)))
                .squares(1, 2, Places.within(1, 0, n - 1), Elements.linear(0.1, 0.1, 0))
                .start(i -> 0.5)
                .minimum(0, i -> 0)
                .from("Andrei (2008)");
    }

    /**
     * Perturbed tridiagonal quadratic: x₁² + Σ ixᵢ² + (xᵢ₋₁ + xᵢ + xᵢ₊₁)², i = 2, …, n − 1; start 1/2; minimum 0 at 0. Andrei.
     */
    static TestProblem perturbedTridiagonal(int n) {
        return Family.of("perturbed-tridiagonal-quadratic", n, 3)
                .squares(n - 1, 1, Places.chain(), Elements.scaled(k -> Math.sqrt(k + 1)))
                .squares(n - 2, 3, Places.chain(), (k, u, d, h) -> {
                    d[0] = 1;
                    d[1] = 1;
                    d[2] = 1;
                    return u[0] + u[1] + u[2];
                })
                .start(i -> 0.5)
                .minimum(0, i -> 0)
                .from("Andrei (2008)");
    }

    /** Perturbed quadratic: Σ ixᵢ² + (Σ xᵢ)²/100; start 1/2; minimum 0 at 0. Andrei. */
    static TestProblem perturbed(int n) {
        return Family.of("perturbed-quadratic", n, 1)
                .coupled((k, x, d) -> {
                    d[0] = 1;
                    return x;
                })
                .squares(n, 1, Places.chain(), Elements.scaled(k -> Math.sqrt(k + 1)))
                .squares(1, 1, (k, i) -> i[0] = n, Elements.line(0.1, 0))
                .start(i -> 0.5)
                .minimum(0, i -> 0)
                .from("Andrei (2008)");
    }

    /** Staircase 1: Σ (xᵢ + xᵢ₊₁ − i)²; start 1; a line of minima 0. Andrei. */
    static TestProblem staircase(int n) {
        return Family.of("staircase-1", n, 2)
                .squares(n - 1, 2, Places.chain(), Elements.linear(k -> 1, k -> 1, k -> -(k + 1)))
                .start(i -> 1)
                .value(0)
                .from("Andrei (2008)");
    }

    /** Diagonal 4: Σ ½(a² + 100b²) over pairs (a, b); n even; start 1; minimum 0 at 0. Andrei. */
    static TestProblem diagonal4(int n) {
        return Family.of("diagonal-4", n, 2, 2)
                .squares(n, 1, Places.chain(), Elements.scaled(k -> Math.sqrt(0.5) * (k % 2 == 0 ? 1 : 10)))
                .start(i -> 1)
                .minimum(0, i -> 0)
                .from("Andrei (2008)");
    }

    /** TRID: Σ (xᵢ − 1)² − Σ xᵢxᵢ₋₁; start 0; minimum −n(n + 4)(n − 1)/6 at xᵢ = i(n + 1 − i). Neumaier. */
    static TestProblem trid(int n) {
        return Family.of("trid", n, 2)
                .squares(n, 1, Places.chain(), Elements.minus(1))
                .sum(n - 1, 2, Places.chain(), (k, u, d, h) -> {
                    d[0] = -u[1];
                    d[1] = -u[0];
                    h[1] = -1;
                    return -u[0] * u[1];
                })
                .start(i -> 0)
                .minimum(-n * (n + 4.0) * (n - 1) / 6, i -> (i + 1.0) * (n - i))
                .from("Neumaier (2006), Trid");
    }
}
