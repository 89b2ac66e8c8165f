package org.hesse.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** A ray of a function of one variable, given with its derivative. */
final class ScalarRay implements Ray {
    private final DoubleUnaryOperator phi;
    private final DoubleUnaryOperator derivative;
    final List<Double> values = new ArrayList<>();
    final List<Double> slopes = new ArrayList<>();

    ScalarRay(DoubleUnaryOperator phi, DoubleUnaryOperator derivative) {
        this.phi = phi;
        this.derivative = derivative;
    }

    @Override
    public double value() {
        return phi.applyAsDouble(0);
    }

    @Override
    public double slope() {
        return derivative.applyAsDouble(0);
    }

    @Override
    public double valueAt(double alpha) {
        values.add(alpha);
        return phi.applyAsDouble(alpha);
    }

    @Override
    public Trial at(double alpha) {
        slopes.add(alpha);
        return new Trial(alpha, phi.applyAsDouble(alpha), derivative.applyAsDouble(alpha), null);
    }
}
