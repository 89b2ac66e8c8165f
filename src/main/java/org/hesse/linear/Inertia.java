package org.hesse.linear;

/**
 * How many eigenvalues of a symmetric matrix are negative, and how many positive, where every sign is certain: those of
 * the shifted matrices A ± σI, counted by {@link BunchKaufman}, σ so large that neither the margin asked for nor rounding
 * can change one. Two factorisations, so 2n³/3, where all eigenvalues take at least 4n³/3 and much longer.
 *
 * @param negative eigenvalues λ &lt; −margin, certainly
 * @param undecided all others, n − negative − positive
 * @param positive eigenvalues λ > margin, certainly
 * @param margin what the matrix itself may be wrong by in the spectral norm
 * @param radius every eigenvalue with |λ| > radius is decided; at least the margin, and NaN if the matrix is not finite
 */
public record Inertia(int negative, int undecided, int positive, double margin, double radius) {
    private static final int TRIES = 6;

    /**
     * Counts the signs.
     *
     * @param a n rows of length n, of which the upper triangle is read; not modified
     * @param margin E: an eigenvalue within it counts as undecided, at least 0
     * @return the inertia of every symmetric matrix within E of A, as far as it is the same for all of them
     * @throws IllegalArgumentException if the matrix is not square or the margin negative, infinite or NaN
     */
    public static Inertia of(double[][] a, double margin) {
        double rounding = 0;
        for (double[] row : a) {
            rounding = Math.max(rounding, 32 * (a.length + 20) * Math.ulp(Vectors.norm(row)));
        }
        return of(a, margin, rounding);
    }

    /**
     * Counts the signs, with a radius as near to the margin as rounding allows.
     *
     * @param a n rows of length n, of which the upper triangle is read; not modified
     * @param margin E, as for {@link #of(double[][], double)}
     * @param rounding about what {@link BunchKaufman#error} is for this matrix; where it proves to be too small, a
     *     factorisation is done again
     * @return the inertia of every symmetric matrix within E of A, as far as it is the same for all of them
     * @throws IllegalArgumentException if the matrix is not square or the margin negative, infinite or NaN
     */
    public static Inertia of(double[][] a, double margin, double rounding) {
        if (!(margin >= 0 && margin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("margin = " + margin + ": expected a finite number >= 0");
        }
        Side below = side(a, margin, 1.1 * rounding, 1);
        Side above = side(a, margin, below.rounding, -1);
        int undecided = a.length - below.count - above.count;
        return new Inertia(below.count, undecided, above.count, margin, Math.max(below.radius, above.radius));
    }

    private record Side(int count, double radius, double rounding) {}

    /** Eigenvalues of A with −sign·λ > margin: the matrix is shifted until rounding cannot have given them their sign. */
    private static Side side(double[][] a, double margin, double first, int sign) {
        double rounding = first;
        for (int k = 0; k < TRIES; k++) {
            double shift = margin + rounding;
            BunchKaufman factors = BunchKaufman.of(a, sign * shift);
            double error = factors.error();
            if (error <= rounding) {
                return new Side(sign > 0 ? factors.negative() : factors.positive(), shift + error, rounding);
            }
            if (!(error < Double.POSITIVE_INFINITY)) {
                return new Side(0, Double.NaN, rounding);
            }
            rounding = 1.5 * error;
        }
        return new Side(0, Double.POSITIVE_INFINITY, rounding);
    }

    /**
     * Whether every sign is known.
     *
     * @return true if nothing is undecided: the matrix is regular, and its index is {@link #negative}
     */
    public boolean isCertain() {
        return undecided == 0;
    }
}
