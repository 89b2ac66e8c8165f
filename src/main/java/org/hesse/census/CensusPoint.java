package org.hesse.census;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hesse.io.Numbers;
import org.hesse.linear.Vectors;
import org.hesse.objective.Kind;

/**
 * A critical point of a census. The array is shared, not copied.
 *
 * @param kind the kind
 * @param index the number of negative eigenvalues; of a degenerate point those known to be negative
 * @param value f(x)
 * @param x the point, length n
 * @param certified whether interval arithmetic proves that the ball holds exactly one critical point, of this index
 * @param degenerate whether eigenvalues are 0 within their error: nothing is proved then
 * @param flat of a valley, which it stands for, the dimension: critical points of the same value all along it; otherwise 0
 * @param radius the true point is within this Euclidean distance of x: proved where certified, otherwise the Newton step
 * @param alone no other critical point is within this distance of x in any coordinate; 0 where that is not proved
 * @param border whether it may lie on the border of the box
 * @param ends how many starts ended at it, or in its valley; 0 for a point of a search by intervals
 */
public record CensusPoint(
        Kind kind,
        int index,
        double value,
        double[] x,
        boolean certified,
        boolean degenerate,
        int flat,
        double radius,
        double alone,
        boolean border,
        long ends) {
    static final String CERTIFIED = "CERTIFIED";
    static final String DEGENERATE = "DEGENERATE";
    private static final int SHOWN = 6;

    /** The kind of a point without zero eigenvalues. */
    static Kind kind(int index, int n) {
        return index == 0 ? Kind.MINIMUM : index == n ? Kind.MAXIMUM : Kind.SADDLE;
    }

    /** The same, at which so many more starts ended. */
    CensusPoint endedAgain(long more) {
        return new CensusPoint(kind, index, value, x, certified, degenerate, flat, radius, alone, border, ends + more);
    }

    /** The same, told whether it may lie on the border. */
    CensusPoint onBorder(boolean on) {
        return new CensusPoint(kind, index, value, x, certified, degenerate, flat, radius, alone, on, ends);
    }

    /** Near enough to be the same, of the same index: proved different where both are certified and farther apart. */
    boolean isSame(CensusPoint other) {
        double distance = Vectors.norm(Vectors.minus(x, other.x));
        double error = radius + other.radius;
        return index == other.index
                && (distance <= error
                        || !(certified && other.certified)
                                && distance <= Math.max(2 * error, 1e-6 * Math.max(1, Vectors.norm(x))));
    }

    /**
     * What it rests on.
     *
     * @return CERTIFIED, NUMERICAL or DEGENERATE
     */
    public String evidence() {
        return certified ? CERTIFIED : degenerate ? DEGENERATE : "NUMERICAL";
    }

    /**
     * The point as a document.
     *
     * @return kind, index, value, x, evidence and more, as {@code --json} prints it
     */
    public Map<String, Object> document() {
        return CensusDocument.point(this);
    }

    @Override
    public String toString() {
        String place = IntStream.range(0, Math.min(SHOWN, x.length))
                .mapToObj(i -> Numbers.rounded(x[i], 8))
                .collect(Collectors.joining(", ", "(", x.length > SHOWN ? ", ...)" : ")"));
        String counted = kind == Kind.SADDLE && !degenerate ? " " + index : ""; // zero eigenvalues leave it open
        return kind + counted + " f=" + Numbers.rounded(value, 9) + " at " + place
                + (flat > 0 ? ", a valley of dimension " + flat : "")
                + (border ? ", on the border" : "");
    }
}
