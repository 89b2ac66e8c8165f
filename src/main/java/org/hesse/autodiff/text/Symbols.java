package org.hesse.autodiff.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hesse.io.Names;
import org.hesse.objective.Layout;

/** What the names of a text stand for: variables and arrays in the order of x, parameters, indices of the sums around. */
final class Symbols {
    /** The longest array. */
    static final int MAX_LENGTH = 10_000_000;

    private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_]*";
    private static final Pattern DECLARED = Pattern.compile("(" + NAME + ")(\\s*\\[\\s*1\\s*\\.\\.\\s*(\\w+)\\s*])?");
    private static final int SCALAR = -1;
    private static final int GROWING = 0; // an array as long as its largest index

    private final boolean declared;
    private final List<String> names = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, Double> parameters;
    private final Set<String> used = new TreeSet<>();

    /** Variables in their order of appearance if {@code variables} is null. */
    Symbols(List<String> variables, Map<String, ? extends Number> parameters, Set<String> reserved) {
        this.declared = variables != null;
        this.parameters = new HashMap<>();
        parameters.forEach((name, value) -> {
            checkName("parameter", name, reserved);
            if (!Double.isFinite(value.doubleValue())) {
                throw new IllegalArgumentException("parameter " + name + " = " + value + ": expected a finite number");
            }
            this.parameters.put(name, value.doubleValue());
        });
        if (declared) {
            variables.forEach(name -> declare(name, reserved));
        }
    }

    private void declare(String variable, Set<String> reserved) {
        Matcher m = DECLARED.matcher(variable);
        String name = m.matches() ? m.group(1) : variable;
        checkName("variable", name, reserved);
        if (index.containsKey(name)) {
            throw new IllegalArgumentException("variable '" + name + "' is declared twice");
        }
        if (parameters.containsKey(name)) {
            throw new IllegalArgumentException("variable '" + name + "' is a parameter too: expected another name");
        }
        int length = SCALAR;
        if (m.group(3) != null) {
            length = length(variable, m.group(3));
        }
        add(name, length);
    }

    private int length(String variable, String length) {
        used.add(length);
        Double n = parameters.get(length);
        if (n == null && length.matches("\\d{1,9}")) {
            n = Double.valueOf(length);
        }
        if (n == null || n != Math.rint(n) || n < 1 || n > MAX_LENGTH) {
            throw new IllegalArgumentException("variable '" + variable + "': expected a length from 1 to " + MAX_LENGTH
                    + ", as a number or a parameter" + (n == null ? "" : ", not " + n));
        }
        return n.intValue();
    }

    private static void checkName(String what, String name, Set<String> reserved) {
        if (!name.matches(NAME) || reserved.contains(name)) {
            throw new IllegalArgumentException(what + " '" + name
                    + "': expected a letter followed by letters, digits or _, not the name of a function");
        }
    }

    private int add(String name, int length) {
        index.put(name, names.size());
        names.add(name);
        lengths.add(length);
        return names.size() - 1;
    }

    /** The value of a parameter, or null. */
    Double parameter(String name) {
        used.add(name);
        return parameters.get(name);
    }

    /** Whether a name is a variable so far. */
    boolean isVariable(String name) {
        return index.containsKey(name);
    }

    /** The symbol of a variable; new if none is declared. */
    int variable(String name, boolean array, Scanner text, int position) {
        Integer known = index.get(name);
        if (known == null && declared) {
            throw text.error(position, "unknown variable '" + name + "'", Names.expected(name, names));
        }
        if (known == null) {
            return add(name, array ? GROWING : SCALAR);
        }
        if (array != isArray(known)) {
            throw text.error(
                    position,
                    "'" + name + "' " + (array ? "with" : "without") + " an index",
                    array ? "it is one number, not an array" : "it is an array, expected " + name + "[...]");
        }
        return known;
    }

    boolean isArray(int symbol) {
        return lengths.get(symbol) != SCALAR;
    }

    /** The largest index that a symbol allows; makes a growing array as long as needed. */
    int limit(int symbol) {
        return declared ? lengths.get(symbol) : MAX_LENGTH;
    }

    void need(int symbol, int length) {
        if (length > lengths.get(symbol)) {
            lengths.set(symbol, length);
        }
    }

    int length(int symbol) {
        return isArray(symbol) ? lengths.get(symbol) : 1;
    }

    Layout layout() {
        List<Layout.Block> blocks = new ArrayList<>();
        for (int s = 0; s < names.size(); s++) {
            if (length(s) > 0) {
                blocks.add(
                        isArray(s)
                                ? Layout.Block.array(names.get(s), length(s))
                                : new Layout.Block(names.get(s), 1, 1));
            }
        }
        return new Layout(blocks);
    }

    List<String> names() {
        return names;
    }

    /** Refuses parameters that the text does not mention: they are misspelt. */
    void requireUse() {
        for (String name : new TreeSet<>(parameters.keySet())) {
            if (!used.contains(name)) {
                throw new IllegalArgumentException(
                        "parameter '" + name + "' does not occur in the text: " + Names.expected(name, used));
            }
        }
    }
}
