package org.hesse.cli;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hesse.compare.Entry;
import org.hesse.compare.Experiment;
import org.hesse.compare.ExperimentFile;
import org.hesse.compare.Model;
import org.hesse.compare.Preparation;
import org.hesse.compare.Problem;
import org.hesse.compare.StandardExperiments;
import org.hesse.data.DataFile;
import org.hesse.data.Dataset;
import org.hesse.data.Datasets;
import org.hesse.io.Names;
import picocli.CommandLine.Option;

/** The data of a comparison and the model fitted to them: together the problem. */
final class CompareData {
    static final String DIGITS = "digits";
    private static final String SOFTMAX = "softmax";
    private static final long SPLIT_SEED = 0;
    private static final String RATELESS = "L-BFGS and BFGS have no rate.";

    @Option(
            names = "--data",
            paramLabel = "NAME|FILE",
            defaultValue = DIGITS,
            description =
                    "digits, breast-cancer, mushroom, bank-marketing, quadratic-deep (a whole problem, with no model), or a file, perhaps gzipped: CSV (separated by , ; or tab; categories become"
                            + " features of 0 and 1), LIBSVM (.libsvm, .svm) or IDX images with their labels beside them.")
    private String name;

    @Option(
            names = "--target-column",
            paramLabel = "COLUMN",
            description = "The column of the target in the CSV file, by name or number from 1. Default: the last.")
    private String target;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            defaultValue = SOFTMAX,
            description =
                    "softmax, logistic (two classes), least-squares, autoencoder:hidden=8 (linear), factorization:rank=8"
                            + " (features row and column), or perceptron:hidden=64-32,activation=relu (layers of 64 and"
                            + " 32 units; tanh, relu, softplus or gelu). Default: ${DEFAULT-VALUE}.")
    private String modelText;

    @Option(
            names = "--l2",
            paramLabel = "LAMBDA",
            defaultValue = "1e-3",
            description = "Weight of the L2 term. Default: ${DEFAULT-VALUE}.")
    private double lambda;

    @Option(
            names = "--held-out",
            paramLabel = "SHARE",
            description = "Share of the samples to score on instead of fitting to, such as 0.2. Default: none.")
    private Double heldOut;

    /** Takes what a file says instead of the options. */
    void use(ExperimentFile file) {
        name = file.data();
        target = file.target().isEmpty() ? null : file.target();
        modelText = file.model();
        lambda = file.l2();
        heldOut = file.heldOut() == 0 ? null : file.heldOut();
    }

    /** A file that says the same again. */
    ExperimentFile describe(Experiment experiment) {
        return describe(experiment, Model.parse(modelText));
    }

    /** A file that says the same again, of another model on these data. */
    ExperimentFile describe(Experiment experiment, Model model) {
        return ExperimentFile.of(
                experiment,
                name,
                target == null ? "" : target,
                model.toString(),
                lambda,
                heldOut == null ? 0 : heldOut);
    }

    /** The methods with the rates that we know best for this model. */
    List<Entry> usualMethods() {
        return StandardExperiments.methodsFor(model());
    }

    /** Where those rates come from, in a sentence. */
    String rates(boolean tuned) {
        return tuned ? "As given, methods have the rates that did best on the digits." : rates();
    }

    private String rates() {
        Model model = model();
        Model best = model.name().equals(StandardExperiments.PERCEPTRON.name())
                ? StandardExperiments.PERCEPTRON
                : Model.parse(SOFTMAX);
        return name.equals(DIGITS) && model.equals(best)
                ? StandardExperiments.RATES
                : "Learning rates were not tuned for this problem: they are those that did best on " + best
                        + " of the digits. " + RATELESS;
    }

    private Model model() {
        return UsageException.of("--model", () -> Model.parse(modelText));
    }

    private boolean isStandard() {
        return name.equals(DIGITS) && modelText.equals(SOFTMAX) && lambda == 1e-3 && heldOut == null;
    }

    /** The problem; what was done to the data without being asked is told. */
    Problem problem(Consumer<String> tell) {
        Model model = model();
        boolean bundled = Datasets.names().contains(name);
        if (bundled && target != null) {
            throw new UsageException(
                    "--target-column", "--target-column " + target + " is for CSV files, but " + name + " is bundled");
        }
        if (isStandard()) {
            return StandardExperiments.digits();
        }
        if (name.equals(StandardExperiments.QUADRATIC_DEEP)) {
            return quadratic();
        }
        if (!(lambda >= 0 && lambda < Double.POSITIVE_INFINITY)) {
            throw new UsageException("--l2", "lambda " + lambda + ": expected a finite number, at least 0");
        }
        Dataset data = bundled ? Datasets.named(name) : file(model);
        String encoded = data.encoded().entrySet().stream()
                .map(column -> column.getKey() + " (" + column.getValue().size() + ")")
                .collect(Collectors.joining(", "));
        if (!encoded.isEmpty()) {
            tell.accept("one-hot: " + encoded);
        }
        Problem problem = problem(model, data);
        return encoded.isEmpty() ? problem : problem.with("One-hot columns (categories)", encoded);
    }

    /** Samples that are fitted by nothing but their mean. */
    private Problem quadratic() {
        if (!modelText.equals(SOFTMAX) || target != null || heldOut != null) {
            throw new UsageException(
                    "--data",
                    "--data " + name
                            + " is a whole problem: expected no --model, no --target-column and no --held-out with it");
        }
        return StandardExperiments.quadraticDeep();
    }

    private Problem problem(Model model, Dataset data) {
        if (heldOut == null) {
            Preparation preparation = Preparation.fit(data, model);
            Dataset train = preparation.apply(data);
            return UsageException.of("--model", () -> model.on(train, lambda)).with("Preparation", preparation.text());
        }
        Dataset.Split split = UsageException.of("--held-out", () -> data.split(heldOut, SPLIT_SEED));
        Preparation preparation = Preparation.fit(split.train(), model);
        Dataset train = preparation.apply(split.train());
        Dataset rest = preparation.apply(split.heldOut());
        return UsageException.of("--model", () -> model.on(train, rest, lambda))
                .with("Preparation", preparation.text())
                .with("Split", "at random with seed " + SPLIT_SEED + "; the preparation saw the training part alone");
    }

    private Dataset file(Model model) {
        if (!isFile()) {
            throw new UsageException(
                    "--data",
                    "there is no data set and no file '" + name + "': " + Names.expected(name, Datasets.names()));
        }
        String column = target == null ? "" : target.strip();
        try {
            return DataFile.read(Path.of(name), column, model.hasClasses());
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw new UsageException("--data", e.getMessage());
        }
    }

    private boolean isFile() {
        try {
            return Files.exists(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
