package org.hesse.problem.scalable;

import java.util.function.IntToDoubleFunction;
import org.hesse.problem.catalog.TestProblem;

/** Sums of functions of one variable each: the Hessian is diagonal. Minima in closed form. */
final class Separable {
    private Separable() {}

    /** aᵢeˣ − bᵢx. */
    private static Family exponentials(Family family, int count, IntToDoubleFunction a, IntToDoubleFunction b) {
        return family.sum(count, 1, Places.chain(), (k, u, d, h) -> {
            double p = a.applyAsDouble(k + 1);
            double q = b.applyAsDouble(k + 1);
            double e = p * Math.exp(u[0]);
            d[0] = e - q;
            h[0] = e;
            return e - q * u[0];
        });
    }

    private static double sum(int n, IntToDoubleFunction term) {
        double sum = 0;
        for (int i = 1; i <= n; i++) {
            sum += term.applyAsDouble(i);
        }
        return sum;
    }

    /** Raydan 1: Σ i(e^xᵢ − xᵢ)/10; start 1; minimum n(n + 1)/20 at 0. Raydan. */
    static TestProblem raydan1(int n) {
        return exponentials(Family.of("raydan-1", n, 1), n, i -> i / 10.0, i -> i / 10.0)
                .start(i -> 1)
                .minimum(n * (n + 1.0) / 20, i -> 0)
                .from("Raydan (1997), SIAM J. Optim. 7; Andrei (2008)");
    }

    /** Raydan 2: Σ e^xᵢ − xᵢ; start 1; minimum n at 0. Raydan. */
    static TestProblem raydan2(int n) {
        return exponentials(Family.of("raydan-2", n, 1), n, i -> 1, i -> 1)
                .start(i -> 1)
                .minimum(n, i -> 0)
                .from("Raydan (1997), SIAM J. Optim. 7; Andrei (2008)");
    }

    /** Diagonal 1: Σ e^xᵢ − ixᵢ; start 1/n; minimum Σ i(1 − ln i) at xᵢ = ln i. Andrei. */
    static TestProblem diagonal1(int n) {
        return exponentials(Family.of("diagonal-1", n, 1), n, i -> 1, i -> i)
                .start(i -> 1.0 / n)
                .minimum(sum(n, i -> i * (1 - Math.log(i))), i -> Math.log(i + 1))
                .from("Andrei (2008)");
    }

    /** Diagonal 2: Σ e^xᵢ − xᵢ/i; start 1/i; minimum Σ (1 + ln i)/i at xᵢ = −ln i. Andrei. */
    static TestProblem diagonal2(int n) {
        return exponentials(Family.of("diagonal-2", n, 1), n, i -> 1, i -> 1.0 / i)
                .start(i -> 1.0 / (i + 1))
                .minimum(sum(n, i -> (1 + Math.log(i)) / i), i -> -Math.log(i + 1))
                .from("Andrei (2008)");
    }

    /** Hager: Σ e^xᵢ − √i·xᵢ; start 1; minimum Σ √i(1 − ½ ln i) at xᵢ = ½ ln i. Andrei. */
    static TestProblem hager(int n) {
        return exponentials(Family.of("hager", n, 1), n, i -> 1, Math::sqrt)
                .start(i -> 1)
                .minimum(sum(n, i -> Math.sqrt(i) * (1 - Math.log(i) / 2)), i -> Math.log(i + 1) / 2)
                .from("Hager; Andrei (2008)");
    }

    /** Diagonal 9: Σ e^xᵢ − ixᵢ, i &lt; n, and 10000xₙ²; start 1; minimum Σ i(1 − ln i) at xᵢ = ln i, xₙ = 0. Andrei. */
    static TestProblem diagonal9(int n) {
        return exponentials(Family.of("diagonal-9", n, 2), n - 1, i -> 1, i -> i)
                .squares(1, 1, (k, i) -> i[0] = n - 1, Elements.line(100, 0))
                .start(i -> 1)
                .minimum(sum(n - 1, i -> i * (1 - Math.log(i))), i -> i < n - 1 ? Math.log(i + 1) : 0)
                .from("Andrei (2008)");
    }

    /** Diagonal 3: Σ e^xᵢ − i sin xᵢ; start 1; a minimum by SciPy. Andrei. */
    static TestProblem diagonal3(int n) {
        return Family.of("diagonal-3", n, 1)
                .sum(n, 1, Places.chain(), (k, u, d, h) -> {
                    double e = Math.exp(u[0]);
                    double sine = (k + 1) * Math.sin(u[0]);
                    d[0] = e - (k + 1) * Math.cos(u[0]);
                    h[0] = e + sine;
                    return e - sine;
                })
                .start(i -> 1)
                .value(20, -134.05895134249977)
                .from("Andrei (2008)");
    }

    /** Diagonal 5: Σ ln(e^xᵢ + e^−xᵢ); start 1.1; minimum n ln 2 at 0. Andrei. */
    static TestProblem diagonal5(int n) {
        return Family.of("diagonal-5", n, 1)
                .sum(n, 1, Places.chain(), (k, u, d, h) -> {
                    double tanh = Math.tanh(u[0]);
                    d[0] = tanh;
                    h[0] = 1 - tanh * tanh;
                    return Math.abs(u[0]) + Math.log1p(Math.exp(-2 * Math.abs(u[0])));
                })
                .start(i -> 1.1)
                .minimum(n * Math.log(2), i -> 0)
                .from("Andrei (2008)");
    }

    /** QUARTC: Σ (xᵢ − i)⁴; start 2; minimum 0 at xᵢ = i, singular. CUTE. */
    static TestProblem quartc(int n) {
        return Family.of("quartc", n, 1)
                .squares(n, 1, Places.chain(), (k, u, d, h) -> {
                    double t = u[0] - (k + 1);
                    d[0] = 2 * t;
                    h[0] = 2;
                    return t * t;
                })
                .start(i -> 2)
                .value(0)
                .from("CUTE (1995), QUARTC");
    }

    /** QF2: ½ Σ i(xᵢ² − 1)² − xₙ; start 1/2; minimum by SciPy. Andrei. */
    static TestProblem qf2(int n) {
        return Family.of("quadratic-qf2", n, 1)
                .squares(n, 1, Places.chain(), (k, u, d, h) -> {
                    double root = Math.sqrt((k + 1) / 2.0);
                    d[0] = 2 * root * u[0];
                    h[0] = 2 * root;
                    return root * (u[0] - 1) * (u[0] + 1);
                })
                .sum(1, 1, (k, i) -> i[0] = n - 1, Elements.line(-1, 0))
                .start(i -> 0.5)
                .value(20, -1.0061737663815833)
                .value(20, 0.9936698552395944) // the last variable near -1
                .from("Andrei (2008), QF2");
    }
}
