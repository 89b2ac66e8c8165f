package org.hesse.objective;

import java.util.List;
import java.util.stream.IntStream;
import org.hesse.io.Names;
import org.hesse.io.Phrase;

/** Bounds as text: {@code x=0:inf, y=-1:1}. */
public final class BoundsText {
    private BoundsText() {}

    /**
     * Reads the bounds of a function's variables.
     *
     * @param text {@code x=0:inf, y=-1:1}, the other variables without bounds; {@code x=0:inf} also of all of an array x;
     *     {@code 0:inf, -1:1} in the order of the variables, or {@code 0:inf} for all
     * @param layout the variables
     * @return the bounds, without a penalty
     * @throws IllegalArgumentException if a variable is unknown or given twice, or its bounds are not {@code lower:upper}
     *     with lower ≤ upper
     */
    public static Domain parse(String text, Layout layout) {
        NamedValues values = new NamedValues("bounds", text, "lower:upper");
        List<String> all =
                IntStream.range(0, layout.dimension()).mapToObj(layout::name).toList();
        boolean named = text.indexOf('=') >= 0;
        boolean one = !named && text.indexOf(',') < 0;
        List<String> names = named ? values.names() : one ? List.of(layout.shown()) : all;
        String[] sides = values.values(names, layout.shown());
        Domain domain = Domain.unbounded(all.size());
        boolean[] given = new boolean[all.size()];
        for (int k = 0; k < sides.length; k++) {
            String name = names.get(k);
            int[] which = IntStream.range(0, all.size())
                    .filter(i -> one || all.get(i).equals(name) || all.get(i).startsWith(name + "["))
                    .toArray();
            if (which.length == 0) {
                throw Names.unknown("variable", name, all);
            }
            double[] side = side(values, name, sides[k]);
            for (int i : which) {
                if (given[i]) {
                    throw values.bad(all.get(i) + " is given twice");
                }
                given[i] = true;
                domain.lower()[i] = side[0];
                domain.upper()[i] = side[1];
            }
        }
        return domain;
    }

    private static double[] side(NamedValues values, String name, String text) {
        int colon = text.indexOf(':');
        double lower = colon < 0 ? Double.NaN : number(text.substring(0, colon));
        double upper = colon < 0 ? Double.NaN : number(text.substring(colon + 1));
        boolean some = lower < Double.POSITIVE_INFINITY && upper > Double.NEGATIVE_INFINITY;
        if (!(some && lower <= upper)) {
            throw values.bad(name + " = '" + text + "', expected lower:upper such as -2:2 or 0:inf, lower <= upper");
        }
        return new double[] {lower, upper};
    }

    private static double number(String text) {
        String word = text.strip();
        return switch (word) {
            case "inf", "+inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Phrase.number(word).orElse(Double.NaN);
        };
    }
}
