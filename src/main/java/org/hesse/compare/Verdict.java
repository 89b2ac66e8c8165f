package org.hesse.compare;

import java.util.Locale;
import java.util.Optional;
import org.hesse.critical.CriticalPoint;
import org.hesse.io.Numbers;
import org.hesse.linear.Vectors;
import org.hesse.objective.Kind;
import org.hesse.objective.Objective;
import org.hesse.run.Result;

/**
 * What kind of point a run ended at. It takes a dense Hessian and its eigenvalues, so it is computed only for full-batch
 * runs that ended with a small gradient, and in moderate dimensions; elsewhere the text says so.
 *
 * @param kind the kind; empty if it was not computed
 * @param text the verdict with its numbers, or why it was not computed
 */
public record Verdict(Optional<Kind> kind, String text) {
    private static final int LARGEST_DIMENSION = 1000;

    /** The largest ‖∇F‖∞ at which the kind of the end point is computed. */
    public static final double SMALL_GRADIENT = 1e-6;

    static Verdict of(Objective f, Regime regime, Result r) {
        if (!regime.isFull()) {
            return notComputed("minibatch run");
        }
        if (f.dimension() > LARGEST_DIMENSION) {
            return notComputed("n = " + f.dimension() + " > " + LARGEST_DIMENSION);
        }
        double norm = r.gradient() == null ? Double.NaN : Vectors.normInf(r.gradient());
        if (!(norm <= SMALL_GRADIENT)) {
            return notComputed(String.format(Locale.ROOT, "|g| = %.1e > %s", norm, Numbers.brief(SMALL_GRADIENT)));
        }
        return of(CriticalPoint.of(f, r.x()));
    }

    private static Verdict of(CriticalPoint point) {
        double[] values = point.eigenvalues();
        int last = values.length - 1;
        String spectrum = last < 0
                ? "no eigenvalues"
                : "eigenvalues from " + eigenvalue(point, 0) + " to " + eigenvalue(point, last);
        return new Verdict(Optional.of(point.kind()), point.kind() + ", " + spectrum);
    }

    private static String eigenvalue(CriticalPoint point, int i) {
        return String.format(Locale.ROOT, "%s ± %.1e", Numbers.brief(point.eigenvalues()[i]), point.errorBar(i));
    }

    static Verdict notComputed(String why) {
        return new Verdict(Optional.empty(), "not computed: " + why);
    }
}
