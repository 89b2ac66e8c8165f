package org.hesse.compare;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hesse.io.Names;
import org.hesse.io.Settings;

/** The tuning of an {@link ExperimentFile}. */
final class TuningFile {
    static final String KEY = "tuning";
    private static final List<String> KEYS = List.of("points", "rate", "search", "seeds", "select");

    private TuningFile() {}

    static Tuning read(Settings experiment) {
        Settings s = experiment.object(KEY, KEYS);
        if (!s.has("points")) {
            throw s.bad("points", "missing, expected how many settings to try of each method, such as 20");
        }
        Tuning usual = Tuning.of(1);
        double[] rate = s.has("rate") ? s.numbers("rate") : new double[] {usual.lowest(), usual.highest()};
        if (rate.length != 2) {
            throw s.bad("rate", rate.length + " numbers, expected two, such as [1e-4, 10]");
        }
        try {
            return new Tuning(
                    whole(s, "points", 1),
                    rate[0],
                    rate[1],
                    constant(s, "search", Tuning.Search.values(), usual.search()),
                    whole(s, "seeds", usual.seeds()),
                    constant(s, "select", Tuning.Select.values(), usual.select()));
        } catch (IllegalArgumentException e) {
            throw e.getMessage().startsWith(KEY) ? experiment.bad(KEY, e.getMessage()) : e;
        }
    }

    private static int whole(Settings s, String key, int otherwise) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, s.whole(key, otherwise)));
    }

    private static <E> E constant(Settings s, String key, E[] all, E otherwise) {
        String text = s.text(key, otherwise.toString());
        return Arrays.stream(all)
                .filter(one -> one.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> s.bad(
                        key,
                        text + ", "
                                + Names.expected(
                                        text,
                                        Arrays.stream(all).map(Object::toString).toList())));
    }

    static Map<String, Object> tree(Tuning t) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("points", t.points());
        tree.put("rate", List.of(t.lowest(), t.highest()));
        tree.put("search", t.search());
        tree.put("seeds", t.seeds());
        tree.put("select", t.select());
        return tree;
    }
}
