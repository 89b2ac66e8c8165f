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
            double[] at = x.clone();
            return new MeteredHessian(at.length, () -> hessianAt(at), meter);
        };
    }
}
