package org.hesse.method.wrapper;

import static org.hesse.method.Hyperparameters.nonNegative;

import org.hesse.linear.Vectors;
import org.hesse.method.Method;
import org.hesse.method.State;
import org.hesse.objective.Change;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;

/**
 * Coupled weight decay: the inner method minimises f(x) + ½λ‖x‖², while the run still measures f.
 *
 * <p>f ← f + ½λ‖x‖², g ← g + λx.
 *
 * <p>Source: Krogh and Hertz (1991). With moments, as in Adam, the decay is scaled like the gradient; the decoupled form
 * of Loshchilov and Hutter (2019) is {@link DecoupledDecay}.
 *
 * @param <S> the state of the inner method
 * @param inner the method inside; it may not need second derivatives, for those would lack λI
 * @param lambda λ, at least 0
 */
public record WeightDecay<S extends State>(Method<S> inner, double lambda) implements Changing<S> {
    /** Checks λ and the inner method. */
    public WeightDecay {
        nonNegative("weightdecay", "lambda", lambda);
        if (!inner.needs().isEmpty()) {
            throw new IllegalArgumentException("weightdecay: inner = " + inner.name() + " needs " + inner.needs()
                    + ", which the decay does not reach; expected a method of values and gradients"
                    + " (or put the penalty into the objective)");
        }
    }

    @Override
    public Change change() {
        return new Change() {
            @Override
            public Evaluation apply(Oracle f, Evaluation e) {
                double[] g = Vectors.plus(e.gradient(), lambda, e.x());
                return new Evaluation(e.x(), value(f, e.x(), e.value()), g, e.batch());
            }

            @Override
            public double value(Oracle f, double[] x, double value) {
                return value + 0.5 * lambda * Vectors.dot(x, x);
            }
        };
    }
}
