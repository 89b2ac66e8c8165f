package org.hesse.run;

import java.util.Arrays;
import java.util.Optional;
import org.hesse.objective.FiniteSum;
import org.hesse.objective.Layout;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;

/** Gives NaN or ∞ from a given call on. */
final class PoisonedObjective implements Objective {
    private final Objective inner;
    private final double poison;
    private final boolean gradientToo;
    private long left;

    PoisonedObjective(Objective inner, double poison, boolean gradientToo, long after) {
        this.inner = inner;
        this.poison = poison;
        this.gradientToo = gradientToo;
        this.left = after;
    }

    @Override
    public int dimension() {
        return inner.dimension();
    }

    @Override
    public double value(double[] x) {
        double value = inner.value(x);
        return left-- > 0 ? value : poison;
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        double value = inner.valueAndGradient(x, g);
        if (left-- > 0) {
            return value;
        }
        if (gradientToo) {
            Arrays.fill(g, poison);
        }
        return poison;
    }

    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        return inner.as(type);
    }

    @Override
    public Optional<FiniteSum> sum() {
        return Optional.empty();
    }

    @Override
    public Layout layout() {
        return inner.layout();
    }
}
