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

    /**
     * The clock set back to 0 at a time. The hand of this unit loses the time exactly, the others the same share: all
     * three run in proportion (data passes do so on average).
     *
     * @param start the time in this unit, positive
     * @param t the clock, at {@code start} or later
     * @return the clock since then
     */
    Clock since(double start, Clock t) {
        double left = Math.max(0, of(t) - start);
        double share = left / of(t);
        return new Clock(
                Math.round(this == STEPS ? left : t.steps() * share),
                this == EPOCHS ? left : t.epochs() * share,
                this == PASSES ? left : t.passes() * share);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
