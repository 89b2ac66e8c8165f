package org.hesse.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hesse.compare.Quartiles;
import org.hesse.compare.Summary;
import org.hesse.compare.Verdict;
import org.hesse.io.Numbers;

/** Numbers and methods as a page shows them, the same in HTML and Markdown. */
final class Format {
    /** What there is not: a goal missed. */
    static final String NONE = "—";

    private Format() {}

    /** Two significant digits, always with an exponent: {@code 2.3e-2}. */
    static String scientific(double x) {
        if (x == Double.POSITIVE_INFINITY) {
            return "∞";
        }
        return x == 0
                ? "0"
                : String.format(Locale.ROOT, "%.1e", x)
                        .replaceFirst("e([+-])0*(\\d)", "e$1$2")
                        .replace("e+", "e");
    }

    static String rounded(double x, int digits) {
        return x == Double.POSITIVE_INFINITY ? NONE : Numbers.rounded(x, digits);
    }

    static String passes(double x) {
        return rounded(x, x < 100 ? 3 : 4);
    }

    /** Median and, where the seeds differ, quartiles in brackets; none where the median seed missed. */
    static String passes(Quartiles q) {
        boolean alike = q.low() == q.high() || q.median() == Double.POSITIVE_INFINITY;
        return passes(q.median()) + (alike ? "" : " [" + passes(q.low()) + ",\u00a0" + passes(q.high()) + "]");
    }

    /** How much of the time the objective took. */
    static String oracleShare(Summary s) {
        double share = s.oracleSeconds() / s.seconds().median();
        return share >= 0 ? String.format(Locale.ROOT, ", %.0f\u00a0%% f", 100 * Math.min(1, share)) : "";
    }

    static String seconds(double x) {
        if (x == Double.POSITIVE_INFINITY) {
            return NONE;
        }
        return (x < 10 ? Numbers.rounded(x, 2) : String.format(Locale.ROOT, "%.0f", x)) + " s";
    }

    /** Bytes in megabytes of 10⁶. */
    static String megabytes(double bytes) {
        double mega = bytes / 1e6;
        return Double.isNaN(bytes)
                ? NONE
                : (mega < 10 ? Numbers.rounded(mega, 2) : String.format(Locale.ROOT, "%.0f", mega)) + " MB";
    }

    /** Median and, where the seeds differ, quartiles in brackets. */
    static String excess(Quartiles q) {
        String median = scientific(q.median());
        return q.low() == q.high()
                ? median
                : median + " [" + scientific(q.low()) + ",\u00a0" + scientific(q.high()) + "]";
    }

    static String hits(Summary s) {
        return s.hits() + " of " + s.seeds();
    }

    static String evaluations(Summary s) {
        List<String> parts = new ArrayList<>();
        count(parts, s.gradients(), "∇f");
        count(parts, s.values(), "f");
        count(parts, s.products(), "Hv");
        count(parts, s.hessians(), "H");
        return String.join(" + ", parts);
    }

    private static void count(List<String> parts, double number, String what) {
        if (number > 0) {
            parts.add(Numbers.rounded(number, 6) + " " + what);
        }
    }

    static String status(Summary s) {
        return s.status() + (s.diverged() == 0 ? "" : "; " + s.diverged() + " of " + s.seeds() + " diverged");
    }

    static String verdict(Summary s) {
        return s.verdicts().stream().map(Verdict::text).collect(Collectors.joining("; "));
    }
}
