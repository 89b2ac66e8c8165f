package org.hesse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hesse.compare.Comparison;
import org.hesse.compare.Entry;
import org.hesse.compare.Experiment;
import org.hesse.compare.Goal;
import org.hesse.compare.Regime;
import org.hesse.compare.Run;
import org.hesse.compare.RunDirectory;
import org.hesse.compare.RunListener;
import org.hesse.compare.Tuning;
import org.hesse.method.Algorithm;
import org.hesse.method.MethodText;
import org.hesse.report.Report;
import org.hesse.report.ReportDirectory;

/**
 * An experiment in the words of a script: {@code compare(sum).with(new Lbfgs(), new Adam(1e-2)).batches(FULL, 32).run()}.
 * Immutable; each setter returns a changed copy. What it has no word for, {@link #change} reaches.
 *
 * @param experiment what is asked
 */
public record Comparing(Experiment experiment) {
    private static final RunListener TENTHS = new RunListener() {
        @Override
        public void finished(int done, int total, Run run) {
            if (10 * done / total > 10 * (done - 1) / total) {
                Hesse.print("run " + done + " of " + total + ": " + run.label() + ", " + run.regime());
            }
        }

        @Override
        public void resumed(int older, int done, int total) {
            if (older > 0) {
                Hesse.print(older + " of " + total + " runs are there already");
            }
        }
    };

    /**
     * Sets the methods, labelled by their texts.
     *
     * @param methods at least one, all different in their texts, such as {@code adam:rate=0.01}
     * @return a changed copy
     */
    public Comparing with(Algorithm... methods) {
        return change(e -> e.with(Stream.of(methods)
                .map(method -> Entry.of(MethodText.of(method), method))
                .toArray(Entry[]::new)));
    }

    /**
     * Sets the methods by their texts, which are also their labels.
     *
     * @param methods at least one, such as {@code adam:rate=1e-2}, all different
     * @return a changed copy
     * @throws IllegalArgumentException if a text names no method
     */
    public Comparing with(String... methods) {
        return change(e -> e.with(Stream.of(methods)
                .map(text -> Entry.of(text, Hesse.method(text)))
                .toArray(Entry[]::new)));
    }

    /**
     * Sets the batch sizes.
     *
     * @param sizes at least one, all different; {@link Hesse#FULL} for the full batch
     * @return a changed copy
     */
    public Comparing batches(int... sizes) {
        Regime[] regimes = new Regime[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            regimes[i] = new Regime(sizes[i]);
        }
        return change(e -> e.batches(regimes));
    }

    /**
     * Sets the seeds to 1, 2, …
     *
     * @param count how many, at least 1
     * @return a changed copy
     */
    public Comparing seeds(int count) {
        return change(e -> e.seeds(count));
    }

    /**
     * Sets the data passes that a run may be charged.
     *
     * @param limit greater than 0
     * @return a changed copy
     */
    public Comparing passes(double limit) {
        return change(e -> e.passes(limit));
    }

    /**
     * Sets how near to F* counts as reached.
     *
     * @param excess F − F*, greater than 0
     * @return a changed copy
     */
    public Comparing goal(double excess) {
        return change(e -> e.goal(Goal.absolute(excess)));
    }

    /**
     * Lets every method with a rate be tuned, in every regime, before it competes: rates from 1e-4 to 10, selected by the
     * last value of the objective on a seed of their own.
     *
     * @param points how many rates, at least 1
     * @return a changed copy
     */
    public Comparing tune(int points) {
        return change(e -> e.tuned(Tuning.of(points)));
    }

    /**
     * Lets runs keep the signal-to-noise ratio of their batches and the journal of their curvature pairs, for the report.
     *
     * @return a changed copy
     */
    public Comparing diagnosed() {
        return change(Experiment::diagnosed);
    }

    /**
     * Sets anything else.
     *
     * @param f changes the experiment
     * @return a changed copy
     */
    public Comparing change(UnaryOperator<Experiment> f) {
        return new Comparing(f.apply(experiment));
    }

    /**
     * Runs, and prints a line for each tenth of the runs.
     *
     * @return what came of it; {@link Hesse#show} prints the table
     */
    public Comparison run() {
        return experiment.run(TENTHS);
    }

    /**
     * Runs, and writes the report. Stopped, and run again, it goes on from the runs that were finished.
     *
     * @param directory where the runs and the report go; made if it is not there
     * @return what came of it
     * @throws IllegalArgumentException before the first run, if the directory cannot be written to, or holds the runs or the
     *     report of another experiment
     */
    public Comparison run(String directory) {
        ReportDirectory out = ReportDirectory.open(Path.of(directory));
        try (RunDirectory runs = out.runs(List.of(experiment))) {
            Comparison c = experiment.run(TENTHS, runs);
            Path page = out.write(new Report(experiment.title(), "", List.of(), List.of(c)));
            Hesse.print("the report is " + page);
            return c;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return experiment.toString();
    }
}
