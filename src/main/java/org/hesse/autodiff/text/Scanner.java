package org.hesse.autodiff.text;

/** A text being read: the place reached, and errors that point at a place. The minus sign U+2212 counts as a hyphen. */
final class Scanner {
    static final int MAX_LENGTH = 1_000_000;

    private final String original;
    private final String text;
    private int at;

    Scanner(String text) {
        if (text == null) {
            throw new IllegalArgumentException("text = null, expected an expression");
        }
        this.original = text;
        this.text = text.replace('\u2212', '-');
        if (text.length() > MAX_LENGTH) {
            throw error(MAX_LENGTH + 1, "text too long", "at most " + MAX_LENGTH + " characters");
        }
    }

    String text() {
        return original;
    }

    /** The place of the next character, from 1. */
    int position() {
        next();
        return at + 1;
    }

    /** The next character that is not white space, 0 at the end. */
    char next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    boolean atEnd() {
        next();
        return at == text.length();
    }

    boolean follows(String symbol) {
        next();
        return text.startsWith(symbol, at);
    }

    boolean take(String symbol) {
        boolean found = follows(symbol);
        at += found ? symbol.length() : 0;
        return found;
    }

    void expect(String symbol, String expected) {
        if (!take(symbol)) {
            throw found(expected);
        }
    }

    boolean followsName() {
        char c = next();
        return Character.isLetter(c) || c == '_';
    }

    /** Whether a whole word comes next; takes it if so. */
    boolean takeWord(String word) {
        boolean found = followsWord(word);
        at += found ? word.length() : 0;
        return found;
    }

    boolean followsWord(String word) {
        return followsName() && word.equals(text.substring(at, endOfName()));
    }

    String name() {
        int from = at;
        at = endOfName();
        return text.substring(from, at);
    }

    private int endOfName() {
        int end = at;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    boolean followsNumber() {
        char c = next();
        return isDigit(at) || c == '.' && isDigit(at + 1);
    }

    double number() {
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
            if (isDigit(at)) {
                digits();
            } else {
                at = mantissa; // 2e is not a number: the e is reported as a missing operator
            }
        }
        double value = Double.parseDouble(text.substring(from, at));
        if (Double.isInfinite(value)) {
            throw error(from + 1, "number out of range", "at most " + Double.MAX_VALUE);
        }
        return value;
    }

    private void digits() {
        while (isDigit(at)) {
            at++;
        }
    }

    private boolean isDigit(int place) {
        return place < text.length() && text.charAt(place) >= '0' && text.charAt(place) <= '9';
    }

    SyntaxException found(String expected) {
        next();
        String what = at == text.length() ? "the end" : "'" + original.charAt(at) + "'";
        return error(at + 1, what, "expected " + expected);
    }

    SyntaxException error(int position, String problem, String expected) {
        return new SyntaxException(original, position, problem, expected);
    }
}
