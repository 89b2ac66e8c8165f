package org.hesse.critical;

import static org.hesse.critical.ErrorBudget.error;

import java.util.Arrays;
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
        if (p.kind() == Kind.NOT_CRITICAL) {
            return Terminal.line(p.nearest()
                    .map(n -> p.kind() + certified(p) + "; nearest " + n)
                    .orElse(p.kind() + certified(p) + ": " + p.why()));
        }
        double[] lambda = p.eigenvalues();
        String flat = p.flat() > 0 ? ", flat manifold of dimension " + p.flat() : "";
        String face = p.active().isPresent() ? " on the face of its bounds" : "";
        String head = p.kind() + face + (p.kind() == Kind.SADDLE ? " index " + index(p) : "") + order(p) + flat;
        if (lambda.length == 0) {
            return Terminal.line(head + ": " + p.why());
        }
        double bar = p.signs().isEmpty() ? p.error().total() : Math.max(p.errorBar(0), p.errorBar(lambda.length - 1));
        String end = ", |Newton step| " + error(p.distance());
        String range = ", eigenvalues " + Numbers.brief(lambda[0]) + " to " + Numbers.brief(lambda[lambda.length - 1])
                + " ± " + error(bar);
        String list = ", eigenvalues ["
                + IntStream.range(0, isListed(p) ? lambda.length : 0)
                        .mapToObj(i -> Numbers.brief(lambda[i]) + " ± " + error(p.errorBar(i)))
                        .collect(Collectors.joining(", "))
                + "]";
        String proof = certified(p);
        return Stream.of(
                        head + list + proof + (proof.isEmpty() ? end : ""),
                        head + list + proof,
                        head + range + proof,
                        head + proof)
                .map(Terminal::shown)
                .filter(line -> line.length() <= WIDTH && (isListed(p) || !line.contains("[]")))
                .findFirst()
                .orElseGet(() -> Terminal.line(head));
    }

    private static boolean isListed(CriticalPoint p) {
        return p.count() <= EIGENVALUES;
    }

    private static String certified(CriticalPoint p) {
        return p.evidence() == Evidence.CERTIFIED ? ", certified" : "";
    }

    /** By which term of higher order the kind is known. */
    private static String order(CriticalPoint p) {
        return p.why().startsWith("cubic term")
                ? " by third order"
                : p.why().startsWith("quartic term") ? " by fourth order" : "";
    }

    private static String index(CriticalPoint p) {
        return p.index() == p.largestIndex() ? "" + p.index() : p.index() + " to " + p.largestIndex();
    }

    static String of(CriticalPoint p) {
        StringBuilder page = new StringBuilder(p.kind() + ": " + p.why() + "\n");
        add(page, "value", Numbers.precise(p.value()));
        add(page, "|gradient|", error(p.gradientNorm()) + ", known to " + error(p.gradientError()));
        add(page, "evidence", p.evidence().toString());
        p.blockedBy().ifPresent(b -> add(page, "blocked by", b.toString()));
        p.nearest().ifPresent(n -> add(page, "nearest", n + " (" + n.how() + ")"));
        p.active().ifPresent(a -> add(page, "bounds", bounds(p, a)));
        double[] lambda = p.eigenvalues();
        if (lambda.length == 0) {
            return page.toString();
        }
        if (p.flat() > 0) {
            add(page, "flat manifold", "of dimension " + p.flat());
        }
        add(page, "Newton step", error(p.distance()) + " long, radius " + error(p.rho()));
        add(page, "decrement", error(p.decrement()) + " = g'H^-1 g / 2");
        add(page, "index", index(p) + " of " + p.count() + ", nullity " + p.nullity());
        add(page, "condition", Numbers.brief(p.condition()));
        add(page, "Hessian", p.source() + "; moves by up to " + error(p.drift()) + " on the way");
        add(page, "error", p.error().toString());
        for (int i = 0; i < lambda.length; i++) {
            if (i < EIGENVALUES || i >= lambda.length - EIGENVALUES) {
                String sign =
                        p.nullity() > 0 && Math.abs(lambda[i]) <= p.error().total() ? " (sign unknown)" : "";
                add(page, label(p, i), Numbers.brief(lambda[i]) + " ± " + error(p.errorBar(i)) + sign);
            } else if (i == EIGENVALUES) {
                add(page, "...", lambda.length - 2 * EIGENVALUES + " more");
            }
        }
        add(page, "lowest along", direction(p, p.lowestDirection()));
        int shown = 0;
        for (int i = 0; p.nullity() > 0 && i < lambda.length && shown < EIGENVALUES; i++) {
            if (Math.abs(lambda[i]) <= p.error().total()) {
                shown++;
                add(page, "flat along", direction(p, p.spectrum().vectors()[i]));
            }
        }
        return page.toString();
    }

    private static String label(CriticalPoint p, int i) {
        if (p.signs().isEmpty()) {
            return "eigenvalue " + (i + 1);
        }
        int last = p.eigenvalues().length - 1;
        return i == 0 ? "lowest" : i == last ? "highest" : p.eigenvalues()[i] < 0 ? "next below 0" : "next above 0";
    }

    private static void add(StringBuilder page, String label, String text) {
        page.append("  ")
                .append(label)
                .append(" ".repeat(Math.max(1, 16 - label.length())))
                .append(text)
                .append('\n');
    }

    private static String bounds(CriticalPoint p, ActiveBounds a) {
        String held = IntStream.range(0, Math.min(VARIABLES, a.variables().length))
                .mapToObj(k -> p.layout().name(a.variables()[k]) + " multiplier " + error(a.multipliers()[k]))
                .collect(Collectors.joining(", "));
        String more = a.variables().length > VARIABLES ? ", ... " + a.variables().length + " in all" : "";
        String weak = a.weak().length > 0 ? "; multiplier 0: " + ActiveBounds.names(a.weak(), p.layout()) : "";
        return held + more + weak + "; reduced Hessian of the " + p.count() + " free variables";
    }

    /** The variables that matter most in a direction: {@code 0.98*k - 0.2*c}. */
    private static String direction(CriticalPoint p, double[] v) {
        StringBuilder text = new StringBuilder();
        double largest = Arrays.stream(v).reduce(0, (a, b) -> Math.abs(b) > Math.abs(a) ? b : a);
        IntStream.range(0, v.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(v[i])))
                .limit(VARIABLES)
                .filter(i -> Math.abs(v[i]) > 1e-3 * Math.abs(largest))
                .forEach(i -> text.append(text.isEmpty() ? "" : v[i] * largest > 0 ? " + " : " - ")
                        .append(error(Math.abs(v[i])))
                        .append('*')
                        .append(p.layout().name(i)));
        return text + (v.length > VARIABLES ? " ..." : "");
    }
}
