package org.hesse.problem.scalable;

import org.hesse.problem.catalog.TestProblem;

/** Sums in which one variable meets all others: the Hessian is an arrow. */
final class Arrows {
    private Arrows() {}

    /** LIARWHD: Σ 4(xᵢ² − x₁)² + (xᵢ − 1)²; start 4; minimum 0 at 1. CUTE. */
    static TestProblem liarwhd(int n) {
        return Family.of("liarwhd", n, 2)
                .squares(n, 2, Places.eachWith(0), Elements.parabola(2, -1))
                .squares(n, 1, Places.chain(), Elements.minus(1))
                .start(i -> 4)
                .minimum(0, i -> 1)
                .from("Li (1988); CUTE (1995), LIARWHD");
    }

    /**
     * NONDIA: (x₁ − 1)² + Σ 100(xᵢ² − x₁)², i ≥ 2; start −1; minimum 0 at 1. Shanno. (CUTE has xᵢ₋₁ instead of xᵢ, and its
     * xₙ does nothing.)
     */
    static TestProblem nondia(int n) {
        return Family.of("nondia", n, 2)
                .squares(1, 1, Places.chain(), Elements.minus(1))
                .squares(n - 1, 2, fromSecond(0), Elements.parabola(10, -1))
                .start(i -> -1)
                .minimum(0, i -> 1)
                .from("Shanno (1978), ACM TOMS 6, nondiagonal Rosenbrock");
    }

    /** TQUARTIC: (x₁ − 1)² + Σ (x₁² − xᵢ²)², i ≥ 2; start 0.1; minimum 0 at 1. CUTE. */
    static TestProblem tquartic(int n) {
        return Family.of("tquartic", n, 2)
                .squares(1, 1, Places.chain(), Elements.minus(1))
                .squares(n - 1, 2, fromSecond(0), Elements.ellipse(1, -1, 0))
                .start(i -> 0.1)
                .minimum(0, i -> 1)
                .from("Toint; CUTE (1995), TQUARTIC; Andrei (2008)");
    }

    private static Places fromSecond(int fixed) {
        return (k, i) -> {
            i[0] = k + 1;
            i[1] = fixed;
        };
    }

    /** ARWHEAD: Σ (xᵢ² + xₙ²)² − 4xᵢ + 3, i < n; start 1; minimum 0 at (1, …, 1, 0). CUTE. */
    static TestProblem arwhead(int n) {
        return Family.of("arwhead", n, 2)
                .squares(n - 1, 2, Places.eachWith(n - 1), Elements.ellipse(1, 1, 0))
                .sum(n - 1, 1, Places.chain(), Elements.line(-4, 3))
                .start(i -> 1)
                .minimum(0, i -> i < n - 1 ? 1 : 0)
                .from("CUTE (1995), ARWHEAD; Andrei (2008)");
    }

    /** NONDQUAR: (x₁ − x₂)² + Σ (xᵢ + xᵢ₊₁ + xₙ)⁴ + (xₙ₋₁ + xₙ)²; start (1, −1, …); minimum 0 at 0, singular. CUTE. */
    static TestProblem nondquar(int n) {
        Places last = (k, i) -> {
            i[0] = k;
            i[1] = k + 1;
            i[2] = n - 1;
        };
        return Family.of("nondquar", n, 3)
                .squares(1, 2, Places.chain(), Elements.linear(1, -1, 0))
                .squares(n - 2, 3, last, (k, u, d, h) -> {
                    double t = u[0] + u[1] + u[2];
                    for (int j = 0; j < 3; j++) {
                        d[j] = 2 * t;
                    }
                    for (int j = 0; j < 6; j++) {
                        h[j] = 2;
                    }
                    return t * t;
                })
                .squares(1, 2, (k, i) -> Places.chain().of(n - 2, i), Elements.linear(1, 1, 0))
                .start(i -> i % 2 == 0 ? 1 : -1)
                .value(0)
                .from("CUTE (1995), NONDQUAR; Andrei (2008)");
    }

    /** SINQUAD: (x₁ − 1)⁴ + Σ (sin(xᵢ − xₙ) − x₁² + xᵢ²)² + (xₙ² − x₁²)², 1 &lt; i &lt; n; start 0.1; minimum 0 at 1. CUTE. */
    static TestProblem sinquad(int n) {
        Places ends = (k, i) -> {
            i[0] = k + 1;
            i[1] = 0;
            i[2] = n - 1;
        };
        return Family.of("sinquad", n, 3)
                .squares(1, 1, Places.chain(), (k, u, d, h) -> {
                    d[0] = 2 * (u[0] - 1);
                    h[0] = 2;
                    return (u[0] - 1) * (u[0] - 1);
                })
                .squares(n - 2, 3, ends, (k, u, d, h) -> {
                    double sine = Math.sin(u[0] - u[2]);
                    double cosine = Math.cos(u[0] - u[2]);
                    d[0] = cosine + 2 * u[0];
                    d[1] = -2 * u[1];
                    d[2] = -cosine;
                    h[0] = 2 - sine;
                    h[2] = -2;
                    h[3] = sine;
                    h[5] = -sine;
                    return sine - u[1] * u[1] + u[0] * u[0];
                })
                .squares(1, 2, (k, i) -> fromSecond(0).of(n - 2, i), Elements.ellipse(1, -1, 0))
                .start(i -> 0.1)
                .value(0)
                .from("CUTE (1995), SINQUAD; Andrei (2008)");
    }

    /**
     * EG2: Σ sin(x₁ + xᵢ² − 1) + sin(xₙ²)/2, i &lt; n; start 1; minimum 1/2 − n where each sine is −1, and for n = 20 the local one that SciPy
     * reaches from the start. CUTE.
     */
    static TestProblem eg2(int n) {
        double angle = 1.5 * Math.PI;
        double first = (Math.sqrt(5 + 4 * angle) - 1) / 2;
        return Family.of("eg2", n, 2)
                .sum(n - 1, 2, Places.eachWith(0), (k, u, d, h) -> {
                    double t = u[1] + u[0] * u[0] - 1;
                    double sine = Math.sin(t);
                    double cosine = Math.cos(t);
                    d[0] = 2 * u[0] * cosine;
                    d[1] = cosine;
                    h[0] = 2 * cosine - 4 * u[0] * u[0] * sine;
                    h[1] = -2 * u[0] * sine;
                    h[2] = -sine;
                    return sine;
                })
                .sum(1, 1, (k, i) -> i[0] = n - 1, (k, u, d, h) -> {
                    double sine = Math.sin(u[0] * u[0]);
                    d[0] = u[0] * Math.cos(u[0] * u[0]);
                    h[0] = Math.cos(u[0] * u[0]) - 2 * u[0] * u[0] * sine;
                    return sine / 2;
                })
                .start(i -> 1)
                .minimum(0.5 - n, i -> i == 0 ? first : Math.sqrt(i < n - 1 ? 1 + angle - first : angle))
                .value(20, -18.94744731256905)
                .value(20, -18.20151062335967) // where Newton with a line search leads; eigenvalues from 1
                .value(20, -19.447447312569053) // where OWL-QN leads; eigenvalues from 5e-3
                .value(20, -19) // where Newton leads with another modification; eigenvalues from 1
                .from("CUTE (1995), EG2; Andrei (2008)");
    }
}
