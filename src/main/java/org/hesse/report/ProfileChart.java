package org.hesse.report;

import java.util.Locale;
import java.util.Map;
import org.hesse.compare.Distribution;

/**
 * A chart of profiles: the share of problems solved, upwards, within how much, to the right on a logarithmic axis. One
 * step curve for each solver.
 *
 * @param title its heading
 * @param axis what goes to the right
 * @param from the left end of the axis, positive
 * @param to the right end of the axis, greater than {@code from}
 * @param curves the solvers by their labels, in the order of the legend
 */
public record ProfileChart(String title, String axis, double from, double to, Map<String, Distribution> curves) {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 440;
    private static final int LEFT = 46;
    private static final int RIGHT = 500;
    private static final int TOP = 34;
    private static final int BOTTOM = 388;
    private static final int HUES = 8;
    private static final int LABEL_LENGTH = 28; // what there is room for

    /** Checks the axis. */
    public ProfileChart {
        if (!(from > 0 && from < to && to < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "profile chart: axis from " + from + " to " + to + ", expected 0 < from < to < infinity");
        }
    }

    /** A file of its own. */
    String file() {
        return file(Map.of());
    }

    /** A file of its own, with the styles that its methods have in other charts. */
    String file(Map<String, Style> styles) {
        return svg("<style>" + Style.COLOURS + Style.CHART + "</style>", styles);
    }

    /** A part of a page that has the styles. */
    String inline() {
        return inline(Map.of());
    }

    /** The same, with the styles that its methods have in other charts. */
    String inline(Map<String, Style> styles) {
        return svg("", styles);
    }

    private String svg(String style, Map<String, Style> styles) {
        Scale x = new Scale(Math.log10(from), Math.log10(to), LEFT, RIGHT, true);
        Scale y = new Scale(0, 1, BOTTOM, TOP, false);
        Svg svg = new Svg();
        svg.line(
                "<svg xmlns=\"%s\" class=\"panel\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                Svg.NAMESPACE, WIDTH, HEIGHT, Html.escaped(title));
        svg.line("%s", style);
        svg.line("<text class=\"head\" x=\"%d\" y=\"18\">%s</text>", LEFT, Html.escaped(title));
        for (double tick : y.ticks(5)) {
            svg.line("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y.at(tick), RIGHT);
            svg.line(
                    "<text class=\"tick\" text-anchor=\"end\" x=\"%d\" y=\"%.1f\">%.0f %%</text>",
                    LEFT - 5, y.at(tick) + 4, 100 * tick);
        }
        for (double tick = Math.scalb(1.0, Math.getExponent(from)); tick <= to; tick *= 2) {
            if (tick >= from) {
                svg.line("<path class=\"grid\" d=\"M%.1f %dV%d\"/>", x.at(tick), TOP, BOTTOM);
                svg.line(
                        "<text class=\"tick\" text-anchor=\"middle\" x=\"%.1f\" y=\"%d\">%s</text>",
                        x.at(tick), BOTTOM + 18, Svg.number(tick));
            }
        }
        svg.line(
                "<text class=\"tick\" text-anchor=\"middle\" x=\"%d\" y=\"%d\">%s</text>",
                (LEFT + RIGHT) / 2, BOTTOM + 40, Html.escaped(axis));
        int k = 0;
        for (String label : curves.keySet()) {
            String classes =
                    styles.containsKey(label) ? styles.get(label).classes() : "h" + k % HUES + " d" + k / HUES % 4;
            draw(svg, k++, label, classes, x, y);
        }
        svg.line("</svg>");
        return svg.toString();
    }

    private void draw(Svg svg, int k, String label, String classes, Scale x, Scale y) {
        Distribution curve = curves.get(label);
        StringBuilder d =
                new StringBuilder(String.format(Locale.ROOT, "M%.1f %.1f", x.at(from), y.at(curve.share(from))));
        for (double at : curve.at()) {
            if (at > from && at <= to) {
                d.append(String.format(Locale.ROOT, "H%.1fV%.1f", x.at(at), y.at(curve.share(at))));
            }
        }
        d.append("H").append(RIGHT);
        double place = TOP + 10 + k * Math.min(18, (BOTTOM - TOP) / (double) curves.size());
        svg.line("<g class=\"series %s\"><title>%s: %s solved</title>", classes, Html.escaped(label), solved(curve));
        svg.line("<path class=\"line\" d=\"%s\"/>", d);
        svg.line("<path class=\"line\" d=\"M%d %.1fh28\"/>", RIGHT + 14, place);
        svg.line(
                "<text class=\"label\" x=\"%d\" y=\"%.1f\">%s</text></g>",
                RIGHT + 50, place + 4, Html.escaped(shortened(label)));
    }

    private static String shortened(String label) {
        return label.length() <= LABEL_LENGTH ? label : label.substring(0, LABEL_LENGTH - 1) + "…";
    }

    private static String solved(Distribution curve) {
        return curve.at().length + " of " + curve.problems();
    }
}
