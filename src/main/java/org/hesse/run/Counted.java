package org.hesse.run;

import java.util.Optional;
import java.util.function.Supplier;
import org.hesse.objective.Counts;
import org.hesse.objective.Domain;
import org.hesse.objective.Layout;
import org.hesse.objective.Meter;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;
import org.hesse.objective.Work;

/** An objective whose every evaluation is counted, beside the account of a run: for its verdict. */
final class Counted implements Objective {
    private final Objective f;
    private final long terms;
    private final Meter meter;
    private Counts counts = Counts.ZERO;

    Counted(Objective f, long terms) {
        this.f = f;
        this.terms = terms;
        this.meter = new Meter() {
            @Override
            public <T> T charge(Work work, long times, Supplier<T> call) {
                counts = counts.plus(work, times, terms);
                return call.get();
            }

            @Override
            public <T> T chargePart(Work work, long part, Supplier<T> call) {
                counts = counts.plus(work, 1, part);
                return call.get();
            }
        };
    }

    Counts counts() {
        return counts;
    }

    @Override
    public int dimension() {
        return f.dimension();
    }

    @Override
    public double value(double[] x) {
        counts = counts.plus(Work.VALUE, 1, terms);
        return f.value(x);
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        counts = counts.plus(Work.GRADIENT, 1, terms);
        return f.valueAndGradient(x, g);
    }

    @Override
    public boolean hasGradient() {
        return f.hasGradient();
    }

    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        return f.as(type).map(s -> type.cast(s.metered(meter)));
    }

    @Override
    public Domain domain() {
        return f.domain();
    }

    @Override
    public Layout layout() {
        return f.layout();
    }

    @Override
    public String toString() {
        return f.toString();
    }
}
