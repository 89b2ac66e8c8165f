package org.hesse.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.hesse.data.Dataset;
import org.hesse.data.Datasets;
import org.hesse.data.Standardisation;
import org.hesse.objective.Domain;
import org.hesse.objective.Restricted;
import org.hesse.problem.bounded.Solution;
import org.hesse.problem.catalog.Entry;
import org.hesse.problem.catalog.TestProblem;

/**
 * Linear models on the bundled data with an L1 penalty λ on all weights but those of the constant: the lasso, and logistic
 * regression; softmax regression with ½·1e-4·‖w‖² besides (the elastic net), without which its weights are not unique.
 *
 * <p>Source: Tibshirani (1996); Zou and Hastie (2005). The reference minima are those of the λ of {@link Solution}.
 */
final class Penalised {
    private static final Map<String, Supplier<Dataset>> DATA =
            Map.of("breast-cancer", Penalised::breastCancer, "digits", Penalised::digits);
    private static final Map<String, BiFunction<Dataset, Double, LinearModel>> MODELS = new TreeMap<>(Map.of(
            "lasso", LinearLeastSquares::new, "logistic", LogisticRegression::new, "softmax", SoftmaxRegression::new));

    private Penalised() {}

    static List<Entry> entries() {
        return List.of(
                entry("lasso", "breast-cancer", 0),
                entry("logistic", "breast-cancer", 0),
                entry("lasso", "digits", 0),
                entry("softmax", "digits", 1e-4));
    }

    private static Entry entry(String model, String data, double l2) {
        String name = "l1-" + model + "-" + data;
        return new Entry(name, List.of("lambda"), p -> {
            double lambda = p.number("lambda", 0.01);
            if (!(lambda >= 0 && lambda < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        name + ": lambda = " + lambda + ", expected a finite number, at least 0");
            }
            return problem(
                    name + ":lambda=" + lambda,
                    MODELS.get(model).apply(DATA.get(data).get(), l2),
                    lambda);
        });
    }

    private static TestProblem problem(String name, LinearModel f, double lambda) {
        double[] weights = new double[f.dimension()];
        Arrays.fill(weights, lambda);
        int columns = f.data().features().size();
        for (int i = columns - 1; i < weights.length; i += columns) {
            weights[i] = 0;
        }
        return new TestProblem(
                name,
                new Restricted(f, Domain.unbounded(weights.length).withL1(weights)),
                new double[weights.length],
                List.of(),
                false,
                Solution.values(name),
                "Tibshirani (1996), Zou and Hastie (2005), on " + f.data().name());
    }

    private static Dataset breastCancer() {
        Dataset data = Datasets.breastCancer();
        return Standardisation.fit(data).apply(data).withConstant();
    }

    private static Dataset digits() {
        return Datasets.digits().scaled(1.0 / 16).withConstant();
    }
}
