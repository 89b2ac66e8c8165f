package org.hesse.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hesse.io.Names;
import org.hesse.linear.Normal;
import org.hesse.linear.Tanh;

/**
 * What a hidden unit makes of its input: a = σ(z), component by component, with σ' and σ''.
 *
 * <p>Slopes are made of what is <em>kept</em> of a unit: of a itself where that tells σ', else of z. One call works on a
 * whole array, so that loops stay free of virtual calls.
 */
public enum Activation {
    /** σ(z) = tanh z, of which σ' = 1 − a². */
    TANH(true) {
        @Override
        void of(double[] z, int n, double[] a) {
            Tanh.of(z, n, a);
        }

        @Override
        void timesSlopes(double[] a, int n, double[] q) {
            for (int i = 0; i < n; i++) {
                q[i] *= 1 - a[i] * a[i];
            }
        }

        @Override
        void bend(double[] a, double[] ra, double[] q, int n, double[] rs) {
            for (int i = 0; i < n; i++) {
                rs[i] -= 2 * a[i] * ra[i] * q[i];
            }
        }
    },

    /**
     * σ(z) = max(0, z), with σ'(0) = 0 and σ'' = 0, which they are everywhere else: products with the Hessian are those of
     * the piece in which the point lies, and know nothing of the kinks. NaN stays NaN.
     */
    RELU(true) {
        @Override
        void of(double[] z, int n, double[] a) {
            for (int i = 0; i < n; i++) {
                a[i] = Math.max(0, z[i]);
            }
        }

        @Override
        void timesSlopes(double[] a, int n, double[] q) {
            for (int i = 0; i < n; i++) {
                q[i] = a[i] > 0 ? q[i] : 0;
            }
        }

        @Override
        void bend(double[] a, double[] ra, double[] q, int n, double[] rs) {}
    },

    /** σ(z) = log(1 + exp z), of which σ' is the logistic function; with e = exp(−|z|) nothing overflows. */
    SOFTPLUS(false) {
        @Override
        void of(double[] z, int n, double[] a) {
            for (int i = 0; i < n; i++) {
                a[i] = Math.max(0, z[i]) + Math.log1p(Math.exp(-Math.abs(z[i])));
            }
        }

        @Override
        void timesSlopes(double[] z, int n, double[] q) {
            for (int i = 0; i < n; i++) {
                double e = Math.exp(-Math.abs(z[i]));
                q[i] *= (z[i] > 0 ? 1 : e) / (1 + e);
            }
        }

        @Override
        void bend(double[] z, double[] rz, double[] q, int n, double[] rs) {
            for (int i = 0; i < n; i++) {
                double e = Math.exp(-Math.abs(z[i]));
                rs[i] += e / ((1 + e) * (1 + e)) * rz[i] * q[i];
            }
        }
    },

    /**
     * σ(z) = zΦ(z) with the normal distribution function Φ, not its approximation by tanh: σ' = Φ + zφ, σ'' = (2 − z²)φ.
     * Source: Hendrycks and Gimpel (2016), arXiv:1606.08415.
     */
    GELU(false) {
        @Override
        void of(double[] z, int n, double[] a) {
            for (int i = 0; i < n; i++) {
                a[i] = z[i] * Normal.below(z[i], Normal.bell(z[i]));
            }
        }

        @Override
        void timesSlopes(double[] z, int n, double[] q) {
            for (int i = 0; i < n; i++) {
                double bell = Normal.bell(z[i]);
                q[i] *= Normal.below(z[i], bell) + z[i] * Normal.density(bell);
            }
        }

        @Override
        void bend(double[] z, double[] rz, double[] q, int n, double[] rs) {
            for (int i = 0; i < n; i++) {
                rs[i] += (2 - z[i] * z[i]) * Normal.density(Normal.bell(z[i])) * rz[i] * q[i];
            }
        }
    };

    private static final List<String> NAMES =
            Arrays.stream(values()).map(Activation::toString).toList();

    /** Whether a is kept; else z. */
    final boolean keepsOutputs;

    Activation(boolean keepsOutputs) {
        this.keepsOutputs = keepsOutputs;
    }

    /** a ← σ(z). */
    abstract void of(double[] z, int n, double[] a);

    /** q ← σ'∘q. */
    abstract void timesSlopes(double[] kept, int n, double[] q);

    /** rs ← rs + Rσ'∘q, where R is the derivative along a direction and {@code along} that of {@code kept}. */
    abstract void bend(double[] kept, double[] along, double[] q, int n, double[] rs);

    /** Whether it lets about half of what is symmetric go on. */
    private boolean halves() {
        return this == RELU || this == GELU;
    }

    /** How far from 0 the first weights of a layer of k units that takes d may lie, uniformly. */
    double bound(int d, int k) {
        return Math.sqrt(halves() ? 6.0 / d : 6.0 / (d + k));
    }

    /**
     * Whose rule {@link Perceptron#initial} follows.
     *
     * @return for reports
     */
    public String start() {
        return halves() ? "He, Zhang, Ren and Sun's" : "Glorot and Bengio's";
    }

    /**
     * By its name.
     *
     * @param name such as {@code gelu}
     * @return the activation
     * @throws IllegalArgumentException if there is none of that name, with the nearest names
     */
    public static Activation named(String name) {
        if (!NAMES.contains(name)) {
            throw Names.unknown("activation", name, NAMES);
        }
        return values()[NAMES.indexOf(name)];
    }

    /** As {@link #named} takes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
