package org.hesse.census;

import java.util.Arrays;
import org.hesse.linear.Vectors;
import org.hesse.objective.Objective;

/**
 * The string method: images on a curve between two minima go down their gradient and are spread evenly again, until the
 * gradient lies along the curve; then the highest image is near a saddle.
 *
 * <p>Source: E, Ren and Vanden-Eijnden, J. Chem. Phys. 126 (2007), the simplified method. Departs from it: the time step is
 * 1/(2‖H‖) by the largest curvature on the string, and no image moves farther than half the distance to the next.
 */
final class ElasticString {
    private static final int IMAGES = 25;
    private static final int STEPS = 2000;
    private static final int FRESH = 10; // steps with the same time step
    private static final double STILL = 1e-3; // of the distance between images

    private ElasticString() {}

    /** The highest inner image; null where none is above both ends, or f is not finite on the way. */
    static double[] highest(Objective f, double[] a, double[] b) {
        double[][] x = new double[IMAGES][];
        Arrays.setAll(x, k -> Vectors.plus(a, k / (IMAGES - 1.0), Vectors.minus(b, a)));
        double time = 0;
        double[] g = new double[a.length];
        for (int step = 0; step < STEPS; step++) {
            if (step % FRESH == 0) {
                time = time(f, x);
                if (Double.isNaN(time)) {
                    return null;
                }
            }
            double spacing = Vectors.norm(Vectors.minus(x[1], x[0]));
            double[][] before = x.clone();
            for (int k = 1; k < IMAGES - 1; k++) {
                f.valueAndGradient(x[k], g);
                double length = time * Vectors.norm(g);
                x[k] = Vectors.plus(x[k], -time * Math.min(1, spacing / (2 * length)), g);
            }
            spread(x);
            double moved = 0;
            for (int k = 1; k < IMAGES - 1; k++) {
                moved = Math.max(moved, Vectors.norm(Vectors.minus(x[k], before[k])));
            }
            if (moved <= STILL * spacing) {
                break;
            }
        }
        return highest(f, x);
    }

    private static double[] highest(Objective f, double[][] x) {
        int highest = 0;
        double top = Math.max(f.value(x[0]), f.value(x[x.length - 1]));
        for (int k = 1; k < x.length - 1; k++) {
            double value = f.value(x[k]);
            if (value > top) {
                top = value;
                highest = k;
            }
        }
        return highest == 0 ? null : x[highest];
    }

    private static double time(Objective f, double[][] x) {
        double largest = 0;
        for (double[] image : x) {
            Derivatives at = Derivatives.at(f, image);
            largest = Math.max(largest, at == null ? Double.NaN : at.spectrum().norm());
        }
        return 0.5 / largest;
    }

    /** Even distances along the polygon. */
    private static void spread(double[][] x) {
        double[] along = new double[x.length];
        for (int k = 1; k < x.length; k++) {
            along[k] = along[k - 1] + Vectors.norm(Vectors.minus(x[k], x[k - 1]));
        }
        double[][] old = x.clone();
        int segment = 1;
        for (int k = 1; k < x.length - 1; k++) {
            double target = along[x.length - 1] * k / (x.length - 1);
            while (along[segment] < target) {
                segment++;
            }
            double part = (target - along[segment - 1]) / (along[segment] - along[segment - 1]);
            x[k] = Vectors.plus(old[segment - 1], part, Vectors.minus(old[segment], old[segment - 1]));
        }
    }
}
