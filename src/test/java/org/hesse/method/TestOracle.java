package org.hesse.method;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.hesse.objective.Batch;
import org.hesse.objective.Batches;
import org.hesse.objective.Change;
import org.hesse.objective.Clock;
import org.hesse.objective.Domain;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Event;
import org.hesse.objective.Objective;
import org.hesse.objective.Oracle;
import org.hesse.objective.Seeds;
import org.hesse.objective.Structure;

/** The least oracle that can step a method: it counts, keeps the events, and fails at a chosen evaluation. */
public final class TestOracle implements Oracle {
    /** What the oracle throws at the evaluation {@link #failAt}. */
    public static final class Spent extends RuntimeException {}

    private final Objective objective;
    private final Batches batches;
    public final List<Event> events = new ArrayList<>();
    public Consumer<Evaluation> watch = e -> {};
    public long step;
    public int gradients;
    public int values;
    public int hessians;
    public int failAt = Integer.MAX_VALUE;

    public TestOracle(Objective objective) {
        this(objective, Batches.full());
    }

    public TestOracle(Objective objective, Batches batches) {
        this.objective = objective;
        this.batches = batches;
    }

    /** Makes one step and counts it. */
    public <S extends State> S step(Method<S> method, S s) {
        S next = method.step(this, s);
        step++;
        return next;
    }

    /** Steps until the gradient is small, the method is stuck or there were too many steps. */
    public <S extends State> S run(Method<S> method, double[] x0, double tolerance, int maxSteps) {
        S s = method.init(this, x0);
        while (step < maxSteps && s.step().outcome() != Outcome.STUCK) {
            s = step(method, s);
            if (s.last().isPresent()
                    && org.hesse.linear.Vectors.normInf(s.last().get().gradient()) <= tolerance) {
                return s;
            }
        }
        return s;
    }

    public <E extends Event> List<E> events(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private Objective present() {
        Batch batch = batch(0);
        return batch.id() == 0 ? objective : objective.sum().orElseThrow().on(batch);
    }

    private void spend() {
        if (gradients + values + hessians >= failAt) {
            throw new Spent();
        }
    }

    @Override
    public int dimension() {
        return objective.dimension();
    }

    @Override
    public Evaluation at(double[] x) {
        spend();
        gradients++;
        double[] g = new double[x.length];
        double value = present().valueAndGradient(x, g);
        Evaluation e = new Evaluation(x, value, g, batch(0).id());
        watch.accept(e);
        return e;
    }

    @Override
    public double value(double[] x) {
        spend();
        values++;
        return present().value(x);
    }

    @Override
    public <T extends Structure> T need(Class<T> type) {
        T structure = present().as(type).orElseThrow(() -> new IllegalArgumentException("no " + type));
        return type.cast(structure.metered(new org.hesse.objective.Meter() {
            @Override
            public <R> R charge(org.hesse.objective.Work work, long times, java.util.function.Supplier<R> call) {
                spend();
                switch (work) {
                    case VALUE -> values += (int) times;
                    case GRADIENT -> gradients += (int) times;
                    case PRODUCT, HESSIAN -> hessians += (int) times;
                }
                return call.get();
            }
        }));
    }

    @Override
    public Batch batch(int ahead) {
        return batches.at(step + ahead);
    }

    @Override
    public Oracle on(Batch batch) {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public Oracle map(Change change) {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public Domain domain() {
        return objective.domain();
    }

    @Override
    public Clock clock() {
        return new Clock(step, (double) step / batches.stepsPerEpoch(), 0);
    }

    @Override
    public RandomGenerator random(int stream) {
        return Seeds.random(Seeds.mix(step, stream));
    }

    @Override
    public void note(Event event) {
        events.add(event);
    }
}
