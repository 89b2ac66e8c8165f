package org.hesse.problem.scalable;

import java.util.function.IntToDoubleFunction;
import org.hesse.problem.catalog.TestProblem;

/** Sums of squares whose elements overlap: the Hessian is a narrow band. */
final class Chains {
    private static final IntToDoubleFunction VALLEY = i -> i % 2 == 0 ? -1.2 : 1;

    private Chains() {}

    /** Wood's function over a, b, c, d at x_pk, …: 100(b − a²)² + (1 − a)² + 90(d − c²)² + (1 − c)² + …. */
    private static Family wood(Family family, int count, int p) {
        double r = Math.sqrt(10);
        return family.squares(count, 2, Places.within(p, 0, 1), Elements.valley(10))
                .squares(count, 1, Places.within(p, 0), Elements.minus(1))
                .squares(count, 2, Places.within(p, 2, 3), Elements.valley(3 * r))
                .squares(count, 1, Places.within(p, 2), Elements.minus(1))
                .squares(count, 2, Places.within(p, 1, 3), Elements.linear(r, r, -2 * r))
                .squares(count, 2, Places.within(p, 1, 3), Elements.linear(1 / r, -1 / r, 0))
                .minimum(0, i -> 1);
    }

    /**
     * Extended Wood: blocks of 100(b − a²)² + (1 − a)² + 90(d − c²)² + (1 − c)² + 10(b + d − 2)² + (b − d)²/10; n a multiple of
     * 4; start (−3, −1, −3, −1); minimum 0 at 1. WOODS of CUTE.
     */
    static TestProblem extendedWood(int n) {
        return wood(Family.of("extended-wood", n, 4, 4), n / 4, 4)
                .start(i -> i % 2 == 0 ? -3 : -1)
                .from("Wood (1968); Colville (1968); Andrei (2008)");
    }

    /** Chained Wood: the same blocks, each two variables on; n even; start (−3, −1, −3, −1, −2, 0, −2, 0, …). CHAINWOO. */
    static TestProblem chainedWood(int n) {
        return wood(Family.of("chained-wood", n, 4, 2), n / 2 - 1, 2)
                .start(i -> (i % 2 == 0 ? -3 : -1) + (i < 4 ? 0 : 1))
                .value(20, 6.975014328351111) // where SR1 leads; eigenvalues from 0.93
                .value(20, 31.191112513127246) // where SR1 leads, too; eigenvalues from 0.48
                .from("Toint (1978); Luksan and Vlcek (1999), chained Wood");
    }

    /** Chained Powell singular: blocks of extended-powell, each two variables on; n even; minimum 0 at 0, singular. */
    static TestProblem chainedPowell(int n) {
        int count = n / 2 - 1;
        return Family.of("chained-powell", n, 4, 2)
                .squares(count, 2, Places.within(2, 0, 1), Elements.linear(1, 10, 0))
                .squares(count, 2, Places.within(2, 2, 3), Elements.linear(Math.sqrt(5), -Math.sqrt(5), 0))
                .squares(count, 2, Places.within(2, 1, 2), Elements.square(1, -2, 0))
                .squares(count, 2, Places.within(2, 0, 3), Elements.square(Math.sqrt(10), -1, 0))
                .start(i -> new double[] {3, -1, 0, 1}[i % 4])
                .value(0)
                .from("Powell (1962); Luksan and Vlcek (1999), chained Powell singular");
    }

    /** Generalised White and Holst: Σ 100(xᵢ₊₁ − xᵢ³)² + (1 − xᵢ)²; start (−1.2, 1, …); minimum 0 at 1. Andrei. */
    static TestProblem whiteHolst(int n) {
        return Family.of("generalized-white-holst", n, 2)
                .squares(n - 1, 2, Places.chain(), Elements.cubicValley(10))
                .squares(n - 1, 1, Places.chain(), Elements.minus(1))
                .start(VALLEY)
                .minimum(0, i -> 1)
                .from("Andrei (2008)");
    }

    /** CUBE: (x₁ − 1)² + Σ 100(xᵢ₊₁ − xᵢ³)²; start (−1.2, 1, …); minimum 0 at 1. CUTE. */
    static TestProblem cube(int n) {
        return Family.of("cube", n, 2)
                .squares(1, 1, Places.chain(), Elements.minus(1))
                .squares(n - 1, 2, Places.chain(), Elements.cubicValley(10))
                .start(VALLEY)
                .value(0) // the Hessian is singular to rounding as n grows
                .from("CUTE (1995), CUBE; Andrei (2008)");
    }

    /** NONSCOMP without its bounds: (x₁ − 1)² + Σ 4(xᵢ₊₁ − xᵢ²)²; start 3; minimum 0 at 1. CUTE. */
    static TestProblem nonscomp(int n) {
        return Family.of("nonscomp", n, 2)
                .squares(1, 1, Places.chain(), Elements.minus(1))
                .squares(n - 1, 2, Places.chain(), Elements.valley(2))
                .start(i -> 3)
                .minimum(0, i -> 1)
                .from("Lescrenier (1988); CUTE (1995), NONSCOMP");
    }

    /** GENROSE: 1 + Σ 100(xᵢ₊₁ − xᵢ²)² + (xᵢ₊₁ − 1)²; start i/(n + 1); minimum 1 at 1. CUTE, of Nash. */
    static TestProblem genrose(int n) {
        return Family.of("genrose", n, 2)
                .sum(1, 1, Places.chain(), (k, u, d, h) -> 1)
                .squares(n - 1, 2, Places.chain(), Elements.valley(10))
                .squares(n - 1, 1, (k, i) -> i[0] = k + 1, Elements.minus(1))
                .start(i -> (i + 1.0) / (n + 1))
                .minimum(1, i -> 1)
                .from("Nash (1984); CUTE (1995), GENROSE");
    }

    /** FLETCHCR: Σ 100(xᵢ₊₁ − xᵢ + 1 − xᵢ²)²; start 0; a curve of minima 0. CUTE. */
    static TestProblem fletchcr(int n) {
        return Family.of("fletchcr", n, 2)
                .squares(n - 1, 2, Places.chain(), (k, u, d, h) -> {
                    d[0] = -10 - 20 * u[0];
                    d[1] = 10;
                    h[0] = -20;
                    return 10 * (u[1] - u[0] + 1 - u[0] * u[0]);
                })
                .start(i -> 0)
                .value(0)
                .from("Fletcher; CUTE (1995), FLETCHCR; Andrei (2008)");
    }

    /**
     * Dixon and Price: (x₁ − 1)² + Σ i(2xᵢ² − xᵢ₋₁)², i ≥ 2; start 1; minimum 0 at xᵢ = 2^(2^(1 − i) − 1). No
     * minimum is (1/3, 0, …, 0), where f = 2/3: with 2xᵢ² = xᵢ₋₁ from x₂ on it falls as ⅔(1 − 2x₂²)², by x₂² = O(xₙ^(2^(n − 1))).
     */
    static TestProblem dixonPrice(int n) {
        return Family.of("dixon-price", n, 2)
                .squares(1, 1, Places.chain(), Elements.minus(1))
                .squares(n - 1, 2, Places.chain(), (k, u, d, h) -> {
                    double root = Math.sqrt(k + 2);
                    d[0] = -root;
                    d[1] = 4 * root * u[1];
                    h[2] = 4 * root;
                    return root * (2 * u[1] * u[1] - u[0]);
                })
                .start(i -> 1)
                .minimum(0, i -> Math.pow(2, Math.pow(2, -i) - 1))
                .from("Dixon and Price (1989), J. Optim. Theory Appl. 60");
    }
}
