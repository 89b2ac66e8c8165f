package org.hesse.objective;

/** A matrix whose products are charged as {@link Work#PRODUCT}, and whose entries as {@link Work#HESSIAN}. */
record MeteredHessian(Hessian inner, Meter meter) implements Hessian {
    @Override
    public int dimension() {
        return inner.dimension();
    }

    @Override
    public void times(double[] v, double[] hv) {
        meter.charge(Work.PRODUCT, 1, () -> {
            inner.times(v, hv);
            return null;
        });
    }

    @Override
    public double[][] dense() {
        return meter.charge(Work.HESSIAN, 1, inner::dense);
    }

    @Override
    public double error() {
        return inner.error();
    }
}
