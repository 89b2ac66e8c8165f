package org.hesse.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hesse.critical.Blocked;
import org.hesse.critical.CriticalPoint;
import org.hesse.critical.Nearest;
import org.hesse.objective.Kind;

/** The verdict on a point, in pages and documents. */
final class Verdicts {
    private Verdicts() {}

    static String page(Optional<CriticalPoint> verdict) {
        return verdict.map(p -> p.report().stripTrailing())
                .orElse("no verdict: the function is not finite there, or has too many variables");
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
            document.put("indexRange", List.of(p.index(), p.largestIndex()));
            document.put("nullity", p.nullity());
            document.put("evidence", p.evidence());
            document.put("nearest", p.nearest().map(Verdicts::nearest).orElse(null));
            document.put("blockedBy", p.blockedBy().map(Verdicts::blocked).orElse(null));
        });
    }

    private static Map<String, Object> nearest(Nearest n) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", n.kind());
        document.put("index", n.index());
        document.put("distance", n.distance());
        document.put("evidence", n.evidence());
        document.put("x", n.x());
        document.put("proof", n.proof().toString());
        return document;
    }

    private static Map<String, Object> blocked(Blocked b) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("term", b.term());
        document.put("action", b.action());
        return document;
    }
}
