package org.hesse.census;

import java.util.List;
import org.hesse.linear.Vectors;
import org.hesse.objective.Objective;

/**
 * Newton's method for M(x)∇f(x) = 0, where the shifted deflation operator M = Π(1/‖x − x*‖² + 1) over the known critical
 * points x* takes their zeros away: from a start that led to one of them it can end at none of them. The Jacobian differs
 * from the Hessian by a matrix of rank one, so by Sherman and Morrison its step is Newton's step s times 1/(1 − s·∇log M).
 *
 * <p>Source: Farrell, Birkisson and Funke, SIAM J. Sci. Comput. 37 (2015), equation 3.2 with p = 2 and α = 1. Departs from it:
 * distances are in sides of the box, a step is at most a radius long, and modes without curvature and slope are left out.
 */
final class DeflatedNewton {
    private static final int STEPS = 100;
    private static final double NEAR = 1e-6; // of the radius: from here the plain method finishes

    private final Objective f;
    private final Region box;
    private final double longest;

    /** In a box, with a longest step. */
    DeflatedNewton(Objective f, Region box, double longest) {
        this.f = f;
        this.box = box;
        this.longest = longest;
    }

    /** From a start to a critical point that is not known; not converged where it leaves the box, or takes too long. */
    Follow.End from(double[] start, List<CensusPoint> known) {
        double[] x = start;
        for (int k = 0; k < STEPS && box.holds(x, 0.5); k++) {
            Derivatives at = Derivatives.at(f, x);
            if (at == null) {
                break;
            }
            double[] step = newton(at);
            if (Vectors.norm(step) <= NEAR * longest) {
                return Follow.any(f, longest).within(y -> box.holds(y, 0.5)).from(x);
            }
            Vectors.scale(1 / (1 - Vectors.dot(step, logSlope(x, known))), step);
            double length = Vectors.norm(step);
            if (!(length < Double.POSITIVE_INFINITY)) {
                break;
            }
            x = Vectors.plus(x, Math.min(1, longest / length), step);
        }
        return new Follow.End(x, false);
    }

    private static double[] newton(Derivatives at) {
        double[] step = new double[at.x().length];
        for (int i = 0; i < step.length; i++) {
            if (!at.isFlat(i)) {
                Vectors.axpy(
                        -at.slopes()[i] / at.spectrum().values()[i],
                        at.spectrum().vectors()[i],
                        step);
            }
        }
        return step;
    }

    /** ∇log M. */
    private double[] logSlope(double[] x, List<CensusPoint> known) {
        double[] slope = new double[x.length];
        double[] d = new double[x.length];
        for (CensusPoint p : known) {
            for (int i = 0; i < d.length; i++) {
                d[i] = (x[i] - p.x()[i]) / side(i);
            }
            double square = Vectors.dot(d, d);
            for (int i = 0; i < d.length; i++) {
                slope[i] -= 2 * d[i] / (side(i) * square * (1 + square));
            }
        }
        return slope;
    }

    private double side(int i) {
        return box.upper()[i] - box.lower()[i];
    }
}
