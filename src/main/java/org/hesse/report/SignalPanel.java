package org.hesse.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.hesse.compare.Comparison;
import org.hesse.compare.Quartiles;
import org.hesse.compare.Regime;
import org.hesse.compare.Run;

/**
 * A chart of the signal-to-noise ratio of the batches in one regime (logarithmic) against data passes: for each method the
 * median over the seeds, measurement by measurement, with its name beside. Where the ratio is 0 or not finite the line has a gap.
 */
final class SignalPanel {
    private static final int WIDTH = 520;
    private static final int HEIGHT = 400;
    private static final int LEFT = 46;
    private static final int RIGHT = 332;
    private static final int TOP = 34;
    private static final int BOTTOM = 348;

    private final Regime regime;
    private final Map<String, Style> styles;
    private final List<Line> lines;
    private final Scale x;
    private final Scale y;

    /** A method: its number in the experiment, and the medians. */
    private record Line(int number, String label, double[] passes, double[] signal) {
        static Line of(int number, String label, List<Run> runs) {
            int most = runs.stream().mapToInt(run -> run.rows().size()).max().orElse(0);
            double[] passes = new double[most];
            double[] signal = new double[most];
            for (int i = 0; i < most; i++) {
                int at = i;
                List<Run> there =
                        runs.stream().filter(run -> run.rows().size() > at).toList();
                passes[i] = median(
                        there.stream().mapToDouble(run -> run.rows().get(at).passes()));
                signal[i] = median(there.stream()
                        .mapToDouble(run -> Run.signalToNoise(run.rows().get(at))));
            }
            return new Line(number, label, passes, signal);
        }

        private static double median(DoubleStream numbers) {
            double[] known = numbers.filter(v -> !Double.isNaN(v)).toArray();
            return known.length == 0 ? Double.NaN : Quartiles.of(known).median();
        }

        boolean isDrawn(int i) {
            return signal[i] > 0 && signal[i] < Double.POSITIVE_INFINITY;
        }

        DoubleStream drawn() {
            return DoubleStream.of(signal).filter(v -> v > 0 && v < Double.POSITIVE_INFINITY);
        }
    }

    private SignalPanel(Regime regime, Map<String, Style> styles, List<Line> lines, Scale x, Scale y) {
        this.regime = regime;
        this.styles = styles;
        this.lines = lines;
        this.x = x;
        this.y = y;
    }

    /** A panel for each regime of minibatches with the ratio, all with the same axes; none without diagnostics. */
    static List<SignalPanel> of(Comparison c, Map<String, Style> styles) {
        List<SignalPanel> panels = new ArrayList<>();
        List<List<Line>> regimes =
                c.experiment().regimes().stream().map(r -> lines(c, r)).toList();
        double[] all = regimes.stream()
                .flatMap(List::stream)
                .flatMapToDouble(Line::drawn)
                .sorted()
                .toArray();
        if (c.experiment().diagnostics() && all.length > 0) {
            double passes = c.runs().stream().mapToDouble(Run::passes).max().orElse(1);
            Scale x = new Scale(0, passes, LEFT, RIGHT, false);
            Scale y = Scale.decades(Math.min(1, all[0]), Math.max(1, all[all.length - 1]), BOTTOM, TOP);
            for (int r = 0; r < regimes.size(); r++) {
                if (!regimes.get(r).isEmpty()) {
                    panels.add(new SignalPanel(c.experiment().regimes().get(r), styles, regimes.get(r), x, y));
                }
            }
        }
        return panels;
    }

    private static List<Line> lines(Comparison c, Regime regime) {
        List<Line> lines = new ArrayList<>();
        for (int k = 0; k < c.experiment().entries().size(); k++) {
            String label = c.experiment().entries().get(k).label();
            Line line = Line.of(k, label, c.runs(label, regime));
            if (line.drawn().count() > 0) {
                lines.add(line);
            }
        }
        return lines;
    }

    String name(int section) {
        return (section + 1) + "-signal-" + regime.code();
    }

    /** A file of its own. */
    String file() {
        return svg("<style>" + Style.COLOURS + Style.CHART + "</style>");
    }

    /** A part of a page that has the styles. */
    String inline() {
        return svg("");
    }

    private String svg(String style) {
        Svg svg = new Svg();
        svg.line(
                "<svg xmlns=\"%s\" class=\"panel\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                Svg.NAMESPACE, WIDTH, HEIGHT, Html.escaped("Signal-to-noise ratio of the batches, " + regime));
        svg.line("%s", style);
        svg.line("<text class=\"head\" x=\"%d\" y=\"18\">%s</text>", LEFT, "Signal to noise, " + regime);
        for (double tick : y.ticks(9)) {
            svg.line("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y.at(tick), RIGHT);
            svg.line(
                    "<text class=\"tick\" text-anchor=\"end\" x=\"%d\" y=\"%.1f\">%s</text>",
                    LEFT - 7, y.at(tick) + 4, Svg.power(tick));
        }
        for (double tick : x.ticks(6)) {
            svg.line("<path class=\"grid\" d=\"M%.1f %dV%d\"/>", x.at(tick), TOP, BOTTOM);
            svg.line(
                    "<text class=\"tick\" text-anchor=\"middle\" x=\"%.1f\" y=\"%d\">%s</text>",
                    x.at(tick), BOTTOM + 18, Svg.number(tick));
        }
        svg.line(
                "<text class=\"tick\" text-anchor=\"middle\" x=\"%d\" y=\"%d\">data passes</text>",
                (LEFT + RIGHT) / 2, BOTTOM + 40);
        svg.line("<path class=\"goal\" d=\"M%d %.1fH%d\"/>", LEFT, y.at(1), RIGHT);
        double height = Math.min(18, (BOTTOM - TOP) / (double) lines.size());
        for (int k = 0; k < lines.size(); k++) {
            draw(svg, lines.get(k), TOP + 8 + k * height);
        }
        svg.line("</svg>");
        return svg.toString();
    }

    private void draw(Svg svg, Line line, double key) {
        Style style = styles.get(line.label);
        String label = Html.escaped(line.label);
        svg.line("<g class=\"series m%d %s\"><title>%s</title>", line.number, style.classes(), label);
        StringBuilder d = new StringBuilder();
        for (int i = 0; i < line.signal.length; i++) {
            if (line.isDrawn(i)) {
                boolean pen = i > 0 && line.isDrawn(i - 1);
                d.append(String.format(
                        Locale.ROOT, "%s%.1f %.1f", pen ? "L" : "M", x.at(line.passes[i]), y.at(line.signal[i])));
            }
        }
        svg.line("<path class=\"line\" d=\"%s\"/>", d);
        svg.line("<path class=\"line\" d=\"M%d %.1fh22\"/>", RIGHT + 8, key);
        svg.line("<path class=\"dot\" d=\"%s\"/>", style.marker(RIGHT + 19, key));
        svg.line(
                "<text class=\"label\" x=\"%d\" y=\"%.1f\">%s</text></g>",
                RIGHT + 36, key + 4, Html.escaped(Series.shortened(line.label)));
    }
}
