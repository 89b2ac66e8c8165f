package org.hesse.method;

import java.util.Map;
import java.util.stream.Collectors;
import org.hesse.io.Phrase;
import org.hesse.search.Armijo;
import org.hesse.search.HagerZhang;
import org.hesse.search.LineSearch;
import org.hesse.search.MoreThuente;
import org.hesse.search.Zoom;

/** Line searches as text: {@code more-thuente(c2=0.5)}. */
final class LineSearches {
    private static final Vocabulary<LineSearch> TABLE = new Vocabulary<>("line search", LineSearch.class);

    static {
        TABLE.add("armijo", new Armijo());
        TABLE.add("hager-zhang", new HagerZhang());
        TABLE.add("more-thuente", new MoreThuente());
        TABLE.add("zoom", new Zoom());
    }

    private LineSearches() {}

    static LineSearch read(Phrase text, double passes) {
        return TABLE.read(text, passes);
    }

    /** Its name, and the options that differ from their defaults. */
    static String text(LineSearch search) {
        Map<String, Object> usual = TABLE.defaults(search).map(Options::of).orElse(Map.of());
        String options = Options.of(search).entrySet().stream()
                .filter(option -> !option.getValue().equals(usual.get(option.getKey())))
                .map(option -> option.getKey() + "=" + Component.text(option.getValue()))
                .collect(Collectors.joining(","));
        return TABLE.name(search) + (options.isEmpty() ? "" : "(" + options + ")");
    }
}
