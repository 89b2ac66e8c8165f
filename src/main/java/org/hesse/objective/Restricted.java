package org.hesse.objective;

import java.util.Optional;

/**
 * An objective on another domain: the same function with bounds or an L1 penalty to be minimised under.
 *
 * @param f the function
 * @param domain the bounds and the penalty, instead of those of f
 */
public record Restricted(Objective f, Domain domain) implements Objective {
    /** Checks the length. */
    public Restricted {
        if (domain.lower().length != f.dimension()) {
            throw new IllegalArgumentException(
                    "domain of " + domain.lower().length + " variables: expected " + f.dimension() + ", those of " + f);
        }
    }

    @Override
    public int dimension() {
        return f.dimension();
    }

    @Override
    public double value(double[] x) {
        return f.value(x);
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        return f.valueAndGradient(x, g);
    }

    @Override
    public boolean hasGradient() {
        return f.hasGradient();
    }

    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        return f.as(type);
    }

    @Override
    public Optional<FiniteSum> sum() {
        return f.sum().map(Sum::new);
    }

    @Override
    public Layout layout() {
        return f.layout();
    }

    @Override
    public String toString() {
        return f.toString();
    }

    /** A finite sum, restricted on every batch. */
    private final class Sum implements FiniteSum {
        private final FiniteSum terms;

        Sum(FiniteSum terms) {
            this.terms = terms;
        }

        @Override
        public long terms() {
            return terms.terms();
        }

        @Override
        public Objective on(Batch batch) {
            return new Restricted(terms.on(batch), domain);
        }

        @Override
        public int dimension() {
            return terms.dimension();
        }

        @Override
        public double value(double[] x) {
            return terms.value(x);
        }

        @Override
        public double valueAndGradient(double[] x, double[] g) {
            return terms.valueAndGradient(x, g);
        }

        @Override
        public boolean hasGradient() {
            return terms.hasGradient();
        }

        @Override
        public <T extends Structure> Optional<T> as(Class<T> type) {
            return terms.as(type);
        }

        @Override
        public Domain domain() {
            return domain;
        }

        @Override
        public Layout layout() {
            return terms.layout();
        }

        @Override
        public String toString() {
            return terms.toString();
        }
    }
}
