package org.hesse.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import org.hesse.io.RecordCodec;
import org.hesse.io.Terminal;
import org.hesse.linear.Parallel;
import org.hesse.method.Algorithm;
import org.hesse.method.Method;
import org.hesse.method.Methods;
import org.hesse.method.Opaque;
import org.hesse.method.State;
import org.hesse.objective.Batches;
import org.hesse.objective.BoundsText;
import org.hesse.objective.Curved;
import org.hesse.objective.DerivativeCheck;
import org.hesse.objective.Domain;
import org.hesse.objective.Objective;
import org.hesse.objective.Restricted;
import org.hesse.objective.Structure;

/**
 * What to minimise, from where, by what and until when. Immutable: each setter returns a changed copy.
 *
 * <pre>{@code Result r = Minimization.of(f).from(x0).with(new Lbfgs()).run();}</pre>
 *
 * <p>By default: full batches, ‖∇f‖∞ ≤ 1e-8, no budget, seed 0, and a verdict on the point it ends at where
 * n ≤ 500 (n ≤ 50 if its Hessian has to be differenced).
 */
public final class Minimization {
    private static final int VERDICT_DIMENSION = 500;
    private static final int DIFFERENCED_DIMENSION = 50;

    Objective objective;
    double[] start;
    Algorithm algorithm;
    private boolean usual; // the method follows the domain
    Batches batches = Batches.full();
    StoppingRule rule = StoppingRule.gradientNorm(1e-8);
    Budget budget = Budget.UNLIMITED;
    Cadence cadence = Cadence.AT_END;
    long seed;
    boolean verdict;
    List<Observer> observers = List.of();
    Map<String, ToDoubleFunction<Progress>> columns = Map.of();
    BooleanSupplier cancelled = () -> false;
    Parallel parallel = Parallel.of(1);
    LongSupplier nanoTime = System::nanoTime;
    Path checkpointFile;
    long checkpointEvery;
    Latest latest;

    private Minimization(Objective objective) {
        this.objective = objective;
        int largest = objective.as(Curved.class).isPresent() ? VERDICT_DIMENSION : DIFFERENCED_DIMENSION;
        this.verdict = objective.dimension() <= largest;
    }

    private Minimization(Minimization m) {
        usual = m.usual;
        objective = m.objective;
        start = m.start;
        algorithm = m.algorithm;
        batches = m.batches;
        rule = m.rule;
        budget = m.budget;
        cadence = m.cadence;
        seed = m.seed;
        verdict = m.verdict;
        observers = m.observers;
        columns = m.columns;
        cancelled = m.cancelled;
        parallel = m.parallel;
        nanoTime = m.nanoTime;
        checkpointFile = m.checkpointFile;
        checkpointEvery = m.checkpointEvery;
        latest = m.latest;
    }

    /**
     * Begins with the objective.
     *
     * @param f what to minimise
     * @return the settings, all others at their defaults
     */
    public static Minimization of(Objective f) {
        return new Minimization(f);
    }

    /**
     * Sets the start.
     *
     * @param x0 length n, finite, copied
     * @return a changed copy
     * @throws IllegalArgumentException if the length is not n, or a component is not finite
     */
    public Minimization from(double... x0) {
        if (x0.length != objective.dimension()) {
            throw new IllegalArgumentException(
                    "start: " + x0.length + " numbers, expected " + objective.dimension() + ", one for each variable");
        }
        for (int i = 0; i < x0.length; i++) {
            if (!Double.isFinite(x0[i])) {
                throw new IllegalArgumentException(
                        "start: " + objective.layout().name(i) + " = " + x0[i] + ", expected a finite number");
            }
        }
        double[] copy = x0.clone();
        return changed(m -> m.start = copy);
    }

    /**
     * Sets the start by the names of the variables.
     *
     * @param x0 such as {@code x=-1.2, y=1}
     * @return a changed copy
     * @throws IllegalArgumentException if it is not a point of the objective's layout
     */
    public Minimization from(String x0) {
        return from(objective.layout().point(x0));
    }

    /**
     * Sets the method.
     *
     * @param method any algorithm
     * @return a changed copy
     */
    public Minimization with(Algorithm method) {
        return changed(m -> {
            m.algorithm = method;
            m.usual = false;
        });
    }

    /**
     * Sets the method to the first one to try: L-BFGS, with bounds L-BFGS-B, with a penalty OWL-QN.
     *
     * @return a changed copy
     */
    public Minimization withUsual() {
        return changed(m -> {
            m.algorithm = Methods.usual(objective.domain());
            m.usual = true;
        });
    }

    /**
     * Sets bounds on the variables, in the place of the objective's own.
     *
     * @param text {@code x=0:inf, y=-1:1}, the other variables without bounds; {@code x=0:inf} also of all of an array x;
     *     {@code 0:inf, -1:1} in the order of the variables, or {@code 0:inf} for all
     * @return a changed copy
     * @throws IllegalArgumentException if a variable is unknown or given twice, or its bounds are not {@code lower:upper}
     *     with lower ≤ upper
     */
    public Minimization bounds(String text) {
        Domain bounds = BoundsText.parse(text, objective.layout());
        return bounds(bounds.lower(), bounds.upper());
    }

    /**
     * Sets bounds on the variables, in the place of the objective's own.
     *
     * @param lower length n, −∞ where there is none; shared, not copied
     * @param upper length n, +∞ where there is none; shared, not copied
     * @return a changed copy
     * @throws IllegalArgumentException if the lengths are not n, or a lower bound is above the upper one
     */
    public Minimization bounds(double[] lower, double[] upper) {
        return restricted(new Domain(lower, upper, objective.domain().l1()));
    }

    /**
     * Sets an L1 penalty: what is minimised, and measured, is f(x) + Σᵢ λᵢ|xᵢ|.
     *
     * @param weights λ, finite and at least 0: one for all variables, or one for each
     * @return a changed copy
     * @throws IllegalArgumentException if there are other than 1 or n, or one is out of range
     */
    public Minimization l1(double... weights) {
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
                boolean named = weights.length == objective.dimension() && weights.length > 1;
                throw new IllegalArgumentException(
                        "l1" + (named ? " of " + objective.layout().name(i) : "") + " = " + weights[i]
                                + ", expected a finite number, at least 0");
            }
        }
        double[] all = weights.clone();
        if (weights.length == 1) {
            all = new double[objective.dimension()];
            Arrays.fill(all, weights[0]);
        }
        return restricted(objective.domain().withL1(all));
    }

    /**
     * The bounds and the penalty.
     *
     * @return those that were set, or the objective's own
     */
    public Domain domain() {
        return objective.domain();
    }

    private Minimization restricted(Domain domain) {
        Objective f = new Restricted(objective, domain);
        return changed(m -> {
            m.objective = f;
            m.algorithm = m.usual ? Methods.usual(domain) : m.algorithm;
        });
    }

    /**
     * Sets the batches; the objective has to be a finite sum unless they are full.
     *
     * @param b the batch of each step
     * @return a changed copy
     */
    public Minimization batches(Batches b) {
        return changed(m -> m.batches = b);
    }

    /**
     * Sets the goal.
     *
     * @param goal tested after every measurement of the whole objective
     * @return a changed copy
     */
    public Minimization until(StoppingRule goal) {
        return changed(m -> m.rule = goal);
    }

    /**
     * Sets the limits.
     *
     * @param limits the budget
     * @return a changed copy
     */
    public Minimization budget(Budget limits) {
        return changed(m -> m.budget = limits);
    }

    /**
     * Sets when the whole objective is measured where the method does not evaluate it itself.
     *
     * @param when the cadence
     * @return a changed copy
     */
    public Minimization measure(Cadence when) {
        return changed(m -> m.cadence = when);
    }

    /**
     * Sets the seed of the method's own randomness.
     *
     * @param s the seed
     * @return a changed copy
     */
    public Minimization seed(long s) {
        return changed(m -> m.seed = s);
    }

    /**
     * Sets whether the end point gets a verdict, which takes a Hessian and its eigenvalues: O(n³).
     *
     * @param wanted true to have one
     * @return a changed copy
     */
    public Minimization verdict(boolean wanted) {
        return changed(m -> m.verdict = wanted);
    }

    /**
     * Adds an observer.
     *
     * @param observer told of every step and event
     * @return a changed copy
     */
    public Minimization observe(Observer observer) {
        List<Observer> all = new ArrayList<>(observers);
        all.add(observer);
        return changed(m -> m.observers = all);
    }

    /**
     * Tells of every k-th step, the start counted as step 0; {@link Progress#toString} is a line to print.
     *
     * @param k at least 1
     * @param listener told where the run is
     * @return a changed copy
     */
    public Minimization every(long k, Consumer<Progress> listener) {
        if (k < 1) {
            throw new IllegalArgumentException("every: k = " + k + ", expected at least 1");
        }
        return observe(new Observer() {
            @Override
            public void onStep(Progress p) {
                if (p.clock().steps() % k == 0) {
                    listener.accept(p);
                }
            }
        });
    }

    /**
     * Sets who remembers this run, should it never return.
     *
     * @param memory of the newest run
     * @return a changed copy
     */
    public Minimization rememberIn(Latest memory) {
        return changed(m -> m.latest = memory);
    }

    /**
     * Adds a column of the user's own to the trace.
     *
     * @param name its name
     * @param f computed at every measurement, outside counts and time
     * @return a changed copy
     */
    public Minimization column(String name, ToDoubleFunction<Progress> f) {
        Map<String, ToDoubleFunction<Progress>> all = new LinkedHashMap<>(columns);
        all.put(name, f);
        return changed(m -> m.columns = all);
    }

    /**
     * Follows the curvature: adds the columns {@code index}, {@code lowest} (eigenvalue), {@code sharpness} (the largest)
     * and {@code edge} (2/η for gradient descent) to the trace, of the Hessian of the whole objective by {@link
     * org.hesse.critical.Curvature}, outside counts and time.
     *
     * @param everySteps how often, at least 1; NaN in the rows between, and rows only where the objective is measured
     * @return a changed copy
     * @throws IllegalArgumentException if everySteps is less than 1, or the objective is known by its values alone
     */
    public Minimization curvature(long everySteps) {
        return CurvatureColumns.addTo(this, everySteps);
    }

    /**
     * Follows the noise of the batches: adds the column {@code snr}, ‖∇F‖² over the mean of ‖∇f_B − ∇F‖² over the batches of
     * an epoch (tr Cov/|B|, where |B| is small beside N), to the trace: below 1 a step sees more noise than gradient. It takes two
     * data passes a row, outside counts and time.
     *
     * @return a changed copy
     * @throws IllegalArgumentException if the objective is no finite sum, or {@link #batches} were not set before
     */
    public Minimization signalToNoise() {
        return SignalColumn.addTo(this);
    }

    /**
     * Sets a switch by which another thread can end the run; it is asked before every evaluation. An interrupt of the
     * running thread does the same.
     *
     * @param when true to end
     * @return a changed copy
     */
    public Minimization cancelWhen(BooleanSupplier when) {
        return changed(m -> m.cancelled = when);
    }

    /**
     * Sets how many threads the method may use on long vectors; the result is the same bits with any number. The
     * objective's own threads are its own affair.
     *
     * @param count at least 1, the default
     * @return a changed copy
     * @throws IllegalArgumentException if less than 1
     */
    public Minimization threads(int count) {
        Parallel threads = Parallel.of(count);
        return changed(m -> m.parallel = threads);
    }

    /**
     * Saves checkpoints while running, and one at the end.
     *
     * @param file replaced in one move each time
     * @param everySteps at least 1
     * @return a changed copy
     */
    public Minimization checkpoint(Path file, long everySteps) {
        if (everySteps < 1) {
            throw new IllegalArgumentException("checkpoint: everySteps = " + everySteps + ", expected at least 1");
        }
        return changed(m -> {
            m.checkpointFile = file;
            m.checkpointEvery = everySteps;
        });
    }

    Minimization clock(LongSupplier nanos) {
        return changed(m -> m.nanoTime = nanos);
    }

    /**
     * Compares the derivatives of the objective with differences, at the start and near it.
     *
     * @return what agrees and what does not
     * @throws IllegalArgumentException if the start is missing, or the objective is known by its values alone
     */
    public DerivativeCheck check() {
        if (start == null) {
            throw new IllegalArgumentException("start: missing, expected from(x0) before check()");
        }
        return DerivativeCheck.of(objective, start);
    }

    /**
     * Runs.
     *
     * @return where it ended and why; numerical trouble and exceptions of the objective are in its status
     * @throws IllegalArgumentException if start or method are missing, or the method needs a structure that the objective
     *     does not offer
     */
    public Result run() {
        return run(Checkpoint.NONE);
    }

    /**
     * Goes on where another run of the same settings was, bit for bit.
     *
     * @param from that run's checkpoint
     * @return as by {@link #run()}
     * @throws IllegalArgumentException if the checkpoint is of another method, batches, seed or dimension
     */
    public Result resume(Checkpoint from) {
        if (from.dimension() != objective.dimension()) {
            throw new IllegalArgumentException("checkpoint of a run in " + from.dimension()
                    + " variables, but the objective has " + objective.dimension());
        }
        if (!comparable(label()).equals(comparable(from.label()))) {
            throw new IllegalArgumentException(
                    "checkpoint of another run: it was " + from.label() + ", this is " + label());
        }
        // a run takes its state over, buffers included: the checkpoint stays as it is
        return run((Checkpoint) RecordCodec.read(RecordCodec.write(from)));
    }

    private static String comparable(String label) {
        return label.replaceAll("\\$\\$Lambda[^,\\]]*", "lambda"); // a lambda's name differs from run to run
    }

    private Result run(Checkpoint from) {
        if (start == null && from.state() == null) {
            throw new IllegalArgumentException("start: missing, expected from(x0) before run()");
        }
        if (algorithm == null) {
            throw new IllegalArgumentException("method: missing, expected with(method) before run()");
        }
        if (algorithm instanceof Opaque && batches != Batches.full()) {
            throw new IllegalArgumentException(
                    "batches " + batches + ": " + algorithm.name() + " owns its loop, and runs on the full batch only");
        }
        checkFits(objective.domain());
        for (Class<? extends Structure> need : algorithm.needs()) {
            if (need != Curved.class && objective.as(need).isEmpty()) {
                throw new IllegalArgumentException("method " + algorithm.name() + " needs " + need.getSimpleName()
                        + ", which this objective does not offer");
            }
        }
        Session session = new Session(this, from);
        if (latest != null) {
            latest.begins(session);
        }
        Result result = algorithm instanceof Opaque opaque
                ? new OpaqueLoop(opaque, session).run()
                : loop((Method<?>) algorithm, session, from.state());
        if (latest != null) {
            latest.ends(session, result);
        }
        return result;
    }

    private void checkFits(Domain domain) {
        if (!algorithm.fits(domain)) {
            throw new IllegalArgumentException("method " + algorithm.name() + " knows no " + restrictions(domain)
                    + ", which this objective has; expected " + fitting(domain));
        }
    }

    private static String restrictions(Domain domain) {
        return !domain.isPenalised()
                ? "bounds"
                : domain.isBounded() ? "bounds together with an L1 penalty" : "L1 penalty";
    }

    private static String fitting(Domain domain) {
        Set<String> names = Methods.fitting(domain);
        return names.isEmpty() ? "bounds or a penalty: no method knows both" : String.join(" or ", names);
    }

    private <S extends State> Result loop(Method<S> method, Session session, State state) {
        if (batches != Batches.full() && objective.sum().isEmpty()) {
            throw new IllegalArgumentException("batches " + batches + ": the objective is not a finite sum");
        }
        @SuppressWarnings("unchecked") // a checkpoint with the method's label holds the method's state
        S known = (S) state;
        return new Loop<>(method, this, session, known).run();
    }

    String label() {
        return algorithm + ", batches " + batches + ", seed " + seed;
    }

    /** What is set, in at most 80 characters. */
    @Override
    public String toString() {
        String from = start == null ? ", from(...) is missing" : "";
        String by = algorithm == null ? "with(...) is missing" : "by " + algorithm.name();
        return Terminal.line("minimize " + by + from + ": " + objective);
    }

    private Minimization changed(Consumer<Minimization> change) {
        Minimization m = new Minimization(this);
        change.accept(m);
        return m;
    }
}
