package org.hesse.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hesse.compare.Comparison;
import org.hesse.compare.Entry;

/**
 * How a method is drawn. Methods of one class share a hue and differ in dash; every method has a marker. The hues are
 * those of Okabe and Ito (2008), which the colour-blind can tell apart, yellow darkened and blues lightened where the
 * ground needs it.
 *
 * @param hue from 0 to 7
 * @param dash from 0, a full line, to 3
 * @param shape of the marker, from 0 to 4
 */
record Style(int hue, int dash, int shape) {
    static final String COLOURS = resource("colours.css");
    static final String CHART = resource("chart.css");
    static final String PAGE = resource("page.css");
    private static final int HUES = 8;
    private static final int DASHES = 4;
    private static final int SHAPES = 5;

    /** A style for each label of a report: a method looks the same in every section. */
    static Map<String, Style> of(List<Comparison> sections) {
        Map<String, Style> styles = new HashMap<>();
        List<Class<?>> families = new ArrayList<>();
        List<Class<?>> members = new ArrayList<>();
        for (Comparison section : sections) {
            for (Entry entry : section.experiment().entries()) {
                Class<?> family = entry.algorithm().getClass();
                if (!styles.containsKey(entry.label())) {
                    if (!families.contains(family)) {
                        families.add(family);
                    }
                    int hue = families.indexOf(family);
                    int dash = Collections.frequency(members, family) + hue / HUES;
                    styles.put(entry.label(), new Style(hue % HUES, dash % DASHES, members.size() % SHAPES));
                    members.add(family);
                }
            }
        }
        return styles;
    }

    String classes() {
        return "h" + hue + " d" + dash;
    }

    /** A path around a place: circle, square, triangle, diamond, cross. */
    String marker(double x, double y) {
        String path = switch (shape) {
            case 0 -> "m-3.4 0a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0 -6.8 0z";
            case 1 -> "m-3 -3h6v6h-6z";
            case 2 -> "m0 -4l4 7h-8z";
            case 3 -> "m0 -4.6l4.6 4.6l-4.6 4.6l-4.6 -4.6z";
            default -> "m-1.3 -4h2.6v2.7h2.7v2.6h-2.7v2.7h-2.6v-2.7h-2.7v-2.6h2.7z";
        };
        return String.format(Locale.ROOT, "M%.1f %.1f", x, y) + path;
    }

    private static String resource(String name) {
        try (InputStream in = Style.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
