package org.hesse.autodiff.reverse;

/** A function written on {@link Var}s, so that {@code x -> x[0].square().add(x[1].sin())} is legal. */
@FunctionalInterface
public interface ScalarFunction {
    /**
     * Evaluates.
     *
     * @param x the point, length n; its numbers are not to be kept after the evaluation
     * @return f(x), made of the numbers in {@code x} and of constants
     */
    Var value(Var[] x);
}
