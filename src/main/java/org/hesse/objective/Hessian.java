package org.hesse.objective;

import java.util.Optional;
import org.hesse.linear.SparseSymmetric;
import org.hesse.linear.StarColouring;

/** The symmetric matrix ∇²f(x) of second derivatives at one point, as products or as a matrix. */
public interface Hessian {
    /**
     * The number of variables.
     *
     * @return n
     */
    int dimension();

    /**
     * The product with a vector.
     *
     * @param v the vector, length n, not modified
     * @param hv receives ∇²f(x)·v, length n, <em>modified</em>; not the same array as {@code v}
     */
    void times(double[] v, double[] hv);

    /**
     * The whole matrix.
     *
     * @return n rows of length n, owned by the caller; by default n products
     */
    default double[][] dense() {
        int n = dimension();
        double[][] h = new double[n][n];
        double[] e = new double[n];
        for (int j = 0; j < n; j++) {
            e[j] = 1;
            times(e, h[j]); // row j of a symmetric matrix is its column j
            e[j] = 0;
        }
        return h;
    }

    /**
     * Where the matrix has entries, with a colouring by which a few products give all of them. A view of a Hessian whose
     * entries are at the same places, or that adds to the diagonal, forwards it.
     *
     * @return the colouring; empty, the default, where the pattern is not known, or too dense for this to be worth while
     */
    default Optional<StarColouring> colouring() {
        return Optional.empty();
    }

    /**
     * The matrix without its zeros.
     *
     * @return the matrix, from as many products as its {@link #colouring} has colours; empty where there is none
     */
    default Optional<SparseSymmetric> sparse() {
        return colouring().map(colouring -> colouring.recover(this::times));
    }

    /**
     * An estimate of the error of the derivatives themselves in the spectral norm, beyond the rounding of an exact
     * formula: 0 for analytic or automatic derivatives, positive for finite differences.
     *
     * @return the estimated ‖computed − exact‖₂, at least 0
     */
    default double error() {
        return 0;
    }
}
