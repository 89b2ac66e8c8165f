package org.hesse.cli;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hesse.critical.CriticalPoint;
import org.hesse.linear.Vectors;
import org.hesse.objective.Kind;
import org.hesse.objective.Objective;

/** The verdict on a point, in pages and documents. */
final class Verdicts {
    private static final int LARGEST = 2000; // a spectrum takes O(n^3): half a minute there

    private Verdicts() {}

    /** The verdict, or empty where the point is not finite or has too many variables. */
    static Optional<CriticalPoint> of(Objective f, double[] x) {
        return x.length <= LARGEST && Double.isFinite(Vectors.normInf(x))
                ? Optional.of(CriticalPoint.of(f, x))
                : Optional.empty();
    }

    static String page(Optional<CriticalPoint> verdict, Objective f) {
        return verdict.map(p -> p.report().stripTrailing())
                .orElse("no verdict: the point is not finite, or n = " + f.dimension() + " > " + LARGEST);
    }

    static void describe(Optional<CriticalPoint> verdict, Map<String, Object> document) {
        document.put("kind", verdict.map(CriticalPoint::kind).orElse(Kind.UNDECIDED));
        verdict.ifPresent(p -> {
            document.put("index", p.index());
            document.put("largestIndex", p.largestIndex());
            document.put("eigenvalues", p.eigenvalues());
            document.put(
                    "errorBars",
                    IntStream.range(0, p.eigenvalues().length)
                            .mapToDouble(p::errorBar)
                            .toArray());
            document.put("newtonStep", p.distance());
            document.put("radius", p.rho());
            document.put("verdict", p.why());
        });
    }
}
