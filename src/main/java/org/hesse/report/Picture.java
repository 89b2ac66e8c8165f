package org.hesse.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hesse.io.Numbers;

/**
 * A function of two variables, drawn: contours, ways of runs, critical points.
 *
 * @param title what it shows
 * @param xName name of the first variable
 * @param yName name of the second
 * @param grid the function
 * @param trails the runs
 * @param marks the critical points
 */
record Picture(String title, String xName, String yName, Grid grid, List<Trail> trails, List<Mark> marks) {
    private static final int WIDTH = 660;
    private static final int LEFT = 84;
    private static final int RIGHT = 632;
    private static final int TOP = 14;
    private static final int[] HUES = {5, 2, 7, 6, 4, 0, 3, 1};
    private static final int SHAPES = 5;

    /** How the k-th run is drawn. */
    static Style style(int k) {
        return new Style(HUES[k % HUES.length], k / HUES.length % 4, k % SHAPES);
    }

    /** True to scale where that leaves a handy shape. */
    private int bottom() {
        double ratio = (grid.high() - grid.low()) / (grid.right() - grid.left());
        return TOP + (int) Math.round((RIGHT - LEFT) * (ratio >= 0.5 && ratio <= 1.1 ? ratio : 0.75));
    }

    double px(double x) {
        return pixel(LEFT + (RIGHT - LEFT) * (x - grid.left()) / (grid.right() - grid.left()));
    }

    double py(double y) {
        return pixel(bottom() + (TOP - bottom()) * (y - grid.low()) / (grid.high() - grid.low()));
    }

    /** Far outside is far enough. */
    private static double pixel(double place) {
        return Math.rint(Math.max(-1e4, Math.min(1e4, place)) * 10) / 10;
    }

    boolean isVisible(double x, double y) {
        return x >= grid.left() && x <= grid.right() && y >= grid.low() && y <= grid.high();
    }

    /** A file of its own. */
    String file() {
        return svg("<style>" + Style.COLOURS + Style.resource("plot.css") + "</style>");
    }

    /** A part of a page that has the styles. */
    String svg() {
        return svg("");
    }

    private String svg(String style) {
        int bottom = bottom();
        Svg svg = new Svg();
        svg.line(
                "<svg xmlns=\"%s\" class=\"plot\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                Svg.NAMESPACE, WIDTH, bottom + 126, Html.escaped(title));
        svg.line("%s", style);
        svg.line(
                "<defs><clipPath id=\"frame\"><path d=\"M%d %dH%dV%dH%dz\"/></clipPath>",
                LEFT, TOP, RIGHT, bottom, LEFT);
        svg.line("<pattern id=\"hole\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
                + "<path d=\"M-2 10L10 -2M-2 2L2 -2M6 10L10 6\"/></pattern>");
        for (int k = 0; k < trails.size(); k++) {
            svg.line(
                    "<marker id=\"m%d\" viewBox=\"-6 -6 12 12\" markerWidth=\"12\" markerHeight=\"12\""
                            + " markerUnits=\"userSpaceOnUse\"><path class=\"dot %s\" d=\"%s\"/></marker>",
                    k, style(k).classes(), style(k).marker(0, 0));
        }
        svg.line("</defs>");
        double[] levels = Levels.of(grid.values());
        contours(svg, levels, bottom);
        axes(svg, bottom);
        svg.line("<g clip-path=\"url(#frame)\">");
        for (int k = 0; k < trails.size(); k++) {
            TrailDrawing.way(svg, this, k);
        }
        TrailDrawing.ends(svg, this, new LabelPlaces(LEFT, TOP, RIGHT, bottom));
        marks.stream().filter(m -> isVisible(m.x(), m.y())).forEach(m -> mark(svg, m));
        svg.line("</g>");
        bar(svg, levels, bottom + 70);
        svg.line("</svg>");
        return svg.toString();
    }

    /** Each region {f ≥ level} darkens what is below it by the same part. */
    private void contours(Svg svg, double[] levels, int bottom) {
        svg.line("<path class=\"hole\" d=\"M%d %dH%dV%dH%dz\"/>", LEFT, TOP, RIGHT, bottom, LEFT);
        svg.line("<g class=\"levels\" clip-path=\"url(#frame)\">");
        svg.line("<path class=\"ground\" d=\"%s\"/>", area(Double.NEGATIVE_INFINITY));
        for (double level : levels) {
            svg.line("<path class=\"level\" d=\"%s\"><title>f = %s</title></path>", area(level), Numbers.brief(level));
        }
        svg.line("</g>");
    }

    private String area(double level) {
        StringBuilder d = new StringBuilder();
        for (double[] loop : Contour.loops(grid, level)) {
            double[] places = new double[loop.length];
            Arrays.setAll(places, i -> i % 2 == 0 ? px(loop[i]) : py(loop[i]));
            polygon(d, places);
        }
        return d.toString();
    }

    /** Leaves out what lies between its neighbours on a line along an axis. */
    private static void polygon(StringBuilder d, double[] p) {
        int n = p.length;
        char command = 'M';
        for (int i = 0; i < n; i += 2) {
            double beforeX = p[(i + n - 2) % n];
            double beforeY = p[(i + n - 1) % n];
            double afterX = p[(i + 2) % n];
            double afterY = p[(i + 3) % n];
            boolean between = p[i] == beforeX && p[i] == afterX || p[i + 1] == beforeY && p[i + 1] == afterY;
            if (!between) {
                d.append(command).append(Svg.number(p[i])).append(' ').append(Svg.number(p[i + 1]));
                command = 'L';
            }
        }
        d.append(command == 'L' ? "z" : "");
    }

    private void axes(Svg svg, int bottom) {
        svg.line("<path class=\"frame\" d=\"M%d %dH%dV%dH%dz\"/>", LEFT, TOP, RIGHT, bottom, LEFT);
        for (double tick : new Scale(grid.left(), grid.right(), LEFT, RIGHT, false).ticks(6)) {
            svg.line("<path class=\"tick\" d=\"M%.1f %dv5\"/>", px(tick), bottom);
            svg.line("<text text-anchor=\"middle\" x=\"%.1f\" y=\"%d\">%s</text>", px(tick), bottom + 25, number(tick));
        }
        for (double tick : new Scale(grid.low(), grid.high(), bottom, TOP, false).ticks(6)) {
            svg.line("<path class=\"tick\" d=\"M%d %.1fh-5\"/>", LEFT, py(tick));
            svg.line("<text text-anchor=\"end\" x=\"%d\" y=\"%.1f\">%s</text>", LEFT - 8, py(tick) + 4, number(tick));
        }
        svg.line(
                "<text class=\"name\" text-anchor=\"middle\" x=\"%d\" y=\"%d\">%s</text>",
                (LEFT + RIGHT) / 2, bottom + 51, Html.escaped(xName));
        int middle = (TOP + bottom) / 2;
        svg.line(
                "<text class=\"name\" text-anchor=\"middle\" x=\"22\" y=\"%d\" transform=\"rotate(-90 22 %d)\">%s</text>",
                middle, middle, Html.escaped(yName));
    }

    static String number(double x) {
        return Numbers.rounded(x, 9).replace('-', '−');
    }

    private void mark(Svg svg, Mark m) {
        svg.line(
                "<g class=\"mark\" transform=\"translate(%.1f %.1f) scale(.9)\"><title>%s</title><path d=\"%s\"/></g>",
                px(m.x()),
                py(m.y()),
                Html.escaped(m.text()),
                Mark.glyph(m.point().kind()));
    }

    /** What the shades mean. */
    private static void bar(Svg svg, double[] levels, int top) {
        if (levels.length == 0) {
            svg.line(
                    "<text x=\"%d\" y=\"%d\">no contours: f is constant here, or nowhere finite</text>",
                    LEFT, top + 12);
            return;
        }
        double width = (RIGHT - LEFT) / (levels.length + 1.0);
        svg.line("<g class=\"levels\"><path class=\"ground\" d=\"M%d %dH%dv12H%dz\"/>", LEFT, top, RIGHT, LEFT);
        for (int k = 0; k < levels.length; k++) {
            svg.line(
                    "<path class=\"level\" d=\"M%.1f %dH%dv12H%.1fz\"/>",
                    LEFT + width * (k + 1), top, RIGHT, LEFT + width * (k + 1));
        }
        svg.line("</g><text text-anchor=\"end\" class=\"name\" x=\"%d\" y=\"%d\">f</text>", LEFT - 8, top + 11);
        int every = 1 + longest(levels) * 10 / (int) width;
        for (int k = 0; k < levels.length; k += every) {
            svg.line(
                    "<text%s text-anchor=\"middle\" x=\"%.1f\" y=\"%d\">%s</text>",
                    k / every % 2 == 0 ? "" : " class=\"second\"", LEFT + width * (k + 1), top + 30, number(levels[k]));
        }
    }

    private static int longest(double[] levels) {
        return Arrays.stream(levels)
                .mapToObj(Picture::number)
                .mapToInt(String::length)
                .max()
                .orElse(1);
    }

    /** A translation. */
    static String at(double x, double y) {
        return String.format(Locale.ROOT, "translate(%.1f %.1f)", x, y);
    }
}
