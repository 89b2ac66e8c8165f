package org.hesse.linear;

/**
 * Minimises ‖Ay − b‖² + ‖Dy‖² from the factors of A, for a diagonal matrix D without zeros: (AᵀA + D²)y = Aᵀb, the normal
 * equations never formed. Givens rotations turn the rows of DP into rows of zeros, and R into S with SᵀS = Pᵀ(AᵀA + D²)P.
 *
 * <p>Source: Moré (1978), The Levenberg–Marquardt algorithm, section 3; MINPACK's {@code qrsolv}. Cost n³ for each D.
 */
public final class DampedQr {
    private final int[] pivots;
    private final double[] s; // S, row by row
    private final double[] y;

    /**
     * Solves.
     *
     * @param qr the factors of A
     * @param d the diagonal of D, length n, none of them 0, not modified
     * @param c {@link PivotedQr#projected} b, length n, not modified
     */
    public DampedQr(PivotedQr qr, double[] d, double[] c) {
        int n = d.length;
        pivots = qr.pivots();
        s = new double[n * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(qr.a(), i * n + i, s, i * n + i, n - i);
        }
        double[] right = c.clone();
        double[] row = new double[n];
        for (int j = 0; j < n; j++) {
            row[j] = d[pivots[j]];
            double rest = 0; // the right-hand side of the row
            for (int k = j; k < n; k++) {
                double hypotenuse = Math.hypot(s[k * n + k], row[k]);
                if (row[k] != 0) {
                    double cos = s[k * n + k] / hypotenuse;
                    double sin = row[k] / hypotenuse;
                    for (int l = k; l < n; l++) {
                        double above = s[k * n + l];
                        s[k * n + l] = cos * above + sin * row[l];
                        row[l] = cos * row[l] - sin * above;
                    }
                    double above = right[k];
                    right[k] = cos * above + sin * rest;
                    rest = cos * rest - sin * above;
                    row[k] = 0;
                }
            }
        }
        y = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double sum = right[i];
            for (int j = i + 1; j < n; j++) {
                sum -= s[i * n + j] * y[pivots[j]];
            }
            y[pivots[i]] = sum / s[i * n + i];
        }
    }

    /**
     * The solution.
     *
     * @return y, length n, not to be modified
     */
    public double[] solution() {
        return y;
    }

    /**
     * How long a vector is in the norm of (AᵀA + D²)⁻¹.
     *
     * @param w length n, not modified
     * @return wᵀ(AᵀA + D²)⁻¹w, the squared norm of S⁻ᵀPᵀw
     */
    public double inverseForm(double[] w) {
        return inverseForm(s, pivots, w);
    }

    /**
     * The same without damping, for an A of full rank.
     *
     * @param qr the factors of A
     * @param w length n, not modified
     * @return wᵀ(AᵀA)⁻¹w
     */
    public static double inverseForm(PivotedQr qr, double[] w) {
        return inverseForm(qr.a(), qr.pivots(), w);
    }

    private static double inverseForm(double[] s, int[] pivots, double[] w) {
        int n = w.length;
        double[] z = new double[n];
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double sum = w[pivots[i]];
            for (int k = 0; k < i; k++) {
                sum -= s[k * n + i] * z[k];
            }
            z[i] = sum / s[i * n + i];
            squares += z[i] * z[i];
        }
        return squares;
    }
}
