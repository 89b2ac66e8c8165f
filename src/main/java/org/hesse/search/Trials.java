package org.hesse.search;

import org.hesse.search.Searched.Found;
import org.hesse.search.Searched.NotFound;

/** The trials of one search: counts them, keeps the best, and words the end. */
final class Trials {
    private final Ray phi;
    private final int most;
    private int count;
    private Trial best;

    /**
     * Of a search.
     *
     * @param phi the ray
     * @param first the first step length
     * @param most the most trials
     * @throws IllegalArgumentException if the ray does not descend or the step length is not positive and finite
     */
    Trials(Ray phi, double first, int most) {
        if (!(first > 0 && first < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("first step length " + first + ", expected a finite number > 0");
        }
        if (!(phi.slope() < 0)) {
            throw new IllegalArgumentException("slope " + phi.slope() + " at the start of a ray, expected one < 0");
        }
        this.phi = phi;
        this.most = most;
    }

    /** Tries a step length. */
    Trial at(double alpha) {
        count++;
        Trial t = phi.at(alpha);
        best = t.isFinite() && isBest(t) ? t : best;
        return t;
    }

    /** Tries a step length by its value alone: a trial without a slope. */
    Trial valueAt(double alpha) {
        count++;
        Trial t = new Trial(alpha, phi.valueAt(alpha), Double.NaN, null);
        best = Double.isFinite(t.value()) && isBest(t) ? t : best;
        return t;
    }

    /** The slope, too, of a step length tried by its value: no new trial. */
    Trial complete(Trial valueOnly) {
        Trial t = phi.at(valueOnly.alpha());
        best = valueOnly != best ? best : t.isFinite() ? t : null;
        return t;
    }

    private boolean isBest(Trial t) {
        return t.value() < (best == null ? phi.value() : best.value());
    }

    int count() {
        return count;
    }

    boolean spent() {
        return count >= most;
    }

    Found found(Trial t) {
        return new Found(t, count);
    }

    /** That no step length with these conditions was found among the most trials. */
    NotFound spent(String conditions) {
        return notFound("no step length with " + conditions + " in " + most + " trials");
    }

    /** The end of a search without success; a best trial known by its value alone is evaluated. */
    NotFound notFound(String why) {
        if (best != null && Double.isNaN(best.slope())) {
            complete(best);
        }
        return new NotFound(
                why + "; phi(0) = " + phi.value() + ", slope " + phi.slope() + ", best "
                        + (best == null ? "none below phi(0)" : best),
                best,
                count);
    }

    /** Checks the constants that searches share. */
    static void check(String search, double c1, int maxTrials, double noise) {
        if (!(c1 > 0 && c1 < 0.5)) {
            throw new IllegalArgumentException(search + ": c1 = " + c1 + ", expected 0 < c1 < 0.5");
        }
        if (maxTrials < 1) {
            throw new IllegalArgumentException(search + ": maxTrials = " + maxTrials + ", expected at least 1");
        }
        if (!(noise >= 0 && noise < 1)) {
            throw new IllegalArgumentException(search + ": noise = " + noise + ", expected 0 <= noise < 1");
        }
    }

    /** Checks the constant of the curvature condition. */
    static void check(String search, double c1, double c2) {
        if (!(c2 > c1 && c2 < 1)) {
            throw new IllegalArgumentException(search + ": c2 = " + c2 + ", expected " + c1 + " = c1 < c2 < 1");
        }
    }
}
