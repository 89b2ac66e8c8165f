package org.hesse.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.hesse.linear.Vectors;
import org.hesse.objective.Kind;
import org.hesse.objective.Objective;

/** Joins saddles of index 1 to the two minima below them, along the steepest-descent curves on both sides. */
public final class Network {
    private static final double SAME = 1e-6; // relative to the point
    private static final double ASIDE = 1e-3; // the first step off the saddle, as a part of the longest

    private final Objective f;
    private final UnaryOperator<double[]> canonical;
    private final Predicate<double[]> within;
    private final double longest;
    private final List<CensusPoint> points;

    private Network(
            Objective f,
            UnaryOperator<double[]> canonical,
            Predicate<double[]> within,
            double longest,
            List<CensusPoint> points) {
        this.f = f;
        this.canonical = canonical;
        this.within = within;
        this.longest = longest;
        this.points = new ArrayList<>(points);
    }

    /** What a way down ends at; the curve begins near the saddle. */
    record Way(CensusPoint end, List<double[]> curve) {}

    private record Draft(CensusPoint saddle, CensusPoint first, CensusPoint second) {}

    /**
     * Joins all saddles of index 1 of a census.
     *
     * @param f its function
     * @param census the points
     * @return the census with a link for each of those saddles, and with minima that were not known before; of an
     *     exhaustive census only such as interval arithmetic has not excluded, so none
     */
    public static Census join(Objective f, Census census) {
        return join(f, census, x -> x);
    }

    /**
     * Joins all saddles of index 1 of a census of points that have symmetric copies.
     *
     * @param f its function
     * @param census the points
     * @param canonical as for {@link Multistart#canonical}
     * @return the census with links
     */
    public static Census join(Objective f, Census census, UnaryOperator<double[]> canonical) {
        Region box = census.box();
        double diagonal = Vectors.norm(Vectors.minus(box.upper(), box.lower()));
        Network network = new Network(f, canonical, x -> box.holds(x, 0.5), diagonal / 20, census.points());
        List<Draft> drafts = new ArrayList<>();
        for (CensusPoint saddle : census.points()) {
            if (saddle.index() == 1 && !saddle.degenerate()) {
                drafts.add(new Draft(
                        saddle,
                        network.inBox(network.down(saddle, -1).end(), box),
                        network.inBox(network.down(saddle, 1).end(), box)));
            }
        }
        List<CensusPoint> all = new ArrayList<>(
                network.points.stream().filter(p -> box.holds(p.x(), 1e-9)).toList());
        all.sort(Census.ORDER);
        return census.with(
                all,
                drafts.stream()
                        .map(d -> new Link(all.indexOf(d.saddle), all.indexOf(d.first), all.indexOf(d.second)))
                        .toList());
    }

    /** For ways between points anywhere. */
    static Network around(Objective f, double longest, List<CensusPoint> points) {
        return new Network(f, x -> x, x -> true, longest, points);
    }

    private CensusPoint inBox(CensusPoint p, Region box) {
        return p != null && box.holds(p.x(), 1e-9) ? p : null;
    }

    /** The way down from a saddle on one side, −1 or 1; its end is null where there is no minimum. */
    Way down(CensusPoint saddle, int side) {
        Derivatives at = Derivatives.at(f, saddle.x());
        double[] v = at.spectrum().vectors()[0];
        int largest = 0;
        for (int i = 1; i < v.length; i++) {
            largest = Math.abs(v[i]) > Math.abs(v[largest]) ? i : largest;
        }
        double sign = side * Math.signum(v[largest]); // which side does not depend on the eigensolver
        return down(Vectors.plus(saddle.x(), sign * ASIDE * longest, v));
    }

    /** The way down from any point. */
    Way down(double[] x) {
        List<double[]> curve = Descent.from(f, x, longest, within);
        return curve.isEmpty()
                ? new Way(null, curve)
                : new Way(known(curve.get(curve.size() - 1)).orElse(null), curve);
    }

    /** A minimum, or a point of a valley without negative curvature. */
    private static boolean isBottom(CensusPoint p) {
        return p.kind() == Kind.MINIMUM || p.flat() > 0 && p.index() == 0;
    }

    /** The minimum at a point, perhaps a new one. */
    private Optional<CensusPoint> known(double[] x) {
        double[] form = canonical.apply(x);
        double near = SAME * Math.max(1, Vectors.norm(form));
        Optional<CensusPoint> old = points.stream()
                .filter(Network::isBottom)
                .filter(p -> Vectors.norm(Vectors.minus(canonical.apply(p.x()), form)) <= near)
                .findFirst();
        if (old.isPresent()) {
            return old;
        }
        Optional<CensusPoint> found = Certificate.of(f, x).filter(Network::isBottom);
        found.ifPresent(points::add);
        return found;
    }
}
