package org.hesse.problem.scalable;

import java.util.function.IntToDoubleFunction;
import org.hesse.problem.catalog.TestProblem;

/**
 * Dixon and Maany's functions A … L: 1 + Σ αwₚ(i)xᵢ² + Σ βw_q(i)xᵢ²(xᵢ₊₁ + xᵢ₊₁²)² + Σ γxᵢ²xᵢ₊ₘ⁴ + Σ δwₚ(i)xᵢxᵢ₊₂ₘ with α = 1,
 * m = n/3 and weights wₚ(i) = (i/n)ᵖ; the sums run while their last index is at most n; start 2; minimum 1 at 0.
 *
 * <p>Source: Dixon and Maany (1988), Numerical Optimisation Centre, Hatfield; with the constants of Andrei, where q = 0.
 *
 * @param letter which one
 * @param beta β
 * @param gamma γ
 * @param delta δ
 * @param p the power of the weights of α
 * @param last the power of the weights of δ
 */
record DixonMaany(String letter, double beta, double gamma, double delta, int p, int last) {
    /** All twelve. */
    static DixonMaany[] all() {
        return new DixonMaany[] {
            new DixonMaany("a", 0, 0.125, 0.125, 0, 0),
            new DixonMaany("b", 0.0625, 0.0625, 0.0625, 0, 1),
            new DixonMaany("c", 0.125, 0.125, 0.125, 0, 0),
            new DixonMaany("d", 0.26, 0.26, 0.26, 0, 0),
            new DixonMaany("e", 0, 0.125, 0.125, 1, 1),
            new DixonMaany("f", 0.0625, 0.0625, 0.0625, 1, 1),
            new DixonMaany("g", 0.125, 0.125, 0.125, 1, 1),
            new DixonMaany("h", 0.26, 0.26, 0.26, 1, 1),
            new DixonMaany("i", 0, 0.125, 0.125, 2, 2),
            new DixonMaany("j", 0.0625, 0.0625, 0.0625, 2, 2),
            new DixonMaany("k", 0.125, 0.125, 0.125, 2, 2),
            new DixonMaany("l", 0.26, 0.26, 0.26, 2, 2)
        };
    }

    /** The name in the catalogue. */
    String name() {
        return "dixon-maany-" + letter;
    }

    /** The problem in n variables, a multiple of 3. */
    TestProblem of(int n) {
        Family family = Family.of(name(), n, 3, 3);
        int m = n / 3;
        IntToDoubleFunction own = k -> Math.pow((k + 1.0) / n, p);
        IntToDoubleFunction far = k -> Math.pow((k + 1.0) / n, last);
        family.sum(1, 1, Places.chain(), (k, u, d, h) -> 1).sum(n, 1, Places.chain(), (k, u, d, h) -> {
            double w = own.applyAsDouble(k);
            d[0] = 2 * w * u[0];
            h[0] = 2 * w;
            return w * u[0] * u[0];
        });
        if (beta != 0) {
            family.sum(n - 1, 2, Places.chain(), this::neighbours);
        }
        return family.sum(2 * m, 2, Places.within(1, 0, m), this::quartic)
                .sum(m, 2, Places.within(1, 0, 2 * m), (k, u, d, h) -> {
                    double w = delta * far.applyAsDouble(k);
                    d[0] = w * u[1];
                    d[1] = w * u[0];
                    h[1] = w;
                    return w * u[0] * u[1];
                })
                .start(i -> 2)
                .minimum(1, i -> 0)
                .from("Dixon and Maany (1988); Andrei (2008)");
    }

    /** β(u₀t)², t = u₁ + u₁². */
    private double neighbours(int k, double[] u, double[] d, double[] h) {
        double t = u[1] + u[1] * u[1];
        double dt = 1 + 2 * u[1];
        d[0] = 2 * beta * u[0] * t * t;
        d[1] = 2 * beta * u[0] * u[0] * t * dt;
        h[0] = 2 * beta * t * t;
        h[1] = 4 * beta * u[0] * t * dt;
        h[2] = 2 * beta * u[0] * u[0] * (dt * dt + 2 * t);
        return beta * u[0] * u[0] * t * t;
    }

    /** γu₀²u₁⁴. */
    private double quartic(int k, double[] u, double[] d, double[] h) {
        double a = u[0] * u[0];
        double b = u[1] * u[1];
        d[0] = 2 * gamma * u[0] * b * b;
        d[1] = 4 * gamma * a * b * u[1];
        h[0] = 2 * gamma * b * b;
        h[1] = 8 * gamma * u[0] * b * u[1];
        h[2] = 12 * gamma * a * b;
        return gamma * a * b * b;
    }
}
