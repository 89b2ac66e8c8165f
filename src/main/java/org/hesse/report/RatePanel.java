package org.hesse.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hesse.compare.Comparison;
import org.hesse.compare.Entry;
import org.hesse.compare.Regime;
import org.hesse.compare.Tuned;
import org.hesse.io.Numbers;

/**
 * A chart of what the tuning saw in one regime: the last excess over F* against the rate, both logarithmic, a line for each
 * method and a ring around the rate that was selected. A narrow valley is a method that must be tuned. Where points
 * diverged a line ends at a × on the upper edge.
 */
final class RatePanel {
    private static final int WIDTH = 520;
    private static final int HEIGHT = 400;
    private static final int LEFT = 46;
    private static final int RIGHT = 506;
    private static final int TOP = 34;
    private static final int BOTTOM = 348;

    private final Comparison c;
    private final Regime regime;
    private final Map<String, Style> styles;
    private final Scale x;
    private final Scale y;
    private final double optimum;

    private RatePanel(Comparison c, Regime regime, Map<String, Style> styles, Scale x, Scale y) {
        this.c = c;
        this.regime = regime;
        this.styles = styles;
        this.x = x;
        this.y = y;
        this.optimum = c.optimum().value();
    }

    static List<RatePanel> of(Comparison c, Map<String, Style> styles) {
        double optimum = c.optimum().value();
        double start = c.tuned().isEmpty() ? 1 : c.runs().get(0).startValue() - optimum;
        double resolution = Math.max(Math.ulp(optimum), Double.MIN_NORMAL);
        double lowest = Math.max(start, resolution);
        double from = Double.POSITIVE_INFINITY;
        double to = 0;
        for (Tuned t : c.tuned()) {
            for (Tuned.Trial trial : t.trials()) {
                lowest = Math.min(lowest, Math.max(trial.last() - optimum, resolution));
                from = Math.min(from, trial.rate());
                to = Math.max(to, trial.rate());
            }
        }
        List<RatePanel> panels = new ArrayList<>();
        for (Regime regime : c.experiment().regimes()) {
            if (c.tuned().stream()
                    .anyMatch(t -> t.regime().equals(regime) && t.trials().size() > 1)) {
                Scale x = Scale.decades(from, to, LEFT + 6, RIGHT - 6);
                Scale y = Scale.decades(lowest, Math.max(start, 2 * lowest), BOTTOM, TOP + 8);
                panels.add(new RatePanel(c, regime, styles, x, y));
            }
        }
        return panels;
    }

    String name(int section) {
        return (section + 1) + "-rates-" + regime.code();
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
                Svg.NAMESPACE,
                WIDTH,
                HEIGHT,
                Html.escaped("Tuning, " + regime + ": last excess over F* against the rate"));
        svg.line("%s", style);
        svg.line("<text class=\"head\" x=\"%d\" y=\"18\">%s</text>", LEFT, "Rates tried, " + regime);
        for (double tick : y.ticks(9)) {
            svg.line("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y.at(tick), RIGHT);
            svg.line(
                    "<text class=\"tick\" text-anchor=\"end\" x=\"%d\" y=\"%.1f\">%s</text>",
                    LEFT - 7, y.at(tick) + 4, Svg.power(tick));
        }
        for (double tick : x.ticks(9)) {
            svg.line("<path class=\"grid\" d=\"M%.1f %dV%d\"/>", x.at(tick), TOP, BOTTOM);
            svg.line(
                    "<text class=\"tick\" text-anchor=\"middle\" x=\"%.1f\" y=\"%d\">%s</text>",
                    x.at(tick), BOTTOM + 18, Svg.power(tick));
        }
        svg.line(
                "<text class=\"tick\" text-anchor=\"middle\" x=\"%d\" y=\"%d\">rate</text>",
                (LEFT + RIGHT) / 2, BOTTOM + 40);
        List<Entry> entries = c.experiment().entries();
        for (int k = 0; k < entries.size(); k++) {
            int number = k;
            c.tuned(entries.get(k).label(), regime).ifPresent(t -> draw(svg, number, t));
        }
        svg.line("</svg>");
        return svg.toString();
    }

    private void draw(Svg svg, int number, Tuned t) {
        Style style = styles.get(t.label());
        svg.line("<g class=\"series m%d %s\"><title>%s</title>", number, style.classes(), Html.escaped(title(t)));
        StringBuilder d = new StringBuilder();
        List<Tuned.Trial> trials = t.trials();
        for (int i = 0; i < trials.size(); i++) {
            boolean before = i > 0 && isFinite(trials.get(i - 1));
            boolean after = i + 1 < trials.size() && isFinite(trials.get(i + 1));
            double at = x.at(trials.get(i).rate());
            double height = height(trials.get(i));
            boolean lost = !isFinite(trials.get(i));
            if (!lost || before || after) { // beyond its ends a line does not run along the edge
                d.append(String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 || lost && !before ? "M" : "L", at, height));
            }
            if (lost && (before || after)) {
                svg.line("<path class=\"lost\" d=\"M%.1f %.1fm-4 -4l8 8m0 -8l-8 8\"/>", at, height);
            }
        }
        svg.line("<path class=\"line\" d=\"%s\"/>", d);
        if (!t.allDiverged()) {
            double at = x.at(t.best().rate());
            svg.line("<circle class=\"ring\" cx=\"%.1f\" cy=\"%.1f\" r=\"7\"/>", at, height(t.best()));
            svg.line("<path class=\"dot\" d=\"%s\"/>", style.marker(at, height(t.best())));
        }
        svg.line("</g>");
    }

    private static boolean isFinite(Tuned.Trial trial) {
        return trial.last() < Double.POSITIVE_INFINITY;
    }

    private double height(Tuned.Trial trial) {
        return y.at(trial.last() - optimum);
    }

    private static String title(Tuned t) {
        return t.allDiverged()
                ? t.label() + ": every rate diverged"
                : t.label() + ": best rate " + Numbers.brief(t.best().rate());
    }
}
