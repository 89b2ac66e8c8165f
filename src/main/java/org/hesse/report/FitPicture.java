package org.hesse.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.hesse.fit.Fitted;
import org.hesse.fit.Observed;
import org.hesse.io.AtomicFiles;
import org.hesse.io.Numbers;

/**
 * A fit, drawn: the data with their errors and the model above, the residuals below. To the right goes the predictor if
 * there is one, otherwise what the model predicts, and the data should lie on the diagonal.
 */
public final class FitPicture {
    private static final int WIDTH = 660;
    private static final int LEFT = 84;
    private static final int RIGHT = 632;
    private static final int TOP = 40;
    private static final int MIDDLE = 330; // where the upper panel ends
    private static final int LOWER = 360; // where the lower one begins
    private static final int BOTTOM = 480;
    private static final int HEIGHT = 540;
    private static final int CURVE = 400; // points of it
    private static final double MARGIN = 0.05; // of an axis

    private final Fitted fit;
    private final Observed data;
    private final double[] at;
    private final double[] predicted;
    private final boolean single;
    private final Svg svg = new Svg();

    private FitPicture(Fitted fit) {
        this.fit = fit;
        this.data = fit.observed()
                .orElseThrow(() -> new IllegalArgumentException(
                        "plot: the fit knows residuals alone, expected a model with its data"));
        this.single = data.predictors().size() == 1;
        this.predicted = Arrays.stream(data.x()).mapToDouble(fit::predict).toArray();
        this.at = single ? Arrays.stream(data.x()).mapToDouble(x -> x[0]).toArray() : predicted;
    }

    /**
     * Draws.
     *
     * @param fit a fit with its data
     * @return an SVG document, complete in itself
     * @throws IllegalArgumentException if residuals were given without data
     */
    public static String svg(Fitted fit) {
        return new FitPicture(fit).draw();
    }

    /**
     * Draws to a file, replacing it in one move.
     *
     * @param fit a fit with its data
     * @param file where to
     * @return the file
     * @throws IllegalArgumentException if residuals were given without data
     * @throws UncheckedIOException if it cannot be written
     */
    public static Path write(Fitted fit, Path file) {
        try {
            AtomicFiles.write(file, svg(fit));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
        return file;
    }

    private String draw() {
        double[] residuals = fit.residuals();
        double[] y = data.y();
        double[] low = new double[y.length];
        double[] high = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            double error = fit.isAbsolute() ? data.sigma()[i] : 0;
            low[i] = y[i] - error;
            high[i] = y[i] + error;
        }
        Scale x = scale(at, at, LEFT, RIGHT);
        double[] curveX = new double[CURVE + 1];
        Arrays.setAll(curveX, k -> x.low() + (x.high() - x.low()) * k / CURVE);
        double[] curve = IntStream.rangeClosed(0, CURVE)
                .mapToDouble(k -> single ? fit.predict(curveX[k]) : curveX[k])
                .toArray();
        Scale up = scale(concat(low, predicted), concat(high, predicted), MIDDLE, TOP);
        double most = Math.max(Arrays.stream(residuals).map(Math::abs).max().orElse(0), Double.MIN_NORMAL);
        Scale down = scale(new double[] {-most}, new double[] {most}, BOTTOM, LOWER);
        svg.line(
                "<svg xmlns=\"%s\" class=\"panel\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                Svg.NAMESPACE, WIDTH, HEIGHT, Html.escaped(fit.toString()));
        svg.line(
                "%s",
                "<style>" + Style.COLOURS + Style.CHART
                        + ".panel .name{fill:var(--ink)}.bar{stroke:var(--c);stroke-width:1.2;opacity:.6;fill:none}"
                        + ".zero{stroke:var(--soft);stroke-width:1;fill:none}</style>");
        svg.line(
                "<defs><clipPath id=\"up\"><path d=\"M%d %dH%dV%dH%dz\"/></clipPath></defs>",
                LEFT, TOP, RIGHT, MIDDLE, LEFT);
        svg.line("<text class=\"head\" x=\"%d\" y=\"22\">%s</text>", LEFT, Html.escaped(heading()));
        grid(x, up, TOP, MIDDLE, false);
        grid(x, down, LOWER, BOTTOM, true);
        double middle = (LEFT + RIGHT) / 2.0;
        String right = single ? data.predictors().get(0) : "predicted " + data.response();
        svg.line(
                "<text class=\"name\" text-anchor=\"middle\" x=\"%.1f\" y=\"%d\">%s</text>",
                middle, BOTTOM + 42, Html.escaped(right));
        side(data.response(), (TOP + MIDDLE) / 2);
        side(fit.isAbsolute() ? "residual / \u03c3" : "residual", (LOWER + BOTTOM) / 2);
        svg.line(
                "<g class=\"h5\" clip-path=\"url(#up)\"><path class=\"line\" d=\"%s\"/></g>",
                path(x, up, curveX, curve));
        svg.line("<g class=\"h2\">");
        for (int i = 0; i < y.length; i++) {
            if (low[i] < high[i]) {
                svg.line("<path class=\"bar\" d=\"M%.1f %.1fV%.1f\"/>", x.at(at[i]), up.at(low[i]), up.at(high[i]));
            }
            dot(x.at(at[i]), up.at(y[i]), data.response() + " = " + Numbers.brief(y[i]));
        }
        svg.line("<path class=\"zero\" d=\"M%d %.1fH%d\"/>", LEFT, down.at(0), RIGHT);
        for (int i = 0; i < y.length; i++) {
            double r = -residuals[i]; // above where the data are above the model
            svg.line("<path class=\"bar\" d=\"M%.1f %.1fV%.1f\"/>", x.at(at[i]), down.at(0), down.at(r));
            dot(x.at(at[i]), down.at(r), "residual " + Numbers.brief(r));
        }
        svg.line("</g>");
        svg.line("</svg>");
        return svg.toString();
    }

    private String heading() {
        String text = fit.title();
        return text.length() <= 64 ? text : text.substring(0, 61) + "...";
    }

    private void side(String name, int y) {
        svg.line(
                "<text class=\"name\" text-anchor=\"middle\" transform=\"translate(18 %d)rotate(-90)\">%s</text>",
                y, Html.escaped(name));
    }

    private void dot(double x, double y, String title) {
        svg.line(
                "<circle class=\"dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.2\"><title>%s</title></circle>",
                x, y, Html.escaped(title));
    }

    private void grid(Scale x, Scale y, int top, int bottom, boolean labelled) {
        for (double tick : x.ticks(7)) {
            svg.line("<path class=\"grid\" d=\"M%.1f %dV%d\"/>", x.at(tick), top, bottom);
            if (labelled) {
                svg.line(
                        "<text class=\"tick\" text-anchor=\"middle\" x=\"%.1f\" y=\"%d\">%s</text>",
                        x.at(tick), bottom + 18, Picture.number(tick));
            }
        }
        for (double tick : y.ticks(Math.max(4, (bottom - top) / 45))) {
            svg.line("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y.at(tick), RIGHT);
            svg.line(
                    "<text class=\"tick\" text-anchor=\"end\" x=\"%d\" y=\"%.1f\">%s</text>",
                    LEFT - 7, y.at(tick) + 4, Picture.number(tick));
        }
    }

    private static String path(Scale x, Scale y, double[] px, double[] py) {
        StringBuilder d = new StringBuilder();
        char command = 'M';
        for (int k = 0; k < px.length; k++) {
            if (Double.isFinite(py[k])) {
                double place = y.from() + (y.to() - y.from()) * (py[k] - y.low()) / (y.high() - y.low());
                d.append(String.format(
                        Locale.ROOT, "%c%.1f %.1f", command, x.at(px[k]), Math.max(-1e4, Math.min(1e4, place))));
                command = 'L';
            } else {
                command = 'M';
            }
        }
        return d.toString();
    }

    /** An axis that holds all numbers, with a margin. */
    private static Scale scale(double[] low, double[] high, double from, double to) {
        double least = Arrays.stream(low).filter(Double::isFinite).min().orElse(0);
        double most = Arrays.stream(high).filter(Double::isFinite).max().orElse(1);
        double margin = most > least ? MARGIN * (most - least) : Math.max(Math.abs(most), 1) / 2;
        return new Scale(least - margin, most + margin, from, to, false);
    }

    private static double[] concat(double[] a, double[] b) {
        double[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }
}
