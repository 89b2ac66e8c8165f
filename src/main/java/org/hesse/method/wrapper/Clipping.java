package org.hesse.method.wrapper;

import static org.hesse.method.Hyperparameters.positive;

import org.hesse.linear.Vectors;
import org.hesse.method.Method;
import org.hesse.method.State;
import org.hesse.objective.Change;
import org.hesse.objective.Evaluation;

/**
 * Clips gradients by their norm, all variables together.
 *
 * <p>g ← g·min(1, c/‖g‖). Values stay; a gradient whose norm is not finite stays too, so that the trouble is seen.
 *
 * <p>Source: Pascanu, Mikolov and Bengio (2013), arXiv:1211.5063, Algorithm 1.
 *
 * @param <S> the state of the inner method
 * @param inner the method inside, not one of residuals, whose gradients this would not reach; one with a line search finds slopes that do not belong to its values
 * @param norm c, the largest norm the inner method sees, positive
 */
public record Clipping<S extends State>(Method<S> inner, double norm) implements Changing<S> {
    /** Checks the norm. */
    public Clipping {
        positive("clipping", "norm", norm);
        Seen.refuseResiduals("clipping", inner);
    }

    @Override
    public Change change() {
        return (f, e) -> clip(e);
    }

    private Evaluation clip(Evaluation e) {
        double length = Vectors.norm(e.gradient());
        if (!(length > norm && length < Double.POSITIVE_INFINITY)) {
            return e;
        }
        double[] g = e.gradient().clone();
        Vectors.scale(norm / length, g);
        return new Evaluation(e.x(), e.value(), g, e.batch());
    }
}
