package org.hesse.problem.catalog;

import java.util.Arrays;
import java.util.Optional;
import org.hesse.linear.StarColouring;
import org.hesse.linear.SymmetricPattern;
import org.hesse.objective.Hessian;

/**
 * A symmetric tridiagonal matrix.
 *
 * @param diagonal the diagonal, length n
 * @param below the elements below the diagonal, length n − 1, or empty for a diagonal matrix
 */
public record Tridiagonal(double[] diagonal, double[] below) implements Hessian {
    @Override
    public int dimension() {
        return diagonal.length;
    }

    @Override
    public void times(double[] v, double[] hv) {
        for (int i = 0; i < hv.length; i++) {
            hv[i] = diagonal[i] * v[i];
        }
        for (int i = 0; i < below.length; i++) {
            hv[i] += below[i] * v[i + 1];
            hv[i + 1] += below[i] * v[i];
        }
    }

    @Override
    public Optional<StarColouring> colouring() {
        int[] i = new int[below.length];
        int[] j = new int[below.length];
        Arrays.setAll(i, k -> k);
        Arrays.setAll(j, k -> k + 1);
        return StarColouring.ifSparse(SymmetricPattern.of(diagonal.length, i, j));
    }

    @Override
    public double[][] dense() {
        double[][] h = new double[diagonal.length][diagonal.length];
        for (int i = 0; i < diagonal.length; i++) {
            h[i][i] = diagonal[i];
        }
        for (int i = 0; i < below.length; i++) {
            h[i][i + 1] = below[i];
            h[i + 1][i] = below[i];
        }
        return h;
    }
}
