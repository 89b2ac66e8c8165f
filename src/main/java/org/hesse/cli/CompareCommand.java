package org.hesse.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hesse.compare.Comparison;
import org.hesse.compare.Experiment;
import org.hesse.compare.ExperimentFile;
import org.hesse.compare.Problem;
import org.hesse.compare.RunDirectory;
import org.hesse.compare.StandardExperiments;
import org.hesse.report.Report;
import org.hesse.report.ReportDirectory;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares methods on data, full batch and minibatches, and leaves a report. */
@CommandLine.Command(
        name = "compare",
        description = {
            "Compare methods on data, full batch beside minibatches, and leave a report.",
            "Without options: every method on the digits, softmax and a perceptron 64-32-10; L-BFGS to convergence.",
            "Stopped, and run again with the same --out, it goes on from the runs that were finished."
        })
final class CompareCommand extends Command {
    private static final List<String> OWN = List.of(
            "--data",
            "--target-column",
            "--model",
            "--l2",
            "--held-out",
            "--methods",
            "--batches",
            "--passes",
            "--seeds",
            "--goal",
            "--max-seconds",
            "--tune",
            "--diagnostics");

    @Mixin
    private CompareData data;

    @Mixin
    private CompareOptions options;

    @Option(
            names = "--threads",
            paramLabel = "T",
            defaultValue = "1",
            description = "Runs at a time; only the times depend on it. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Parameters(arity = "0..1", paramLabel = "EXPERIMENT", description = "The same as --experiment.")
    private Path positional;

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

    /** An experiment, and the file by which to make it again. */
    private record Planned(Experiment experiment, ExperimentFile file) {}

    @Override
    Reply answer() throws IOException {
        if (positional != null) {
            if (file != null) {
                throw new UsageException(
                        "EXPERIMENT", positional + " and --experiment " + file + ": expected one of them");
            }
            file = positional;
        }
        List<Planned> plan = plan();
        ReportDirectory directory = UsageException.of("--out", () -> ReportDirectory.open(out));
        List<Experiment> experiments = UsageException.of(
                "--threads",
                () -> plan.stream()
                        .map(one -> one.experiment().threads(threads))
                        .toList());
        try (RunDirectory runs = UsageException.of("--out", () -> directory.runs(experiments))) {
            return run(plan, experiments, directory, runs);
        }
    }

    private Reply run(List<Planned> plan, List<Experiment> experiments, ReportDirectory directory, RunDirectory runs)
            throws IOException {
        for (int i = 0; i < plan.size(); i++) {
            String name = plan.size() == 1 ? "experiment.json" : "experiment-" + (i + 1) + ".json";
            plan.get(i).file().write(out.resolve(name));
        }
        List<Comparison> sections = new ArrayList<>();
        for (Experiment experiment : experiments) {
            progress(experiment.title() + " ...");
            sections.add(experiment.run(runs(), runs));
        }
        List<String> caveats =
                file == null && options.hasOurMethods() ? List.of(data.rates(options.isTuned())) : List.of();
        Report report = new Report(title(sections), command(), caveats, sections);
        Path page = directory.write(report);
        List<String> answer = report.answer().stream()
                .map(sentence -> sentence.replace("**", ""))
                .toList();
        return new Reply(String.join("\n", answer) + "\nReport: " + page, CompareDocument.of(page, answer, sections));
    }

    private List<Planned> plan() throws IOException {
        if (file != null) {
            Experiment experiment = ofFile();
            return List.of(planned(experiment));
        }
        if (OWN.stream().noneMatch(this::isGiven)) {
            return standard();
        }
        Experiment experiment = options.on(data.problem(this::progress), data.usualMethods());
        return List.of(planned(experiment));
    }

    private List<Planned> standard() {
        Experiment perceptron = StandardExperiments.everyMethodOnThePerceptron();
        return List.of(
                planned(StandardExperiments.everyMethod()),
                planned(StandardExperiments.toConvergence()),
                new Planned(perceptron, data.describe(perceptron, StandardExperiments.PERCEPTRON)));
    }

    private Planned planned(Experiment experiment) {
        return new Planned(experiment, data.describe(experiment));
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
        return UsageException.of("--experiment", () -> text.on(problem));
    }

    private static String title(List<Comparison> sections) {
        return sections.stream()
                .map(section -> section.experiment().problem().name())
                .distinct()
                .collect(Collectors.joining(", "));
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
