package org.hesse.fit;

import org.hesse.autodiff.reverse.Var;

/** A model written as code on numbers that record: {@code (b, x) -> b[0].multiply(b[1].multiply(x[0]).exp())}. */
@FunctionalInterface
public interface ModelFunction {
    /**
     * Predicts.
     *
     * @param b the parameters, in the order of the start
     * @param x the predictors of one row, in the order in which they were named
     * @return m(b; x), made of these numbers and of constants
     */
    Var value(Var[] b, Var[] x);
}
