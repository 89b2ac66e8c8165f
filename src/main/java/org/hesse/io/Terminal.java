package org.hesse.io;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

/** What the terminal can show: text for it is in ASCII where its encoding is not UTF-8. */
public final class Terminal {
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
    private static final int WIDTH = 80;

    private Terminal() {}

    /**
     * The encoding of the terminal; {@code System.out} does not tell it before Java 18.
     *
     * @return of {@code stdout.encoding}, {@code sun.stdout.encoding} and {@code native.encoding} the first that is set
     */
    public static Charset charset() {
        return Stream.of("stdout.encoding", "sun.stdout.encoding", "native.encoding")
                .map(System::getProperty)
                .filter(name -> name != null && Charset.isSupported(name))
                .findFirst()
                .map(Charset::forName)
                .orElse(Charset.defaultCharset());
    }

    /**
     * A text as the terminal can show it.
     *
     * @param text any text
     * @return the text itself, or {@link #ascii} of it
     */
    public static String shown(String text) {
        return charset().equals(StandardCharsets.UTF_8) ? text : ascii(text);
    }

    /**
     * A line as the terminal can show it, of at most 80 characters: what jshell shows of the value of a variable.
     *
     * @param text any text
     * @return its first line, the end replaced by three dots if it is too long
     */
    public static String line(String text) {
        String line = shown(text).lines().findFirst().orElse("");
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 3) + "...";
    }

    /**
     * A text in ASCII.
     *
     * @param text any text
     * @return the text with our symbols written out, and a question mark for every other character
     */
    public static String ascii(String text) {
        String replaced = text;
        for (Map.Entry<String, String> r : REPLACEMENTS.entrySet()) {
            replaced = replaced.replace(r.getKey(), r.getValue());
        }
        return replaced.replaceAll("[^\\p{ASCII}]", "?");
    }
}
