package org.hesse.linear;

/**
 * Vector kernels on whole arrays. Plain loops over one index are vectorised by the compiler; sums, which are not, run in
 * four accumulators, always combined in the same order, so the result depends on nothing but the numbers.
 */
public final class Vectors {
    private Vectors() {}

    /**
     * The inner product xᵀy.
     *
     * @param x length n, not modified
     * @param y length n, not modified
     * @return Σ xᵢyᵢ
     */
    public static double dot(double[] x, double[] y) {
        int n = x.length;
        int whole = n & ~3;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int i = 0; i < whole; i += 4) {
            a += x[i] * y[i];
            b += x[i + 1] * y[i + 1];
            c += x[i + 2] * y[i + 2];
            d += x[i + 3] * y[i + 3];
        }
        double sum = (a + b) + (c + d);
        for (int i = whole; i < n; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    /**
     * y ← y + αx.
     *
     * @param alpha α
     * @param x length n, not modified
     * @param y length n, <em>modified</em>
     */
    public static void axpy(double alpha, double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] += alpha * x[i];
        }
    }

    /**
     * y ← y + αx, and the inner product of the new y with z, in one pass over memory.
     *
     * @param alpha α
     * @param x length n, not modified
     * @param y length n, <em>modified</em>
     * @param z length n, not modified; may be {@code y} itself
     * @return yᵀz after the change
     */
    public static double axpyDot(double alpha, double[] x, double[] y, double[] z) {
        int n = y.length;
        int whole = n & ~3;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int i = 0; i < whole; i += 4) {
            double y0 = y[i] + alpha * x[i];
            double y1 = y[i + 1] + alpha * x[i + 1];
            double y2 = y[i + 2] + alpha * x[i + 2];
            double y3 = y[i + 3] + alpha * x[i + 3];
            y[i] = y0;
            y[i + 1] = y1;
            y[i + 2] = y2;
            y[i + 3] = y3;
            a += y0 * z[i];
            b += y1 * z[i + 1];
            c += y2 * z[i + 2];
            d += y3 * z[i + 3];
        }
        double sum = (a + b) + (c + d);
        for (int i = whole; i < n; i++) {
            y[i] += alpha * x[i];
            sum += y[i] * z[i];
        }
        return sum;
    }

    /**
     * z = x + αd, in a new array.
     *
     * @param x length n, not modified
     * @param alpha α
     * @param d length n, not modified
     * @return x + αd
     */
    public static double[] plus(double[] x, double alpha, double[] d) {
        double[] z = new double[x.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = x[i] + alpha * d[i];
        }
        return z;
    }

    /**
     * z = x − y, in a new array.
     *
     * @param x length n, not modified
     * @param y length n, not modified
     * @return x − y
     */
    public static double[] minus(double[] x, double[] y) {
        double[] z = new double[x.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = x[i] - y[i];
        }
        return z;
    }

    /**
     * x ← αx.
     *
     * @param alpha α
     * @param x length n, <em>modified</em>
     */
    public static void scale(double alpha, double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= alpha;
        }
    }

    /**
     * The Euclidean norm, safe against overflow and underflow of the squares.
     *
     * @param x not modified
     * @return ‖x‖₂; NaN if a component is
     */
    public static double norm(double[] x) {
        double squares = dot(x, x);
        if (squares > 1e-280 && squares < 1e300) {
            return Math.sqrt(squares);
        }
        double max = normInf(x);
        if (max == 0 || !(max < Double.POSITIVE_INFINITY)) {
            return max;
        }
        double sum = 0;
        for (double xi : x) {
            sum += (xi / max) * (xi / max);
        }
        return max * Math.sqrt(sum);
    }

    /**
     * The largest absolute component.
     *
     * @param x not modified
     * @return ‖x‖∞; NaN if a component is
     */
    public static double normInf(double[] x) {
        int whole = x.length & ~3;
        long a = 0; // bits of absolute values are in their order, a NaN above all: faster than the maximum of doubles
        long b = 0;
        long c = 0;
        long d = 0;
        for (int i = 0; i < whole; i += 4) {
            a = Math.max(a, absBits(x[i]));
            b = Math.max(b, absBits(x[i + 1]));
            c = Math.max(c, absBits(x[i + 2]));
            d = Math.max(d, absBits(x[i + 3]));
        }
        long max = Math.max(Math.max(a, b), Math.max(c, d));
        for (int i = whole; i < x.length; i++) {
            max = Math.max(max, absBits(x[i]));
        }
        return Double.longBitsToDouble(max);
    }

    private static long absBits(double x) {
        return Double.doubleToRawLongBits(x) & Long.MAX_VALUE;
    }

    /**
     * Σ|xᵢyᵢ|.
     *
     * @param x length n, not modified
     * @param y length n, not modified
     * @return the inner product of the absolute values
     */
    public static double absDot(double[] x, double[] y) {
        int whole = x.length & ~3;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int i = 0; i < whole; i += 4) {
            a += Math.abs(x[i] * y[i]);
            b += Math.abs(x[i + 1] * y[i + 1]);
            c += Math.abs(x[i + 2] * y[i + 2]);
            d += Math.abs(x[i + 3] * y[i + 3]);
        }
        double sum = (a + b) + (c + d);
        for (int i = whole; i < x.length; i++) {
            sum += Math.abs(x[i] * y[i]);
        }
        return sum;
    }
}
