package org.hesse.census;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hesse.linear.Vectors;
import org.hesse.objective.Objective;

/**
 * Ways between two minima: a string of images finds the neighbourhood of the highest saddle, eigenvector following the
 * saddle itself, and steepest-descent curves the minima that it joins; where these are not the two asked for, the gaps are
 * closed in the same manner. Points of one valley are joined along it.
 */
public final class Paths {
    private static final int SADDLES = 20; // the most on a way

    private final Objective f;
    private final Network network;
    private final double longest;
    private final List<CensusPoint> stations = new ArrayList<>();
    private final List<double[]> curve = new ArrayList<>();
    private String why = "";
    private int saddles;

    private Paths(Objective f, double longest) {
        this.f = f;
        this.longest = longest;
        this.network = Network.around(f, longest, List.of());
    }

    /**
     * Finds a way. From points that are no minima one goes down first.
     *
     * @param f the function, with gradients; best with second derivatives
     * @param from where to begin, length n, not modified
     * @param to where to end, length n, not modified
     * @return the way, or why none was found
     * @throws IllegalArgumentException if a point is not of length n, or no minimum is below it
     */
    public static ReactionPath between(Objective f, double[] from, double[] to) {
        if (!f.hasGradient()) {
            throw new IllegalArgumentException("path: " + f + " is known by its values alone, expected gradients");
        }
        Paths paths = new Paths(f, longest(f, from, to));
        CensusPoint first = paths.minimum("from", from);
        CensusPoint last = paths.minimum("to", to);
        paths.stations.add(first);
        boolean found = paths.connect(first, last);
        return found
                ? new ReactionPath(paths.stations, paths.curve, "")
                : new ReactionPath(List.of(first, last), List.of(), paths.why);
    }

    private static double longest(Objective f, double[] from, double[] to) {
        for (double[] x : List.of(from, to)) {
            if (x.length != f.dimension()) {
                throw new IllegalArgumentException(
                        "path: a point of " + x.length + " numbers, expected " + f.dimension());
            }
        }
        double distance = Vectors.norm(Vectors.minus(to, from));
        return distance > 0 ? distance / 10 : 0.1;
    }

    private CensusPoint minimum(String name, double[] x) {
        CensusPoint end = network.down(x).end();
        if (end == null) {
            throw new IllegalArgumentException(
                    "path: from the point '" + name + "' steepest descent ends at no minimum, expected one");
        }
        return end;
    }

    /** Adds what lies between a and b, and b. */
    private boolean connect(CensusPoint a, CensusPoint b) {
        if (a.x() == b.x()) {
            return true;
        }
        List<double[]> along = ValleyWalk.between(f, a, b);
        if (!along.isEmpty()) {
            curve.addAll(along);
            stations.add(b);
            return true;
        }
        Optional<CensusPoint> saddle = saddle(a, b);
        if (saddle.isEmpty()) {
            return false;
        }
        Network.Way one = network.down(saddle.get(), -1);
        Network.Way other = network.down(saddle.get(), 1);
        if (one.end() == null || other.end() == null || one.end() == other.end()) {
            return fails("both sides of " + saddle.get() + " lead to " + other.end());
        }
        boolean straight =
                distance(a, one.end()) + distance(other.end(), b) <= distance(a, other.end()) + distance(one.end(), b);
        Network.Way back = straight ? one : other;
        Network.Way on = straight ? other : one;
        if (!connect(a, back.end())) {
            return false;
        }
        List<double[]> up = new ArrayList<>(back.curve());
        Collections.reverse(up);
        curve.addAll(up);
        curve.add(saddle.get().x());
        curve.addAll(on.curve());
        stations.add(saddle.get());
        stations.add(on.end());
        return connect(on.end(), b);
    }

    private Optional<CensusPoint> saddle(CensusPoint a, CensusPoint b) {
        if (++saddles > SADDLES) {
            fails("more than " + SADDLES + " saddles on the way");
            return Optional.empty();
        }
        double[] top = ElasticString.highest(f, a.x(), b.x());
        if (top == null) {
            fails("no image between " + a + " and " + b + " is higher than both");
            return Optional.empty();
        }
        Follow.End end = Follow.index(f, 1, longest / 2).from(top);
        Optional<CensusPoint> saddle = Optional.of(end)
                .filter(Follow.End::converged)
                .flatMap(e -> Certificate.of(f, e.x()))
                .filter(p -> p.index() == 1);
        if (saddle.isEmpty()) {
            fails("no saddle of index 1 was found between " + a + " and " + b);
        }
        return saddle;
    }

    private boolean fails(String reason) {
        why = reason;
        return false;
    }

    private static double distance(CensusPoint a, CensusPoint b) {
        return Vectors.norm(Vectors.minus(a.x(), b.x()));
    }
}
