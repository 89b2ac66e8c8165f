package org.hesse.problem.nist;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.hesse.io.Terminal;
import org.hesse.problem.catalog.TestProblem;

/**
 * A nonlinear regression of the NIST: y ≈ m(b; x) with p parameters b. The arrays are shared, not copied.
 *
 * @param name the name as published, such as {@code Misra1a}
 * @param model the text of m for {@link org.hesse.autodiff.Expression}, such as {@code b1*(1-exp(-b2*x))}
 * @param predictors the names of the predictors in the model, {@code x} or {@code x1, x2}
 * @param x the predictors, a row for each observation
 * @param y the response, length m; of Nelson log(y), as its model is that of the logarithm
 * @param starts the two published starts, far and near, each of length p
 * @param certified the certified result
 */
public record Regression(
        String name,
        String model,
        List<String> predictors,
        double[][] x,
        double[] y,
        double[][] starts,
        Certified certified) {
    /** Copies the list. */
    public Regression {
        predictors = List.copyOf(predictors);
    }

    /**
     * The names of the parameters.
     *
     * @return b1, b2, ..., bp
     */
    public List<String> parameters() {
        return IntStream.rangeClosed(1, certified.parameters().length)
                .mapToObj(i -> "b" + i)
                .toList();
    }

    /**
     * The residual sum of squares to be minimised.
     *
     * @return f(b) = Σ (m(b; xᵢ) − yᵢ)²
     */
    public SumOfSquares objective() {
        return new SumOfSquares(model, parameters(), predictors, x, y);
    }

    /**
     * The regression as a test problem, its value the certified one.
     *
     * @param start 1 for the start far away, 2 for the near one
     * @return the problem
     * @throws IllegalArgumentException if {@code start} is neither
     */
    public TestProblem problem(int start) {
        if (start != 1 && start != 2) {
            throw new IllegalArgumentException(catalogName() + ": start = " + start + ", expected 1 or 2");
        }
        return new TestProblem(
                catalogName() + ":start=" + start,
                objective(),
                starts[start - 1],
                List.of(),
                false,
                new double[] {certified.residualSumOfSquares()},
                "NIST, Statistical Reference Datasets, nonlinear regression, " + name);
    }

    String catalogName() {
        return "nist-" + name.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return Terminal.line(name + ", " + y.length + " observations of y = " + model);
    }
}
