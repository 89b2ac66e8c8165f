package org.hesse.objective;

/** An objective with second derivatives. */
public interface Curved extends Structure {
    /**
     * The Hessian at a point. The objective may linearise itself once here, so that many products are cheap.
     *
     * @param x the point, length n, not modified and not kept
     * @return ∇²f(x)
     */
    Hessian hessianAt(double[] x);

    @Override
    default Curved metered(Meter meter) {
        return x -> {
            Hessian h = hessianAt(x);
            return new Hessian() {
                @Override
                public int dimension() {
                    return h.dimension();
                }

                @Override
                public void times(double[] v, double[] hv) {
                    meter.charge(Work.PRODUCT, 1, () -> {
                        h.times(v, hv);
                        return null;
                    });
                }

                @Override
                public double[][] dense() {
                    return meter.charge(Work.HESSIAN, 1, h::dense);
                }

                @Override
                public double error() {
                    return h.error();
                }
            };
        };
    }
}
