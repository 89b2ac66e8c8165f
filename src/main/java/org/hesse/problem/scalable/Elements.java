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

    /** a·u + b. */
    static Element line(double a, double b) {
        return (k, u, d, h) -> {
            d[0] = a;
            return a * u[0] + b;
        };
    }

    /** aₖu. */
    static Element scaled(IntToDoubleFunction a) {
        return (k, u, d, h) -> {
            d[0] = a.applyAsDouble(k);
            return d[0] * u[0];
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

    /** a(u₀ + b·u₁ + c)². */
    static Element square(double a, double b, double c) {
        return (k, u, d, h) -> {
            double t = u[0] + b * u[1] + c;
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

    /** a(u₁ − u₀³). */
    static Element cubicValley(double a) {
        return (k, u, d, h) -> {
            d[0] = -3 * a * u[0] * u[0];
            d[1] = a;
            h[0] = -6 * a * u[0];
            return a * (u[1] - u[0] * u[0] * u[0]);
        };
    }

    /** a(u₀² + b·u₁). */
    static Element parabola(double a, double b) {
        return (k, u, d, h) -> {
            d[0] = 2 * a * u[0];
            d[1] = a * b;
            h[0] = 2 * a;
            return a * (u[0] * u[0] + b * u[1]);
        };
    }

    /** a·u₀² + b·u₁² + c. */
    static Element ellipse(double a, double b, double c) {
        return (k, u, d, h) -> {
            d[0] = 2 * a * u[0];
            d[1] = 2 * b * u[1];
            h[0] = 2 * a;
            h[2] = 2 * b;
            return a * u[0] * u[0] + b * u[1] * u[1] + c;
        };
    }

    /** (u₀ + c)u₁. */
    static Element product(double c) {
        return (k, u, d, h) -> {
            d[0] = u[1];
            d[1] = u[0] + c;
            h[1] = 1;
            return (u[0] + c) * u[1];
        };
    }

    /** (a² + b² + ab)² + sin²a + cos²b. */
    static Element psc1() {
        return (k, u, d, h) -> {
            double q = u[0] * u[0] + u[1] * u[1] + u[0] * u[1];
            double p = 2 * u[0] + u[1];
            double r = 2 * u[1] + u[0];
            double sine = Math.sin(u[0]);
            double cosine = Math.cos(u[1]);
            d[0] = 2 * q * p + Math.sin(2 * u[0]);
            d[1] = 2 * q * r - Math.sin(2 * u[1]);
            h[0] = 2 * p * p + 4 * q + 2 * Math.cos(2 * u[0]);
            h[1] = 2 * p * r + 2 * q;
            h[2] = 2 * r * r + 4 * q - 2 * Math.cos(2 * u[1]);
            return q * q + sine * sine + cosine * cosine;
        };
    }
}
