package org.hesse.compare;

import java.util.random.RandomGenerator;
import org.hesse.objective.Seeds;

/** Start points moved a little: an exact start may lie on a line of symmetry, or be lucky. */
public final class Jitter {
    private Jitter() {}

    /**
     * Moves a point.
     *
     * @param x the point, length n, not modified
     * @param relative the largest move of a variable, in units of its size; of 1 where it is 0
     * @param seed of the moves, which are uniform
     * @return another point
     */
    public static double[] of(double[] x, double relative, long seed) {
        RandomGenerator random = Seeds.random(seed);
        double[] moved = x.clone();
        for (int i = 0; i < moved.length; i++) {
            double size = moved[i] == 0 ? 1 : Math.abs(moved[i]);
            moved[i] += relative * size * random.nextDouble(-1, 1);
        }
        return moved;
    }
}
