package org.hesse.io;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A word with what belongs to it: the one grammar of methods, schedules and line searches, as in {@code
 * lookahead(sgd:rate=cosine(0.1,30epochs)):k=5}.
 *
 * <pre>
 * phrase   = word [ "(" argument { "," argument } ")" ] [ ":" option { "," option } ]
 * argument = phrase | option
 * option   = word "=" word [ "(" argument { "," argument } ")" ]
 * </pre>
 *
 * <p>A word is anything without {@code , ( ) : =}; white space around it is dropped. A comma followed by {@code word=}
 * goes on with the options, any other comma ends them: {@code lbfgs,adam:rate=0.1,beta1=0.5,bfgs} is a list of three.
 *
 * @param word the word itself, not empty: a name, or a number
 * @param arguments what stands in the parentheses, perhaps nothing
 * @param options what stands after the colon, perhaps nothing; all have keys
 */
public record Phrase(String word, List<Argument> arguments, List<Argument> options) {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|[+-]?Infinity"); // no NaN, no 0x1p3, no 1f

    /**
     * One argument or option.
     *
     * @param key its name; empty if it has none
     * @param value what it is
     */
    public record Argument(String key, Phrase value) {
        /** As it is written. */
        @Override
        public String toString() {
            return key.isEmpty() ? value.toString() : key + "=" + value;
        }
    }

    /** Copies the lists. */
    public Phrase {
        arguments = List.copyOf(arguments);
        options = List.copyOf(options);
    }

    /**
     * Reads one phrase.
     *
     * @param text the whole text
     * @return the phrase
     * @throws IllegalArgumentException if it is none; the message says what was expected at which position, from 1
     */
    public static Phrase parse(String text) {
        List<Phrase> all = list(text);
        if (all.size() > 1) {
            throw new IllegalArgumentException(
                    "'" + text.strip() + "': expected one, but a comma not followed by option=" + " begins a second: '"
                            + all.get(1) + "'");
        }
        return all.get(0);
    }

    /**
     * Reads phrases separated by commas.
     *
     * @param text the whole text
     * @return the phrases, at least one
     * @throws IllegalArgumentException if it is no such list; the message says what was expected at which position
     */
    public static List<Phrase> list(String text) {
        return new PhraseParser(text).list();
    }

    /**
     * The arguments and the options.
     *
     * @return all, in their order
     */
    public List<Argument> all() {
        List<Argument> all = new ArrayList<>(arguments);
        all.addAll(options);
        return all;
    }

    /**
     * Whether it is but a word.
     *
     * @return true without arguments and options
     */
    public boolean isWord() {
        return arguments.isEmpty() && options.isEmpty();
    }

    /**
     * The number, if it is one: decimal, finite unless written {@code Infinity}.
     *
     * @return the number; empty for anything else
     */
    public OptionalDouble number() {
        return isWord() ? number(word) : OptionalDouble.empty();
    }

    /**
     * The number that a text is, if it is one.
     *
     * @param text decimal, such as {@code 1e-3}, {@code .5} or {@code Infinity}
     * @return the number; empty for anything else, and for a number that is too large
     */
    public static OptionalDouble number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(text);
        return Double.isInfinite(number) && !text.endsWith("y") ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    /** As it is written, without white space. */
    @Override
    public String toString() {
        String inside = arguments.isEmpty() ? "" : "(" + join(arguments.stream()) + ")";
        return word + inside + (options.isEmpty() ? "" : ":" + join(options.stream()));
    }

    private static String join(Stream<Argument> arguments) {
        return arguments.map(Argument::toString).collect(Collectors.joining(","));
    }
}
