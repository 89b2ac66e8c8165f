package org.hesse.linear;

/**
 * The factorisation PAPᵀ = LDLᵀ of a symmetric matrix, definite or not: L unit lower triangular with bounded entries, D
 * with blocks of one or two rows on its diagonal. By Sylvester's law D has as many negative eigenvalues as A.
 *
 * <p>Source: Bunch and Kaufman (1977), Math. Comp. 31, with the bounded ("rook") pivoting of Ashcraft, Grimes and Lewis
 * (1998), SIAM J. Matrix Anal. Appl. 20, figure 4; blocked as LAPACK's {@code dlasyf_rook}. Cost n³/3.
 *
 * <p>Nothing is thrown for numbers: a matrix with an entry that is not finite has an {@link #error} that is not either,
 * and a zero pivot makes solutions infinite or NaN.
 */
public final class BunchKaufman {
    private final double[][] l; // row k: pivot k, for a block of two its off-diagonal entry, then column k of L
    private final boolean[] two; // whether a block of two begins here
    private final int[] order; // row i of the factors is row order[i] of A
    private final double growth;
    private final double error;
    private final double bound;

    private BunchKaufman(double[][] a, double shift, Pivoting p, double scale) {
        l = p.a;
        two = p.two;
        order = p.order;
        growth = scale == 0 ? 1 : Math.max(1, p.largest / scale);
        error = 2 * LdlFactors.residual(a, shift, l, two, order);
        bound = (l.length + 20) * Math.ulp(1.0) * LdlFactors.norm(l, two);
    }

    /**
     * Factorises a matrix.
     *
     * @param a n rows of length n, of which the upper triangle is read; not modified
     * @return the factorisation
     * @throws IllegalArgumentException if the matrix is not square
     */
    public static BunchKaufman of(double[][] a) {
        return of(a, 0);
    }

    /**
     * Factorises A + σI.
     *
     * @param a n rows of length n, of which the upper triangle is read; not modified
     * @param shift σ
     * @return the factorisation
     * @throws IllegalArgumentException if the matrix is not square
     */
    public static BunchKaufman of(double[][] a, double shift) {
        int n = a.length;
        double[][] copy = new double[n][];
        double largest = 0;
        for (int i = 0; i < n; i++) {
            if (a[i].length != n) {
                throw new IllegalArgumentException(
                        "matrix row " + i + " has " + a[i].length + " entries: expected " + n + ", the number of rows");
            }
            copy[i] = a[i].clone();
            copy[i][i] += shift;
            for (int j = i; j < n; j++) {
                largest = Math.max(largest, Math.abs(copy[i][j]));
            }
        }
        Pivoting p = new Pivoting(copy);
        p.run();
        return new BunchKaufman(a, shift, p, largest);
    }

    /**
     * The number of negative eigenvalues of D: those of A + ΔA for some ‖ΔA‖₂ ≤ {@link #error}. {@link Inertia#of} turns
     * that into what is known of A itself.
     *
     * @return n₋ of D; pivots that are 0 or NaN are not counted
     */
    public int negative() {
        return count(-1);
    }

    /**
     * The number of positive eigenvalues of D.
     *
     * @return n₊ of D, as for {@link #negative}
     */
    public int positive() {
        return count(1);
    }

    private int count(int sign) {
        int count = 0;
        for (int k = 0; k < l.length; k++) {
            if (two[k]) { // |d₁₁d₂₂| < d₂₁², so there is one of each sign
                count += Double.isFinite(l[k][k] + l[k][k + 1] + l[k + 1][k + 1]) ? 1 : 0;
                k++;
            } else {
                count += sign * l[k][k] > 0 ? 1 : 0;
            }
        }
        return count;
    }

    /**
     * The backward error, measured: ‖A + σI − PᵀLDLᵀP‖₂ is smaller.
     *
     * @return twice an estimate of the Frobenius norm, the root mean square over four vectors of random signs. It would be
     *     too small only for a residual of nearly rank one, at worst once in some hundred; residuals of rounding are far
     *     from it, and their spectral norm is smaller by √n or so. NaN or +∞ where an entry was not finite
     */
    public double error() {
        return error;
    }

    /**
     * The backward error, bounded before anything is measured.
     *
     * @return (n + 20)ε‖|L||D||Lᵀ|‖₂, twice the first-order bound of Higham, Accuracy and Stability of Numerical
     *     Algorithms, 2nd edition, theorem 11.3, whose p(n) is n and a small constant; the norm is bounded from above. For
     *     random matrices it is thousands of times the error. NaN or +∞ where an entry was not finite
     */
    public double bound() {
        return bound;
    }

    /**
     * The growth of the entries.
     *
     * @return the largest entry of the reduced columns that pivots were taken from, divided by the largest entry of A; at
     *     least 1
     */
    public double growth() {
        return growth;
    }

    /**
     * Solves A·x = b.
     *
     * @param b length n, not modified
     * @return x; infinite or NaN where A is singular
     */
    public double[] solve(double[] b) {
        int n = l.length;
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = b[order[i]];
        }
        LdlFactors.forward(l, two, y);
        LdlFactors.solve(l, two, y);
        LdlFactors.backward(l, two, y);
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[order[i]] = y[i];
        }
        return x;
    }
}
