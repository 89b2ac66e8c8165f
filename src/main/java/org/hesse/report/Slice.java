package org.hesse.report;

import java.util.Locale;

/**
 * A function along a line through a point, and its Taylor model of second order beside it.
 *
 * @param name of the direction
 * @param t places on the line, ascending
 * @param f the function there
 * @param model the model there
 */
record Slice(String name, double[] t, double[] f, double[] model) {
    private static final int WIDTH = 420;
    private static final int HEIGHT = 300;
    private static final int LEFT = 66;
    private static final int RIGHT = 408;
    private static final int TOP = 30;
    private static final int BOTTOM = 252;

    String svg() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < t.length; i++) {
            if (Double.isFinite(f[i])) {
                low = Math.min(low, f[i]);
                high = Math.max(high, f[i]);
            }
        }
        double room = high > low ? 0.08 * (high - low) : Math.max(1, Math.abs(high)) * 0.01;
        boolean empty = low > high;
        Scale y = new Scale(empty ? 0 : low - room, empty ? 1 : high + room, BOTTOM, TOP, false);
        Scale x = new Scale(t[0], t[t.length - 1], LEFT, RIGHT, false);
        Svg svg = new Svg();
        svg.line(
                "<svg xmlns=\"%s\" class=\"plot slice\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                Svg.NAMESPACE, WIDTH, HEIGHT, Html.escaped("f along " + name));
        svg.line("<text class=\"name\" x=\"%d\" y=\"23\">%s</text>", LEFT, Html.escaped(name));
        for (double tick : y.ticks(4)) {
            svg.line("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y.at(tick), RIGHT);
            svg.line(
                    "<text text-anchor=\"end\" x=\"%d\" y=\"%.1f\">%s</text>",
                    LEFT - 8, y.at(tick) + 4, Picture.number(tick));
        }
        for (double tick : x.ticks(5)) {
            svg.line("<path class=\"grid\" d=\"M%.1f %dV%d\"/>", x.at(tick), TOP, BOTTOM);
            svg.line(
                    "<text text-anchor=\"middle\" x=\"%.1f\" y=\"%d\">%s</text>",
                    x.at(tick), BOTTOM + 20, Picture.number(tick));
        }
        svg.line(
                "<text class=\"name\" text-anchor=\"middle\" x=\"%d\" y=\"%d\">t</text>",
                (LEFT + RIGHT) / 2, BOTTOM + 40);
        svg.line("<path class=\"true\" d=\"%s\"/>", path(f, x, y));
        svg.line("<path class=\"model\" d=\"%s\"/>", path(model, x, y));
        svg.line("</svg>");
        return svg.toString();
    }

    /** What is not finite, or beyond the frame, interrupts the line. */
    private String path(double[] values, Scale x, Scale y) {
        StringBuilder d = new StringBuilder();
        boolean on = false;
        for (int i = 0; i < t.length; i++) {
            boolean inside = values[i] >= y.low() && values[i] <= y.high();
            if (inside) {
                d.append(String.format(Locale.ROOT, "%s%.1f %.1f", on ? "L" : "M", x.at(t[i]), y.at(values[i])));
            }
            on = inside;
        }
        return d.toString();
    }
}
