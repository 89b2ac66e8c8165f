package org.hesse.method.wrapper;

import static org.hesse.method.Hyperparameters.positive;

import java.util.Arrays;
import org.hesse.linear.Vectors;
import org.hesse.method.Method;
import org.hesse.method.State;
import org.hesse.objective.Change;
import org.hesse.objective.Evaluation;

/**
 * Clips gradients: by their norm, all variables together, or by value, each component for itself.
 *
 * <p>g ← g·min(1, c/‖g‖), or gᵢ ← min(max(gᵢ, −c), c). Values stay; a gradient that is not finite stays too, so that the
 * trouble is seen.
 *
 * <p>Source: Pascanu, Mikolov and Bengio (2013), arXiv:1211.5063, Algorithm 1; by value Mikolov (2012), the thesis
 * cited there.
 *
 * @param <S> the state of the inner method
 * @param inner the method inside, not one of residuals, whose gradients this would not reach; one with a line search finds slopes that do not belong to its values
 * @param norm c, the largest norm the inner method sees, by value the largest component, positive
 * @param by what is clipped
 */
public record Clipping<S extends State>(Method<S> inner, double norm, By by) implements Changing<S> {
    /** What is clipped. */
    public enum By {
        /** The gradient as a whole: its direction stays. */
        NORM,
        /** Each component: the direction changes. */
        VALUE
    }

    /** Checks the norm. */
    public Clipping {
        positive("clipping", "norm", norm);
        Seen.refuseResiduals("clipping", inner);
    }

    /**
     * Clipping by the norm.
     *
     * @param inner the method inside
     * @param norm c, positive
     */
    public Clipping(Method<S> inner, double norm) {
        this(inner, norm, By.NORM);
    }

    @Override
    public Change change() {
        return (f, e) -> clip(e);
    }

    private Evaluation clip(Evaluation e) {
        double length = by == By.NORM ? Vectors.norm(e.gradient()) : Vectors.normInf(e.gradient());
        if (!(length > norm && length < Double.POSITIVE_INFINITY)) {
            return e;
        }
        double[] g = e.gradient().clone();
        if (by == By.NORM) {
            Vectors.scale(norm / length, g);
        } else {
            Arrays.setAll(g, i -> Math.max(-norm, Math.min(g[i], norm)));
        }
        return new Evaluation(e.x(), e.value(), g, e.batch());
    }
}
