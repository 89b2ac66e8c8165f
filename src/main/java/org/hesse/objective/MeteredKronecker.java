package org.hesse.objective;

import java.util.List;

/** Factors that are charged: a gradient, or for the exact expectation a value forward and one back for each class. */
record MeteredKronecker(Kronecker inner, Meter meter) implements Kronecker {
    @Override
    public int classes() {
        return inner.classes();
    }

    @Override
    public double lambda() {
        return inner.lambda();
    }

    @Override
    public List<Block> factorsAt(double[] x, Labels labels, long seed) {
        if (labels != Labels.EXACT) {
            return meter.charge(Work.GRADIENT, 1, () -> inner.factorsAt(x, labels, seed));
        }
        for (int c = 0; c < inner.classes(); c++) {
            meter.charge(Work.VALUE, 1, () -> null);
        }
        return meter.charge(Work.VALUE, 1, () -> inner.factorsAt(x, labels, seed));
    }
}
