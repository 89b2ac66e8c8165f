package org.hesse.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hesse.io.Numbers;

/** A fit as text for people, of at most 80 characters a line. */
final class FittedPage {
    private static final int WIDTH = 80;
    private static final int MATRIX = 8; // parameters whose correlations are a table
    private static final double STRONG = 0.9; // a correlation, where there are more

    private FittedPage() {}

    /** The verdict first: {@code CONVERGED a=1.02 ± 0.03, k=0.099 ± 0.004, chi2/dof=1.02}. */
    static String line(Fitted f) {
        double[] errors = f.standardErrors();
        String all = IntStream.range(0, errors.length)
                .mapToObj(j -> f.names().get(j) + "=" + estimate(f, j, errors[j]))
                .collect(Collectors.joining(", "));
        return f.status() + " " + quality(f) + ", " + all;
    }

    private static String quality(Fitted f) {
        return f.degreesOfFreedom() == 0
                ? "chi2=" + Numbers.rounded(f.chiSquare(), 3)
                : f.isAbsolute()
                        ? "chi2/dof=" + Numbers.rounded(f.chiSquare() / f.degreesOfFreedom(), 3)
                        : "s=" + Numbers.rounded(f.residualDeviation(), 3);
    }

    private static String estimate(Fitted f, int j, double error) {
        String name = f.names().get(j);
        return Estimate.shown(f.values()[j], error)
                + switch (f.role(name)) {
                    case FIXED -> " fixed";
                    case HELD -> " held";
                    default -> "";
                };
    }

    static String of(Fitted f) {
        List<String> lines = new ArrayList<>();
        lines.add(f.title() + f.observed().map(o -> " of " + o.source()).orElse(""));
        lines.add(f.status() + " after " + f.steps() + " steps: " + quality(f));
        int width = Math.max(
                9,
                Math.min(20, f.names().stream().mapToInt(String::length).max().orElse(0)));
        lines.add(row(width, "parameter", "value", "std error", "relative", "by exact H"));
        double[] errors = f.standardErrors();
        double[] exact = f.exactErrors();
        for (int j = 0; j < errors.length; j++) {
            String name = f.names().get(j);
            boolean estimated = f.role(name) == Fitted.Role.ESTIMATED;
            lines.add(row(
                    width,
                    name,
                    Numbers.rounded(f.values()[j], 11),
                    estimated ? error(errors[j]) : f.role(name) == Fitted.Role.FIXED ? "fixed" : "at bound",
                    estimated && errors[j] > 0 && f.values()[j] != 0
                            ? Numbers.rounded(100 * errors[j] / Math.abs(f.values()[j]), 2) + " %"
                            : "",
                    estimated ? error(exact[j]) : ""));
        }
        correlations(f, width, lines);
        lines.add("  " + chiSquare(f));
        String deviation = "residual standard deviation " + Numbers.rounded(f.residualDeviation(), 6)
                + (f.isAbsolute()
                        ? " of sigma; errors by sigma as given"
                        : "; errors by the variance of the residuals");
        wrap(deviation, lines);
        for (String remark : f.remarks()) {
            wrap("remark: " + remark, lines);
        }
        return lines.stream().map(FittedPage::cut).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String chiSquare(Fitted f) {
        return "chi2 = " + Numbers.rounded(f.chiSquare(), 8) + ", " + f.rows() + " rows, " + f.degreesOfFreedom()
                + " degrees of freedom"
                + f.pValue().map(p -> ", p = " + Numbers.rounded(p, 3)).orElse("");
    }

    private static String error(double e) {
        return Double.isNaN(e) ? "-" : Numbers.rounded(e, 5);
    }

    private static String row(int width, String... cells) {
        return String.format(Locale.ROOT, "  %-" + width + "s %18s %13s %10s %13s", (Object[]) cells)
                .stripTrailing();
    }

    private static void correlations(Fitted f, int width, List<String> lines) {
        double[][] c = f.correlation();
        int[] which = IntStream.range(0, c.length).filter(j -> c[j][j] == 1).toArray();
        if (which.length < 2) {
            return;
        }
        if (which.length > MATRIX) {
            List<String> strong = new ArrayList<>();
            for (int j : which) {
                for (int k : which) {
                    if (j < k && Math.abs(c[j][k]) > STRONG) {
                        strong.add(f.names().get(j) + "," + f.names().get(k) + " " + Numbers.rounded(c[j][k], 3));
                    }
                }
            }
            wrap(strong.isEmpty() ? "no correlation above 0.9" : "correlations: " + String.join("; ", strong), lines);
            return;
        }
        String head = IntStream.of(which)
                .limit(which.length - 1L)
                .mapToObj(j -> column(f.names().get(j)))
                .collect(Collectors.joining());
        lines.add(String.format(Locale.ROOT, "  %-" + width + "s%s", "correlation", head));
        for (int r = 1; r < which.length; r++) {
            StringBuilder line = new StringBuilder(String.format(
                    Locale.ROOT, "  %-" + Math.max(width, 11) + "s", f.names().get(which[r])));
            for (int k = 0; k < r; k++) {
                line.append(column(Numbers.rounded(c[which[r]][which[k]], 3)));
            }
            lines.add(line.toString());
        }
    }

    private static String column(String text) {
        return String.format(Locale.ROOT, " %7s", text.length() > 7 ? text.substring(0, 7) : text);
    }

    /** Breaks between words. */
    private static void wrap(String text, List<String> lines) {
        StringBuilder line = new StringBuilder(" ");
        for (String word : text.split(" ")) {
            if (line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder("   ");
            }
            line.append(' ').append(word);
        }
        lines.add(line.toString());
    }

    private static String cut(String line) {
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 3) + "...";
    }
}
