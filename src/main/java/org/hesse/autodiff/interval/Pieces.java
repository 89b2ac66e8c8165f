package org.hesse.autodiff.interval;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The enclosure of a function that is another one on each of several parts of the box, as behind a condition: hulls over the
 * pieces. Whether f is continuous from piece to piece is not known, so nothing is proved that needs it. At a point where f
 * has a gradient it is in the hull: along each direction f is one of the pieces infinitely often. Where two pieces have no
 * value in common f may jump, and as across any jump the derivatives are then all numbers.
 */
public final class Pieces implements Enclosure {
    private final List<Enclosure> pieces;
    private final String why;
    private final boolean jumps;

    private Pieces(List<Enclosure> pieces, String why, boolean jumps) {
        this.pieces = pieces;
        this.why = why;
        this.jumps = jumps;
    }

    /**
     * The hull of pieces.
     *
     * @param pieces enclosures over the same box, at least one; each point of the box has f from one of them
     * @param why why f may be any of them
     * @return their hull, with this obstacle to any proof
     */
    public static Enclosure of(List<Enclosure> pieces, String why) {
        boolean jumps = pieces.stream()
                .anyMatch(a -> pieces.stream()
                        .anyMatch(b -> a.value().intersect(b.value()).isEmpty()));
        return new Pieces(List.copyOf(pieces), why, jumps);
    }

    /**
     * All numbers.
     *
     * @param n the number of variables
     * @param why why nothing is known
     * @return an enclosure of any function
     */
    public static Enclosure unknown(int n, String why) {
        Interval[] row = new Interval[n];
        Arrays.fill(row, Interval.ENTIRE);
        return new Enclosure() {
            @Override
            public Interval value() {
                return Interval.ENTIRE;
            }

            @Override
            public Interval meanValue() {
                return Interval.ENTIRE;
            }

            @Override
            public Interval[] gradient() {
                return row.clone();
            }

            @Override
            public Interval[][] hessian() {
                Interval[][] h = new Interval[n][];
                Arrays.setAll(h, i -> row.clone());
                return h;
            }

            @Override
            public Optional<String> obstacle(int order) {
                return Optional.of(why);
            }
        };
    }

    @Override
    public Interval value() {
        return pieces.stream().map(Enclosure::value).reduce(Interval.EMPTY, Interval::hull);
    }

    @Override
    public Interval meanValue() {
        return value();
    }

    @Override
    public Interval[] gradient() {
        return pieces.stream().map(Enclosure::gradient).reduce(this::hull).orElseThrow();
    }

    @Override
    public Interval[][] hessian() {
        Interval[][] hull = pieces.get(0).hessian();
        for (Enclosure piece : pieces) {
            Interval[][] h = piece.hessian();
            Arrays.setAll(hull, i -> hull(hull[i], h[i]));
        }
        return hull;
    }

    private Interval[] hull(Interval[] a, Interval[] b) {
        Interval[] hull = new Interval[a.length];
        Arrays.setAll(hull, i -> jumps ? Interval.ENTIRE : a[i].hull(b[i]));
        return hull;
    }

    @Override
    public Optional<String> obstacle(int order) {
        if (order < 0 || order > 2) {
            throw new IllegalArgumentException("order " + order + ": expected 0, 1 or 2");
        }
        return Optional.of(why);
    }

    @Override
    public String toString() {
        return org.hesse.io.Terminal.line("f in " + value().toString(6) + ", but " + why);
    }
}
