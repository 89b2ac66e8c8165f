package org.hesse.autodiff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hesse.io.Names;

/**
 * Reads an expression: operator precedence parsing (Pratt 1973), one character of lookahead, constants folded, equal
 * subexpressions written once.
 *
 * <p>Binding, loosest first: + and −; * and /; signs; ^ (or **), which binds to the right. So −x^2 = −(x^2), 2^−3 and 2*−3 are
 * numbers.
 */
final class Parser {
    /** So that no text overflows the stack. */
    static final int MAX_DEPTH = 300;

    static final int MAX_LENGTH = 1_000_000;

    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGN = 3;
    private static final int POWER = 4;
    private static final Map<String, Function> FUNCTIONS = new HashMap<>();
    private static final Map<String, Operation> OPERATIONS = new HashMap<>();

    static {
        Stream.of(Function.values()).filter(f -> f != Function.NEGATE).forEach(f -> FUNCTIONS.put(f.text(), f));
        Stream.of(Operation.POW, Operation.ATAN2, Operation.HYPOT, Operation.MIN, Operation.MAX)
                .forEach(o -> OPERATIONS.put(o.text(), o));
    }

    private final String text;
    private final boolean declared;
    private final List<String> variables;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Node, Integer> positions = new HashMap<>();
    private int at;
    private int depth;

    /** A parser that takes the variables in their order of appearance if {@code declared} is null. */
    Parser(String text, List<String> declared) {
        this.text = text;
        this.declared = declared != null;
        this.variables = declared == null ? new ArrayList<>() : List.copyOf(declared);
        if (text.length() > MAX_LENGTH) {
            throw error(MAX_LENGTH + 1, "text too long", "at most " + MAX_LENGTH + " characters");
        }
        for (String name : variables) {
            if (!name.matches("[\\p{L}_][\\p{L}\\p{N}_]*") || isFunction(name)) {
                throw new IllegalArgumentException("variable '" + name
                        + "': expected a letter followed by letters, digits or _, not the name of a function");
            }
            if (variables.indexOf(name) != variables.lastIndexOf(name)) {
                throw new IllegalArgumentException("variable '" + name + "' is declared twice");
            }
        }
    }

    Expression parse() {
        expression(SUM);
        if (next() != 0) {
            throw found("an operator such as + - * / ^ or the end");
        }
        if (variables.isEmpty()) {
            throw error(1, "no variable", "an expression of at least one variable");
        }
        return new Expression(text, variables, nodes);
    }

    /** An expression of operators that bind at least as tightly as {@code binding}; returns its position. */
    private int expression(int binding) {
        if (++depth > MAX_DEPTH) {
            throw error(at + 1, "nested too deeply", "at most " + MAX_DEPTH + " levels");
        }
        int left = operand();
        for (char c = next(); ; c = next()) {
            boolean power = c == '^' || text.startsWith("**", at);
            int level = power ? POWER : c == '*' || c == '/' ? PRODUCT : c == '+' || c == '-' ? SUM : 0;
            if (level < Math.max(binding, SUM)) {
                depth--;
                return left;
            }
            at += power && c == '*' ? 2 : 1;
            int right = expression(power ? POWER : level + 1);
            left = add(power ? Operation.POW : operation(c), left, right);
        }
    }

    private static Operation operation(char c) {
        return switch (c) {
            case '+' -> Operation.ADD;
            case '-' -> Operation.SUBTRACT;
            case '*' -> Operation.MULTIPLY;
            default -> Operation.DIVIDE;
        };
    }

    private int operand() {
        char c = next();
        if (c == '+' || c == '-') {
            at++;
            int a = expression(SIGN);
            return c == '+' ? a : add(Function.NEGATE, a);
        }
        if (c == '(') {
            at++;
            int inner = expression(SUM);
            expect(')', "an operator or )");
            return inner;
        }
        if (isDigit(c) || c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1))) {
            return number();
        }
        if (Character.isLetter(c) || c == '_') {
            return name();
        }
        throw found("a number, a variable, a function or (");
    }

    private int number() {
        int from = at;
        digits();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int mantissa = at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            int exponent = at;
            digits();
            if (at == exponent) {
                at = mantissa; // 2e is not a number: the e is reported as a missing operator
            }
        }
        double value = Double.parseDouble(text.substring(from, at));
        if (Double.isInfinite(value)) {
            throw error(from + 1, "number out of range", "at most " + Double.MAX_VALUE);
        }
        return add(new Node.Constant(value));
    }

    private void digits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    private int name() {
        int from = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        String name = text.substring(from, at);
        if (next() == '(' || isFunction(name)) {
            return call(name, from);
        }
        int index = variables.indexOf(name);
        if (index < 0 && (name.equals("pi") || name.equals("e"))) {
            return add(new Node.Constant(name.equals("pi") ? Math.PI : Math.E));
        }
        if (index < 0 && declared) {
            throw error(from + 1, "unknown variable '" + name + "'", Names.expected(name, variables));
        }
        if (index < 0) {
            index = variables.size();
            variables.add(name);
        }
        return add(new Node.Variable(index));
    }

    private int call(String name, int from) {
        if (!isFunction(name)) {
            List<String> known = Stream.concat(FUNCTIONS.keySet().stream(), OPERATIONS.keySet().stream())
                    .sorted()
                    .toList();
            throw error(from + 1, "unknown function '" + name + "'", Names.expected(name, known));
        }
        expect('(', "( after the function " + name);
        List<Integer> arguments = new ArrayList<>();
        do {
            arguments.add(expression(SUM));
        } while (next() == ',' && at++ >= 0);
        expect(')', "an operator, a comma or )");
        Operation operation = OPERATIONS.get(name);
        boolean any = operation == Operation.MIN || operation == Operation.MAX;
        int arity = operation == null ? 1 : 2;
        if (any ? arguments.size() < arity : arguments.size() != arity) {
            String expected = (any ? "at least " : "") + arity + (arity == 1 ? " argument" : " arguments");
            throw error(from + 1, name + " with " + arguments.size() + " argument(s)", "expected " + expected);
        }
        if (operation == null) {
            return add(FUNCTIONS.get(name), arguments.get(0));
        }
        return arguments.stream().reduce((a, b) -> add(operation, a, b)).orElseThrow();
    }

    private int add(Function f, int a) {
        return nodes.get(a) instanceof Node.Constant c
                ? add(new Node.Constant(f.value(c.value())))
                : add(new Node.Unary(f, a));
    }

    private int add(Operation o, int a, int b) {
        return nodes.get(a) instanceof Node.Constant c && nodes.get(b) instanceof Node.Constant d
                ? add(new Node.Constant(o.value(c.value(), d.value())))
                : add(new Node.Binary(o, a, b));
    }

    private int add(Node node) {
        Integer known = positions.putIfAbsent(node, nodes.size());
        if (known != null) {
            return known;
        }
        nodes.add(node);
        return nodes.size() - 1;
    }

    private static boolean isFunction(String name) {
        return FUNCTIONS.containsKey(name) || OPERATIONS.containsKey(name);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The next character that is not white space, 0 at the end. */
    private char next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void expect(char c, String expected) {
        if (next() != c) {
            throw found(expected);
        }
        at++;
    }

    private SyntaxException found(String expected) {
        char c = next();
        return error(at + 1, at == text.length() ? "the end" : "'" + c + "'", "expected " + expected);
    }

    private SyntaxException error(int position, String problem, String expected) {
        return new SyntaxException(text, position, problem, expected);
    }
}
