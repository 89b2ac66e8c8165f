package org.hesse.autodiff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hesse.autodiff.bytecode.Compiled;
import org.hesse.autodiff.bytecode.Compiler;
import org.hesse.autodiff.graph.Function;
import org.hesse.autodiff.graph.Operation;
import org.hesse.autodiff.interval.OnIntervals;
import org.hesse.autodiff.text.Program;
import org.hesse.autodiff.text.SyntaxException;
import org.hesse.io.Terminal;
import org.hesse.objective.Curved;
import org.hesse.objective.Hessian;
import org.hesse.objective.Layout;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;
import org.hipparchus.CalculusFieldElement;

/**
 * A function written as text, such as {@code (1-x)^2 + 100*(y-x^2)^2} or {@code sum(i, 1, n-1, 100*(x[i+1]-x[i]^2)^2 +
 * (1-x[i])^2)}, with all its derivatives; also a {@link GenericFunction} over every field of numbers. Immutable; any
 * number of threads may evaluate it.
 *
 * <p>Operators + − * / ^ (to the right; tighter than a sign: −x^2 = −(x^2)), parentheses, numbers such as 1.5e-3, the
 * constants {@code pi} and {@code e} unless they are declared as variables, and the functions of {@link Function} and
 * {@link Operation} by their names in lower case; {@code min} and {@code max} take two or more arguments.
 *
 * <p>Arrays are indexed from 1, {@code x[i+1]}; several may stand beside each other and beside single variables. {@code
 * sum(i, from, to, term)} and {@code prod} take whole steps of 1, and are 0 and 1 where {@code from > to}; bounds and
 * indices are whole numbers made of numbers, parameters and the indices of the sums around. In {@code if(x < 0 and i !=
 * 3, a, b)} the conditions are {@code < <= > >= == !=}, {@code and or not} or {@code && || !}; only the branch taken is
 * evaluated, and differentiated.
 *
 * <p>Outside its domain, as in the logarithm of a negative number, the function is NaN, and so are its derivatives.
 */
public final class Expression implements Objective, Curved, GenericFunction {
    private final String text;
    private final Program program;
    private final Differentiable recorded;
    private final Optional<OnIntervals> piecewise; // where a conditional depends on x
    private volatile Compiled compiled; // made when first needed

    private Expression(String text, Program program) {
        this.text = text;
        this.program = program;
        this.recorded = Differentiable.of(program.variables(), program::value);
        this.piecewise = Optional.of((OnIntervals) new Piecewise(program)).filter(p -> program.branches());
    }

    /**
     * Reads an expression; its variables are in the order of their first appearance, and an array is as long as its
     * largest index.
     *
     * @param text the expression
     * @return the function
     * @throws SyntaxException if it is not an expression, with the position
     */
    public static Expression parse(String text) {
        return parse(text, Map.of());
    }

    /**
     * Reads an expression with parameters.
     *
     * @param text the expression
     * @param parameters numbers by their names, such as {@code Map.of("n", 1000)}
     * @return the function of its variables, in the order of their first appearance
     * @throws SyntaxException if it is not an expression, with the position
     * @throws IllegalArgumentException if a parameter is not a finite number, or does not occur in the text
     */
    public static Expression parse(String text, Map<String, ? extends Number> parameters) {
        return new Expression(text, Program.parse(text, null, parameters));
    }

    /**
     * Reads an expression of given variables.
     *
     * @param text the expression
     * @param variables all variables in their order, whether they appear or not; may contain {@code e} and {@code pi}
     * @return the function
     * @throws SyntaxException if it is not an expression of these variables, with the position
     * @throws IllegalArgumentException if the variables are not distinct names
     */
    public static Expression parse(String text, List<String> variables) {
        return parse(text, variables, Map.of());
    }

    /**
     * Reads an expression of given variables with parameters.
     *
     * @param text the expression
     * @param variables all variables in their order, whether they appear or not; arrays with their length, a number or
     *     a parameter, as {@code x[1..n]}
     * @param parameters numbers by their names, such as {@code Map.of("n", 1000)}
     * @return the function
     * @throws SyntaxException if it is not an expression of these variables, with the position
     * @throws IllegalArgumentException if the variables are not distinct names, or a parameter is not a finite number
     *     or does not occur
     */
    public static Expression parse(String text, List<String> variables, Map<String, ? extends Number> parameters) {
        return new Expression(text, Program.parse(text, variables, parameters));
    }

    /**
     * The variables.
     *
     * @return the names, in the order of x
     */
    public List<String> variables() {
        return Stream.iterate(0, i -> i < dimension(), i -> i + 1)
                .map(layout()::name)
                .toList();
    }

    /**
     * The text that was read.
     *
     * @return the text
     */
    public String text() {
        return text;
    }

    Program program() {
        return program;
    }

    @Override
    public int dimension() {
        return program.variables();
    }

    @Override
    public double value(double[] x) {
        check(x.length);
        return isLong() ? recorded.value(x) : compiled().value(x);
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        check(x.length);
        if (g.length != dimension()) {
            throw new IllegalArgumentException("g of length " + g.length + ", expected " + dimension());
        }
        return isLong() ? recorded.valueAndGradient(x, g) : compiled().gradient(x, g);
    }

    @Override
    public <T extends CalculusFieldElement<T>> T value(T[] x) {
        check(x.length);
        return program.value(x);
    }

    @Override
    public Hessian hessianAt(double[] x) {
        check(x.length);
        return recorded.hessianAt(x);
    }

    /** Itself as {@link Curved}; as what only a recording can offer, such as enclosures, its recording; with conditions on x, one of each piece. */
    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        Optional<T> own = Objective.super.as(type);
        Optional<T> pieces = piecewise.filter(type::isInstance).map(type::cast);
        return own.or(() -> pieces).or(() -> recorded.as(type));
    }

    @Override
    public Layout layout() {
        return program.layout();
    }

    /** A text this long is not worth a class: it is recorded at each evaluation. */
    private boolean isLong() {
        return program.nodes().size() > Compiler.MAX_NODES;
    }

    private Compiled compiled() {
        Compiled c = compiled;
        if (c == null) {
            c = Compiler.compile(program);
            compiled = c;
        }
        return c;
    }

    private void check(int length) {
        if (length != dimension()) {
            throw new IllegalArgumentException(
                    "a point of " + length + " numbers: expected " + dimension() + ", for " + layout().shown());
        }
    }

    @Override
    public String toString() {
        return Terminal.line("f(" + layout().shown() + ") = " + text);
    }
}
