package org.hesse.method;

import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hesse.search.Schedule;
import org.hesse.search.StepLength;

/** Methods as {@link Methods} reads them: the labels of reports. */
public final class MethodText {
    private MethodText() {}

    /**
     * The short text: the name, every rate, and the options that differ from their defaults.
     *
     * @param method any algorithm
     * @return such as {@code adam:rate=0.01} or {@code lookahead(gd:rate=0.1):k=6}; {@link Methods#parse} gives an equal
     *     method, unless there is something in it that text cannot say, such as a schedule of your own
     */
    public static String of(Algorithm method) {
        Map<String, Object> usual = Methods.defaults(method);
        return text(method, MethodText::of, (key, value) -> value instanceof Schedule || !value.equals(usual.get(key)));
    }

    /**
     * The short text without rates, for a method whose rate is tuned.
     *
     * @param method any algorithm
     * @return such as {@code momentum:mu=0.8}
     */
    public static String withoutRate(Algorithm method) {
        Map<String, Object> usual = Methods.defaults(method);
        return text(
                method,
                MethodText::withoutRate,
                (key, value) -> !(value instanceof Schedule || value instanceof StepLength.Rate)
                        && !value.equals(usual.get(key)));
    }

    /**
     * The full text, with every option of the method (of a line search within it, those that differ from their defaults),
     * which later versions with other defaults of the method read as the same one.
     *
     * @param method any algorithm
     * @return such as {@code rmsprop:rate=0.01,rho=0.9,eps=1e-8,place=outside-root}
     */
    public static String full(Algorithm method) {
        return text(method, MethodText::full, (key, value) -> true);
    }

    private static String text(
            Algorithm method, Function<Algorithm, String> inside, BiPredicate<String, Object> shown) {
        String inner = Options.inner(method).stream().map(inside).collect(Collectors.joining(","));
        String options = Options.of(method).entrySet().stream()
                .filter(option -> shown.test(option.getKey(), option.getValue()))
                .map(option -> option.getKey() + "=" + Component.text(option.getValue()))
                .collect(Collectors.joining(","));
        return Methods.name(method)
                + (inner.isEmpty() ? "" : "(" + inner + ")")
                + (options.isEmpty() ? "" : ":" + options);
    }
}
