package org.hesse.autodiff.text;

/** A text that is not an expression: where it goes wrong, what was expected there, and the place pointed at. */
public final class SyntaxException extends IllegalArgumentException {
    private static final int BEFORE = 40;
    private static final int AFTER = 20;

    private final int position;
    private final String expected;

    SyntaxException(String text, int position, String problem, String expected) {
        super(problem + " at position " + position + ": " + expected + "\n" + pointer(text, position));
        this.position = position;
        this.expected = expected;
    }

    /** The part of the text around the position, and a caret below it. */
    private static String pointer(String text, int position) {
        int from = Math.max(0, position - 1 - BEFORE);
        int to = Math.min(text.length(), position - 1 + AFTER);
        String head = from > 0 ? "..." : "";
        String tail = to < text.length() ? "..." : "";
        StringBuilder shown = new StringBuilder("  ").append(head);
        text.substring(from, to).chars().forEach(c -> shown.append(Character.isISOControl(c) ? ' ' : (char) c));
        return shown.append(tail) + "\n  " + " ".repeat(head.length() + position - 1 - from) + "^";
    }

    /**
     * Where the text goes wrong.
     *
     * @return the position of the offending character, counted from 1; the length plus 1 where the text ends too early
     */
    public int position() {
        return position;
    }

    /**
     * What was expected there.
     *
     * @return the expectation in words
     */
    public String expected() {
        return expected;
    }
}
