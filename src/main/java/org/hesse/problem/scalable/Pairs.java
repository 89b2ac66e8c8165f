package org.hesse.problem.scalable;

import java.util.function.IntToDoubleFunction;
import org.hesse.problem.catalog.TestProblem;

/** Extended problems: a sum of squares of two variables a and b, repeated n/2 times; n is even. */
final class Pairs {
    private static final double SECOND = 48.984253679240022; // the second minimum of Freudenstein and Roth, by SciPy

    private Pairs() {}

    private static final Places PAIR = Places.blocks(2);

    private static IntToDoubleFunction pair(double a, double b) {
        return i -> i % 2 == 0 ? a : b;
    }

    /**
     * Extended Freudenstein and Roth: (−13 + a + ((5 − b)b − 2)b)² + (−29 + a + ((b + 1)b − 14)b)²; start (0.5, −2); minimum
     * 0 at (5, 4); each pair may end at 48.98425 instead. Andrei; one pair is MGH no. 2.
     */
    static TestProblem freudensteinRoth(int n) {
        Family family = Family.of("extended-freudenstein-roth", n, 2, 2)
                .squares(n / 2, 2, PAIR, (k, u, d, h) -> {
                    double b = u[1];
                    d[0] = 1;
                    d[1] = (10 - 3 * b) * b - 2;
                    h[2] = 10 - 6 * b;
                    return -13 + u[0] + ((5 - b) * b - 2) * b;
                })
                .squares(n / 2, 2, PAIR, (k, u, d, h) -> {
                    double b = u[1];
                    d[0] = 1;
                    d[1] = (3 * b + 2) * b - 14;
                    h[2] = 6 * b + 2;
                    return -29 + u[0] + ((b + 1) * b - 14) * b;
                })
                .start(pair(0.5, -2))
                .minimum(0, pair(5, 4));
        for (int k = 1; k <= n / 2; k++) {
            family.value(k * SECOND);
        }
        return family.from("Freudenstein and Roth (1963); Andrei (2008)");
    }

    /** Extended Beale: Σ (cₖ − a(1 − bᵏ))², c = 1.5, 2.25, 2.625; start (1, 0.8); minimum 0 at (3, 0.5). Andrei. */
    static TestProblem beale(int n) {
        Family family = Family.of("extended-beale", n, 2, 2);
        double[] c = {1.5, 2.25, 2.625};
        for (int power = 1; power <= 3; power++) {
            int p = power;
            family.squares(n / 2, 2, PAIR, (k, u, d, h) -> {
                double lower = p == 1 ? 0 : p == 2 ? 1 : u[1]; // b^(p − 2), times 0 for p = 1
                double below = p == 1 ? 1 : lower * u[1];
                d[0] = below * u[1] - 1;
                d[1] = p * u[0] * below;
                h[1] = p * below;
                h[2] = p * (p - 1) * u[0] * lower;
                return c[p - 1] + u[0] * d[0];
            });
        }
        return family.start(pair(1, 0.8)).minimum(0, pair(3, 0.5)).from("Beale (1958); Andrei (2008)");
    }

    /** Extended Himmelblau: (a² + b − 11)² + (a + b² − 7)²; start 1; minimum 0 at (3, 2) and three others. Andrei. */
    static TestProblem himmelblau(int n) {
        return Family.of("extended-himmelblau", n, 2, 2)
                .squares(n / 2, 2, PAIR, (k, u, d, h) -> {
                    d[0] = 2 * u[0];
                    d[1] = 1;
                    h[0] = 2;
                    return u[0] * u[0] + u[1] - 11;
                })
                .squares(n / 2, 2, PAIR, (k, u, d, h) -> {
                    d[0] = 1;
                    d[1] = 2 * u[1];
                    h[2] = 2;
                    return u[0] + u[1] * u[1] - 7;
                })
                .start(i -> 1)
                .minimum(0, pair(3, 2))
                .from("Himmelblau (1972); Andrei (2008)");
    }

    /** Extended White and Holst: 100(b − a³)² + (1 − a)²; start (−1.2, 1); minimum 0 at (1, 1). Andrei. */
    static TestProblem whiteHolst(int n) {
        return Family.of("extended-white-holst", n, 2, 2)
                .squares(n / 2, 2, PAIR, Elements.cubicValley(10))
                .squares(n / 2, 1, PAIR, Elements.minus(1))
                .start(pair(-1.2, 1))
                .minimum(0, i -> 1)
                .from("White and Holst (1964); Andrei (2008)");
    }

    /** Extended tridiagonal 1: (a + b − 3)² + (a − b + 1)⁴; start 2; minimum 0 at (1, 2), singular. Andrei. */
    static TestProblem tridiagonal1(int n) {
        return Family.of("extended-tridiagonal-1", n, 2, 2)
                .squares(n / 2, 2, PAIR, Elements.linear(1, 1, -3))
                .squares(n / 2, 2, PAIR, Elements.square(1, -1, 1))
                .start(i -> 2)
                .value(0)
                .from("Andrei (2008)");
    }

    /** Extended BD1: (a² + b² − 2)² + (e^(a − 1) − b)²; start 0.1; minimum 0 at (1, 1). Andrei. */
    static TestProblem blockDiagonal(int n) {
        return Family.of("extended-block-diagonal", n, 2, 2)
                .squares(n / 2, 2, PAIR, Elements.ellipse(1, 1, -2))
                .squares(n / 2, 2, PAIR, (k, u, d, h) -> {
                    double e = Math.exp(u[0] - 1);
                    d[0] = e;
                    d[1] = -1;
                    h[0] = e;
                    return e - u[1];
                })
                .start(i -> 0.1)
                .minimum(0, i -> 1)
                .from("Andrei (2008)");
    }

    /** Extended DENSCHNB: (a − 2)² + (a − 2)²b² + (b + 1)²; start 1; minimum 0 at (2, −1). Dennis and Schnabel. */
    static TestProblem denschnb(int n) {
        return Family.of("extended-denschnb", n, 2, 2)
                .squares(n / 2, 1, PAIR, Elements.minus(2))
                .squares(n / 2, 2, PAIR, Elements.product(-2))
                .squares(n / 2, 1, Places.within(2, 1), Elements.minus(-1))
                .start(i -> 1)
                .minimum(0, pair(2, -1))
                .from("Dennis and Schnabel (1983); Andrei (2008)");
    }

    /** Extended DENSCHNF: (2(a + b)² + (a − b)² − 8)² + (5a² + (b − 3)² − 9)²; start (2, 0); minimum 0 at (1, 1). */
    static TestProblem denschnf(int n) {
        return Family.of("extended-denschnf", n, 2, 2)
                .squares(n / 2, 2, PAIR, (k, u, d, h) -> {
                    d[0] = 6 * u[0] + 2 * u[1];
                    d[1] = 2 * u[0] + 6 * u[1];
                    h[0] = 6;
                    h[1] = 2;
                    h[2] = 6;
                    return 3 * u[0] * u[0] + 2 * u[0] * u[1] + 3 * u[1] * u[1] - 8;
                })
                .squares(n / 2, 2, PAIR, (k, u, d, h) -> {
                    d[0] = 10 * u[0];
                    d[1] = 2 * (u[1] - 3);
                    h[0] = 10;
                    h[2] = 2;
                    return 5 * u[0] * u[0] + (u[1] - 3) * (u[1] - 3) - 9;
                })
                .start(pair(2, 0))
                .minimum(0, i -> 1)
                .from("Dennis and Schnabel (1983); Andrei (2008)");
    }
}
