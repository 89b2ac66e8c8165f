package org.hesse.method.newton;

import java.util.Arrays;
import org.hesse.linear.LinearMap;
import org.hesse.linear.Vectors;

/**
 * Directions of conjugate gradients and their products, s and y = As, as the memory of an L-BFGS preconditioner: what one
 * linear system has shown of the curvature serves the next, whose matrix is near.
 *
 * <p>Source: Morales and Nocedal (2000), Automatic preconditioning by limited memory quasi-Newton updating, SIAM J.
 * Optimization 10(4), 1079–1096, section 2; the pairs are spread evenly over the iterations. Departs from the source:
 * pairs of earlier systems stay while there is room.
 *
 * @param s the directions, the oldest first, m rows of length n
 * @param y their products, m rows of length n
 */
record ConjugatePairs(double[][] s, double[][] y) {
    private static final double LEAST_COSINE = 1e-14;

    /** No pairs. */
    static final ConjugatePairs NONE = new ConjugatePairs(new double[0][], new double[0][]);

    /** A matrix that keeps an even sample of the vectors it was multiplied by, and the greatest curvature |vᵀAv|/vᵀv. */
    static final class Seen implements LinearMap {
        private final LinearMap a;
        private final double[][] s;
        private final double[][] y;
        private int size;
        private int stride = 1;
        private int skip;
        private double last;
        private double greatest;

        Seen(LinearMap a, int most) {
            this.a = a;
            this.s = new double[most][];
            this.y = new double[most][];
        }

        @Override
        public void times(double[] v, double[] av) {
            a.times(v, av);
            last = Vectors.dot(v, av) / Vectors.dot(v, v);
            greatest = Math.max(greatest, Math.abs(last));
            boolean positive = last > LEAST_COSINE * Vectors.norm(av) / Vectors.norm(v) && last < Double.MAX_VALUE;
            if (s.length > 0 && positive && skip-- == 0) {
                skip = stride - 1;
                keep(v, av);
            }
        }

        private void keep(double[] v, double[] av) {
            if (size == s.length) { // every other one stays, and every other one of the coming ones comes
                stride *= 2;
                skip = stride - 1;
                size = (size + 1) / 2;
                for (int i = 0; i < size; i++) {
                    s[i] = s[2 * i];
                    y[i] = y[2 * i];
                }
            }
            if (size < s.length) {
                s[size] = v.clone();
                y[size++] = av.clone();
            }
        }

        /** vᵀAv/vᵀv of the last vector. */
        double last() {
            return last;
        }

        double greatest() {
            return greatest;
        }

        /** The pairs kept, after those of before as far as there is room. */
        ConjugatePairs after(ConjugatePairs before) {
            int old = Math.min(before.s.length, s.length - size);
            return new ConjugatePairs(joined(before.s, old, s, size), joined(before.y, old, y, size));
        }

        private static double[][] joined(double[][] before, int old, double[][] rows, int size) {
            double[][] all = Arrays.copyOfRange(before, before.length - old, before.length + size);
            System.arraycopy(rows, 0, all, old, size);
            return all;
        }
    }

    /**
     * The two-loop recursion around another preconditioner: BFGS of γM with each pair, γ = sᵀy/yᵀMy of the newest.
     *
     * @param m M, symmetric and positive definite
     */
    LinearMap around(LinearMap m) {
        if (s.length == 0) {
            return m;
        }
        int newest = s.length - 1;
        double[] my = new double[s[newest].length];
        m.times(y[newest], my);
        double gamma = Vectors.dot(s[newest], y[newest]) / Vectors.dot(y[newest], my);
        double[] rho = new double[s.length];
        Arrays.setAll(rho, i -> 1 / Vectors.dot(s[i], y[i]));
        double[] q = new double[my.length];
        double[] alpha = new double[s.length];
        return (r, z) -> {
            System.arraycopy(r, 0, q, 0, q.length);
            for (int i = newest; i >= 0; i--) {
                alpha[i] = rho[i] * Vectors.dot(s[i], q);
                Vectors.axpy(-alpha[i], y[i], q);
            }
            m.times(q, z);
            Vectors.scale(gamma, z);
            for (int i = 0; i <= newest; i++) {
                Vectors.axpy(alpha[i] - rho[i] * Vectors.dot(y[i], z), s[i], z);
            }
        };
    }
}
