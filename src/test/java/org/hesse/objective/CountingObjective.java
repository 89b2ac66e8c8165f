package org.hesse.objective;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the calls that really reach an objective, and can fail at a given one. */
public class CountingObjective implements FiniteSum {
    private final Objective inner;
    private final Tally tally;

    /** What was called. */
    public static final class Tally {
        public final AtomicLong values = new AtomicLong();
        public final AtomicLong gradients = new AtomicLong();
        public final AtomicLong products = new AtomicLong();
        public final AtomicLong hessians = new AtomicLong();
        private long failAt = -1;

        public long all() {
            return values.get() + gradients.get() + products.get() + hessians.get();
        }

        /** Fails at the call with this number, from 0. */
        public void failAt(long call) {
            failAt = call;
        }

        private void count(AtomicLong kind) {
            if (all() == failAt) {
                throw new ArithmeticException("fails at call " + failAt);
            }
            kind.incrementAndGet();
        }
    }

    public CountingObjective(Objective inner, Tally tally) {
        this.inner = inner;
        this.tally = tally;
    }

    @Override
    public int dimension() {
        return inner.dimension();
    }

    @Override
    public boolean hasGradient() {
        return inner.hasGradient();
    }

    @Override
    public double value(double[] x) {
        tally.count(tally.values);
        return inner.value(x);
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        tally.count(tally.gradients);
        return inner.valueAndGradient(x, g);
    }

    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        return inner.as(type).map(s -> type.cast(s.metered(this::count)));
    }

    private <T> T count(Work work, long times, java.util.function.Supplier<T> call) {
        tally.count(
                switch (work) {
                    case VALUE -> tally.values;
                    case GRADIENT -> tally.gradients;
                    case PRODUCT -> tally.products;
                    case HESSIAN -> tally.hessians;
                });
        return call.get();
    }

    @Override
    public Optional<FiniteSum> sum() {
        return inner.sum().map(sum -> this);
    }

    @Override
    public long terms() {
        return inner.sum().orElseThrow().terms();
    }

    @Override
    public Objective on(Batch batch) {
        return new CountingObjective(inner.sum().orElseThrow().on(batch), tally);
    }

    @Override
    public Domain domain() {
        return inner.domain();
    }

    @Override
    public Layout layout() {
        return inner.layout();
    }
}
