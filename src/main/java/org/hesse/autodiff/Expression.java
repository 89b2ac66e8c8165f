package org.hesse.autodiff;

import java.util.List;
import org.hesse.io.Terminal;
import org.hesse.objective.Curved;
import org.hesse.objective.Hessian;
import org.hesse.objective.Layout;
import org.hesse.objective.Objective;

/**
 * A function written as text, such as {@code (1-x)^2 + 100*(y-x^2)^2}, with all its derivatives: the gradient by reverse
 * mode for a small multiple of the cost of a value, the Hessian-vector product by forward over reverse, the Hessian by n
 * products. Immutable; any number of threads may evaluate it.
 *
 * <p>Operators + − * / ^ (to the right; tighter than a sign: −x^2 = −(x^2)), parentheses, numbers such as 1.5e-3, the
 * constants {@code pi} and {@code e} unless they are declared as variables, and the functions of {@link Function} and
 * {@link Operation} by their names in lower case; {@code min} and {@code max} take two or more arguments. Outside its
 * domain, as in the logarithm of a negative number, the function is NaN, and so are its derivatives.
 */
public final class Expression implements Objective, Curved {
    private final String text;
    private final List<String> variables;
    private final List<Node> nodes;
    private final Tape tape;

    Expression(String text, List<String> variables, List<Node> nodes) {
        this.text = text;
        this.variables = List.copyOf(variables);
        this.nodes = List.copyOf(nodes);
        this.tape = new Tape(variables.size(), nodes);
    }

    /**
     * Reads an expression; its variables are in the order of their first appearance.
     *
     * @param text the expression
     * @return the function
     * @throws SyntaxException if it is not an expression, with the position
     */
    public static Expression parse(String text) {
        return new Parser(text, null).parse();
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
        return new Parser(text, variables).parse();
    }

    /**
     * The variables.
     *
     * @return the names, in the order of x
     */
    public List<String> variables() {
        return variables;
    }

    /**
     * The text that was read.
     *
     * @return the text
     */
    public String text() {
        return text;
    }

    /**
     * The expression as nodes, arguments before their uses; the last one is the result.
     *
     * @return at least one node, not to be modified
     */
    public List<Node> nodes() {
        return nodes;
    }

    @Override
    public int dimension() {
        return variables.size();
    }

    @Override
    public double value(double[] x) {
        return tape.value(check(x));
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        return tape.gradient(check(x), g);
    }

    @Override
    public Hessian hessianAt(double[] x) {
        return tape.hessian(check(x));
    }

    @Override
    public Layout layout() {
        return Layout.scalars(variables);
    }

    private double[] check(double[] x) {
        if (x.length != variables.size()) {
            throw new IllegalArgumentException(
                    "a point of " + x.length + " numbers: expected " + variables.size() + ", for " + variables);
        }
        return x;
    }

    @Override
    public String toString() {
        return Terminal.line("f(" + String.join(", ", variables) + ") = " + text);
    }
}
