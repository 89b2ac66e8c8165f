package org.hesse.autodiff.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hesse.autodiff.graph.Function;
import org.hesse.autodiff.graph.Operation;
import org.hesse.io.Names;

/** Reads an expression: what stands between its operators. */
final class Parser extends OperatorParser {
    private static final Map<String, Function> FUNCTIONS = new HashMap<>();
    private static final Map<String, Operation> OPERATIONS = new HashMap<>();
    private static final Map<String, Operation> LOOPS = Map.of("sum", Operation.ADD, "prod", Operation.MULTIPLY);

    /** What stands before a parenthesis. */
    private static final Set<String> CALLABLE = new TreeSet<>(Set.of("if"));

    private static final Set<String> RESERVED = new TreeSet<>(Set.of("and", "or", "not"));

    static {
        Stream.of(Function.values()).filter(f -> f != Function.NEGATE).forEach(f -> FUNCTIONS.put(f.text(), f));
        Stream.of(Operation.POW, Operation.ATAN2, Operation.HYPOT, Operation.MIN, Operation.MAX)
                .forEach(o -> OPERATIONS.put(o.text(), o));
        CALLABLE.addAll(FUNCTIONS.keySet());
        CALLABLE.addAll(OPERATIONS.keySet());
        CALLABLE.addAll(LOOPS.keySet());
        RESERVED.addAll(CALLABLE);
    }

    private final Symbols symbols;
    private final Map<String, Integer> indices = new HashMap<>(); // of the sums around: the nodes
    private int fixed; // how many bounds and brackets of an index are around

    /** A parser that takes the variables in their order of appearance if {@code declared} is null. */
    Parser(String text, List<String> declared, Map<String, ? extends Number> parameters) {
        super(new Scanner(text));
        this.symbols = new Symbols(declared, parameters, RESERVED);
    }

    Program parse() {
        int result = number(OR);
        if (!text.atEnd()) {
            throw text.found("an operator such as + - * / ^ or the end");
        }
        symbols.requireUse();
        if (symbols.names().isEmpty()) {
            throw text.error(1, "no variable", "an expression of at least one variable");
        }
        Node.Block main = out.main(result);
        double size = new Ranges(out.nodes(), out.facts(), symbols, text).check(main);
        int[] offsets = new int[symbols.names().size()];
        long n = 0;
        for (int s = 0; s < offsets.length; s++) {
            offsets[s] = (int) n;
            n += symbols.length(s);
            if (n > Symbols.MAX_LENGTH) {
                throw text.error(1, n + " variables", "at most " + Symbols.MAX_LENGTH);
            }
        }
        if (n == 0) {
            throw text.error(1, "no variable", "an array with at least one element");
        }
        return new Program(out.nodes(), out.facts(), main, offsets, symbols.layout(), size);
    }

    @Override
    int operand() {
        int position = text.position();
        if (text.take("-")) {
            return out.unary(Function.NEGATE, number(SIGN), position);
        }
        if (text.take("+")) {
            return number(SIGN);
        }
        if (text.take("(")) {
            int inner = expression(OR);
            text.expect(")", "an operator or )");
            return inner;
        }
        if (text.followsNumber()) {
            return out.constant(text.number(), false, position);
        }
        if (text.take("!") || text.takeWord("not")) {
            int a = require(expression(COMPARE), true);
            return choice(a, position, () -> truth(false, position), () -> truth(true, position));
        }
        if (text.followsName()) {
            return name(text.name(), position);
        }
        throw text.found("a number, a variable, a function or (");
    }

    private int name(String name, int position) {
        if (LOOPS.containsKey(name)) {
            return loop(name, position);
        }
        if (name.equals("if")) {
            return conditional(position);
        }
        if (FUNCTIONS.containsKey(name) || OPERATIONS.containsKey(name) || text.next() == '(') {
            return call(name, position);
        }
        if (text.next() == '[') {
            return element(name, position);
        }
        Integer index = indices.get(name);
        if (index != null) {
            return index;
        }
        Double parameter = symbols.parameter(name);
        if (parameter == null && !symbols.isVariable(name) && (name.equals("pi") || name.equals("e"))) {
            parameter = name.equals("pi") ? Math.PI : Math.E;
        }
        if (parameter != null) {
            return out.constant(parameter, false, position);
        }
        if (fixed > 0) {
            throw text.error(
                    position,
                    (symbols.isVariable(name) ? "variable '" : "unknown parameter '") + name
                            + "' in a bound or an index",
                    "expected an index of a sum around or a parameter, given as " + name + "=10");
        }
        return out.variable(symbols.variable(name, false, text, position), position);
    }
    /** The bound of a sum, or an index: a number that does not depend on x. */
    private int fixed() {
        fixed++;
        int k = number(OR);
        fixed--;
        return k;
    }

    private int element(String name, int position) {
        if (fixed > 0 || indices.containsKey(name) || symbols.parameter(name) != null) {
            throw text.error(
                    position,
                    "'" + name + "' with an index",
                    fixed > 0 ? "no variable in a bound or an index" : "it is one number, not an array");
        }
        int symbol = symbols.variable(name, true, text, position);
        text.expect("[", "[");
        int index = fixed();
        text.expect("]", "an operator or ]");
        return out.element(symbol, index, position);
    }

    private int loop(String name, int position) {
        text.expect("(", "( after " + name);
        int at = text.position();
        String index = text.followsName() ? text.name() : "";
        if (index.isEmpty() || RESERVED.contains(index)) {
            throw text.error(at, "no index", "expected its name, as in " + name + "(i, 1, n, x[i])");
        }
        text.expect(",", "a comma, as in " + name + "(i, 1, n, x[i])");
        int from = fixed();
        text.expect(",", "an operator, or a comma and the last " + index);
        int to = fixed();
        text.expect(",", "an operator, or a comma and the term, as in " + name + "(i, 1, n, x[i])");
        int[] node = new int[1];
        Node.Block body = block(
                () -> {
                    node[0] = out.index(at);
                    Integer shadowed = indices.put(index, node[0]);
                    int term = number(OR);
                    if (shadowed == null) {
                        indices.remove(index);
                    } else {
                        indices.put(index, shadowed);
                    }
                    return term;
                },
                false);
        text.expect(")", "an operator or )");
        return out.loop(LOOPS.get(name), node[0], from, to, body, position);
    }

    private int conditional(int position) {
        text.expect("(", "( after if");
        int condition = expression(OR);
        text.expect(",", "an operator such as == or <, or a comma and two numbers, as in if(x < 0, -x, x)");
        require(condition, true);
        int outcome = choice(condition, position, () -> number(OR), () -> {
            text.expect(",", "an operator, or a comma and the number otherwise");
            return number(OR);
        });
        text.expect(")", "an operator or )");
        return outcome;
    }

    private int call(String name, int position) {
        Function function = FUNCTIONS.get(name);
        Operation operation = OPERATIONS.get(name);
        if (function == null && operation == null) {
            throw text.error(position, "unknown function '" + name + "'", Names.expected(name, CALLABLE));
        }
        text.expect("(", "( after the function " + name);
        List<Integer> arguments = new ArrayList<>();
        do {
            arguments.add(number(OR));
        } while (text.take(","));
        text.expect(")", "an operator, a comma or )");
        boolean any = operation == Operation.MIN || operation == Operation.MAX;
        int arity = operation == null ? 1 : 2;
        if (any ? arguments.size() < arity : arguments.size() != arity) {
            String expected = (any ? "at least " : "") + arity + (arity == 1 ? " argument" : " arguments");
            throw text.error(position, name + " with " + arguments.size() + " argument(s)", "expected " + expected);
        }
        if (operation == null) {
            return out.unary(function, arguments.get(0), position);
        }
        return arguments.stream()
                .reduce((a, b) -> out.binary(operation, a, b, position))
                .orElseThrow();
    }
}
