package org.hesse.method.stochastic;

import java.util.random.RandomGenerator;
import org.hesse.objective.Hessian;

/** Hutchinson's estimate of the diagonal of a matrix from one product: z∘Hz, zᵢ = ±1 at random; its mean is the diagonal. */
final class Probe {
    private Probe() {}

    static double[] diagonal(Hessian h, RandomGenerator random) {
        double[] z = new double[h.dimension()];
        for (int i = 0; i < z.length; i++) {
            z[i] = random.nextBoolean() ? 1 : -1;
        }
        double[] d = new double[z.length];
        h.times(z, d);
        for (int i = 0; i < d.length; i++) {
            d[i] *= z[i];
        }
        return d;
    }
}
