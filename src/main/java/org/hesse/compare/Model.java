package org.hesse.compare;

import java.util.List;
import java.util.Optional;
import org.hesse.data.Dataset;
import org.hesse.io.Names;
import org.hesse.io.Numbers;
import org.hesse.objective.FiniteSum;
import org.hesse.problem.Classifier;
import org.hesse.problem.LinearLeastSquares;
import org.hesse.problem.LogisticRegression;
import org.hesse.problem.Predictor;
import org.hesse.problem.SoftmaxRegression;

/**
 * A model by its name: what makes a problem of data.
 *
 * @param name one of {@link #NAMES}
 */
public record Model(String name) {
    /** The models. */
    public static final List<String> NAMES = List.of("softmax", "logistic", "least-squares");

    /** Softmax regression. */
    public static final Model SOFTMAX = new Model("softmax");

    /** Checks the name. */
    public Model {
        if (!NAMES.contains(name)) {
            throw Names.unknown("model", name, NAMES);
        }
    }

    /**
     * Reads a model.
     *
     * @param text such as {@code softmax}
     * @return the model
     * @throws IllegalArgumentException if there is none of that name, with the nearest names
     */
    public static Model parse(String text) {
        return new Model(text.strip());
    }

    /**
     * Whether its target is a class, not a real number.
     *
     * @return false for least squares
     */
    public boolean hasClasses() {
        return !name.equals("least-squares");
    }

    /**
     * The problem of fitting this model.
     *
     * @param train the data to fit to
     * @param lambda weight of the L2 term over all weights, at least 0
     * @return the problem with its provenance, started at 0
     * @throws IllegalArgumentException if the data do not fit the model, or λ is out of range
     */
    public Problem on(Dataset train, double lambda) {
        FiniteSum sum = switch (name) {
            case "softmax" -> new SoftmaxRegression(train, lambda);
            case "logistic" -> new LogisticRegression(train, lambda);
            default -> new LinearLeastSquares(train, lambda);
        };
        int classes = train.classes().size();
        return Problem.of(train.name() + " " + name, sum)
                .described(title() + " on " + train.name() + ": mean " + loss() + " over N = " + train.size()
                        + " samples + ½λ‖W‖² over all weights, λ = " + Numbers.brief(lambda) + ".")
                .with(
                        "Data",
                        train.name() + ", " + train.size() + " × "
                                + train.features().size() + (classes == 0 ? "" : ", " + classes + " classes"))
                .with("SHA-256 of the data", train.hash())
                .with("L2", "λ = " + Numbers.brief(lambda) + ", on all weights")
                .with("Start", "0");
    }

    /**
     * The problem of fitting this model, with data held out.
     *
     * @param train the data to fit to
     * @param heldOut the data to score on, of the same features and classes
     * @param lambda weight of the L2 term over all weights, at least 0
     * @return the problem with its provenance, started at 0
     * @throws IllegalArgumentException if the data do not fit the model, or λ is out of range
     */
    public Problem on(Dataset train, Dataset heldOut, double lambda) {
        Problem problem = on(train, lambda);
        Predictor model = (Predictor) problem.sum();
        Optional<Classifier> classifier = model instanceof Classifier c ? Optional.of(c) : Optional.empty();
        return problem.with("Held out", heldOut.size() + " samples, SHA-256 " + heldOut.hash())
                .withHeldOut(x -> new Score(
                        model.loss(x, heldOut),
                        classifier.map(c -> c.accuracy(x, heldOut)).orElse(Double.NaN)));
    }

    private String title() {
        return switch (name) {
            case "softmax" -> "Softmax regression";
            case "logistic" -> "Logistic regression";
            default -> "Linear least squares";
        };
    }

    private String loss() {
        return hasClasses() ? "cross-entropy" : "half squared residual";
    }

    @Override
    public String toString() {
        return name;
    }
}
