package org.hesse.autodiff.reverse;

/** A function with several results, such as residuals, written on {@link Var}s. */
@FunctionalInterface
public interface VectorFunction {
    /**
     * Evaluates.
     *
     * @param x the point, length n; its numbers are not to be kept after the evaluation
     * @return f(x), length m, the same for all x; made of the numbers in {@code x} and of constants
     */
    Var[] value(Var[] x);
}
