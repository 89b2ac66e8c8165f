package org.hesse.method.stochastic;

import java.util.Set;
import org.hesse.linear.Vectors;
import org.hesse.method.Method;
import org.hesse.method.Step;
import org.hesse.objective.Batch;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.objective.PerSample;
import org.hesse.objective.Structure;
import org.hesse.search.Schedule;

/**
 * SAGA: gradient descent without the noise of the batches, by a table of the newest gradient of every term.
 *
 * <p>x ← x − η(mean of ∇fᵢ(x) − φᵢ over the batch B + φ̄), then φᵢ ← ∇fᵢ(x) for i in B, φ̄ the mean of the table. At a
 * constant rate it converges linearly on strongly convex sums, and takes one gradient of each term of the batch a step.
 * The first table, of the start, is charged as a full gradient. On the full batch this is gradient descent.
 *
 * <p>Source: Defazio, Bach and Lacoste-Julien (2014), arXiv:1407.0202, (1) to (3), without a proximal step; η = 1/(3L) there.
 * Departs from it: a batch in place of one term.
 *
 * <p>The table takes N·n numbers; where they do not fit, {@code Svrg} needs 3n of them.
 *
 * @param rate η, at least 0
 */
public record Saga(Schedule rate) implements Method<Saga.State> {
    /**
     * SAGA at a constant rate.
     *
     * @param rate η, at least 0
     */
    public Saga(double rate) {
        this(Schedule.constant(rate));
    }

    /**
     * What SAGA remembers.
     *
     * @param x the iterate, length n
     * @param step the last step
     * @param evaluation the evaluation the last step started from; null on minibatches, where no value is asked for
     * @param table φ₁, φ₂, …, one after another, length N·n; empty before the first minibatch
     * @param mean φ̄, length n
     */
    public record State(double[] x, Step step, Evaluation evaluation, double[] table, double[] mean)
            implements org.hesse.method.State {}

    @Override
    public State init(Oracle f, double[] x0) {
        return new State(x0.clone(), Step.START, null, new double[0], new double[x0.length]);
    }

    /** The state with the gradients at x in the table. */
    private static State filled(Oracle f, State s) {
        PerSample all = f.on(Batch.ALL).need(PerSample.class);
        int n = s.x.length;
        double[] table = new double[length(all.size(), n)];
        all.gradients(s.x, 0, all.size(), table);
        double[] mean = new double[n];
        for (int i = 0; i < all.size(); i++) {
            add(1.0 / all.size(), table, i * n, mean);
        }
        return new State(s.x, s.step, s.evaluation, table, mean);
    }

    static int length(long terms, int n) {
        long most = Math.min(Integer.MAX_VALUE - 8L, Runtime.getRuntime().maxMemory() / Double.BYTES / 2);
        if (terms * n > most) {
            throw new IllegalArgumentException("saga: a table of " + terms + " gradients of length " + n + " is "
                    + terms * n + " numbers: expected at most " + most + ", half of the memory; svrg needs no table");
        }
        return (int) (terms * n);
    }

    @Override
    public State step(Oracle f, State s) {
        double eta = rate.at(f.clock());
        Batch batch = f.batch(0);
        if (batch.id() == Batch.ALL.id()) {
            Evaluation e = f.at(s.x);
            return new State(Vectors.plus(s.x, -eta, e.gradient()), Step.accepted(eta), e, s.table, s.mean);
        }
        if (batch instanceof Batch.Rows rows) {
            return step(f, s.table.length == 0 ? filled(f, s) : s, rows, eta);
        }
        throw new IllegalArgumentException("saga: batch = " + batch + ", expected rows, whose gradients it keeps");
    }

    private static State step(Oracle f, State s, Batch.Rows rows, double eta) {
        int n = s.x.length;
        int size = rows.to() - rows.from();
        double[] fresh = new double[size * n];
        f.need(PerSample.class).gradients(s.x, 0, size, fresh);
        double[] g = s.mean.clone();
        for (int i = 0; i < size; i++) {
            add(1.0 / size, fresh, i * n, g);
            add(-1.0 / size, s.table, rows.order()[rows.from() + i] * n, g);
        }
        double share = (double) n / s.table.length;
        for (int i = 0; i < size; i++) { // one by one, for a row drawn twice takes the place of itself
            int old = rows.order()[rows.from() + i] * n;
            add(share, fresh, i * n, s.mean);
            add(-share, s.table, old, s.mean);
            System.arraycopy(fresh, i * n, s.table, old, n);
        }
        return new State(Vectors.plus(s.x, -eta, g), Step.accepted(eta), null, s.table, s.mean);
    }

    /** to ← to + a·(the row of a table that begins at some index). */
    private static void add(double a, double[] table, int from, double[] to) {
        for (int j = 0; j < to.length; j++) {
            to[j] += a * table[from + j];
        }
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.table, s.mean);
    }

    @Override
    public Set<Class<? extends Structure>> needs() {
        return Set.of(PerSample.class);
    }
}
