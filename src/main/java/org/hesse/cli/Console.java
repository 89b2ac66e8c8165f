package org.hesse.cli;

import java.io.PrintStream;
import java.util.Map;

/**
 * Where to print: in ASCII where the terminal knows no more.
 *
 * @param out for answers
 * @param err for complaints
 * @param ascii whether other characters have to be replaced
 * @param terminal whether somebody is watching, so that a line may be drawn over
 */
record Console(PrintStream out, PrintStream err, boolean ascii, boolean terminal) {
    private static final Map<String, String> REPLACEMENTS = Map.ofEntries(
            Map.entry("\u2016", "|"), // norm
            Map.entry("\u00b1", "+/-"),
            Map.entry("\u221e", "inf"),
            Map.entry("\u2264", "<="),
            Map.entry("\u2265", ">="),
            Map.entry("\u2208", "in"),
            Map.entry("\u2248", "~"),
            Map.entry("\u00d7", "x"),
            Map.entry("\u00b7", "*"),
            Map.entry("\u2212", "-"),
            Map.entry("\u2013", "-"),
            Map.entry("\u2014", "-"),
            Map.entry("\u2026", "..."),
            Map.entry("\u2080", "0"),
            Map.entry("\u00b2", "^2"),
            Map.entry("\u00bd", "1/2"),
            Map.entry("\u2207", "grad "),
            Map.entry("\u0394", "d"),
            Map.entry("\u03bb", "lambda"),
            Map.entry("\u03c1", "rho"));

    void answer(String text) {
        out.println(encodable(text));
        out.flush();
    }

    void complain(String text) {
        err.println(encodable(text));
        err.flush();
    }

    /** Draws over the line that was drawn last; an empty text leaves it blank. */
    void draw(String text) {
        err.print("\r" + encodable(text) + "\u001b[K");
        err.flush();
    }

    private String encodable(String text) {
        if (!ascii) {
            return text;
        }
        String replaced = text;
        for (Map.Entry<String, String> r : REPLACEMENTS.entrySet()) {
            replaced = replaced.replace(r.getKey(), r.getValue());
        }
        return replaced.replaceAll("[^\\p{ASCII}]", "?");
    }
}
