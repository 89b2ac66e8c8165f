package org.hesse.autodiff.text;

import java.util.List;
import org.hesse.autodiff.graph.Operation;

/**
 * The operators of an expression: operator precedence parsing (Pratt 1973), one character of lookahead.
 *
 * <p>Binding, loosest first: or (||), and (&amp;&amp;), not (!), comparisons, + and −, * and /, signs, ^ (or **), which binds
 * to the right. So −x^2 = −(x^2), and 2^−3 and 2*−3 are numbers.
 */
abstract class OperatorParser {
    /** So that no text overflows the stack. */
    static final int MAX_DEPTH = 300;

    /** Sums and conditionals within each other. */
    static final int MAX_BLOCKS = 100;

    static final int OR = 1;
    static final int COMPARE = 4;
    static final int SIGN = 7;
    private static final int AND = 2;
    private static final int SUM = 5;
    private static final int PRODUCT = 6;
    private static final int POWER = 8;

    /** Two characters before one. */
    private static final List<Node.Relation> RELATIONS = List.of(
            Node.Relation.LESS_OR_EQUAL,
            Node.Relation.GREATER_OR_EQUAL,
            Node.Relation.EQUAL,
            Node.Relation.NOT_EQUAL,
            Node.Relation.LESS,
            Node.Relation.GREATER);

    final Scanner text;
    final ProgramBuilder out = new ProgramBuilder();
    private int depth;

    OperatorParser(Scanner text) {
        this.text = text;
    }

    /** An expression that is a number. */
    final int number(int binding) {
        return require(expression(binding), false);
    }

    final int require(int k, boolean condition) {
        if (out.fact(k).condition() != condition) {
            throw text.error(
                    out.fact(k).position(),
                    condition ? "a number" : "a condition",
                    condition ? "expected a condition such as x < 0" : "expected a number, as if(condition, a, b) is");
        }
        return k;
    }

    /** An expression of operators that bind at least as tightly as {@code binding}; returns its position. */
    final int expression(int binding) {
        if (++depth > MAX_DEPTH) {
            throw text.error(text.position(), "nested too deeply", "at most " + MAX_DEPTH + " levels");
        }
        int left = operand();
        for (int level = level(); level >= binding; level = level()) {
            left = level >= SUM ? arithmetic(left, level) : level == COMPARE ? comparison(left) : logic(left, level);
        }
        depth--;
        return left;
    }

    /** A number, a name, or something in parentheses, with its signs. */
    abstract int operand();

    /** How tightly the operator that follows binds, 0 for none. */
    private int level() {
        char c = text.next();
        return switch (c) {
            case '^' -> POWER;
            case '*' -> text.follows("**") ? POWER : PRODUCT;
            case '/' -> PRODUCT;
            case '+', '-' -> SUM;
            case '<', '>' -> COMPARE;
            case '=', '!' -> text.follows("==") || text.follows("!=") ? COMPARE : 0;
            case '&' -> text.follows("&&") ? AND : 0;
            case '|' -> text.follows("||") ? OR : 0;
            default -> text.followsWord("and") ? AND : text.followsWord("or") ? OR : 0;
        };
    }

    private int arithmetic(int left, int level) {
        int position = text.position();
        Operation o = text.take("**") || text.take("^")
                ? Operation.POW
                : text.take("*")
                        ? Operation.MULTIPLY
                        : text.take("/") ? Operation.DIVIDE : text.take("+") ? Operation.ADD : minus();
        require(left, false);
        int right = number(level == POWER ? POWER : level + 1);
        return out.binary(o, left, right, position);
    }

    private Operation minus() {
        text.take("-");
        return Operation.SUBTRACT;
    }

    private int comparison(int left) {
        int position = text.position();
        Node.Relation relation =
                RELATIONS.stream().filter(r -> text.take(r.text)).findFirst().orElseThrow();
        if (out.fact(left).condition()) {
            throw text.error(position, "a second comparison", "expected and, as in 0 < x and x < 1");
        }
        int right = number(COMPARE + 1);
        return out.comparison(relation, left, right, position);
    }

    /** a and b = if(a, b, false), a or b = if(a, true, b): the second one is not looked at if the first decides. */
    private int logic(int left, int level) {
        int position = text.position();
        boolean and = level == AND;
        if (!text.take(and ? "&&" : "||")) {
            text.takeWord(and ? "and" : "or");
        }
        require(left, true);
        return choice(
                left,
                position,
                () -> and ? require(expression(level + 1), true) : truth(true, position),
                () -> and ? truth(false, position) : require(expression(level + 1), true));
    }

    final int truth(boolean value, int position) {
        return out.constant(value ? 1 : 0, true, position);
    }

    interface Reading {
        int read();
    }

    final int choice(int condition, int position, Reading yes, Reading no) {
        if (!(out.node(condition) instanceof Node.Constant known)) {
            return out.choice(condition, block(yes, true), block(no, true), position);
        }
        if (known.value() != 0) {
            int outcome = yes.read();
            block(no, true); // read for its errors, and dropped
            return outcome;
        }
        block(yes, true);
        return no.read();
    }

    final Node.Block block(Reading body, boolean arm) {
        out.open(arm);
        if (out.depth() > MAX_BLOCKS) {
            throw text.error(text.position(), "nested too deeply", "at most " + MAX_BLOCKS + " sums and conditionals");
        }
        return out.close(body.read());
    }
}
