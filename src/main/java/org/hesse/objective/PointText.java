package org.hesse.objective;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hesse.io.Names;

/** Reads a point from text; the commas inside the brackets of a name such as {@code W[0,1]} do not separate. */
final class PointText {
    private final Layout layout;
    private final String text;

    PointText(Layout layout, String text) {
        this.layout = layout;
        this.text = text;
    }

    double[] read() {
        String[] parts = text.strip().split("\\s*,\\s*(?![^\\[]*\\])", -1);
        int n = layout.dimension();
        boolean named = text.indexOf('=') >= 0;
        if (!named && parts.length != n) {
            throw bad(parts.length + (parts.length == 1 ? " number" : " numbers") + ", expected " + n + ", for "
                    + layout.shown());
        }
        double[] x = new double[n];
        if (!named) {
            Arrays.setAll(x, i -> number(layout.name(i), parts[i]));
            return x;
        }
        List<String> names = IntStream.range(0, n).mapToObj(layout::name).toList();
        Arrays.fill(x, Double.NaN);
        for (String part : parts) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw bad("'" + part + "' has no name, expected name=number for each of " + layout.shown());
            }
            String name = part.substring(0, equals).strip();
            int i = names.indexOf(name);
            if (i < 0) {
                throw Names.unknown("variable", name, names);
            }
            if (!Double.isNaN(x[i])) {
                throw bad(name + " is given twice");
            }
            x[i] = number(name, part.substring(equals + 1).strip());
        }
        for (int i = 0; i < n; i++) {
            if (Double.isNaN(x[i])) {
                throw bad(names.get(i) + " is missing, expected name=number for each of " + layout.shown());
            }
        }
        return x;
    }

    private double number(String name, String number) {
        try {
            double value = Double.parseDouble(number);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // the message below says it better
        }
        throw bad(name + " = '" + number + "', expected a finite number");
    }

    private IllegalArgumentException bad(String problem) {
        return new IllegalArgumentException("point '" + text.strip() + "': " + problem);
    }
}
