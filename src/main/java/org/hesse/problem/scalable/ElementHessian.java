package org.hesse.problem.scalable;

import java.util.Optional;
import java.util.function.Supplier;
import org.hesse.linear.SparseSymmetric;
import org.hesse.linear.StarColouring;
import org.hesse.objective.Hessian;

/**
 * A Hessian by its entries.
 *
 * @param matrix the entries
 * @param colours the colouring of its pattern, made where it is asked for
 */
record ElementHessian(SparseSymmetric matrix, Supplier<Optional<StarColouring>> colours) implements Hessian {
    @Override
    public int dimension() {
        return matrix.dimension();
    }

    @Override
    public void times(double[] v, double[] hv) {
        matrix.times(v, hv);
    }

    @Override
    public double[][] dense() {
        return matrix.dense();
    }

    @Override
    public Optional<StarColouring> colouring() {
        return colours.get();
    }

    @Override
    public Optional<SparseSymmetric> sparse() {
        return colouring().map(c -> matrix);
    }
}
