package org.hesse.cli;

import java.util.List;
import java.util.stream.Stream;
import org.hesse.compare.Entry;
import org.hesse.compare.Experiment;
import org.hesse.compare.Goal;
import org.hesse.compare.Problem;
import org.hesse.compare.Regime;
import org.hesse.compare.Tuning;
import org.hesse.io.Numbers;
import org.hesse.method.MethodText;
import org.hesse.method.Methods;
import picocli.CommandLine.Option;

/** What is compared on a problem: methods, batches, seeds, and how far. */
final class CompareOptions {
    private static final String BATCHES = "full,32,256";

    @Option(
            names = "--methods",
            paramLabel = "A,B",
            description = "Methods of \"methods\", such as lbfgs,adam:rate=0.01,beta2=0.99. Default: all of the core.")
    private String methods;

    @Option(
            names = "--batches",
            paramLabel = "full,N",
            description = "full and batch sizes. Default: " + BATCHES + ", as far as the data go.")
    private String batches;

    @Option(
            names = "--passes",
            paramLabel = "P",
            defaultValue = "30",
            description = "Data passes of a run. Default: ${DEFAULT-VALUE}.")
    private double passes;

    @Option(
            names = "--seeds",
            paramLabel = "K",
            defaultValue = "3",
            description = "How many runs with different batches. Default: ${DEFAULT-VALUE}.")
    private int seeds;

    @Option(
            names = "--goal",
            paramLabel = "GOAL",
            description = "excess<=1e-6, or relative<=1e-8 for a multiple of |F*|. Default: relative<=1e-8.")
    private String goal;

    @Option(names = "--max-seconds", paramLabel = "S", description = "The longest time of a run. Default: no limit.")
    private Double maxSeconds;

    @Option(
            names = "--tune",
            paramLabel = "POINTS",
            description = "Tune every method that has a rate, in each regime, with so many rates from 1e-4 to 10 on the"
                    + " training objective. An experiment file says more. Default: no tuning.")
    private Integer tune;

    @Option(
            names = "--diagnostics",
            description =
                    "Keep the signal-to-noise ratio of the batches and the journal of curvature pairs of every run, for"
                            + " the report. Not charged, but takes two data passes more at each measurement.")
    private boolean diagnostics;

    /** Whether no methods were named: then they are ours, with our rates. */
    boolean hasOurMethods() {
        return methods == null;
    }

    boolean isTuned() {
        return tune != null;
    }

    /**
     * The experiment.
     *
     * @param problem what is minimised
     * @param usual the methods if none are named
     */
    Experiment on(Problem problem, List<Entry> usual) {
        Experiment plain = Experiment.of(problem);
        Experiment withPasses = UsageException.of("--passes", () -> plain.passes(passes));
        Experiment withMethods = UsageException.of("--methods", () -> withPasses.with(entries(usual)));
        Experiment withBatches = UsageException.of(
                "--batches", () -> withMethods.batches(regimes(problem.sum().terms())));
        Experiment withSeeds = UsageException.of("--seeds", () -> withBatches.seeds(seeds));
        Experiment withGoal =
                goal == null ? withSeeds : UsageException.of("--goal", () -> withSeeds.goal(Goal.parse(goal)));
        Experiment withTime = maxSeconds == null
                ? withGoal
                : UsageException.of("--max-seconds", () -> withGoal.maxSeconds(maxSeconds));
        Experiment withTuning =
                tune == null ? withTime : UsageException.of("--tune", () -> withTime.tuned(Tuning.of(tune)));
        return (diagnostics ? withTuning.diagnosed() : withTuning)
                .titled((hasOurMethods() ? "Every method, " : "Methods compared, ") + Numbers.brief(passes)
                        + " data passes" + (tune == null ? "" : ", tuned"));
    }

    private List<Entry> entries(List<Entry> usual) {
        return hasOurMethods()
                ? usual
                : Methods.list(methods, passes).stream()
                        .map(method -> Entry.of(MethodText.of(method), method))
                        .toList();
    }

    private Regime[] regimes(long terms) {
        return Stream.of((batches == null ? BATCHES : batches).strip().split("\\s*,\\s*", -1))
                .map(Regime::parse)
                .filter(regime -> batches != null || regime.size() <= terms)
                .toArray(Regime[]::new);
    }
}
