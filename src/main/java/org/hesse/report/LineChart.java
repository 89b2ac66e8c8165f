package org.hesse.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.hesse.io.Numbers;

/**
 * A chart of numbers over numbers, as lines or as dots, with a name and a marker for each series. Immutable: each setter
 * returns a changed copy.
 *
 * <pre>{@code LineChart.of("Steps", "condition number", "steps").logX().logY().line("measured", kappa, steps)}</pre>
 *
 * <p>Where a number is not finite, or not positive on a logarithmic axis, the line has a gap; so it has where it leaves
 * the range.
 *
 * @param title its heading
 * @param across what goes to the right, with its unit
 * @param up what goes upwards, with its unit
 * @param logX whether the axis to the right is logarithmic
 * @param logY whether the axis upwards is logarithmic
 * @param low the lower end of the axis upwards, or NaN for that of the numbers
 * @param high its upper end, or NaN
 * @param data the series, in the order of the legend
 */
public record LineChart(
        String title, String across, String up, boolean logX, boolean logY, double low, double high, List<Data> data)
        implements Figure {
    private static final String LARGE = ".panel{font-size:15px}.panel .label{font-size:14.5px}";
    private static final int WIDTH = 760;
    private static final int HEIGHT = 440;
    private static final int LEFT = 76;
    private static final int RIGHT = 500;
    private static final int TOP = 34;
    private static final int BOTTOM = 384;
    private static final int FEW = 15; // points that are marked one by one
    private static final double APART = 0.4; // pixels

    /**
     * A series.
     *
     * @param label its name
     * @param x places to the right
     * @param y places upwards, as many
     * @param line whether its points are joined; else they are dots
     */
    public record Data(String label, double[] x, double[] y, boolean line) {
        /** Checks the lengths. */
        public Data {
            if (x.length != y.length) {
                throw new IllegalArgumentException("line chart: " + label + " has " + x.length + " x and " + y.length
                        + " y, expected as many of both");
            }
        }
    }

    /** Copies the list. */
    public LineChart {
        data = List.copyOf(data);
    }

    /**
     * Begins.
     *
     * @param title its heading
     * @param across what goes to the right
     * @param up what goes upwards
     * @return a chart without series, both axes linear
     */
    public static LineChart of(String title, String across, String up) {
        return new LineChart(title, across, up, false, false, Double.NaN, Double.NaN, List.of());
    }

    /**
     * Makes the axis to the right logarithmic.
     *
     * @return a changed copy
     */
    public LineChart withLogX() {
        return new LineChart(title, across, up, true, logY, low, high, data);
    }

    /**
     * Makes the axis upwards logarithmic.
     *
     * @return a changed copy
     */
    public LineChart withLogY() {
        return new LineChart(title, across, up, logX, true, low, high, data);
    }

    /**
     * Sets the range upwards.
     *
     * @param from its lower end
     * @param to its upper end, above it
     * @return a changed copy
     */
    public LineChart between(double from, double to) {
        if (!(from < to)) {
            throw new IllegalArgumentException("line chart: range " + from + " to " + to + ", expected from < to");
        }
        return new LineChart(title, across, up, logX, logY, from, to, data);
    }

    /**
     * Adds a line.
     *
     * @param label its name
     * @param x places to the right
     * @param y places upwards, as many
     * @return a changed copy
     */
    public LineChart line(String label, double[] x, double[] y) {
        return with(new Data(label, x.clone(), y.clone(), true));
    }

    /**
     * Adds dots.
     *
     * @param label their name
     * @param x places to the right
     * @param y places upwards, as many
     * @return a changed copy
     */
    public LineChart dots(String label, double[] x, double[] y) {
        return with(new Data(label, x.clone(), y.clone(), false));
    }

    private LineChart with(Data one) {
        List<Data> all = new ArrayList<>(data);
        all.add(one);
        return new LineChart(title, across, up, logX, logY, low, high, all);
    }

    @Override
    public String svg() {
        Scale x = axis(Data::x, logX, LEFT, RIGHT, Double.NaN, Double.NaN);
        Scale y = axis(Data::y, logY, BOTTOM, TOP, low, high);
        Svg svg = new Svg();
        svg.line(
                "<svg xmlns=\"%s\" class=\"panel\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                Svg.NAMESPACE, WIDTH, HEIGHT, Html.escaped(title));
        svg.line("%s", "<style>" + Style.COLOURS + Style.CHART + LARGE + "</style>");
        svg.line("<rect class=\"paper\" width=\"%d\" height=\"%d\" fill=\"var(--ground)\"/>", WIDTH, HEIGHT);
        svg.line("<text class=\"head\" x=\"%d\" y=\"18\">%s</text>", LEFT, Html.escaped(title));
        for (double tick : ticks(y)) {
            svg.line("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y.at(tick), RIGHT);
            svg.line(
                    "<text class=\"tick\" text-anchor=\"end\" x=\"%d\" y=\"%.1f\">%s</text>",
                    LEFT - 7, y.at(tick) + 4, number(y, tick));
        }
        for (double tick : ticks(x)) {
            svg.line("<path class=\"grid\" d=\"M%.1f %dV%d\"/>", x.at(tick), TOP, BOTTOM);
            svg.line(
                    "<text class=\"tick\" text-anchor=\"middle\" x=\"%.1f\" y=\"%d\">%s</text>",
                    x.at(tick), BOTTOM + 20, number(x, tick));
        }
        svg.line(
                "<text class=\"tick\" text-anchor=\"middle\" x=\"%d\" y=\"%d\">%s</text>",
                (LEFT + RIGHT) / 2, BOTTOM + 45, Html.escaped(across));
        int middle = (TOP + BOTTOM) / 2;
        svg.line(
                "<text class=\"tick\" text-anchor=\"middle\" x=\"18\" y=\"%d\" transform=\"rotate(-90 18 %d)\">%s</text>",
                middle, middle, Html.escaped(up));
        for (int k = 0; k < data.size(); k++) {
            draw(svg, k, x, y);
        }
        svg.line("</svg>");
        return svg.toString();
    }

    /** Round numbers; on a logarithmic axis powers of ten, and between few of them also twice and five times those. */
    private static List<Double> ticks(Scale scale) {
        if (!scale.log() || scale.high() - scale.low() >= 2) {
            return scale.ticks(scale.log() ? 9 : 6);
        }
        List<Double> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(scale.low()); power <= scale.high(); power++) {
            for (int digit : new int[] {1, 2, 5}) {
                double tick = digit * Math.pow(10, power);
                if (isOn(scale, tick)) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    private static String number(Scale scale, double tick) {
        boolean power = scale.log() && scale.high() - scale.low() >= 2;
        return power ? Svg.power(tick) : Numbers.rounded(tick, 9).replace('-', '\u2212');
    }

    /** Over the numbers, or as far as was said. */
    private Scale axis(
            Function<Data, double[]> of, boolean log, double from, double to, double lowest, double highest) {
        double[] all = data.stream()
                .flatMapToDouble(d -> Arrays.stream(of.apply(d)))
                .filter(v -> Double.isFinite(v) && (v > 0 || !log))
                .toArray();
        double least = Double.isNaN(lowest) ? Arrays.stream(all).min().orElse(log ? 1 : 0) : lowest;
        double most = Double.isNaN(highest) ? Arrays.stream(all).max().orElse(1) : highest;
        double lower = log ? Math.log10(least) : least;
        double upper = log ? Math.log10(most) : most;
        boolean given = !Double.isNaN(lowest);
        double room = given ? 0 : upper > lower ? 0.03 * (upper - lower) : Math.max(1, Math.abs(upper)) / 2;
        return new Scale(lower - room, upper + room, from, to, log);
    }

    private void draw(Svg svg, int k, Scale x, Scale y) {
        Data d = data.get(k);
        Style style = Picture.style(k);
        String label = Html.escaped(d.label);
        svg.line("<g class=\"series %s\"><title>%s</title>", style.classes(), label);
        double key = TOP + 10 + k * Math.min(19, (BOTTOM - TOP) / (double) data.size());
        if (d.line) {
            svg.line("<path class=\"line\" d=\"%s\"/>", path(d, x, y));
            svg.line("<path class=\"line\" d=\"M%d %.1fh28\"/>", RIGHT + 12, key);
        }
        if (!d.line || d.x.length <= FEW) {
            for (int i = 0; i < d.x.length; i++) {
                if (isOn(x, d.x[i]) && isOn(y, d.y[i])) {
                    svg.line("<path class=\"dot\" d=\"%s\"/>", style.marker(x.at(d.x[i]), y.at(d.y[i])));
                }
            }
            svg.line("<path class=\"dot\" d=\"%s\"/>", style.marker(RIGHT + 26, key));
        }
        svg.line("<text class=\"label\" x=\"%d\" y=\"%.1f\">%s</text></g>", RIGHT + 46, key + 4, label);
    }

    /** On the axis; a hair outside is rounding. */
    private static boolean isOn(Scale scale, double v) {
        double t = scale.log() ? Math.log10(v) : v;
        double hair = 1e-9 * (scale.high() - scale.low());
        return t >= scale.low() - hair
                && t <= scale.high() + hair; // not NaN, nor the logarithm of what is not positive
    }

    /** Goes to the edge where the line leaves the range, and leaves out what the eye cannot see. */
    private static String path(Data d, Scale x, Scale y) {
        StringBuilder path = new StringBuilder();
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        boolean pen = false;
        for (int i = 0; i < d.x.length; i++) {
            boolean drawn = isOn(x, d.x[i]) && !Double.isNaN(d.y[i]) && (d.y[i] > 0 || !y.log());
            boolean inside = drawn && isOn(y, d.y[i]);
            double px = drawn ? x.at(d.x[i]) : 0;
            double py = drawn ? y.at(d.y[i]) : 0;
            boolean near = Math.hypot(px - lastX, py - lastY) < APART && i < d.x.length - 1;
            if (drawn && (pen || inside) && !(pen && near)) {
                path.append(pen ? 'L' : 'M').append(Svg.number(px)).append(' ').append(Svg.number(py));
                lastX = px;
                lastY = py;
            }
            pen = inside;
        }
        return path.toString();
    }
}
