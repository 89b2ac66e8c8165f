package org.hesse.census;

import java.util.Optional;
import java.util.OptionalInt;
import org.hesse.autodiff.interval.Boxes;
import org.hesse.autodiff.interval.Enclosure;
import org.hesse.autodiff.interval.Interval;
import org.hesse.autodiff.interval.OnIntervals;
import org.hesse.critical.IntervalInertia;
import org.hesse.critical.IntervalNewton;
import org.hesse.objective.Kind;

/**
 * A critical point that is proved: one lies in a small box, and no other in a larger one around it.
 *
 * @param tight the small box
 * @param alone the larger one
 * @param point the point
 */
record Root(Interval[] tight, Interval[] alone, CensusPoint point) {
    private static final int STEPS = 40;

    /**
     * Contracts a box with exactly one zero.
     *
     * @param f the function
     * @param wide W, in which the zero is alone
     * @param first K(W), inside W
     * @return the point; its kind is UNDECIDED where even the smallest box leaves the inertia open
     */
    static Root in(OnIntervals f, Interval[] wide, Interval[] first) {
        Interval[] tight = first;
        for (int k = 0; k < STEPS; k++) {
            Optional<IntervalNewton> newton = IntervalNewton.on(f, tight);
            if (newton.isEmpty()) {
                break;
            }
            Interval[] next = newton.get().contract(tight);
            boolean shrunk = next[Boxes.widest(next)].width() < 0.9 * tight[Boxes.widest(tight)].width();
            tight = next;
            if (!shrunk) {
                break;
            }
        }
        return new Root(tight, wide, point(f, wide, tight));
    }

    private static CensusPoint point(OnIntervals f, Interval[] wide, Interval[] tight) {
        Enclosure over = f.over(tight);
        double[] x = Boxes.midpoint(tight);
        OptionalInt index = IntervalInertia.index(over.hessian());
        Interval squares = Interval.ZERO;
        double alone = Double.POSITIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            squares = squares.add(tight[i].subtract(x[i]).square());
            alone = Math.min(alone, Math.min(x[i] - wide[i].lo(), wide[i].hi() - x[i]));
        }
        double value = f.over(Boxes.of(x)).value().midpoint();
        return new CensusPoint(
                index.isPresent() ? CensusPoint.kind(index.getAsInt(), x.length) : Kind.UNDECIDED,
                index.orElse(0),
                value,
                x,
                index.isPresent(),
                false,
                0,
                squares.sqrt().hi(),
                Math.max(0, Math.nextDown(alone)),
                false,
                0);
    }

    /** A root of an earlier search. */
    static Root of(CensusPoint p) {
        Interval[] tight = new Interval[p.x().length];
        Interval[] alone = tight.clone();
        for (int i = 0; i < tight.length; i++) {
            tight[i] = around(p.x()[i], Math.nextUp(p.radius()));
            alone[i] = Interval.of(p.x()[i] - p.alone(), p.x()[i] + p.alone());
        }
        return new Root(tight, alone, p);
    }

    private static Interval around(double x, double radius) {
        return Interval.of(Math.nextDown(x - radius), Math.nextUp(x + radius));
    }

    /** Whether this holds the zero of a box, and no other. */
    boolean covers(Interval[] box) {
        for (int i = 0; i < box.length; i++) {
            if (!alone[i].contains(box[i])) {
                return false;
            }
        }
        return true;
    }

    boolean meets(Interval[] box) {
        return !Boxes.intersect(tight, box)[0].isEmpty();
    }

    /** The same, told whether it may lie on the border of a box. */
    Root within(Interval[] box) {
        return new Root(tight, alone, point.onBorder(!Boxes.inside(tight, box)));
    }
}
