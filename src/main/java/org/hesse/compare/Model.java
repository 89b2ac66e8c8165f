package org.hesse.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hesse.data.Dataset;
import org.hesse.io.Names;
import org.hesse.io.Numbers;
import org.hesse.problem.Activation;
import org.hesse.problem.Classifier;
import org.hesse.problem.DataModel;
import org.hesse.problem.LinearAutoencoder;
import org.hesse.problem.LinearLeastSquares;
import org.hesse.problem.LogisticRegression;
import org.hesse.problem.MatrixFactorization;
import org.hesse.problem.Perceptron;
import org.hesse.problem.SoftmaxRegression;

/**
 * A model by its name: what makes a problem of data.
 *
 * @param name one of {@link #NAMES}
 * @param hidden the units of each hidden layer of a perceptron, the code of an autoencoder or the rank of a factorization,
 *     each at least 1; empty for the linear models
 * @param activation of the hidden units of a perceptron; tanh for the other models, which have none
 */
public record Model(String name, List<Integer> hidden, Activation activation) {
    /** The models. */
    public static final List<String> NAMES =
            List.of("softmax", "logistic", "least-squares", "perceptron", "autoencoder", "factorization");

    private static final String PERCEPTRON = "perceptron";
    private static final String AUTOENCODER = "autoencoder";
    private static final String FACTORIZATION = "factorization";
    private static final Set<String> LINEAR = Set.of("softmax", "logistic", "least-squares");
    private static final Set<String> OPTIONS = Set.of("hidden", "activation");
    private static final Pattern SIZE = Pattern.compile("[1-9]\\d{0,4}");
    private static final Pattern UNITS = Pattern.compile("[1-9]\\d{0,4}([-x][1-9]\\d{0,4})*");
    private static final long START_SEED = 1;

    /** Checks the name. */
    public Model {
        hidden = List.copyOf(hidden);
        if (!NAMES.contains(name)) {
            throw Names.unknown("model", name, NAMES);
        }
        if (LINEAR.contains(name) != hidden.isEmpty() || !name.equals(PERCEPTRON) && hidden.size() > 1) {
            throw new IllegalArgumentException(
                    "model " + name + " with hidden layers " + hidden
                            + ": expected at least one for a perceptron, one for autoencoder and factorization, none for others");
        }
        if (!name.equals(PERCEPTRON) && activation != Activation.TANH) {
            throw new IllegalArgumentException(
                    "model " + name + " with activation " + activation + ": expected tanh, for it has no hidden units");
        }
    }

    /**
     * Reads a model.
     *
     * @param text such as {@code softmax}, {@code perceptron} (one hidden layer of 32, tanh) or
     *     {@code perceptron:hidden=64x32,activation=gelu}; {@code 64-32} says the same; {@code autoencoder:hidden=8}
     *     or {@code factorization:rank=8}, of as much without options
     * @return the model
     * @throws IllegalArgumentException if there is none of that name, with the nearest names, or its options are wrong
     */
    public static Model parse(String text) {
        String[] parts = text.strip().split("\\s*:\\s*", 2);
        if (!NAMES.contains(parts[0])) {
            throw Names.unknown("model", parts[0], NAMES);
        }
        if (parts[0].equals(AUTOENCODER) || parts[0].equals(FACTORIZATION)) {
            return sized(text, parts);
        }
        if (!parts[0].equals(PERCEPTRON)) {
            if (parts.length > 1) {
                throw new IllegalArgumentException("model '" + text + "': expected " + parts[0] + " without options");
            }
            return new Model(parts[0], List.of(), Activation.TANH);
        }
        Map<String, String> options = options(text, parts.length == 1 ? "hidden=32" : parts[1]);
        String units = options.getOrDefault("hidden", "32");
        if (!UNITS.matcher(units).matches()) {
            throw expected(text);
        }
        return new Model(
                PERCEPTRON,
                Stream.of(units.split("[-x]")).map(Integer::valueOf).toList(),
                Activation.named(options.getOrDefault("activation", "tanh")));
    }

    private static Model sized(String text, String[] parts) {
        String option = size(parts[0]);
        String[] pair = parts.length == 1
                ? new String[] {option, "8"}
                : parts[1].strip().split("\\s*=\\s*", 2);
        if (pair.length != 2
                || !pair[0].equals(option)
                || !SIZE.matcher(pair[1]).matches()) {
            throw new IllegalArgumentException(
                    "model '" + text + "': expected " + parts[0] + ":" + option + "=8, up to 99999");
        }
        return new Model(parts[0], List.of(Integer.valueOf(pair[1])), Activation.TANH);
    }

    private static String size(String name) {
        return name.equals(FACTORIZATION) ? "rank" : "hidden";
    }

    private static Map<String, String> options(String text, String list) {
        Map<String, String> options = new HashMap<>();
        for (String option : list.split(",", -1)) {
            String[] pair = option.strip().split("\\s*=\\s*", 2);
            if (pair.length != 2 || !OPTIONS.contains(pair[0]) || options.put(pair[0], pair[1]) != null) {
                throw expected(text);
            }
        }
        return options;
    }

    private static IllegalArgumentException expected(String text) {
        return new IllegalArgumentException(
                "model '" + text + "': expected hidden=32, or hidden=64-32 for two layers, up to"
                        + " 99999 units each, and perhaps activation=relu after a comma");
    }

    /**
     * Whether its target is a class, not a real number.
     *
     * @return false for least squares and factorizations
     */
    public boolean hasClasses() {
        return !name.equals("least-squares") && !name.equals(FACTORIZATION);
    }

    /**
     * Whether it has intercepts of its own, or no use for them, so that the data need no constant feature.
     *
     * @return false for the linear models
     */
    public boolean hasBiases() {
        return !LINEAR.contains(name);
    }

    /**
     * Whether its features are the places of numbers, not numbers to be scaled.
     *
     * @return true for a factorization
     */
    public boolean hasPlaces() {
        return name.equals(FACTORIZATION);
    }

    /**
     * The problem of fitting this model.
     *
     * @param train the data to fit to
     * @param lambda weight of the L2 term over all weights, at least 0
     * @return the problem with its provenance; started at 0, a perceptron at random with a fixed seed
     * @throws IllegalArgumentException if the data do not fit the model, or λ is out of range
     */
    public Problem on(Dataset train, double lambda) {
        DataModel sum = switch (name) {
            case "softmax" -> new SoftmaxRegression(train, lambda);
            case "logistic" -> new LogisticRegression(train, lambda);
            case "least-squares" -> new LinearLeastSquares(train, lambda);
            case AUTOENCODER -> new LinearAutoencoder(train, lambda, hidden.get(0));
            case FACTORIZATION -> new MatrixFactorization(train, lambda, hidden.get(0));
            default -> new Perceptron(train, lambda, 1, hidden, activation);
        };
        int classes = train.classes().size();
        Problem problem = Problem.of(train.name() + " " + name, sum)
                .described(title(train) + " on " + train.name() + ": mean "
                        + lossText() + " over N = " + train.size()
                        + " samples + ½λ‖w‖² over all weights, λ = " + Numbers.brief(lambda) + ".")
                .with(
                        "Data",
                        train.name() + ", " + train.size() + " × "
                                + train.features().size() + (classes == 0 ? "" : ", " + classes + " classes"))
                .with("SHA-256 of the data", train.hash())
                .with("L2", "λ = " + Numbers.brief(lambda) + ", on all weights");
        return LINEAR.contains(name)
                ? problem.with("Start", "0")
                : problem.from(start(sum))
                        .with("Start", startText() + ", uniform, seed " + START_SEED + ", the same for every run")
                        .with(
                                "Minima",
                                "not convex: F* is the lowest value any run reached, and a run that ends above it"
                                        + " may have converged to another minimum");
    }

    private static double[] start(DataModel sum) {
        return sum instanceof LinearAutoencoder autoencoder
                ? autoencoder.initial(START_SEED)
                : sum instanceof MatrixFactorization factorization
                        ? factorization.initial(START_SEED)
                        : ((Perceptron) sum).initial(START_SEED);
    }

    private String startText() {
        return name.equals(PERCEPTRON) ? activation.start() : "near 0";
    }

    private String lossText() {
        return switch (name) {
            case "least-squares", FACTORIZATION -> "half squared residual";
            case AUTOENCODER -> "half squared distance";
            default -> "cross-entropy";
        };
    }

    /**
     * The problem of fitting this model, with data held out.
     *
     * @param train the data to fit to
     * @param heldOut the data to score on, of the same features and classes
     * @param lambda weight of the L2 term over all weights, at least 0
     * @return the problem with its provenance, started as by {@link #on(Dataset, double)}
     * @throws IllegalArgumentException if the data do not fit the model, or λ is out of range
     */
    public Problem on(Dataset train, Dataset heldOut, double lambda) {
        Problem problem = on(train, lambda);
        DataModel model = (DataModel) problem.sum();
        Optional<Classifier> classifier = model instanceof Classifier c ? Optional.of(c) : Optional.empty();
        return problem.with("Held out", heldOut.size() + " samples, SHA-256 " + heldOut.hash())
                .withHeldOut(x -> new Score(
                        model.loss(x, heldOut),
                        classifier.map(c -> c.accuracy(x, heldOut)).orElse(Double.NaN)));
    }

    private String title(Dataset train) {
        return switch (name) {
            case "softmax" -> "Softmax regression";
            case "logistic" -> "Logistic regression";
            case "least-squares" -> "Linear least squares";
            case AUTOENCODER -> "Linear autoencoder of code " + hidden.get(0);
            case FACTORIZATION -> "Matrix factorization of rank " + hidden.get(0);
            default ->
                "Perceptron "
                        + Stream.of(
                                        List.of(train.features().size()),
                                        hidden,
                                        List.of(train.classes().size()))
                                .flatMap(List::stream)
                                .map(String::valueOf)
                                .collect(Collectors.joining(
                                        "-", "", activation == Activation.TANH ? "" : " " + activation));
        };
    }

    /** As {@link #parse} takes it. */
    @Override
    public String toString() {
        return hidden.isEmpty()
                ? name
                : name + ":" + size(name) + "="
                        + hidden.stream().map(String::valueOf).collect(Collectors.joining("-"))
                        + (activation == Activation.TANH ? "" : ",activation=" + activation);
    }
}
