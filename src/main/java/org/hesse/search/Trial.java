package org.hesse.search;

import org.hesse.objective.Evaluation;
import org.hesse.objective.Event;

/**
 * A point tried on a ray; also the event that tells observers of it.
 *
 * @param alpha the step length α
 * @param value φ(α)
 * @param slope φ'(α)
 * @param evaluation the evaluation at x + αd; null where the ray has no vectors
 */
public record Trial(double alpha, double value, double slope, Evaluation evaluation) implements Event {
    /**
     * Whether value and slope are finite.
     *
     * @return false if either is NaN or infinite
     */
    public boolean isFinite() {
        return Double.isFinite(value) && Double.isFinite(slope);
    }

    /** The numbers alone: what an interval needs to remember, without the vectors. */
    Trial bare() {
        return new Trial(alpha, value, slope, null);
    }

    @Override
    public String toString() {
        return "Trial[alpha=" + alpha + ", value=" + value + ", slope=" + slope + "]";
    }
}
