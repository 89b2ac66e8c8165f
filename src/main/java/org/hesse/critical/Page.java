package org.hesse.critical;

import static org.hesse.critical.ErrorBudget.error;

import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hesse.io.Numbers;
import org.hesse.io.Terminal;
import org.hesse.objective.Kind;

/** A verdict as text. */
final class Page {
    private static final int WIDTH = 80;
    private static final int EIGENVALUES = 8; // shown at each end of the spectrum
    private static final int VARIABLES = 5; // named in a direction

    private Page() {}

    /** The longest form that fits in a line. */
    static String line(CriticalPoint p) {
        if (p.kind() == Kind.UNDECIDED) {
            return Terminal.line("UNDECIDED: " + p.why());
        }
        double[] lambda = p.eigenvalues();
        String head = p.kind() + (p.kind() == Kind.SADDLE ? " index " + index(p) : "");
        String end = ", |Newton step| " + error(p.distance());
        String range = ", eigenvalues " + Numbers.brief(lambda[0]) + " to " + Numbers.brief(lambda[lambda.length - 1])
                + " ± " + error(p.error().total());
        String list = ", eigenvalues ["
                + IntStream.range(0, lambda.length <= EIGENVALUES ? lambda.length : 0)
                        .mapToObj(i -> Numbers.brief(lambda[i]) + " ± " + error(p.errorBar(i)))
                        .collect(Collectors.joining(", "))
                + "]";
        if (p.kind() == Kind.NOT_CRITICAL) {
            return Terminal.line(head + ": " + p.why());
        }
        return Stream.of(head + list + end, head + list, head + range + end, head + range)
                .map(Terminal::shown)
                .filter(line -> line.length() <= WIDTH && (lambda.length <= EIGENVALUES || !line.contains("[]")))
                .findFirst()
                .orElse(Terminal.shown(head + end));
    }

    private static String index(CriticalPoint p) {
        return p.index() == p.largestIndex() ? "" + p.index() : p.index() + " to " + p.largestIndex();
    }

    static String of(CriticalPoint p) {
        StringBuilder page = new StringBuilder(p.kind() + ": " + p.why() + "\n");
        add(page, "value", Numbers.precise(p.value()));
        add(page, "|gradient|", error(p.gradientNorm()) + ", known to " + error(p.gradientError()));
        double[] lambda = p.eigenvalues();
        if (lambda.length == 0) {
            return page.toString();
        }
        add(page, "Newton step", error(p.distance()) + " long, radius " + error(p.rho()));
        add(page, "decrement", error(p.decrement()) + " = g'H^-1 g / 2");
        add(page, "index", index(p) + " of " + lambda.length + ", nullity " + p.nullity());
        add(page, "condition", Numbers.brief(p.condition()));
        add(page, "Hessian", p.source() + "; moves by up to " + error(p.drift()) + " on the way");
        add(page, "error", p.error().toString());
        for (int i = 0; i < lambda.length; i++) {
            if (i < EIGENVALUES || i >= lambda.length - EIGENVALUES) {
                String sign = Math.abs(lambda[i]) <= p.error().total() ? " (sign unknown)" : "";
                add(page, "eigenvalue " + (i + 1), Numbers.brief(lambda[i]) + " ± " + error(p.errorBar(i)) + sign);
            } else if (i == EIGENVALUES) {
                add(page, "...", lambda.length - 2 * EIGENVALUES + " more");
            }
        }
        add(page, "lowest along", direction(p, p.lowestDirection()));
        for (int i = 0; i < Math.min(lambda.length, EIGENVALUES); i++) {
            if (i > 0 && Math.abs(lambda[i]) <= p.error().total()) {
                add(page, "flat along", direction(p, p.spectrum().vectors()[i]));
            }
        }
        return page.toString();
    }

    private static void add(StringBuilder page, String label, String text) {
        page.append("  ")
                .append(label)
                .append(" ".repeat(Math.max(1, 16 - label.length())))
                .append(text)
                .append('\n');
    }

    /** The variables that matter most in a direction. */
    private static String direction(CriticalPoint p, double[] v) {
        return IntStream.range(0, v.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(v[i])))
                .limit(VARIABLES)
                .map(i -> error(v[i]) + " " + p.layout().name(i))
                .collect(Collectors.joining(", ", "", v.length > VARIABLES ? ", ..." : ""));
    }
}
