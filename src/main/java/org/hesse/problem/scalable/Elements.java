package org.hesse.problem.scalable;

import java.util.function.IntToDoubleFunction;

/** Elements that many families have. */
final class Elements {
    private Elements() {}

    /** u − c. */
    static Element minus(double c) {
        return (k, u, d, h) -> {
            d[0] = 1;
            return u[0] - c;
        };
    }

    /** a(u − c). */
    static Element scaled(double a, double c) {
        return (k, u, d, h) -> {
            d[0] = a;
            return a * (u[0] - c);
        };
    }

    /** aₖu₀ + bₖu₁ + cₖ. */
    static Element linear(IntToDoubleFunction a, IntToDoubleFunction b, IntToDoubleFunction c) {
        return (k, u, d, h) -> {
            d[0] = a.applyAsDouble(k);
            d[1] = b.applyAsDouble(k);
            return d[0] * u[0] + d[1] * u[1] + c.applyAsDouble(k);
        };
    }

    /** a·u₀ + b·u₁ + c. */
    static Element linear(double a, double b, double c) {
        return linear(k -> a, k -> b, k -> c);
    }

    /** a(u₀ + b·u₁)². */
    static Element square(double a, double b) {
        return (k, u, d, h) -> {
            double t = u[0] + b * u[1];
            d[0] = 2 * a * t;
            d[1] = 2 * a * b * t;
            h[0] = 2 * a;
            h[1] = 2 * a * b;
            h[2] = 2 * a * b * b;
            return a * t * t;
        };
    }

    /** a(u₁ − u₀²). */
    static Element valley(double a) {
        return (k, u, d, h) -> {
            d[0] = -2 * a * u[0];
            d[1] = a;
            h[0] = -2 * a;
            return a * (u[1] - u[0] * u[0]);
        };
    }
}
