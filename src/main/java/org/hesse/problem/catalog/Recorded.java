package org.hesse.problem.catalog;

import java.util.Optional;
import org.hesse.autodiff.Differentiable;
import org.hesse.autodiff.reverse.ScalarFunction;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;

/** What a problem with derivatives written by hand offers besides: enclosures over boxes, by a recording of its formula. */
public final class Recorded {
    private Recorded() {}

    /**
     * Hands out a structure.
     *
     * @param f the problem
     * @param type the structure
     * @param formula the formula of f
     * @return f itself if it has the structure, else that of the recorded formula
     * @param <T> the structure
     */
    public static <T extends Structure> Optional<T> as(Objective f, Class<T> type, ScalarFunction formula) {
        return type.isInstance(f)
                ? Optional.of(type.cast(f))
                : Differentiable.of(f.dimension(), formula).as(type);
    }
}
