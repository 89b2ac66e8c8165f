package org.hesse.linear;

/**
 * A positive definite matrix near a symmetric H by its factors P·SHS·Pᵀ = LDLᵀ, S = diag(Σ_i |h_ij|)^(−½): H + E =
 * S⁻¹·Pᵀ·L·(D + F)·Lᵀ·P·S⁻¹ where an eigenvalue λ of a block of D becomes max(λ, δ); or, mirrored, |λ|, and δ where
 * rounding leaves no more than 4ε‖SHS‖∞ of it.
 *
 * <p>‖SES‖₂ ≤ ‖LLᵀ‖₂·‖F‖₂, and E = 0 where all eigenvalues of D are at least δ. Source: Cheng and Higham (1998), SIAM J.
 * Matrix Anal. Appl. 19, 1097–1110, with δ = √u·‖SHS‖∞ and bounded pivoting, which keeps L well-conditioned; mirrored as
 * in Moré and Sorensen (1979), Math. Programming 16. Departs from the source: H is scaled, for variables of different
 * units; H = 0 gives E = I. Cost n³/3.
 */
public final class ChengHigham {
    private static final double FLOOR = Math.sqrt(Math.ulp(0.5));
    private static final double NOISE = 4 * Math.ulp(1.0);

    private final double[][] l;
    private final boolean[] two;
    private final int[] order;
    private final double[] scale;
    private final double[] inverse; // of D + F, its diagonal
    private final double[] beside; // and the entry right of it
    private final double change;

    private ChengHigham(Pivoting p, double delta, boolean mirrored, double[] scale) {
        int n = p.a.length;
        this.scale = scale;
        l = p.a;
        two = p.two;
        order = p.order;
        inverse = new double[n];
        beside = new double[n];
        double largest = 0;
        for (int k = 0; k < n; k++) {
            if (two[k]) {
                double half = (l[k][k] - l[k + 1][k + 1]) / 2;
                double c = l[k][k + 1];
                double radius = Math.hypot(half, c);
                double mean = l[k + 1][k + 1] + half;
                double low = changed(mean - radius, delta, mirrored);
                double high = changed(mean + radius, delta, mirrored);
                largest = Math.max(largest, Math.max(low - mean + radius, high - mean - radius));
                double sum = 0.5 / low + 0.5 / high;
                double difference = (0.5 / high - 0.5 / low) / radius; // c is not 0, so nor is the radius
                inverse[k] = sum + difference * half;
                inverse[k + 1] = sum - difference * half;
                beside[k] = difference * c;
                k++;
            } else {
                double d = changed(l[k][k], delta, mirrored);
                largest = Math.max(largest, d - l[k][k]);
                inverse[k] = 1 / d;
            }
        }
        change = largest;
    }

    private static double changed(double lambda, double delta, boolean mirrored) {
        if (mirrored) {
            return Math.abs(lambda) > NOISE / FLOOR * delta ? Math.abs(lambda) : delta;
        }
        return Math.max(lambda, delta);
    }

    /**
     * Factorises with δ = √u·‖H‖∞.
     *
     * @param h n rows of length n, finite, of which the upper triangle is read; not modified
     * @param mirrored whether negative eigenvalues of D change their sign; otherwise they become δ
     * @return the factorisation
     * @throws IllegalArgumentException if H is not square
     */
    public static ChengHigham of(double[][] h, boolean mirrored) {
        int n = h.length;
        double[][] copy = new double[n][];
        for (int i = 0; i < n; i++) {
            if (h[i].length != n) {
                throw new IllegalArgumentException(
                        "matrix row " + i + " has " + h[i].length + " entries: expected " + n + ", the number of rows");
            }
            copy[i] = h[i].clone();
        }
        double[] scale = sums(copy);
        for (int i = 0; i < n; i++) {
            scale[i] = scale[i] > 0 ? 1 / Math.sqrt(scale[i]) : 1;
        }
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                copy[i][j] = scale[i] * copy[i][j] * scale[j];
            }
        }
        double norm = Vectors.normInf(sums(copy));
        Pivoting p = new Pivoting(copy);
        p.run();
        return new ChengHigham(p, norm == 0 ? 1 : FLOOR * norm, mirrored, scale);
    }

    /** Of the absolute values in each row, by the upper triangle. */
    private static double[] sums(double[][] a) {
        double[] sums = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            sums[i] += Math.abs(a[i][i]);
            for (int j = i + 1; j < a.length; j++) {
                sums[i] += Math.abs(a[i][j]);
                sums[j] += Math.abs(a[i][j]);
            }
        }
        return sums;
    }

    /**
     * Solves (H + E)·x = b.
     *
     * @param b length n, not modified
     * @return x
     */
    public double[] solve(double[] b) {
        int n = l.length;
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = scale[order[i]] * b[order[i]];
        }
        LdlFactors.forward(l, two, y);
        for (int k = 0; k < n; k++) {
            if (two[k]) {
                double first = inverse[k] * y[k] + beside[k] * y[k + 1];
                y[k + 1] = beside[k] * y[k] + inverse[k + 1] * y[k + 1];
                y[k++] = first;
            } else {
                y[k] *= inverse[k];
            }
        }
        LdlFactors.backward(l, two, y);
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[order[i]] = scale[order[i]] * y[i];
        }
        return x;
    }

    /**
     * The size of the change of D.
     *
     * @return ‖F‖₂; 0 if H was factorised as it is
     */
    public double change() {
        return change;
    }
}
