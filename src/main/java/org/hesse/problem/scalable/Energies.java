package org.hesse.problem.scalable;

import org.hesse.problem.catalog.TestProblem;

/** Chained sums that are no squares of a system; minima by SciPy, for the usual n only, where no closed form is known. */
final class Energies {
    private Energies() {}

    /** ENGVAL1: Σ (xᵢ² + xᵢ₊₁²)² − 4xᵢ + 3; start 2. CUTE. */
    static TestProblem engval1(int n) {
        return Family.of("engval1", n, 2)
                .squares(n - 1, 2, Places.chain(), Elements.ellipse(1, 1, 0))
                .sum(n - 1, 1, Places.chain(), Elements.line(-4, 3))
                .start(i -> 2)
                .value(20, 20.278662130461797)
                .from("Toint (1978); CUTE (1995), ENGVAL1");
    }

    /** EDENSCH: 16 + Σ (xᵢ − 2)⁴ + (xᵢxᵢ₊₁ − 2xᵢ₊₁)² + (xᵢ₊₁ + 1)²; start 8. CUTE. */
    static TestProblem edensch(int n) {
        return Family.of("edensch", n, 2)
                .sum(1, 1, Places.chain(), (k, u, d, h) -> 16)
                .squares(n - 1, 1, Places.chain(), (k, u, d, h) -> {
                    d[0] = 2 * (u[0] - 2);
                    h[0] = 2;
                    return (u[0] - 2) * (u[0] - 2);
                })
                .squares(n - 1, 2, Places.chain(), Elements.product(-2))
                .squares(n - 1, 1, Places.within(1, 1), Elements.minus(-1))
                .start(i -> 8)
                .value(20, 123.2845920207687)
                .from("Li (1988); CUTE (1995), EDENSCH");
    }

    /** BDQRTIC: Σ (−4xᵢ + 3)² + (xᵢ² + 2xᵢ₊₁² + 3xᵢ₊₂² + 4xᵢ₊₃² + 5xₙ²)²; start 1. CUTE. */
    static TestProblem bdqrtic(int n) {
        Places four = (k, i) -> {
            Places.chain().of(k, i);
            i[4] = n - 1;
        };
        return Family.of("bdqrtic", n, 5)
                .squares(n - 4, 1, Places.chain(), Elements.line(-4, 3))
                .squares(n - 4, 5, four, (k, u, d, h) -> {
                    double r = 0;
                    for (int j = 0; j < 5; j++) {
                        r += (j + 1) * u[j] * u[j];
                        d[j] = 2 * (j + 1) * u[j];
                        h[j * (j + 3) / 2] = 2 * (j + 1);
                    }
                    return r;
                })
                .start(i -> 1)
                .value(20, 58.32041249597267)
                .from("Conn, Gould, Lescrenier and Toint (1994); CUTE (1995), BDQRTIC");
    }

    /** Cragg and Levy's function of a, b, c, d at x_pk, …: (eᵃ − b)⁴ + 100(b − c)⁶ + tan⁴(c − d) + a⁸ + (d − 1)². */
    private static Family craggLevy(Family family, int count, int p) {
        return family.squares(count, 2, Places.within(p, 0, 1), (k, u, d, h) -> {
                    double e = Math.exp(u[0]);
                    double t = e - u[1];
                    d[0] = 2 * t * e;
                    d[1] = -2 * t;
                    h[0] = 2 * e * (e + t);
                    h[1] = -2 * e;
                    h[2] = 2;
                    return t * t;
                })
                .squares(count, 2, Places.within(p, 1, 2), (k, u, d, h) -> {
                    double t = u[0] - u[1];
                    d[0] = 30 * t * t;
                    d[1] = -d[0];
                    h[0] = 60 * t;
                    h[1] = -h[0];
                    h[2] = h[0];
                    return 10 * t * t * t;
                })
                .squares(count, 2, Places.within(p, 2, 3), (k, u, d, h) -> {
                    double t = Math.tan(u[0] - u[1]);
                    d[0] = 2 * t * (1 + t * t);
                    d[1] = -d[0];
                    h[0] = (2 + 6 * t * t) * (1 + t * t);
                    h[1] = -h[0];
                    h[2] = h[0];
                    return t * t;
                })
                .squares(count, 1, Places.within(p, 0), (k, u, d, h) -> {
                    double a = u[0] * u[0];
                    d[0] = 4 * a * u[0];
                    h[0] = 12 * a;
                    return a * a;
                })
                .squares(count, 1, Places.within(p, 3), Elements.minus(1))
                .start(i -> i == 0 || p == 4 && i % 4 == 0 ? 1 : 2);
    }

    /** Extended Cragg and Levy, blocks: n a multiple of 4; start (1, 2, 2, 2); minimum 0 at (0, 1, 1, 1), singular. */
    static TestProblem extendedCraggLevy(int n) {
        return craggLevy(Family.of("extended-cragg-levy", n, 4, 4), n / 4, 4)
                .value(0)
                .from("Cragg and Levy (1969); Toint (1978)");
    }

    /** CRAGGLVY, chained: each block two variables on; n even; start (1, 2, …, 2). CUTE. */
    static TestProblem chainedCraggLevy(int n) {
        return craggLevy(Family.of("chained-cragg-levy", n, 4, 2), n / 2 - 1, 2)
                .value(20, 3.4942136800842056)
                .from("Cragg and Levy (1969); CUTE (1995), CRAGGLVY");
    }

    /** COSINE: Σ cos(xᵢ² − xᵢ₊₁/2); start 1; a curve of minima 1 − n. CUTE. */
    static TestProblem cosine(int n) {
        return wave(Family.of("cosine", n, 2), n, Math.PI / 2).from("CUTE (1995), COSINE; Andrei (2008)");
    }

    /** SINE: Σ sin(xᵢ² − xᵢ₊₁/2); start 1; a curve of minima 1 − n. Andrei. */
    static TestProblem sine(int n) {
        return wave(Family.of("sine", n, 2), n, 0).from("Andrei (2008), SINE");
    }

    private static Family wave(Family family, int n, double phase) {
        return family.sum(n - 1, 2, Places.chain(), (k, u, d, h) -> {
                    double t = u[0] * u[0] - u[1] / 2 + phase;
                    double sine = Math.sin(t);
                    double cosine = Math.cos(t);
                    d[0] = 2 * u[0] * cosine;
                    d[1] = -cosine / 2;
                    h[0] = 2 * cosine - 4 * u[0] * u[0] * sine;
                    h[1] = u[0] * sine;
                    h[2] = -sine / 4;
                    return sine;
                })
                .start(i -> 1)
                .value(1 - n);
    }

    /** Generalised tridiagonal 1: Σ (xᵢ + xᵢ₊₁ − 3)² + (xᵢ − xᵢ₊₁ + 1)⁴; start 2. Andrei. */
    static TestProblem tridiagonal1(int n) {
        return Family.of("generalized-tridiagonal-1", n, 2)
                .squares(n - 1, 2, Places.chain(), Elements.linear(1, 1, -3))
                .squares(n - 1, 2, Places.chain(), Elements.square(1, -1, 1))
                .start(i -> 2)
                .value(20, 17.21030764208699)
                .from("Andrei (2008)");
    }

    /** Generalised PSC1: Σ (xᵢ² + xᵢ₊₁² + xᵢxᵢ₊₁)² + sin²xᵢ + cos²xᵢ₊₁; start (3, 0.1, …). Andrei. */
    static TestProblem psc1(int n) {
        return Family.of("generalized-psc1", n, 2)
                .sum(n - 1, 2, Places.chain(), Elements.psc1())
                .start(i -> i % 2 == 0 ? 3 : 0.1)
                .value(20, 18.722041437884748)
                .from("Andrei (2008)");
    }
}
