package org.hesse.problem.scalable;

import java.util.function.IntToDoubleFunction;
import org.hesse.problem.catalog.TestProblem;

/** Extended problems that are no sums of squares: a function of two variables a and b, n/2 times; n is even. */
final class EnergyPairs {
    private static final Places PAIR = Places.blocks(2);

    private EnergyPairs() {}

    private static IntToDoubleFunction pair(double a, double b) {
        return i -> i % 2 == 0 ? a : b;
    }

    /**
     * Extended Maratos: a + 100(a² + b² − 1)²; start (1.1, 0.1); the minimum has b = 0 and 1 + 400a(a² − 1) = 0, near −1.
     * Andrei.
     */
    static TestProblem maratos(int n) {
        double a = -1;
        for (int k = 0; k < 20; k++) {
            a -= (1 + 400 * a * (a * a - 1)) / (1200 * a * a - 400);
        }
        double t = (a - 1) * (a + 1);
        return Family.of("extended-maratos", n, 2, 2)
                .sum(n / 2, 2, PAIR, (k, u, d, h) -> {
                    double c = u[0] * u[0] + u[1] * u[1] - 1;
                    d[0] = 1 + 400 * u[0] * c;
                    d[1] = 400 * u[1] * c;
                    h[0] = 400 * c + 800 * u[0] * u[0];
                    h[1] = 800 * u[0] * u[1];
                    h[2] = 400 * c + 800 * u[1] * u[1];
                    return u[0] + 100 * c * c;
                })
                .start(pair(1.1, 0.1))
                .minimum(n / 2 * (a + 100 * t * t), pair(a, 0))
                .from("Maratos (1978); Andrei (2008)");
    }

    /**
     * Extended Cliff: ((a − 3)/100)² − (a − b) + e^(20(a − b)); start (0, −1); minimum (1 + ln 20)/20 at a = 3,
     * b = 3 + ln(20)/20. Andrei.
     */
    static TestProblem cliff(int n) {
        return Family.of("extended-cliff", n, 2, 2)
                .sum(n / 2, 2, PAIR, (k, u, d, h) -> {
                    double t = (u[0] - 3) / 100;
                    double e = Math.exp(20 * (u[0] - u[1]));
                    d[0] = t / 50 - 1 + 20 * e;
                    d[1] = 1 - 20 * e;
                    h[0] = 2e-4 + 400 * e;
                    h[1] = -400 * e;
                    h[2] = 400 * e;
                    return t * t - (u[0] - u[1]) + e;
                })
                .start(pair(0, -1))
                .value(n / 2 * (1 + Math.log(20)) / 20)
                .from("Fletcher and Leyffer (1994); Andrei (2008)");
    }

    /** Extended PSC1: (a² + b² + ab)² + sin²a + cos²b; start (3, 0.1); minimum by SciPy. Andrei. */
    static TestProblem psc1(int n) {
        return Family.of("extended-psc1", n, 2, 2)
                .sum(n / 2, 2, PAIR, Elements.psc1())
                .start(pair(3, 0.1))
                .value(20, 7.731990564929237)
                .from("Powell, Schmidt, Conn; Andrei (2008)");
    }

    /** Extended EP1: (e^t − 5)² + t²(t − 11)², t = a − b; start 1.5, on t = 0; a line of minima. Andrei. */
    static TestProblem quadraticExponential(int n) {
        return Family.of("extended-quadratic-exponential", n, 2, 2)
                .squares(n / 2, 2, PAIR, (k, u, d, h) -> {
                    double e = Math.exp(u[0] - u[1]);
                    along(e, e, d, h);
                    return e - 5;
                })
                .squares(n / 2, 2, PAIR, (k, u, d, h) -> {
                    double t = u[0] - u[1];
                    along(2 * t - 11, 2, d, h);
                    return t * (t - 11);
                })
                .start(i -> 1.5)
                .value(20, 158.63525762945392)
                .from("Andrei (2008)");
    }

    /** Derivatives of a function of t = u₀ − u₁ by its own. */
    private static void along(double first, double second, double[] d, double[] h) {
        d[0] = first;
        d[1] = -first;
        h[0] = second;
        h[1] = -second;
        h[2] = second;
    }

    /**
     * Three exponential terms: e^(a + 3b − 0.1) + e^(a − 3b − 0.1) + e^(−a − 0.1); start 0.1; minimum 2√2·e^(−0.1) at
     * (−ln(2)/2, 0). Andrei.
     */
    static TestProblem threeExponentials(int n) {
        return Family.of("extended-three-exponentials", n, 2, 2)
                .sum(n / 2, 2, PAIR, (k, u, d, h) -> {
                    double p = Math.exp(u[0] + 3 * u[1] - 0.1);
                    double q = Math.exp(u[0] - 3 * u[1] - 0.1);
                    double r = Math.exp(-u[0] - 0.1);
                    d[0] = p + q - r;
                    d[1] = 3 * (p - q);
                    h[0] = p + q + r;
                    h[1] = 3 * (p - q);
                    h[2] = 9 * (p + q);
                    return p + q + r;
                })
                .start(i -> 0.1)
                .minimum(n / 2 * 2 * Math.sqrt(2) * Math.exp(-0.1), pair(-Math.log(2) / 2, 0))
                .from("Boyd and Vandenberghe (2004), section 9.3; Andrei (2008)");
    }

    /** HIMMELBG: (2a² + 3b²)e^(−a − b); start 1.5; minimum 0 at 0, and the infimum 0 at infinity. CUTE. */
    static TestProblem himmelbg(int n) {
        return Family.of("himmelbg", n, 2, 2)
                .sum(n / 2, 2, PAIR, (k, u, d, h) -> {
                    double e = Math.exp(-u[0] - u[1]);
                    double q = 2 * u[0] * u[0] + 3 * u[1] * u[1];
                    d[0] = (4 * u[0] - q) * e;
                    d[1] = (6 * u[1] - q) * e;
                    h[0] = (4 - 8 * u[0] + q) * e;
                    h[1] = (q - 4 * u[0] - 6 * u[1]) * e;
                    h[2] = (6 - 12 * u[1] + q) * e;
                    return q * e;
                })
                .start(i -> 1.5)
                .minimum(0, i -> 0)
                .from("Himmelblau (1972), no. 30; Andrei (2008)");
    }
}
