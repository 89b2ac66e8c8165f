package org.hesse.census;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hesse.linear.Vectors;
import org.hesse.objective.Seeds;

/**
 * Random starting points: start k is a function of the box, the seed and k.
 *
 * @param box where to start
 * @param known a smaller box that was searched before: starts are outside of it; or the same one, which leaves nothing out
 * @param seed of the points
 * @param first the number of the first one
 */
record Starts(Region box, Region known, long seed, long first) {
    /** The point of start i from the first one. */
    double[] point(int i) {
        RandomGenerator random = Seeds.random(Seeds.mix(seed, first + i));
        boolean grown = !Arrays.equals(box.lower(), known.lower()) || !Arrays.equals(box.upper(), known.upper());
        double[] x = new double[box.lower().length];
        do {
            for (int k = 0; k < x.length; k++) {
                x[k] = box.lower()[k] + (box.upper()[k] - box.lower()[k]) * random.nextDouble();
            }
        } while (grown && known.holds(x, 0));
        return x;
    }

    double diagonal() {
        return Vectors.norm(Vectors.minus(box.upper(), box.lower()));
    }
}
