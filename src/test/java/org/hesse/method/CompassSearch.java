package org.hesse.method;

import org.hesse.objective.Oracle;

/**
 * The least algorithm that owns its loop, for tests: moves by ±h along an axis to the first lower value, else halves h.
 *
 * <p>Source: Kolda, Lewis and Torczon (2003), SIAM Review 45(3), 385–482, Figure 1.1.
 *
 * @param smallest the smallest h
 */
public record CompassSearch(double smallest) implements Opaque {
    @Override
    public double[] run(Oracle f, double[] x0) {
        double[] x = x0.clone();
        double value = f.value(x);
        double h = 1;
        while (h >= smallest) {
            boolean moved = false;
            for (int k = 0; k < 2 * x.length && !moved; k++) {
                double before = x[k / 2];
                x[k / 2] += k % 2 == 0 ? h : -h;
                double next = f.value(x);
                moved = next < value;
                value = moved ? next : value;
                x[k / 2] = moved ? x[k / 2] : before;
            }
            h = moved ? h : h / 2;
        }
        return x;
    }
}
