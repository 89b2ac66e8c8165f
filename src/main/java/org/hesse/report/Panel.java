package org.hesse.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hesse.compare.Comparison;
import org.hesse.compare.Curve;
import org.hesse.compare.Regime;
import org.hesse.compare.Run;
import org.hesse.run.Row;

/**
 * A chart of one regime: excess over F* (logarithmic) against data passes, and the same against seconds, of which CSS
 * shows one. For each method the median, the band of quartiles, a × where a seed diverged, and its name at the end of its
 * line. The panels of one experiment share their axes.
 */
final class Panel {
    private static final int WIDTH = 520;
    private static final int HEIGHT = 440;
    private static final int LEFT = 46;
    private static final int RIGHT = 352;
    private static final int TOP = 34;
    private static final int BOTTOM = 388;
    private static final double LABEL_HEIGHT = 14.5;

    private final Comparison c;
    private final Regime regime;
    private final String name;
    private final Map<String, Style> styles;
    private final Range range;

    private Panel(Comparison c, Regime regime, int section, Map<String, Style> styles, Range range) {
        this.c = c;
        this.regime = regime;
        this.name = (section + 1) + "-" + regime.code();
        this.styles = styles;
        this.range = range;
    }

    /** What the axes of all panels of an experiment have to hold. */
    private record Range(double lowest, double highest, double passes, double fastest, double slowest) {
        static Range of(Comparison c) {
            double optimum = c.optimum().value();
            double resolution = Math.max(Math.ulp(optimum), Double.MIN_NORMAL);
            double start = Math.max(c.runs().get(0).startValue() - optimum, resolution);
            double lowest = start;
            double highest = start;
            double passes = 0;
            double fastest = Double.POSITIVE_INFINITY;
            double slowest = 0;
            for (Run run : c.runs()) {
                passes = Math.max(passes, run.passes());
                for (Row row : run.rows()) {
                    double excess = row.value() - optimum;
                    lowest = Math.min(lowest, Math.max(excess, resolution));
                    highest = Double.isFinite(excess) ? Math.max(highest, excess) : highest;
                    fastest = row.steps() > 0 && row.seconds() > 0 ? Math.min(fastest, row.seconds()) : fastest;
                    slowest = Math.max(slowest, row.seconds());
                }
            }
            highest = Math.min(highest, 10 * start); // beyond it a run is lost, and the others would be squeezed
            return new Range(lowest, highest, passes, Math.min(fastest, slowest / 10), slowest);
        }
    }

    static List<Panel> of(Comparison c, int section, Map<String, Style> styles) {
        if (c.runs().isEmpty()) {
            return List.of();
        }
        Range range = Range.of(c);
        return c.experiment().regimes().stream()
                .filter(regime -> c.runs().stream().anyMatch(run -> run.regime().equals(regime)))
                .map(regime -> new Panel(c, regime, section, styles, range))
                .toList();
    }

    String name() {
        return name;
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
        Scale y = Scale.decades(range.lowest, range.highest, BOTTOM, TOP);
        Scale passes = new Scale(0, range.passes, LEFT, RIGHT, false);
        Scale seconds = Scale.decades(range.fastest, Math.max(range.slowest, 1e-9), LEFT, RIGHT);
        Svg svg = new Svg();
        svg.line(
                "<svg xmlns=\"%s\" class=\"panel\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                Svg.NAMESPACE,
                WIDTH,
                HEIGHT,
                Html.escaped(c.experiment().title() + ", " + regime + ": excess over F*"));
        svg.line(style);
        svg.line("<text class=\"head\" x=\"%d\" y=\"18\">%s</text>", LEFT, Html.escaped(heading()));
        for (double tick : y.ticks(9)) {
            svg.line("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y.at(tick), RIGHT);
            svg.line(
                    "<text class=\"tick\" text-anchor=\"end\" x=\"%d\" y=\"%.1f\">%s</text>",
                    LEFT - 7, y.at(tick) + 4, Svg.power(tick));
        }
        double goal = c.target() - c.optimum().value();
        if (y.at(goal) < BOTTOM && y.at(goal) > TOP) {
            svg.line("<path class=\"goal\" d=\"M%d %.1fH%d\"/>", LEFT, y.at(goal), RIGHT);
            svg.line("<text class=\"tick\" x=\"%d\" y=\"%.1f\">goal</text>", LEFT + 4, y.at(goal) - 4);
        }
        axis(svg, "by-passes", "data passes", passes, y, Curve::passes, Run::passes);
        axis(svg, "by-seconds", "seconds", seconds, y, Curve::seconds, Run::seconds);
        svg.line("</svg>");
        return svg.toString();
    }

    private String heading() {
        String text = regime.toString();
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private void axis(
            Svg svg,
            String kind,
            String title,
            Scale x,
            Scale y,
            Function<Curve, double[]> at,
            ToDoubleFunction<Run> end) {
        svg.line("<g class=\"%s\">", kind);
        for (double tick : x.ticks(6)) {
            svg.line("<path class=\"grid\" d=\"M%.1f %dV%d\"/>", x.at(tick), TOP, BOTTOM);
            svg.line(
                    "<text class=\"tick\" text-anchor=\"middle\" x=\"%.1f\" y=\"%d\">%s</text>",
                    x.at(tick), BOTTOM + 18, x.log() ? Svg.power(tick) : Svg.number(tick));
        }
        svg.line(
                "<text class=\"tick\" text-anchor=\"middle\" x=\"%d\" y=\"%d\">%s</text>",
                (LEFT + RIGHT) / 2, BOTTOM + 40, title);
        double optimum = c.optimum().value();
        List<Series> all = new ArrayList<>();
        for (int k = 0; k < c.experiment().entries().size(); k++) {
            String label = c.experiment().entries().get(k).label();
            List<Run> runs = c.runs(label, regime);
            if (!runs.isEmpty()) {
                Curve curve = Curve.of(runs, optimum);
                Series series = new Series(k, styles.get(label), label, runs, optimum, curve, at.apply(curve), x, y);
                all.add(series);
            }
        }
        double[] labels = spread(all);
        for (int i = 0; i < all.size(); i++) {
            all.get(i).draw(svg, RIGHT, labels[i], end);
        }
        svg.line("</g>");
    }

    /**
     * Places for the names: none over another, all within the panel, else as near the ends of their lines as can be, in
     * least squares (neighbours that would overlap are pooled, and the pool is centred on its mean).
     */
    private static double[] spread(List<Series> all) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, all.size()).boxed().toList());
        order.sort(Comparator.comparingDouble(i -> all.get(i).endY()));
        double height = Math.min(LABEL_HEIGHT, (BOTTOM - TOP + 12.0) / Math.max(1, all.size()));
        List<double[]> pools = new ArrayList<>(); // mean of the first places, and how many names
        for (int k = 0; k < order.size(); k++) {
            double[] pool = {all.get(order.get(k)).endY(), 1};
            while (!pools.isEmpty()) {
                double[] above = pools.get(pools.size() - 1);
                if (bounded(above, height) + above[1] * height <= bounded(pool, height)) {
                    break;
                }
                pools.remove(pools.size() - 1);
                double size = above[1] + pool[1];
                pool = new double[] {(above[0] * above[1] + (pool[0] - above[1] * height) * pool[1]) / size, size};
            }
            pools.add(pool);
        }
        double[] places = new double[all.size()];
        int k = 0;
        for (double[] pool : pools) {
            for (int j = 0; j < pool[1]; j++) {
                places[order.get(k++)] = bounded(pool, height) + j * height;
            }
        }
        return places;
    }

    private static double bounded(double[] pool, double height) {
        return Math.max(TOP, Math.min(BOTTOM + 6 - (pool[1] - 1) * height, pool[0]));
    }
}
