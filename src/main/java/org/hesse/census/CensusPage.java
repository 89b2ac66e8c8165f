package org.hesse.census;

import java.util.Locale;
import org.hesse.io.Numbers;
import org.hesse.io.Terminal;
import org.hesse.objective.Kind;

/** A census as text. */
final class CensusPage {
    private static final int SHOWN = 60;

    private CensusPage() {}

    static String line(Census c) {
        return Terminal.line(head(c) + ": " + counts(c) + (c.degenerate() > 0 ? "" : ", Euler sum " + c.eulerSum()));
    }

    private static String head(Census c) {
        String open = c.remaining().isEmpty() ? "" : ", unfinished";
        return "CENSUS " + (c.certified() ? "certified" : c.how().name().toLowerCase(Locale.ROOT)) + open;
    }

    private static String counts(Census c) {
        return number(c.minima(), "minimum", "minima")
                + ", " + number(c.saddles(), "saddle", "saddles")
                + ", " + number(c.maxima(), "maximum", "maxima")
                + (c.degenerate() == 0 ? "" : ", " + c.degenerate() + " degenerate")
                + (c.undecided().isEmpty() ? "" : ", " + c.undecided().size() + " undecided");
    }

    private static String number(long count, String one, String more) {
        return count + " " + (count == 1 ? one : more);
    }

    static String of(Census c) {
        StringBuilder page = new StringBuilder(head(c) + ": " + counts(c) + "\n");
        add(page, "function", c.function());
        add(page, "box", c.box().toString());
        add(page, "Euler sum", c.eulerSum() + "; 1 is expected if f is coercive and all points of R^n were found");
        if (c.how() == Census.How.EXHAUSTIVE) {
            add(page, "searched", c.boxes() + " boxes; " + searched(c));
        } else {
            add(
                    page,
                    "searched",
                    c.starts() + " starts, seed " + c.seed() + ", " + c.deflated()
                            + " of them again with known points deflated; there may be more points");
        }
        c.undecided().stream().limit(SHOWN).forEach(r -> add(page, "undecided", r.toString()));
        for (int k = 0; k < Math.min(SHOWN, c.points().size()); k++) {
            CensusPoint p = c.points().get(k);
            add(page, "point " + (k + 1), p + basis(p) + (p.ends() == 0 ? "" : ", " + p.ends() + ends(p)));
        }
        if (c.points().size() > SHOWN) {
            add(page, "...", c.points().size() - SHOWN + " more");
        }
        for (Link link : c.links()) {
            add(page, "link", link(c, link));
        }
        return page.toString();
    }

    private static String basis(CensusPoint p) {
        String within = ", to within " + Numbers.rounded(p.radius(), 2);
        String evidence = p.certified() ? "" : ", " + p.evidence().toLowerCase(Locale.ROOT);
        return p.degenerate() ? p.kind() == Kind.DEGENERATE ? "" : evidence : evidence + within;
    }

    private static String ends(CensusPoint p) {
        return (p.ends() == 1 ? " search ended" : " searches ended") + (p.flat() > 0 ? " in it" : " there");
    }

    private static String searched(Census c) {
        if (c.remaining().isEmpty()) {
            return c.certified() ? "the whole box, proved" : "the whole box";
        }
        return Numbers.rounded(100 * c.unsearched(), 3) + " % of the box not to the end, in "
                + c.remaining().size() + " boxes within " + Region.hull(c.remaining()) + ": " + c.stopped();
    }

    private static String link(Census c, Link link) {
        double saddle = c.points().get(link.saddle()).value();
        return "saddle " + (link.saddle() + 1) + " joins " + end(c, link.first(), saddle) + " and "
                + end(c, link.second(), saddle);
    }

    private static String end(Census c, int minimum, double saddle) {
        return minimum < 0
                ? "nothing in the box"
                : "minimum " + (minimum + 1) + " (barrier "
                        + Numbers.brief(saddle - c.points().get(minimum).value()) + ")";
    }

    private static void add(StringBuilder page, String label, String text) {
        page.append("  ")
                .append(label)
                .append(" ".repeat(Math.max(1, 16 - label.length())))
                .append(text)
                .append('\n');
    }
}
