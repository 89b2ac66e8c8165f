package org.hesse.run;

import java.util.random.RandomGenerator;
import org.hesse.linear.Parallel;
import org.hesse.objective.Batch;
import org.hesse.objective.Change;
import org.hesse.objective.Clock;
import org.hesse.objective.Domain;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Event;
import org.hesse.objective.Layout;
import org.hesse.objective.Oracle;
import org.hesse.objective.Structure;

/** An oracle seen through a change. */
record ChangedOracle(Oracle inner, Change change) implements Oracle {
    @Override
    public int dimension() {
        return inner.dimension();
    }

    @Override
    public Evaluation at(double[] x) {
        return change.apply(inner, inner.at(x));
    }

    @Override
    public double value(double[] x) {
        return change.value(inner, x, inner.value(x));
    }

    @Override
    public <T extends Structure> T need(Class<T> type) {
        return inner.need(type);
    }

    @Override
    public Batch batch(int ahead) {
        return inner.batch(ahead);
    }

    @Override
    public Oracle on(Batch batch) {
        return new ChangedOracle(inner.on(batch), change);
    }

    @Override
    public Oracle map(Change further) {
        return new ChangedOracle(this, further);
    }

    @Override
    public Domain domain() {
        return inner.domain();
    }

    @Override
    public Layout layout() {
        return inner.layout();
    }

    @Override
    public Clock clock() {
        return inner.clock();
    }

    @Override
    public RandomGenerator random(int stream) {
        return inner.random(stream);
    }

    @Override
    public Parallel parallel() {
        return inner.parallel();
    }

    @Override
    public void note(Event event) {
        inner.note(event);
    }
}
