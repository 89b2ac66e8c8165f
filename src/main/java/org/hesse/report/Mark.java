package org.hesse.report;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hesse.critical.CriticalPoint;
import org.hesse.io.Numbers;
import org.hesse.objective.Kind;

/**
 * A critical point in the plane.
 *
 * @param x its first coordinate
 * @param y its second
 * @param point what is known of it
 */
record Mark(double x, double y, CriticalPoint point) {
    boolean isCritical() {
        return point.kind() != Kind.NOT_CRITICAL && point.kind() != Kind.UNDECIDED;
    }

    /** A name of the kind, for people. */
    static String name(Kind kind) {
        return kind == Kind.DEGENERATE ? "degenerate point" : kind.name().toLowerCase(Locale.ROOT);
    }

    /** A path around the origin: disc, triangle, cross, diamond. */
    static String glyph(Kind kind) {
        return switch (kind) {
            case MINIMUM -> "M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0z";
            case MAXIMUM -> "M0 -7l6.5 11.5h-13z";
            case SADDLE ->
                "M0 -2.3l3.6 -3.6l2.3 2.3l-3.6 3.6l3.6 3.6l-2.3 2.3l-3.6 -3.6l-3.6 3.6l-2.3 -2.3l3.6 -3.6"
                        + "l-3.6 -3.6l2.3 -2.3z";
            default -> "M0 -7.5l7.5 7.5l-7.5 7.5l-7.5 -7.5zM0 -3.5l-3.5 3.5l3.5 3.5l3.5 -3.5z";
        };
    }

    String where() {
        double[] x = point.x();
        int shown = Math.min(x.length, 8);
        return IntStream.range(0, shown)
                        .mapToObj(i -> point.layout().name(i) + " = " + Numbers.brief(x[i]))
                        .collect(Collectors.joining(", "))
                + (x.length > shown ? ", ... (n = " + x.length + ")" : "");
    }

    String eigenvalues() {
        double[] lambda = point.eigenvalues();
        int shown = Math.min(lambda.length, 8);
        return IntStream.range(0, shown)
                        .mapToObj(i -> Numbers.brief(lambda[i]) + " ± " + Numbers.rounded(point.errorBar(i), 2))
                        .collect(Collectors.joining(", "))
                + (lambda.length > shown ? ", ..." : "");
    }

    String text() {
        return name(point.kind()) + " at " + where() + "; f = " + Numbers.brief(point.value()) + "; eigenvalues "
                + eigenvalues();
    }
}
