package org.hesse.objective;

import java.util.function.Supplier;

/**
 * A matrix whose products are charged as {@link Work#PRODUCT}, and whose entries as {@link Work#HESSIAN}. The objective
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

    @Override
    public double error() {
        return inner().error();
    }
}
