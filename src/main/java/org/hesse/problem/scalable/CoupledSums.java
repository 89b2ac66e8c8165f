package org.hesse.problem.scalable;

import org.hesse.problem.catalog.TestProblem;

/** Further functions that a sum of all variables couples. Andrei's; minima by SciPy for the usual n. */
final class CoupledSums {
    private static final Coupling SPHERE = (k, x, d) -> {
        d[0] = 2 * x;
        d[1] = 2;
        return x * x;
    };

    private CoupledSums() {}

    /** QP1: Σ (xᵢ² − 2)² + (Σ xᵢ² − ½)², the first sum to n − 1; start 1. */
    static TestProblem qp1(int n) {
        return Family.of("quadratic-penalty-qp1", n, 2)
                .coupled(SPHERE)
                .squares(n - 1, 1, Places.chain(), (k, u, d, h) -> {
                    d[0] = 2 * u[0];
                    h[0] = 2;
                    return u[0] * u[0] - 2;
                })
                .squares(1, 1, (k, i) -> i[0] = n, Elements.minus(0.5))
                .start(i -> 1)
                .value(20, 70.3125)
                .from("Andrei (2008), QP1");
    }

    /** QP2: Σ (xᵢ² − sin xᵢ)² + (Σ xᵢ² − 100)², the first sum to n − 1; start 1. */
    static TestProblem qp2(int n) {
        return Family.of("quadratic-penalty-qp2", n, 2)
                .coupled(SPHERE)
                .squares(n - 1, 1, Places.chain(), (k, u, d, h) -> {
                    double sine = Math.sin(u[0]);
                    d[0] = 2 * u[0] - Math.cos(u[0]);
                    h[0] = 2 + sine;
                    return u[0] * u[0] - sine;
                })
                .squares(1, 1, (k, i) -> i[0] = n, Elements.minus(100))
                .start(i -> 1)
                .value(20, 0)
                .from("Andrei (2008), QP2");
    }

    /** Zakharov: Σ xᵢ² + s² + s⁴, s = Σ jxⱼ/2; start 1; minimum 0 at 0. */
    static TestProblem zakharov(int n) {
        Places sum = (k, i) -> i[0] = n;
        return Family.of("zakharov", n, 1)
                .coupled((k, x, d) -> {
                    d[0] = (k + 1) / 2.0;
                    return d[0] * x;
                })
                .squares(n, 1, Places.chain(), Elements.minus(0))
                .squares(1, 1, sum, Elements.minus(0))
                .squares(1, 1, sum, (k, u, d, h) -> {
                    d[0] = 2 * u[0];
                    h[0] = 2;
                    return u[0] * u[0];
                })
                .start(i -> 1)
                .minimum(0, i -> 0)
                .from("Rahnamayan, Tizhoosh and Salama (2007), Appl. Soft Comput. 7, Zakharov");
    }
}
