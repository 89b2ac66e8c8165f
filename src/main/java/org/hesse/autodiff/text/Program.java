package org.hesse.autodiff.text;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hesse.objective.Layout;
import org.hipparchus.CalculusFieldElement;

/**
 * What a text means: nodes, and the block of them to run. Sums stay loops, so a program is as long as its text, however
 * many terms it has. Immutable.
 */
public final class Program {
    private final List<Node> nodes;
    private final List<Fact> facts;
    private final Node.Block main;
    private final int[] offsets;
    private final Layout layout;
    private final int variables;
    private final double size;

    /** Of nodes and what is known of each; {@code offsets} by symbol. */
    Program(List<Node> nodes, List<Fact> facts, Node.Block main, int[] offsets, Layout layout, double size) {
        this.nodes = List.copyOf(nodes);
        this.facts = List.copyOf(facts);
        this.main = main;
        this.offsets = offsets;
        this.layout = layout;
        this.variables = layout.dimension();
        this.size = size;
    }

    /**
     * Reads an expression.
     *
     * @param text the expression
     * @param variables its variables in their order, arrays with their length as {@code x[1..n]}; null to take them as
     *     they appear
     * @param parameters numbers by their names
     * @return the program
     * @throws SyntaxException if it is not an expression of these variables, with the position
     * @throws IllegalArgumentException if the variables are not distinct names, or a parameter is not a finite number or
     *     does not occur
     */
    public static Program parse(String text, List<String> variables, Map<String, ? extends Number> parameters) {
        return new Parser(text, variables, parameters).parse();
    }

    /**
     * Runs the program over a field of numbers.
     *
     * @param <T> the field
     * @param x the point, length n, not modified
     * @return f(x)
     */
    public <T extends CalculusFieldElement<T>> T value(T[] x) {
        return new Interpreter<>(this, x, null).run();
    }

    /**
     * Runs the program with its comparisons decided from outside.
     *
     * @param <T> the field
     * @param x the point, length n, not modified
     * @param decisions asked for each comparison that depends on x, in the order of the run
     * @return the value on the way so taken
     */
    public <T extends CalculusFieldElement<T>> T value(T[] x, Decisions<T> decisions) {
        return new Interpreter<>(this, x, decisions).run();
    }

    /**
     * Whether a run depends on comparisons of numbers that depend on x.
     *
     * @return whether it does
     */
    public boolean branches() {
        return IntStream.range(0, nodes.size()).anyMatch(k -> node(k) instanceof Node.Comparison && !fixed(k));
    }

    /**
     * All nodes.
     *
     * @return the nodes, arguments before their uses; unmodifiable
     */
    public List<Node> nodes() {
        return nodes;
    }

    /**
     * A node.
     *
     * @param k its position
     * @return the node
     */
    public Node node(int k) {
        return nodes.get(k);
    }

    /**
     * What to run.
     *
     * @return the block whose result is f(x)
     */
    public Node.Block main() {
        return main;
    }

    /**
     * The names and shapes of the variables.
     *
     * @return the layout of x
     */
    public Layout layout() {
        return layout;
    }

    /**
     * The number of variables.
     *
     * @return n, the length of x
     */
    public int variables() {
        return variables;
    }

    /**
     * The number of symbols: single variables and arrays.
     *
     * @return their number
     */
    public int symbols() {
        return offsets.length;
    }

    /**
     * Where a symbol stands in x.
     *
     * @param symbol a single variable or an array
     * @return the index in x of the variable, or of the first element of the array
     */
    public int offset(int symbol) {
        return offsets[symbol];
    }

    /**
     * How much there is to do.
     *
     * @return about how many nodes an evaluation runs
     */
    public double size() {
        return size;
    }

    /**
     * Whether a node does not depend on x.
     *
     * @param k its position
     * @return whether it is fixed
     */
    public boolean fixed(int k) {
        return facts.get(k).fixed();
    }

    /**
     * Whether a node is a double over every field of numbers: fixed, or a condition.
     *
     * @param k its position
     * @return whether it is
     */
    public boolean numeric(int k) {
        return facts.get(k).fixed() || facts.get(k).condition();
    }

    /**
     * Whether a node is a sum of indices with whole coefficients, so that it is a whole number.
     *
     * @param k its position
     * @return whether it is known to be
     */
    public boolean whole(int k) {
        return facts.get(k).isWhole();
    }

    /**
     * The nodes that a node without blocks is a function of.
     *
     * @param node the node
     * @return their positions
     */
    public List<Integer> arguments(Node node) {
        if (node instanceof Node.Unary u) {
            return List.of(u.a());
        }
        if (node instanceof Node.Binary o) {
            return List.of(o.a(), o.b());
        }
        return node instanceof Node.Comparison c ? List.of(c.a(), c.b()) : List.of();
    }
}
