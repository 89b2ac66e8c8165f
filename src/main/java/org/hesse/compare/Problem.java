package org.hesse.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hesse.objective.FiniteSum;

/**
 * What is minimised, and where it comes from.
 *
 * @param name short, for headings
 * @param description one sentence: the objective with its constants
 * @param facts provenance for the report: data and its hash, L2, start; in order, not to be modified
 * @param sum the objective; evaluated by several threads at once if the experiment has several
 * @param start x₀, length n, not to be modified
 * @param optimum the lowest value F* and who says so, if it is known
 * @param heldOut scores a point on data held out, if there are any
 */
public record Problem(
        String name,
        String description,
        Map<String, String> facts,
        FiniteSum sum,
        double[] start,
        Optional<Optimum> optimum,
        Optional<Function<double[], Score>> heldOut) {
    /** Checks the start. */
    public Problem {
        if (start.length != sum.dimension()) {
            throw new IllegalArgumentException(
                    "start of " + name + ": " + start.length + " numbers, expected n = " + sum.dimension());
        }
        facts = new LinkedHashMap<>(facts);
    }

    /**
     * A problem started at 0, of which nothing else is known.
     *
     * @param name short, for headings
     * @param sum the objective
     * @return the problem
     */
    public static Problem of(String name, FiniteSum sum) {
        double[] zero = new double[sum.dimension()];
        return new Problem(name, name, Map.of(), sum, zero, Optional.empty(), Optional.empty());
    }

    /**
     * The same problem with a description.
     *
     * @param text one sentence
     * @return the changed problem
     */
    public Problem described(String text) {
        return new Problem(name, text, facts, sum, start, optimum, heldOut);
    }

    /**
     * The same problem with one more fact about where it comes from.
     *
     * @param what such as {@code data}
     * @param value such as a name and a hash
     * @return the changed problem
     */
    public Problem with(String what, String value) {
        Map<String, String> all = new LinkedHashMap<>(facts);
        all.put(what, value);
        return new Problem(name, description, all, sum, start, optimum, heldOut);
    }

    /**
     * The same problem with another start.
     *
     * @param x0 length n, copied
     * @return the changed problem
     */
    public Problem from(double... x0) {
        return new Problem(name, description, facts, sum, x0.clone(), optimum, heldOut);
    }

    /**
     * The same problem with its known lowest value.
     *
     * @param value F*
     * @param source who says so
     * @return the changed problem
     */
    public Problem withOptimum(double value, String source) {
        Optional<Optimum> known = Optional.of(new Optimum(value, source));
        return new Problem(name, description, facts, sum, start, known, heldOut);
    }

    /**
     * The same problem with data held out.
     *
     * @param score scores a point; called by several threads at once if the experiment has several
     * @return the changed problem
     */
    public Problem withHeldOut(Function<double[], Score> score) {
        return new Problem(name, description, facts, sum, start, optimum, Optional.of(score));
    }
}
