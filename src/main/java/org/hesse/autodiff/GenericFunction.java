package org.hesse.autodiff;

import org.hipparchus.CalculusFieldElement;

/**
 * A function written once for every field of numbers: doubles with derivatives, intervals, high precision. A generic
 * method cannot be a lambda in Java, so this is given as a method reference, {@code Rosenbrock::value}.
 */
@FunctionalInterface
public interface GenericFunction {
    /**
     * Evaluates.
     *
     * @param <T> the field
     * @param x the point, length n, not modified
     * @return f(x)
     */
    <T extends CalculusFieldElement<T>> T value(T[] x);
}
