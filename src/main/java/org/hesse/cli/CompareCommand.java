package org.hesse.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hesse.compare.Comparison;
import org.hesse.compare.Entry;
import org.hesse.compare.Experiment;
import org.hesse.compare.ExperimentFile;
import org.hesse.compare.Goal;
import org.hesse.compare.Problem;
import org.hesse.compare.Regime;
import org.hesse.compare.StandardExperiments;
import org.hesse.io.Numbers;
import org.hesse.method.MethodText;
import org.hesse.method.Methods;
import org.hesse.report.Report;
import org.hesse.report.ReportDirectory;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares methods on data, full batch and minibatches, and leaves a report. */
@CommandLine.Command(
        name = "compare",
        description = {
            "Compare methods on data, full batch beside minibatches, and leave a report.",
            "Without options: every method on the digits, softmax and a perceptron 64-32-10; L-BFGS to convergence."
        })
final class CompareCommand extends Command {
    private static final String OTHER_RATES =
            "Learning rates were not tuned for these data: they are those that did best on"
                    + " softmax regression of the digits. L-BFGS and BFGS have no rate.";

    private static final List<String> OWN = List.of(
            "--data",
            "--target-column",
            "--model",
            "--l2",
            "--methods",
            "--batches",
            "--passes",
            "--seeds",
            "--goal",
            "--max-seconds");

    @Mixin
    private CompareData data;

    @Option(
            names = "--methods",
            paramLabel = "A,B",
            description = "Methods of \"methods\", such as lbfgs,adam:rate=0.01,beta2=0.99. Default: all of the core.")
    private String methods;

    @Option(
            names = "--batches",
            paramLabel = "full,N",
            defaultValue = "full,32,256",
            description = "full and batch sizes. Default: ${DEFAULT-VALUE}, as far as the data go.")
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
            names = "--threads",
            paramLabel = "T",
            defaultValue = "1",
            description = "Runs at a time; only the times depend on it. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(
            names = "--experiment",
            paramLabel = "FILE",
            description = "Everything from a file, such as the experiment.json beside a report.")
    private Path file;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "report",
            description = "Where the report goes. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Spec
    private CommandSpec spec;

    CompareCommand(Console console) {
        super(console);
    }

    @Override
    Reply answer() throws IOException {
        List<Experiment> experiments = experiments();
        ReportDirectory directory = UsageException.of("--out", () -> ReportDirectory.open(out));
        List<Comparison> sections = new ArrayList<>();
        for (Experiment experiment : experiments) {
            progress(experiment.title() + " ...");
            sections.add(experiment.run(runs()));
        }
        List<String> caveats = methods != null
                ? List.of()
                : data.isDigits() ? List.of(StandardExperiments.RATES) : List.of(OTHER_RATES);
        Report report = new Report(title(experiments), command(), caveats, sections);
        Path page = directory.write(report);
        List<String> answer = report.answer().stream()
                .map(sentence -> sentence.replace("**", ""))
                .toList();
        if (experiments.size() == 1) {
            data.describe(experiments.get(0)).write(page.resolveSibling("experiment.json"));
        }
        return new Reply(String.join("\n", answer) + "\nReport: " + page, CompareDocument.of(page, answer, sections));
    }

    private List<Experiment> experiments() throws IOException {
        if (file != null) {
            return List.of(ofFile());
        }
        Experiment problem = Experiment.of(data.problem(this::progress));
        Experiment withPasses = UsageException.of("--passes", () -> problem.passes(passes));
        Experiment withMethods = UsageException.of("--methods", () -> withPasses.with(entries()));
        Experiment withBatches = UsageException.of("--batches", () -> withMethods.batches(regimes(problem)));
        Experiment withSeeds = UsageException.of("--seeds", () -> withBatches.seeds(seeds));
        Experiment withGoal =
                goal == null ? withSeeds : UsageException.of("--goal", () -> withSeeds.goal(Goal.parse(goal)));
        Experiment withTime = maxSeconds == null
                ? withGoal
                : UsageException.of("--max-seconds", () -> withGoal.maxSeconds(maxSeconds));
        Experiment all = UsageException.of("--threads", () -> withTime.threads(threads))
                .titled((methods == null ? "Every method, " : "Methods compared, ") + Numbers.brief(passes)
                        + " data passes");
        boolean standard = data.isStandard() && OWN.stream().noneMatch(this::isGiven);
        return standard
                ? List.of(
                        all,
                        StandardExperiments.toConvergence().threads(threads),
                        StandardExperiments.everyMethodOnThePerceptron().threads(threads))
                : List.of(all);
    }

    private Experiment ofFile() throws IOException {
        for (String option : OWN) {
            if (isGiven(option)) {
                throw new UsageException(
                        "--experiment",
                        "--experiment " + file + " says all of it, expected no " + option + " beside it");
            }
        }
        if (!Files.isRegularFile(file)) {
            throw new UsageException("--experiment", "there is no file " + file + ", expected an experiment.json");
        }
        ExperimentFile text;
        try {
            text = ExperimentFile.read(file);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--experiment", e.getMessage());
        }
        data.use(text);
        Problem problem = data.problem(this::progress);
        Experiment experiment = UsageException.of("--experiment", () -> text.on(problem));
        return UsageException.of("--threads", () -> experiment.threads(threads));
    }

    private static String title(List<Experiment> experiments) {
        return experiments.stream().map(e -> e.problem().name()).distinct().collect(Collectors.joining(", "));
    }

    private List<Entry> entries() {
        if (methods == null) {
            return StandardExperiments.methods();
        }
        return Methods.list(methods, passes).stream()
                .map(method -> Entry.of(MethodText.of(method), method))
                .toList();
    }

    private Regime[] regimes(Experiment experiment) {
        boolean told = isGiven("--batches");
        long terms = experiment.problem().sum().terms();
        return Stream.of(batches.strip().split("\\s*,\\s*", -1))
                .map(Regime::parse)
                .filter(regime -> told || regime.size() <= terms)
                .toArray(Regime[]::new);
    }

    private boolean isGiven(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    /** What was typed. */
    private String command() {
        return spec.root().commandLine().getParseResult().originalArgs().stream()
                .map(argument -> argument.matches("[\\w.,:=/+-]+") ? argument : "'" + argument + "'")
                .collect(Collectors.joining(" ", "java -jar target/hesse.jar ", ""));
    }
}
