package org.hesse.linear;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Products and norms of the factors of {@link BunchKaufman}: row k of {@code l} holds D and column k of L. */
final class LdlFactors {
    private static final int ITERATIONS = 6;
    private static final int PROBES = 4;

    private LdlFactors() {}

    /** y ← L⁻¹y. */
    static void forward(double[][] l, boolean[] two, double[] y) {
        int n = y.length;
        for (int k = 0; k < n; k++) {
            int from = two[k] ? k + 2 : k + 1;
            double[] row = l[k];
            double yk = y[k];
            for (int j = from; j < n; j++) {
                y[j] -= yk * row[j];
            }
        }
    }

    /** y ← L⁻ᵀy. */
    static void backward(double[][] l, boolean[] two, double[] y) {
        int n = y.length;
        for (int k = n - 1; k >= 0; k--) {
            double[] row = l[k];
            double sum = y[k];
            for (int j = two[k] ? k + 2 : k + 1; j < n; j++) {
                sum -= row[j] * y[j];
            }
            y[k] = sum;
        }
    }

    /** y ← D⁻¹y. */
    static void solve(double[][] l, boolean[] two, double[] y) {
        for (int k = 0; k < y.length; k++) {
            if (two[k]) { // scaled by the off-diagonal entry, the largest, so that nothing overflows
                double c = l[k][k + 1];
                double p = l[k][k] / c;
                double q = l[k + 1][k + 1] / c;
                double t = p * q - 1;
                double u = y[k] / c;
                double v = y[k + 1] / c;
                y[k] = (q * u - v) / t;
                y[k + 1] = (p * v - u) / t;
                k++;
            } else {
                y[k] /= l[k][k];
            }
        }
    }

    /**
     * An upper bound of M = |L||D||Lᵀ| in the spectral norm: for every x > 0 the largest (Mx)ᵢ/xᵢ is one (Collatz and
     * Wielandt), here after some steps of the power method, which make it nearly sharp.
     */
    static double norm(double[][] l, boolean[] two) {
        int n = l.length;
        double[] x = new double[n];
        Arrays.fill(x, 1);
        double[] y = new double[n];
        double bound = n == 0 ? 0 : Double.POSITIVE_INFINITY;
        for (int step = 0; step < ITERATIONS && n > 0; step++) {
            System.arraycopy(x, 0, y, 0, n);
            times(l, two, true, y);
            double ratio = 0;
            double largest = 0;
            for (int i = 0; i < n; i++) {
                ratio = Math.max(ratio, y[i] / x[i]);
                largest = Math.max(largest, y[i]);
            }
            bound = Math.min(bound, ratio);
            if (!(largest > 0 && largest < Double.POSITIVE_INFINITY)) {
                return ratio;
            }
            for (int i = 0; i < n; i++) { // stays away from 0, where the ratios would not be bounded
                x[i] = Math.max(y[i] / largest, 1e-3);
            }
        }
        return bound;
    }

    /**
     * The norm of the residual R = PAPᵀ − LDLᵀ in the Frobenius norm, estimated: the root mean square of ‖Rz‖ over some
     * vectors z of random signs, whose expectation it is (Hutchinson 1989). Rounding in the products is in it, too.
     */
    static double residual(double[][] a, double shift, double[][] l, boolean[] two, int[] order) {
        int n = l.length;
        SplittableRandom random = new SplittableRandom(1);
        double[] z = new double[n];
        double[] az = new double[n];
        double[] y = new double[n];
        double sum = 0;
        for (int probe = 0; probe < PROBES; probe++) {
            for (int i = 0; i < n; i++) {
                z[i] = random.nextBoolean() ? 1 : -1;
            }
            for (int i = 0; i < n; i++) {
                y[i] = z[order[i]];
            }
            times(l, two, false, y);
            symmetric(a, z, az);
            for (int i = 0; i < n; i++) {
                int from = order[i];
                y[i] = az[from] + shift * z[from] - y[i];
            }
            double norm = Vectors.norm(y);
            sum += norm * norm;
        }
        return Math.sqrt(sum / PROBES);
    }

    /** y ← Ax by the upper triangle. */
    private static void symmetric(double[][] a, double[] x, double[] y) {
        int n = x.length;
        Arrays.fill(y, 0);
        for (int i = 0; i < n; i++) {
            double[] row = a[i];
            double xi = x[i];
            y[i] += row[i] * xi;
            double sum = 0;
            for (int j = i + 1; j < n; j++) {
                sum += row[j] * x[j];
                y[j] += row[j] * xi;
            }
            y[i] += sum;
        }
    }

    /** y ← LDLᵀy, or |L||D||Lᵀ|y. */
    private static void times(double[][] l, boolean[] two, boolean absolute, double[] y) {
        int n = l.length;
        for (int k = 0; k < n; k++) { // from the start, where nothing is read that was changed
            double[] row = l[k];
            double sum = y[k];
            for (int j = two[k] ? k + 2 : k + 1; j < n; j++) {
                sum += size(row[j], absolute) * y[j];
            }
            y[k] = sum;
        }
        for (int k = 0; k < n; k++) {
            double d = size(l[k][k], absolute);
            if (two[k]) {
                double c = size(l[k][k + 1], absolute);
                double first = d * y[k] + c * y[k + 1];
                y[k + 1] = c * y[k] + size(l[k + 1][k + 1], absolute) * y[k + 1];
                y[k] = first;
                k++;
            } else {
                y[k] *= d;
            }
        }
        for (int k = n - 1; k >= 0; k--) { // from the end
            double[] row = l[k];
            double yk = y[k];
            for (int j = two[k] ? k + 2 : k + 1; j < n; j++) {
                y[j] += size(row[j], absolute) * yk;
            }
        }
    }

    private static double size(double x, boolean absolute) {
        return absolute ? Math.abs(x) : x;
    }
}
