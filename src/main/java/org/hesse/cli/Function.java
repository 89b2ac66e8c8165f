package org.hesse.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hesse.autodiff.Expression;
import org.hesse.autodiff.text.ParameterText;
import org.hesse.autodiff.text.SyntaxException;
import org.hesse.io.Names;
import org.hesse.io.Numbers;
import org.hesse.objective.Objective;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.TestProblem;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The function of a command, {@code EXPR|PROBLEM}. A registered name, perhaps with parameters after a colon, is a problem.
 * Anything else is an expression; except that a single word of more than one letter without {@code --vars}, and a
 * hyphenated one near the name of a problem, is taken for a misspelt name.
 */
final class Function {
    static final String ARGUMENT = "EXPR|PROBLEM";

    @Parameters(
            paramLabel = ARGUMENT,
            description = {
                "A function such as \"(1-x)^2 + 100*(y-x^2)^2\" or -x^2, or a problem such as rosenbrock:n=10.",
                "Variables are in the order of their first appearance. Arrays and sums, with n by --set:",
                "\"sum(i, 1, n-1, 100*(x[i+1]-x[i]^2)^2 + (1-x[i])^2)\"; conditionals: \"if(x < 0, -x, x^2)\"."
            })
    private String text;

    @Option(
            names = "--vars",
            paramLabel = "x,y",
            description = "The variables of EXPR in another order; arrays as x[1..10].")
    private String variables;

    @Option(names = "--set", paramLabel = "n=10,...", description = "The parameters of EXPR: numbers by their names.")
    private String parameters;

    private Objective objective;
    private Optional<TestProblem> problem = Optional.empty();

    /** Finds out what the text means. */
    Function read() {
        text = text.strip();
        if (isProblem()) {
            refuse("--vars", variables);
            refuse("--set", parameters);
            problem = Optional.of(UsageException.of(ARGUMENT, () -> Problems.named(text)));
            objective = problem.get().objective();
            return this;
        }
        Map<String, Double> numbers =
                UsageException.of("--set", () -> ParameterText.parse(parameters == null ? "" : parameters));
        try {
            objective = variables == null
                    ? Expression.parse(text, numbers)
                    : Expression.parse(text, List.of(variables.strip().split("\\s*,\\s*", -1)), numbers);
        } catch (SyntaxException e) {
            throw new UsageException(ARGUMENT, e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage().startsWith("parameter") ? "--set" : "--vars", e.getMessage());
        }
        return this;
    }

    private void refuse(String option, String value) {
        if (value != null) {
            throw new UsageException(option, option + " is for expressions, but " + text + " is a problem");
        }
    }

    private boolean isProblem() {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        if (colon >= 0 || Problems.names().contains(name)) {
            return true;
        }
        boolean word = variables == null && name.matches("[A-Za-z_][A-Za-z_0-9]+");
        boolean hyphenated = variables == null && name.matches("[A-Za-z_]\\w*(-\\w+)+");
        return word || hyphenated && !Names.nearest(name, Problems.names()).isEmpty();
    }

    Objective objective() {
        return objective;
    }

    Optional<TestProblem> problem() {
        return problem;
    }

    /** Reads a point of this function. */
    double[] point(String argument, String point) {
        return UsageException.of(argument, () -> objective.layout().point(point));
    }

    /** The first line of every page: the order of the variables. */
    String title() {
        return "f(" + objective.layout().shown() + ")" + (problem.isPresent() ? ": " : " = ") + text
                + (parameters == null ? "" : ", " + parameters);
    }

    /** A point with the names of its variables. */
    String show(double[] x) {
        if (x.length > 8) {
            return x.length + " numbers from "
                    + Numbers.precise(Arrays.stream(x).min().orElseThrow()) + " to "
                    + Numbers.precise(Arrays.stream(x).max().orElseThrow());
        }
        return String.join(
                ", ",
                IntStream.range(0, x.length)
                        .mapToObj(i -> objective.layout().name(i) + "=" + Numbers.precise(x[i]))
                        .toList());
    }

    void describe(Map<String, Object> document) {
        document.put("function", text);
        if (parameters != null) {
            document.put("parameters", ParameterText.parse(parameters));
        }
        document.put(
                "variables",
                IntStream.range(0, objective.dimension())
                        .mapToObj(objective.layout()::name)
                        .toList());
    }
}
