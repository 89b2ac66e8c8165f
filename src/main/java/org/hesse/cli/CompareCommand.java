package org.hesse.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hesse.compare.Comparison;
import org.hesse.compare.Entry;
import org.hesse.compare.Experiment;
import org.hesse.compare.Goal;
import org.hesse.compare.Regime;
import org.hesse.compare.StandardExperiments;
import org.hesse.compare.Summary;
import org.hesse.compare.Verdict;
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
            "Without options: every method on the digits, and L-BFGS there to convergence."
        })
final class CompareCommand extends Command {
    private static final String OTHER_RATES =
            "Learning rates were not tuned for these data: they are those that did best on"
                    + " softmax regression of the digits. L-BFGS and BFGS have no rate.";

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
        Report report = new Report(experiments.get(0).problem().name(), command(), caveats, sections);
        Path page = directory.write(report);
        List<String> answer = report.answer().stream()
                .map(sentence -> sentence.replace("**", ""))
                .toList();
        return new Reply(String.join("\n", answer) + "\nReport: " + page, document(page, answer, sections));
    }

    private List<Experiment> experiments() {
        Experiment problem = Experiment.of(data.problem());
        Experiment withMethods = UsageException.of("--methods", () -> problem.with(entries()));
        Experiment withBatches = UsageException.of("--batches", () -> withMethods.batches(regimes(problem)));
        Experiment withSeeds = UsageException.of("--seeds", () -> withBatches.seeds(seeds));
        Experiment withPasses = UsageException.of("--passes", () -> withSeeds.passes(passes));
        Experiment withGoal =
                goal == null ? withPasses : UsageException.of("--goal", () -> withPasses.goal(Goal.parse(goal)));
        Experiment withTime = maxSeconds == null
                ? withGoal
                : UsageException.of("--max-seconds", () -> withGoal.maxSeconds(maxSeconds));
        Experiment all = UsageException.of("--threads", () -> withTime.threads(threads))
                .titled((methods == null ? "Every method, " : "Methods compared, ") + Numbers.brief(passes)
                        + " data passes");
        boolean standard = data.isStandard()
                && Stream.of("--methods", "--batches", "--passes", "--seeds", "--goal", "--max-seconds")
                        .noneMatch(this::isGiven);
        return standard ? List.of(all, StandardExperiments.toConvergence().threads(threads)) : List.of(all);
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

    private static Map<String, Object> document(Path page, List<String> answer, List<Comparison> sections) {
        Map<String, Object> document = Reply.newDocument();
        document.put("report", page.toString());
        document.put("answer", answer);
        document.put(
                "experiments", sections.stream().map(CompareCommand::describe).toList());
        return document;
    }

    private static Map<String, Object> describe(Comparison section) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("title", section.experiment().title());
        document.put("problem", section.experiment().problem().name());
        document.put("facts", section.experiment().problem().facts());
        document.put("optimum", section.optimum().value());
        document.put("target", section.target());
        document.put(
                "summaries",
                section.summaries().stream().map(CompareCommand::describe).toList());
        return document;
    }

    private static Map<String, Object> describe(Verdict verdict) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", verdict.kind().orElse(null));
        document.put("verdict", verdict.text());
        return document;
    }

    private static Map<String, Object> describe(Summary summary) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("method", summary.entry().label());
        document.put("hyperparameters", MethodText.full(summary.entry().algorithm()));
        document.put("batch", summary.regime().code());
        document.put("seeds", summary.seeds());
        document.put("hits", summary.hits());
        document.put("passesToGoal", summary.passesToGoal().median());
        document.put("secondsToGoal", summary.secondsToGoal().median());
        document.put("finalExcess", summary.finalExcess().median());
        document.put("gradients", summary.gradients());
        document.put("diverged", summary.diverged());
        document.put("allocatedBytes", summary.allocated());
        summary.heldOut().ifPresent(score -> {
            document.put("heldOutLoss", score.loss());
            document.put("heldOutAccuracy", score.accuracy());
        });
        document.put(
                "verdicts",
                summary.verdicts().stream().map(CompareCommand::describe).toList());
        document.put("status", summary.status());
        return document;
    }
}
