package org.hesse.census;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hesse.io.Json;
import org.hesse.objective.Kind;

/** A census as a document, for {@code --json} and for files. */
final class CensusDocument {
    private CensusDocument() {}

    static Map<String, Object> of(Census c) {
        Map<String, Object> d = new LinkedHashMap<>();
        d.put("of", c.function());
        d.put("names", c.names());
        d.put("box", region(c.box()));
        d.put("how", c.how());
        d.put("minima", c.minima());
        d.put("saddles", c.saddles());
        d.put("maxima", c.maxima());
        d.put("degenerate", c.degenerate());
        d.put("certified", c.certified());
        d.put("eulerSum", c.eulerSum());
        d.put("boxes", c.boxes());
        d.put("starts", c.starts());
        d.put("deflated", c.deflated());
        d.put("seed", c.seed());
        d.put("stopped", c.stopped());
        d.put("unsearched", c.unsearched());
        d.put("unsearchedHull", c.remaining().isEmpty() ? null : region(Region.hull(c.remaining())));
        d.put("undecided", c.undecided().stream().map(CensusDocument::open).toList());
        d.put("points", c.points().stream().map(CensusDocument::point).toList());
        d.put("links", c.links().stream().map(CensusDocument::link).toList());
        d.put("remaining", c.remaining().stream().map(CensusDocument::region).toList());
        return d;
    }

    static Map<String, Object> point(CensusPoint p) {
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("kind", p.kind());
        point.put("index", p.index());
        point.put("value", p.value());
        point.put("x", p.x());
        point.put("evidence", p.evidence());
        point.put("valley", p.flat());
        point.put("radius", p.radius());
        point.put("aloneWithin", p.alone());
        point.put("border", p.border());
        point.put("ends", p.ends());
        return point;
    }

    private static Map<String, Object> region(Region r) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("lower", r.lower());
        region.put("upper", r.upper());
        return region;
    }

    private static Map<String, Object> open(OpenPart part) {
        Map<String, Object> open = region(part.region());
        open.put("boxes", part.boxes());
        open.put("why", part.why());
        return open;
    }

    private static Map<String, Object> link(Link l) {
        Map<String, Object> link = new LinkedHashMap<>();
        link.put("saddle", l.saddle());
        link.put("minima", List.of(l.first(), l.second()));
        return link;
    }

    /** Reads what {@link #of} makes, and leaves alone what stands beside it. */
    static Census read(Path file) throws IOException {
        Object tree = Json.values(file);
        try {
            return census(new Entries(tree));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": not a census: " + e.getMessage(), e);
        }
    }

    private static Census census(Entries d) {
        Function<Entries, Region> region = CensusDocument::region;
        return new Census(
                d.text("of"),
                d.texts("names"),
                region(d.entries("box")),
                d.constant("how", Census.How.class),
                d.list("points", CensusDocument::point),
                d.list("undecided", e -> new OpenPart(region(e), (long) e.number("boxes"), e.text("why"))),
                d.list("remaining", region),
                d.text("stopped"),
                (long) d.number("boxes"),
                (long) d.number("starts"),
                (long) d.number("deflated"),
                d.whole("seed"),
                d.list("links", CensusDocument::link));
    }

    private static Region region(Entries e) {
        return new Region(e.numbers("lower"), e.numbers("upper"));
    }

    private static Link link(Entries e) {
        double[] minima = e.numbers("minima");
        return new Link((int) e.number("saddle"), (int) minima[0], (int) minima[1]);
    }

    private static CensusPoint point(Entries e) {
        return new CensusPoint(
                e.constant("kind", Kind.class),
                (int) e.number("index"),
                e.number("value"),
                e.numbers("x"),
                e.text("evidence").equals(CensusPoint.CERTIFIED),
                e.text("evidence").equals(CensusPoint.DEGENERATE),
                (int) e.number("valley"),
                e.number("radius"),
                e.number("aloneWithin"),
                e.is("border"),
                (long) e.number("ends"));
    }
}
