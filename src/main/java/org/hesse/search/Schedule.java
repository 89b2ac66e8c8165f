package org.hesse.search;

import org.hesse.objective.Clock;

/** A rate as a pure function of how far the run has come. Every schedule is a record: it can be printed and saved. */
@FunctionalInterface
public interface Schedule {
    /**
     * The rate at a time.
     *
     * @param t the clock of the run; 0 steps before the first step
     * @return the rate, at least 0
     */
    double at(Clock t);

    /**
     * The same rate always.
     *
     * @param rate the rate, finite and at least 0
     * @return the schedule
     */
    static Schedule constant(double rate) {
        return new Constant(rate);
    }

    /**
     * The same rate always.
     *
     * @param rate the rate, finite and at least 0
     */
    record Constant(double rate) implements Schedule {
        /** Checks the rate. */
        public Constant {
            if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("rate " + rate + ", expected a finite number >= 0");
            }
        }

        @Override
        public double at(Clock t) {
            return rate;
        }
    }
}
