package org.hesse.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hesse.census.Census;
import org.hesse.census.CensusPoint;
import org.hesse.census.Link;
import org.hesse.census.Region;

/** A census as a document. */
final class CensusDocument {
    private CensusDocument() {}

    static void describe(Census c, Map<String, Object> document) {
        document.put("box", region(c.box()));
        document.put("how", c.how());
        document.put("minima", c.minima());
        document.put("saddles", c.saddles());
        document.put("maxima", c.maxima());
        document.put("degenerate", c.degenerate());
        document.put("certified", c.certified());
        document.put("eulerSum", c.eulerSum());
        document.put("boxes", c.boxes());
        document.put("starts", c.starts());
        document.put("stopped", c.stopped());
        document.put("unsearched", c.unsearched());
        document.put(
                "undecided", c.undecided().stream().map(CensusDocument::region).toList());
        document.put("points", c.points().stream().map(CensusDocument::point).toList());
        document.put("links", c.links().stream().map(CensusDocument::link).toList());
    }

    static Map<String, Object> point(CensusPoint p) {
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("kind", p.kind());
        point.put("index", p.index());
        point.put("value", p.value());
        point.put("x", p.x());
        point.put("evidence", p.evidence());
        point.put("radius", p.radius());
        point.put("aloneWithin", p.alone());
        point.put("border", p.border());
        return point;
    }

    private static Map<String, Object> region(Region r) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("lower", r.lower());
        region.put("upper", r.upper());
        return region;
    }

    private static Map<String, Object> link(Link l) {
        return Map.of("saddle", l.saddle(), "minima", List.of(l.first(), l.second()));
    }
}
