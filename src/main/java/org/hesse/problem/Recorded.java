package org.hesse.problem;

import java.util.Optional;
import org.hesse.autodiff.Differentiable;
import org.hesse.autodiff.reverse.ScalarFunction;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;

/** What a problem with derivatives written by hand offers besides: enclosures over boxes, by a recording of its formula. */
final class Recorded {
    private Recorded() {}

    static <T extends Structure> Optional<T> as(Objective f, Class<T> type, ScalarFunction formula) {
        return type.isInstance(f)
                ? Optional.of(type.cast(f))
                : Differentiable.of(f.dimension(), formula).as(type);
    }
}
