package org.hesse.method.newton;

import static org.hesse.linear.Vectors.dot;

import org.hesse.objective.Evaluation;

/**
 * The actual over the predicted decrease of a trial step, guarded against round-off: both get 1e3·ε·|f| added, so that near
 * it their ratio is 1 and not chance (as Manopt does; Conn, Gould and Toint (2000), Trust-Region Methods, 17.4.2); and where
 * values contradict slopes by ten times what is predicted and less than 1e-6·|f|, they are noise, and slopes decide.
 */
final class Gain {
    private static final double REGULARISATION = 1e3 * Math.ulp(1.0);
    private static final double CLEAR = 10; // so many times what is predicted is an error of values
    private static final double MOST_NOISE = 1e-6; // relative to f; more is taken for a step of f itself

    private Gain() {}

    /** What f loses by rounding. */
    static double rounding(Evaluation now) {
        return REGULARISATION * Math.abs(now.value());
    }

    /** The ratio ϱ for the step p from one evaluation to the other. */
    static double ratio(Evaluation now, Evaluation trial, double[] p, double predicted) {
        double byValues = now.value() - trial.value();
        double bySlopes = -0.5 * (dot(now.gradient(), p) + dot(trial.gradient(), p)); // the trapezoid
        double error = Math.abs(byValues - bySlopes);
        boolean noise = error >= CLEAR * predicted && error <= MOST_NOISE * Math.abs(now.value());
        return ((noise ? bySlopes : byValues) + rounding(now)) / (predicted + rounding(now));
    }
}
