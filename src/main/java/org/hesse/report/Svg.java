package org.hesse.report;

import java.util.Locale;

/** An SVG text in the making. */
final class Svg {
    /** A name, not an address: nothing is loaded from it. */
    static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private final StringBuilder text = new StringBuilder();

    void line(String format, Object... values) {
        text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
                .append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** At most one digit after the point. */
    static String number(double x) {
        return Math.rint(x) == x ? Long.toString((long) x) : String.format(Locale.ROOT, "%.1f", x);
    }

    /** A power of ten. */
    static String power(double x) {
        long exponent = Math.round(Math.log10(x));
        return exponent == 0 ? "1" : exponent == 1 ? "10" : "10<tspan class=\"exp\" dy=\"-5\">" + exponent + "</tspan>";
    }
}
