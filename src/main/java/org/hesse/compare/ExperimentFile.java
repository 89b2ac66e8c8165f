package org.hesse.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.hesse.io.AtomicFiles;
import org.hesse.io.Json;
import org.hesse.io.Settings;
import org.hesse.method.Algorithm;
import org.hesse.method.MethodText;
import org.hesse.method.Methods;

/**
 * An experiment as a small JSON file: written beside a report so that it can be run again, or by hand. Only {@code schema}
 * and {@code methods} must be there.
 *
 * <pre>{@code {
 *   "schema": 1,
 *   "data": "digits",
 *   "model": "softmax",
 *   "l2": 0.001,
 *   "heldOut": 0.2,
 *   "methods": ["lbfgs:memory=20", {"label": "Adam", "method": "adam:rate=0.05"}],
 *   "batches": ["full", 32, 256],
 *   "passes": 30,
 *   "seeds": 3,
 *   "goal": "relative<=1e-8",
 *   "tuning": {"points": 20}
 * }}</pre>
 *
 * @param title heading of the report; empty if it has none of its own
 * @param data the name of a bundled data set, or a file
 * @param target the column of the class in a CSV file; empty for the last
 * @param model the model in its text form, such as {@code softmax}
 * @param l2 weight of the L2 term, finite and at least 0
 * @param heldOut the share of the samples to score on instead of fitting to, from 0 (none) to below 1
 * @param entries the methods, at least one; written with all their options, and with their labels where those differ
 * @param batches the batch regimes, at least one
 * @param passes data passes of a run, greater than 0
 * @param seeds the seeds, at least one; in a file a number k stands for 1, …, k
 * @param goal the excess to reach
 * @param maxSeconds wall time of a run, greater than 0, perhaps infinite
 * @param tuning how the methods are tuned; in a file {@code {"points": 20}} with any of {@code "rate": [1e-4, 10]}, {@code
 *     "search": "grid"} or {@code "random"}, {@code "seeds": 1}, {@code "select": "final"}, {@code "best"} or {@code "goal"}
 * @param diagnostics whether runs keep the signal-to-noise ratio of their batches and their curvature pairs; written only if so
 */
public record ExperimentFile(
        String title,
        String data,
        String target,
        String model,
        double l2,
        double heldOut,
        List<Entry> entries,
        List<Regime> batches,
        double passes,
        List<Long> seeds,
        Goal goal,
        double maxSeconds,
        Optional<Tuning> tuning,
        boolean diagnostics) {
    /** The version of the format. */
    public static final int SCHEMA = 1;

    private static final List<String> KEYS = List.of(
            "schema",
            "title",
            "data",
            "target",
            "model",
            "l2",
            "heldOut",
            "methods",
            "batches",
            "passes",
            "seeds",
            "goal",
            "maxSeconds",
            "tuning",
            "diagnostics");
    private static final long MOST_SEEDS = 100_000;

    /** Checks the ranges. */
    public ExperimentFile {
        entries = List.copyOf(entries);
        batches = List.copyOf(batches);
        seeds = List.copyOf(seeds);
        check(l2 >= 0 && l2 < Double.POSITIVE_INFINITY, "l2 = " + l2 + ", expected a finite number >= 0");
        check(heldOut >= 0 && heldOut < 1, "heldOut = " + heldOut + ", expected a share from 0 to below 1");
        check(!entries.isEmpty(), "methods: none, expected at least one");
        check(!batches.isEmpty(), "batches: none, expected full or a batch size, at least one");
        check(passes > 0, "passes = " + passes + ", expected a number > 0");
        check(!seeds.isEmpty(), "seeds: none, expected at least one");
        check(maxSeconds > 0, "maxSeconds = " + maxSeconds + ", expected a number > 0");
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException("experiment: " + message);
        }
    }

    /**
     * Describes an experiment.
     *
     * @param experiment the experiment
     * @param data the name of its data set, or their file
     * @param target the column of the class in a CSV file; empty for the last
     * @param model the model in its text form
     * @param l2 weight of the L2 term
     * @param heldOut the share of the samples held out, 0 for none
     * @return what its file says; a limit of a method that is not one of {@link StandardExperiments} is not in it
     */
    public static ExperimentFile of(
            Experiment experiment, String data, String target, String model, double l2, double heldOut) {
        return new ExperimentFile(
                experiment.title(),
                data,
                target,
                model,
                l2,
                heldOut,
                experiment.entries(),
                experiment.regimes(),
                experiment.passes(),
                experiment.seeds(),
                experiment.goal(),
                experiment.seconds(),
                experiment.tuning(),
                experiment.diagnostics());
    }

    /**
     * The experiment that the file describes.
     *
     * @param problem what its data, target, model and l2 make
     * @return the experiment, one run at a time
     * @throws IllegalArgumentException if the parts do not fit together, such as a batch larger than the data
     */
    public Experiment on(Problem problem) {
        Experiment usual = Experiment.of(problem);
        return new Experiment(
                title.isEmpty() ? usual.title() : title,
                problem,
                entries,
                batches,
                seeds,
                passes,
                maxSeconds,
                goal,
                usual.gradientTolerance(),
                tuning,
                usual.threads(),
                diagnostics);
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @return what it says
     * @throws IllegalArgumentException naming the file and the key, if a key is unknown, missing or there twice, or a value
     *     not as it should be
     * @throws IOException if it cannot be read
     */
    public static ExperimentFile read(Path file) throws IOException {
        Settings settings = Settings.read(file, KEYS);
        long schema = settings.whole("schema", 0);
        if (schema != SCHEMA) {
            throw settings.bad("schema", (schema == 0 ? "missing" : schema) + ", expected " + SCHEMA);
        }
        double passes = settings.number("passes", 30);
        if (!(passes > 0)) {
            throw settings.bad("passes", passes + ", expected a number > 0");
        }
        try {
            return new ExperimentFile(
                    settings.text("title", ""),
                    settings.text("data", "digits"),
                    settings.text("target", ""),
                    settings.text("model", "softmax"),
                    settings.number("l2", 1e-3),
                    settings.number("heldOut", 0),
                    entries(settings, passes),
                    settings.has("batches")
                            ? settings.texts("batches").stream()
                                    .map(text -> named(settings, "batches", () -> Regime.parse(text)))
                                    .toList()
                            : List.of(Regime.FULL),
                    passes,
                    seeds(settings),
                    named(settings, "goal", () -> Goal.parse(settings.text("goal", "relative<=1e-8"))),
                    settings.number("maxSeconds", Double.POSITIVE_INFINITY),
                    settings.has("tuning") ? Optional.of(TuningFile.read(settings)) : Optional.empty(),
                    settings.flag("diagnostics"));
        } catch (IllegalArgumentException e) {
            throw e.getMessage().startsWith("experiment: ")
                    ? new IllegalArgumentException(file + ": " + e.getMessage(), e)
                    : e;
        }
    }

    private static List<Entry> entries(Settings settings, double passes) {
        List<Entry> standard = new ArrayList<>(StandardExperiments.methods());
        standard.addAll(StandardExperiments.perceptronMethods());
        List<Entry> entries = new ArrayList<>();
        for (Settings one : settings.objects("methods", List.of("label", "method"))) {
            if (!one.has("method")) {
                throw one.bad("method", "missing, expected a method such as adam:rate=0.05");
            }
            String text = one.text("method", "");
            Algorithm method = named(one, "method", () -> Methods.parse(text, passes));
            String label = one.text("label", MethodText.of(method));
            entries.add(standard.stream() // with its limits
                    .filter(entry ->
                            entry.label().equals(label) && entry.algorithm().equals(method))
                    .findFirst()
                    .orElseGet(() -> named(one, "label", () -> Entry.of(label, method))));
        }
        return entries;
    }

    private static List<Long> seeds(Settings settings) {
        if (settings.isList("seeds")) {
            return settings.wholes("seeds");
        }
        long count = settings.whole("seeds", 1);
        if (count < 1 || count > MOST_SEEDS) {
            throw settings.bad("seeds", count + ", expected from 1 to " + MOST_SEEDS + ", or a list of seeds");
        }
        return LongStream.rangeClosed(1, count).boxed().toList();
    }

    private static <T> T named(Settings settings, String key, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw settings.bad(key, e.getMessage());
        }
    }

    /**
     * Writes it.
     *
     * @param file where to; a file that is there is replaced
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        AtomicFiles.write(file, text());
    }

    /**
     * The content of the file.
     *
     * @return JSON, as {@link #read} takes it
     */
    public String text() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("schema", SCHEMA);
        tree.put("title", title);
        tree.put("data", data);
        tree.put("target", target);
        tree.put("model", model);
        tree.put("l2", l2);
        tree.put("heldOut", heldOut);
        tree.put("methods", entries.stream().map(ExperimentFile::tree).toList());
        tree.put(
                "batches",
                batches.stream()
                        .map(b -> b.isFull() ? b.code() : (Object) b.size())
                        .toList());
        tree.put("passes", passes);
        tree.put("seeds", seeds);
        tree.put("goal", goal.code());
        tree.put("maxSeconds", maxSeconds);
        tuning.ifPresent(t -> tree.put(TuningFile.KEY, TuningFile.tree(t)));
        if (diagnostics) {
            tree.put("diagnostics", true);
        }
        return Json.text(tree) + "\n";
    }

    private static Object tree(Entry entry) {
        String method = MethodText.full(entry.algorithm());
        if (entry.label().equals(MethodText.of(entry.algorithm()))) {
            return method;
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("label", entry.label());
        tree.put("method", method);
        return tree;
    }
}
