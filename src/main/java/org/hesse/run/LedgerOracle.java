package org.hesse.run;

import java.util.random.RandomGenerator;
import org.hesse.linear.Parallel;
import org.hesse.objective.Batch;
import org.hesse.objective.Change;
import org.hesse.objective.Clock;
import org.hesse.objective.Continued;
import org.hesse.objective.Curved;
import org.hesse.objective.Domain;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Event;
import org.hesse.objective.FiniteDifferences;
import org.hesse.objective.Layout;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Meter;
import org.hesse.objective.Noise;
import org.hesse.objective.Objective;
import org.hesse.objective.Oracle;
import org.hesse.objective.Seeds;
import org.hesse.objective.Structure;
import org.hesse.objective.Work;

/** What the methods of a run see: one batch of its objective, charged to its ledger. */
final class LedgerOracle implements Oracle {
    private final Session session;
    private final Objective objective;
    private final Batch batch;
    private final long terms;
    private final Meter meter;

    LedgerOracle(Session session, Batch batch) {
        this.session = session;
        this.objective = session.objectiveOn(batch);
        this.batch = batch;
        this.terms = batch.size(session.ledger.terms());
        this.meter = new Meter() {
            @Override
            public <T> T charge(Work work, long times, java.util.function.Supplier<T> call) {
                return session.ledger.charge(work, times, terms, call);
            }

            @Override
            public <T> T chargePart(Work work, long part, java.util.function.Supplier<T> call) {
                return session.ledger.charge(work, 1, part, call);
            }
        };
    }

    @Override
    public int dimension() {
        return objective.dimension();
    }

    @Override
    public Evaluation at(double[] x) {
        double[] g = new double[x.length];
        double value;
        if (objective.hasGradient()) {
            value = meter.charge(Work.GRADIENT, 1, () -> objective.valueAndGradient(x, g));
        } else {
            value = value(x);
            FiniteDifferences.Value f = Continued.of(this::value, domain());
            FiniteDifferences.gradient(f, x, session.noise(f, x), g);
        }
        Evaluation e = new Evaluation(x, value, g, batch.id());
        session.evaluated(e);
        return e;
    }

    @Override
    public double value(double[] x) {
        double value = meter.charge(Work.VALUE, 1, () -> objective.value(x));
        session.evaluated(x, value, batch);
        return value;
    }

    @Override
    public <T extends Structure> T need(Class<T> type) {
        Structure structure = objective.as(type).map(s -> s.metered(meter)).orElse(null);
        if (session.isWatched() && structure instanceof LeastSquares residuals) {
            structure = new WatchedResiduals(residuals, session, batch);
        }
        if (structure == null && type == Curved.class) {
            Curved differences = x -> FiniteDifferences.hessian(
                    (y, g) -> System.arraycopy(at(y.clone()).gradient(), 0, g, 0, g.length),
                    x,
                    FiniteDifferences.gradientStep(
                            objective.hasGradient()
                                    ? Noise.NONE
                                    : session.noise(Continued.of(this::value, domain()), x)));
            structure = differences;
        }
        if (structure == null) {
            throw new IllegalArgumentException("the objective does not offer " + type.getSimpleName());
        }
        return type.cast(structure);
    }

    @Override
    public Batch batch(int ahead) {
        return ahead == 0 ? batch : session.batchOf(session.steps() + ahead);
    }

    @Override
    public Oracle on(Batch other) {
        return other.equals(batch) ? this : new LedgerOracle(session, other);
    }

    @Override
    public Oracle map(Change change) {
        return new ChangedOracle(this, change);
    }

    @Override
    public Domain domain() {
        return objective.domain();
    }

    @Override
    public Layout layout() {
        return objective.layout();
    }

    @Override
    public Clock clock() {
        return session.clock();
    }

    @Override
    public RandomGenerator random(int stream) {
        return Seeds.random(Seeds.mix(Seeds.mix(session.seed(), session.steps()), stream));
    }

    @Override
    public Parallel parallel() {
        return session.settings.parallel;
    }

    @Override
    public void note(Event event) {
        session.note(event);
    }
}
