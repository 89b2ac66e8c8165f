package org.hesse.objective;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hesse.io.Numbers;

/**
 * A box with finite sides, such as the part of a function that a picture shows: {@code x=-2:2, y=-1:3}. The arrays are
 * shared, not copied.
 *
 * @param names the variables in the order of the box, n different ones
 * @param lower the lower ends, length n
 * @param upper the upper ends, length n, none less than the lower one
 */
public record Box(List<String> names, double[] lower, double[] upper) {
    /** Checks the sides. */
    public Box {
        names = List.copyOf(names);
        if (names.isEmpty() || names.size() != lower.length || names.size() != upper.length) {
            throw new IllegalArgumentException("box: " + names.size() + " names, " + lower.length + " lower and "
                    + upper.length + " upper ends, expected as many of each, at least 1");
        }
        for (int i = 0; i < lower.length; i++) {
            if (!(Math.abs(lower[i]) < Double.POSITIVE_INFINITY && Math.abs(upper[i]) < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("box: " + names.get(i) + " = " + side(lower[i], upper[i])
                        + ", expected finite numbers as lower:upper");
            }
            if (lower[i] > upper[i]) {
                throw new IllegalArgumentException("box: " + names.get(i) + " = " + side(lower[i], upper[i])
                        + ", expected lower:upper with lower <= upper");
            }
        }
    }

    /**
     * Reads a box that names its variables.
     *
     * @param text {@code x=-2:2, y=-1:3}
     * @return the box, in the order of the text
     * @throws IllegalArgumentException if a name is missing or given twice, or a side is not {@code lower:upper}; a box of
     *     one variable needs none, and calls it {@code x}
     */
    public static Box parse(String text) {
        NamedValues values = values(text);
        if (text.indexOf('=') < 0 && text.indexOf(',') < 0 && text.indexOf(':') >= 0) {
            return read(values, List.of("x"), "x");
        }
        return read(values, values.names(), "the variables");
    }

    /**
     * Reads a box for the variables of a function.
     *
     * @param text {@code x=-2:2, y=-1:3} in any order of the names, or {@code -2:2, -1:3} in the order of the variables
     * @param layout the variables
     * @return the box, in the order of the variables
     * @throws IllegalArgumentException if a variable is unknown, missing or given twice, or a side is not {@code
     *     lower:upper}
     */
    public static Box parse(String text, Layout layout) {
        return read(values(text), names(layout), layout.shown());
    }

    private static NamedValues values(String text) {
        return new NamedValues("box", text, "lower:upper");
    }

    private static Box read(NamedValues values, List<String> names, String shown) {
        String[] sides = values.values(names, shown);
        double[] lower = new double[sides.length];
        double[] upper = new double[sides.length];
        for (int i = 0; i < sides.length; i++) {
            int colon = sides[i].indexOf(':');
            if (colon < 0) {
                throw values.bad(names.get(i) + " = '" + sides[i] + "', expected lower:upper such as -2:2");
            }
            lower[i] = values.number(names.get(i), sides[i].substring(0, colon));
            upper[i] = values.number(names.get(i), sides[i].substring(colon + 1));
        }
        return new Box(names, lower, upper);
    }

    private static List<String> names(Layout layout) {
        return IntStream.range(0, layout.dimension()).mapToObj(layout::name).toList();
    }

    /**
     * This box in the order of the variables of a function. A single side called {@code x} is that of any one variable.
     *
     * @param layout the variables
     * @return the same box, its names in that order
     * @throws IllegalArgumentException if a variable is unknown or missing
     */
    public Box in(Layout layout) {
        if (names.size() == 1 && layout.dimension() == 1 && names.equals(List.of("x"))) {
            return new Box(names(layout), lower, upper);
        }
        return parse(toString(), layout);
    }

    /**
     * The box as bounds.
     *
     * @return the same sides, the arrays shared
     */
    public Domain domain() {
        return new Domain(lower, upper);
    }

    private static String side(double lower, double upper) {
        return Numbers.exact(lower) + ":" + Numbers.exact(upper);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Box box
                && names.equals(box.names)
                && Arrays.equals(lower, box.lower)
                && Arrays.equals(upper, box.upper);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * names.hashCode() + Arrays.hashCode(lower)) + Arrays.hashCode(upper);
    }

    /** As {@link #parse(String)} reads it. */
    @Override
    public String toString() {
        return IntStream.range(0, lower.length)
                .mapToObj(i -> names.get(i) + "=" + side(lower[i], upper[i]))
                .collect(Collectors.joining(", "));
    }
}
