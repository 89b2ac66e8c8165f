package org.hesse.objective;

import java.util.List;

/** Factors that are charged: a gradient, or for the exact expectation one value of the work forward and back for each class. */
record MeteredKronecker(Kronecker inner, Meter meter) implements Kronecker {
    @Override
    public int size() {
        return inner.size();
    }

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
        return labels == Labels.EXACT
                ? meter.chargePart(Work.VALUE, (1L + classes()) * size(), () -> inner.factorsAt(x, labels, seed))
                : meter.charge(Work.GRADIENT, 1, () -> inner.factorsAt(x, labels, seed));
    }
}
