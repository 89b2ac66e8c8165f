package org.hesse.io;

import java.util.ArrayList;
import java.util.List;

/** Reads {@link Phrase}s from the left to the right. */
final class PhraseParser {
    private static final String MARKS = ",():=";
    private static final int DEPTH = 50; // far more than anybody nests, far less than the stack holds

    private final String text;
    private int at;
    private int depth;

    PhraseParser(String text) {
        this.text = text;
    }

    List<Phrase> list() {
        List<Phrase> all = new ArrayList<>();
        do {
            all.add(phrase(true));
        } while (next(','));
        if (at < text.length()) {
            throw expected(text.charAt(at) == ')' ? "no ')' without its '('" : "a comma or the end");
        }
        return all;
    }

    private Phrase phrase(boolean withOptions) {
        if (++depth > DEPTH) {
            throw expected("at most " + DEPTH + " parentheses within each other");
        }
        String word = word("a name or a number");
        List<Phrase.Argument> arguments = new ArrayList<>();
        if (next('(')) {
            do {
                arguments.add(isOption() ? option() : new Phrase.Argument("", phrase(true)));
            } while (next(','));
            if (!next(')')) {
                throw expected("a comma or ')'");
            }
        }
        List<Phrase.Argument> options = new ArrayList<>();
        if (withOptions && next(':')) {
            do {
                options.add(option());
            } while (goesOn());
        }
        depth--;
        return new Phrase(word, arguments, options);
    }

    private Phrase.Argument option() {
        String key = word("option=value");
        if (!next('=')) {
            throw expected("'=' after '" + key + "', as in option=value");
        }
        return new Phrase.Argument(key, phrase(false));
    }

    /** Whether a comma and another option follow; if so, the comma is taken. */
    private boolean goesOn() {
        int before = at;
        if (next(',') && isOption()) {
            return true;
        }
        at = before;
        return false;
    }

    private boolean isOption() {
        int end = endOfWord();
        return end < text.length() && text.charAt(end) == '=';
    }

    private String word(String what) {
        int end = endOfWord();
        String word = text.substring(at, end).strip();
        if (word.isEmpty()) {
            throw expected(what);
        }
        at = end;
        return word;
    }

    private int endOfWord() {
        int end = at;
        while (end < text.length() && MARKS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private boolean next(char mark) {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == mark) {
            at++;
            return true;
        }
        return false;
    }

    private IllegalArgumentException expected(String what) {
        return new IllegalArgumentException("'" + text + "', position " + (at + 1) + ": expected " + what);
    }
}
