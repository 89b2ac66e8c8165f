package org.hesse.search;

import java.util.Locale;
import org.hesse.objective.Clock;

/** In what a schedule counts time. */
public enum Unit {
    /** Steps of the method: whole numbers. */
    STEPS {
        @Override
        public double of(Clock t) {
            return t.steps();
        }
    },
    /** Steps divided by the steps of an epoch: grows smoothly, and is a whole number at the end of every epoch. */
    EPOCHS {
        @Override
        public double of(Clock t) {
            return t.epochs();
        }
    },
    /** Data passes charged so far: a method that evaluates more a step sees its rate change in fewer steps. */
    PASSES {
        @Override
        public double of(Clock t) {
            return t.passes();
        }
    };

    /**
     * Reads the clock.
     *
     * @param t the clock
     * @return the time in this unit, at least 0
     */
    public abstract double of(Clock t);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
