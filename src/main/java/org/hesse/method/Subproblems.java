package org.hesse.method;

import java.util.Map;
import java.util.stream.Collectors;
import org.hesse.io.Phrase;
import org.hesse.search.Gltr;
import org.hesse.search.MoreSorensen;
import org.hesse.search.Steihaug;
import org.hesse.search.Subproblem;

/** Subproblems of trust regions as text: {@code more-sorensen(tolerance=0.1)}. */
final class Subproblems {
    private static final Vocabulary<Subproblem> TABLE = new Vocabulary<>("subproblem", Subproblem.class);

    static {
        TABLE.add("gltr", new Gltr());
        TABLE.add("more-sorensen", new MoreSorensen());
        TABLE.add("steihaug", new Steihaug());
    }

    private Subproblems() {}

    static Subproblem read(Phrase text, double passes) {
        return TABLE.read(text, passes);
    }

    /** Its name, and the options that differ from their defaults. */
    static String text(Subproblem subproblem) {
        Map<String, Object> usual = TABLE.defaults(subproblem).map(Options::of).orElse(Map.of());
        String options = Options.of(subproblem).entrySet().stream()
                .filter(option -> !option.getValue().equals(usual.get(option.getKey())))
                .map(option -> option.getKey() + "=" + Component.text(option.getValue()))
                .collect(Collectors.joining(","));
        return TABLE.name(subproblem) + (options.isEmpty() ? "" : "(" + options + ")");
    }
}
