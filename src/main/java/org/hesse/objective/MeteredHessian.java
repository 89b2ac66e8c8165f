package org.hesse.objective;

import java.util.Optional;
import java.util.function.Supplier;
import org.hesse.linear.StarColouring;

/**
 * A matrix whose products are charged as {@link Work#PRODUCT}, those that make it sparse too, and whose dense entries as
 * {@link Work#HESSIAN}. The objective
 * is linearised within the first work that is charged: that may fail, and takes time.
 */
final class MeteredHessian implements Hessian {
    private final int dimension;
    private final Supplier<Hessian> linearisation;
    private final Meter meter;
    private Hessian linearised;

    MeteredHessian(int dimension, Supplier<Hessian> linearisation, Meter meter) {
        this.dimension = dimension;
        this.linearisation = linearisation;
        this.meter = meter;
    }

    private Hessian inner() {
        if (linearised == null) {
            linearised = linearisation.get();
        }
        return linearised;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public void times(double[] v, double[] hv) {
        meter.charge(Work.PRODUCT, 1, () -> {
            inner().times(v, hv);
            return null;
        });
    }

    @Override
    public double[][] dense() {
        return meter.charge(Work.HESSIAN, 1, () -> inner().dense());
    }

    /** By this and the products here, the sparse matrix is charged product by product. */
    @Override
    public Optional<StarColouring> colouring() {
        return inner().colouring();
    }

    @Override
    public double error() {
        return inner().error();
    }
}
