package org.hesse.report;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hesse.compare.Curve;
import org.hesse.compare.Quartiles;
import org.hesse.compare.Run;

/**
 * One method in a chart.
 *
 * @param number its number in the experiment, from 0
 * @param style hue, dash and marker
 * @param label its name
 * @param runs its seeds
 * @param optimum F*
 * @param curve median and quartiles
 * @param at where the points of the curve lie on the horizontal axis: its passes or its seconds
 * @param x the horizontal axis
 * @param y the vertical axis
 */
record Series(
        int number,
        Style style,
        String label,
        List<Run> runs,
        double optimum,
        Curve curve,
        double[] at,
        Scale x,
        Scale y) {
    private static final int MARKERS = 4;
    private static final int LABEL_LENGTH = 20; // what there is room for beside the chart

    double endX() {
        return x.at(at[at.length - 1]);
    }

    double endY() {
        return y.at(curve.end().median());
    }

    void draw(Svg svg, int right, double labelY, ToDoubleFunction<Run> end) {
        String text = Html.escaped(label);
        svg.line(
                "<g class=\"series m%d %s\"><title>%s: %s above F* at the end</title>",
                number, style.classes(), text, Format.scientific(curve.end().median()));
        if (curve.excess().stream().anyMatch(q -> q.low() < q.high())) {
            svg.line("<path class=\"band\" d=\"%sZ\"/>", path(Quartiles::high, false) + path(Quartiles::low, true));
        }
        svg.line("<path class=\"line\" d=\"%s\"/>", path(Quartiles::median, false));
        int points = at.length;
        for (int j = 0; j < Math.min(MARKERS, points); j++) {
            int i = (int)
                    ((j + 0.15 + 0.7 * (number % 5) / 5) / MARKERS * points); // not those of all methods in one place
            svg.line(
                    "<path class=\"dot\" d=\"%s\"/>",
                    style.marker(x.at(at[i]), y.at(curve.excess().get(i).median())));
        }
        for (Run run : runs) {
            if (run.diverged()) {
                double place = x.at(end.applyAsDouble(run));
                svg.line(
                        "<path class=\"lost\" d=\"M%.1f %.1fm-5 -5l10 10m0 -10l-10 10\"/>",
                        place, y.at(run.finalValue() - optimum));
            }
        }
        svg.line("<path class=\"leader\" d=\"M%.1f %.1fL%d %.1fh4\"/>", endX(), endY(), right + 6, labelY);
        svg.line(
                "<text class=\"label\" x=\"%d\" y=\"%.1f\">%s</text></g>",
                right + 14, labelY + 4, Html.escaped(shortened(label)));
    }

    /** As much of a label as there is room for beside a chart. */
    static String shortened(String label) {
        return label.length() <= LABEL_LENGTH ? label : label.substring(0, LABEL_LENGTH - 1) + "…";
    }

    private String path(ToDoubleFunction<Quartiles> value, boolean back) {
        StringBuilder d = new StringBuilder();
        int points = at.length;
        for (int k = 0; k < points; k++) {
            int i = back ? points - 1 - k : k;
            d.append(k == 0 && !back ? 'M' : 'L');
            d.append(Svg.number(x.at(at[i]))).append(' ');
            d.append(Svg.number(y.at(value.applyAsDouble(curve.excess().get(i)))));
        }
        return d.toString();
    }
}
