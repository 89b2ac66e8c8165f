package org.hesse.method.wrapper;

import org.hesse.method.State;
import org.hesse.method.Step;

/**
 * The state of a method around another one, where iterate, step and remark are those of the inner state.
 *
 * @param <S> the state of the inner method
 */
interface Inside<S extends State> extends State {
    /** What the inner method remembers. */
    S inner();

    @Override
    default double[] x() {
        return inner().x();
    }

    @Override
    default Step step() {
        return inner().step();
    }

    @Override
    default String remark() {
        return inner().remark();
    }
}
