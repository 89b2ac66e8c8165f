package org.hesse.objective;

import java.util.Optional;

/** An objective whose derivatives can be spoilt. */
class Spoilt implements Objective {
    private final Objective f;

    Spoilt(Objective f) {
        this.f = f;
    }

    /** Spoils a gradient. */
    void gradient(double[] x, double[] g) {}

    /** Spoils a product. */
    void product(double[] x, double[] v, double[] hv) {}

    /** Spoils a matrix. */
    void matrix(double[] x, double[][] h) {}

    @Override
    public int dimension() {
        return f.dimension();
    }

    @Override
    public Layout layout() {
        return f.layout();
    }

    @Override
    public double value(double[] x) {
        return f.value(x);
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        double value = f.valueAndGradient(x, g);
        gradient(x, g);
        return value;
    }

    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        return type == Curved.class ? f.as(Curved.class).map(c -> type.cast(curved(c))) : Optional.empty();
    }

    private Curved curved(Curved c) {
        return at -> {
            double[] x = at.clone();
            Hessian h = c.hessianAt(x);
            return new Hessian() {
                @Override
                public int dimension() {
                    return x.length;
                }

                @Override
                public void times(double[] v, double[] hv) {
                    h.times(v, hv);
                    product(x, v, hv);
                }

                @Override
                public double[][] dense() {
                    double[][] dense = h.dense();
                    matrix(x, dense);
                    return dense;
                }
            };
        };
    }
}
