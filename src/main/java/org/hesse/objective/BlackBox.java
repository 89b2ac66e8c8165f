package org.hesse.objective;

import java.util.function.ToDoubleFunction;

/**
 * A function known by its values alone. Its derivatives are differences, taken and charged by the oracle of a run.
 *
 * @param dimension n, at least 1
 * @param f the function; its argument has length n and is not to be modified or kept
 */
public record BlackBox(int dimension, ToDoubleFunction<double[]> f) implements Objective {
    /** Checks the dimension. */
    public BlackBox {
        if (dimension < 1) {
            throw new IllegalArgumentException("dimension = " + dimension + ", expected at least 1");
        }
    }

    @Override
    public double value(double[] x) {
        return f.applyAsDouble(x);
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        throw new IllegalStateException("a black box has no gradient: ask hasGradient first");
    }

    @Override
    public boolean hasGradient() {
        return false;
    }

    @Override
    public String toString() {
        return "f(" + layout().shown() + "), values only";
    }
}
