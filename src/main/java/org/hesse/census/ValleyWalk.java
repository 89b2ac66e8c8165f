package org.hesse.census;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hesse.linear.Vectors;
import org.hesse.objective.Objective;

/**
 * A walk along a valley, a manifold of critical points, from one of its points towards another: a step in the directions
 * without curvature, then the pseudo-inverse Newton method back to ∇f = 0. That two points are joined is so found in
 * floating point; where the walk gets stuck nothing is said.
 */
final class ValleyWalk {
    private static final int STEPS = 200;
    private static final int CORRECTIONS = 20;
    private static final double PART = 1.0 / 20; // of the way, the longest step
    private static final double NEAR = 1e-6; // relative to the points: there they are the same

    private ValleyWalk() {}

    /** Whether a point of a valley is one of the same valley as another. */
    static boolean joins(Objective f, CensusPoint from, CensusPoint to) {
        return !between(f, from, to).isEmpty();
    }

    /** The points of the walk, both ends included; empty where none is found. */
    static List<double[]> between(Objective f, CensusPoint from, CensusPoint to) {
        double height = 1e-9 * Math.max(1, Math.max(Math.abs(from.value()), Math.abs(to.value())));
        if (from.flat() == 0 || from.flat() != to.flat() || !(Math.abs(from.value() - to.value()) <= height)) {
            return List.of();
        }
        List<double[]> way = new ArrayList<>(List.of(from.x()));
        double[] x = from.x();
        double distance = Vectors.norm(Vectors.minus(to.x(), x));
        double longest = PART * distance;
        for (int k = 0; k < STEPS; k++) {
            if (distance <= NEAR * Math.max(1, Vectors.norm(to.x()))) {
                way.add(to.x());
                return way;
            }
            Derivatives at = Derivatives.at(f, x);
            double[] step = at == null ? new double[x.length] : along(at, from.flat(), Vectors.minus(to.x(), x));
            double length = Vectors.norm(step);
            if (length == 0) {
                return List.of();
            }
            double[] next = back(f, Vectors.plus(x, Math.min(1, longest / length), step), from.flat());
            double left = next == null ? distance : Vectors.norm(Vectors.minus(to.x(), next));
            if (left < distance) {
                x = next;
                distance = left;
                way.add(x);
            } else {
                longest /= 2;
            }
        }
        return List.of();
    }

    /** The part of a vector in the directions of the valley. */
    private static double[] along(Derivatives at, int flat, double[] d) {
        double[] part = new double[d.length];
        double[][] vectors = at.spectrum().vectors();
        for (int i = 0; i < d.length; i++) {
            if (isAlong(at, flat, i)) {
                Vectors.axpy(Vectors.dot(vectors[i], d), vectors[i], part);
            }
        }
        return part;
    }

    /** Whether an eigenvector is one of those of least curvature. */
    private static boolean isAlong(Derivatives at, int flat, int i) {
        double[] sizes = Arrays.stream(at.spectrum().values()).map(Math::abs).toArray();
        double own = sizes[i];
        Arrays.sort(sizes);
        return own <= sizes[flat - 1];
    }

    /** Back to the valley; null where the method does not converge. */
    private static double[] back(Objective f, double[] start, int flat) {
        double[] x = start;
        for (int k = 0; k < CORRECTIONS; k++) {
            Derivatives at = Derivatives.at(f, x);
            if (at == null) {
                return null;
            }
            double[] step = new double[x.length];
            for (int i = 0; i < step.length; i++) {
                if (!isAlong(at, flat, i)) {
                    Vectors.axpy(
                            -at.slopes()[i] / at.spectrum().values()[i],
                            at.spectrum().vectors()[i],
                            step);
                }
            }
            x = Vectors.plus(x, 1, step);
            if (!(Vectors.norm(step) < Double.POSITIVE_INFINITY)) {
                return null;
            }
            if (Vectors.norm(step) <= 1e-10 * Math.max(1, Vectors.norm(x))) {
                return x;
            }
        }
        return null;
    }
}
