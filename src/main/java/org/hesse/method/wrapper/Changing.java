package org.hesse.method.wrapper;

import java.util.Set;
import org.hesse.method.Method;
import org.hesse.method.State;
import org.hesse.objective.Change;
import org.hesse.objective.Domain;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.objective.Structure;

/**
 * A method around another one that only changes the evaluations it sees. Structures such as the Hessian pass unchanged.
 *
 * @param <S> the state of the inner method
 */
public interface Changing<S extends State> extends Method<Wrapped<S>> {
    /**
     * The method inside.
     *
     * @return the method
     */
    Method<S> inner();

    /**
     * What is done to each evaluation.
     *
     * @return the change, without memory
     */
    Change change();

    @Override
    default String name() {
        return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT) + "(" + inner().name() + ")";
    }

    @Override
    default Wrapped<S> init(Oracle f, double[] x0) {
        Seen seen = new Seen(change());
        S first = inner().init(f.map(seen), x0);
        return new Wrapped<>(first, seen.original(first));
    }

    @Override
    default Wrapped<S> step(Oracle f, Wrapped<S> s) {
        Seen seen = new Seen(change());
        Evaluation before = s.inner().last().orElse(null); // read now: the step may reuse the state's buffers
        S next = inner().step(f.map(seen), s.inner());
        boolean same = before != null && next.last().orElse(null) == before;
        return new Wrapped<>(next, same ? s.evaluation() : seen.original(next));
    }

    @Override
    default Wrapped<S> moveTo(Wrapped<S> s, double[] x) {
        return new Wrapped<>(inner().moveTo(s.inner(), x), null);
    }

    @Override
    default boolean fits(Domain domain) {
        return inner().fits(domain);
    }

    @Override
    default Set<Class<? extends Structure>> needs() {
        return inner().needs();
    }
}
