package org.hesse.census;

import java.util.List;
import org.hesse.autodiff.interval.OnIntervals;
import org.hesse.io.Numbers;
import org.hesse.linear.Parallel;
import org.hesse.objective.Box;
import org.hesse.objective.Objective;

/**
 * A search of a whole box by interval branch-and-prune, which proves what it finds. A box in which the enclosed gradient is
 * not 0 is dropped; one in which Newton's operator proves a single critical point gives that point and the inertia of its
 * Hessian; any other one is contracted or halved, down to a resolution. What is then neither is an undecided part: there
 * degenerate points end, and are classified in floating point. Immutable: each setter returns a changed copy.
 *
 * <p>Source: Hansen and Walster, Global Optimization Using Interval Analysis, 2nd edition (2004), chapters 11 and 12. The
 * answer is the same with any number of threads, and unless a time limit ends it, on any machine.
 */
public final class Exhaustive {
    /** The most variables: a box has 2ⁿ corners. */
    public static final int LARGEST = 12;

    /** The most boxes by default. */
    public static final long BOXES = 1_000_000;

    private final Objective f;
    private final Box box;
    private final long maxBoxes;
    private final double maxSeconds;
    private final double resolution;
    private final int threads;

    private Exhaustive(Objective f, Box box, long maxBoxes, double maxSeconds, double resolution, int threads) {
        this.f = f;
        this.box = box;
        this.maxBoxes = maxBoxes;
        this.maxSeconds = maxSeconds;
        this.resolution = resolution;
        this.threads = threads;
    }

    /**
     * Begins with the function.
     *
     * @param f a function that can be enclosed over boxes, of at most {@link #LARGEST} variables
     * @param box where to search, each side of positive length
     * @return the search: at most {@link #BOXES} boxes, resolution 1e-6, one thread
     * @throws IllegalArgumentException if f cannot be enclosed, has too many variables, or the box is not one of its
     */
    public static Exhaustive of(Objective f, Box box) {
        int n = f.dimension();
        if (f.as(OnIntervals.class).isEmpty()) {
            throw new IllegalArgumentException("census: " + f
                    + " cannot be evaluated on intervals, expected an expression or a recorded function; a search from"
                    + " many starts needs none");
        }
        if (n > LARGEST) {
            throw new IllegalArgumentException("census: n = " + n + " variables, an exhaustive search needs at least 2^"
                    + n + " = " + Numbers.rounded(Math.pow(2, n), 2) + " boxes; expected n <= " + LARGEST
                    + ", or a search from many starts");
        }
        return new Exhaustive(f, Boxed.of(f, box), BOXES, Double.POSITIVE_INFINITY, 1e-6, 1);
    }

    /**
     * Sets the most boxes to look at.
     *
     * @param boxes at least 1
     * @return a changed copy
     */
    public Exhaustive maxBoxes(long boxes) {
        if (boxes < 1) {
            throw new IllegalArgumentException("maxBoxes = " + boxes + ", expected at least 1");
        }
        return new Exhaustive(f, box, boxes, maxSeconds, resolution, threads);
    }

    /**
     * Sets a time limit; where it ends depends on the machine then.
     *
     * @param seconds greater than 0
     * @return a changed copy
     */
    public Exhaustive maxSeconds(double seconds) {
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("maxSeconds = " + seconds + ", expected more than 0");
        }
        return new Exhaustive(f, box, maxBoxes, seconds, resolution, threads);
    }

    /**
     * Sets how small an undecided box must be to be given up.
     *
     * @param part of the sides of the whole box, in (0, 1)
     * @return a changed copy
     */
    public Exhaustive resolution(double part) {
        if (!(part > 0 && part < 1)) {
            throw new IllegalArgumentException("resolution = " + part + ", expected between 0 and 1");
        }
        return new Exhaustive(f, box, maxBoxes, maxSeconds, part, threads);
    }

    /**
     * Sets the number of threads.
     *
     * @param count at least 1; f must allow it, as expressions do
     * @return a changed copy
     */
    public Exhaustive threads(int count) {
        Parallel.of(count); // checks
        return new Exhaustive(f, box, maxBoxes, maxSeconds, resolution, count);
    }

    /**
     * Searches.
     *
     * @return what was found, and what was not searched
     */
    public Census run() {
        return goOn(Census.none(f, Region.of(box), Census.How.EXHAUSTIVE, 0));
    }

    /**
     * Goes on with an exhaustive census, one that was ended early or of a smaller box: its points are kept, and only what it
     * left and what was added is searched.
     *
     * @param before of the same function and of the same box or one in it
     * @return what was found in all
     * @throws IllegalArgumentException if it is of another function, of a box that is no part of this one, or was not
     *     exhaustive
     */
    public Census goOn(Census before) {
        Boxed.within(before, f, box);
        if (before.how() != Census.How.EXHAUSTIVE) {
            throw new IllegalArgumentException("census: to go on " + before.how() + ", expected EXHAUSTIVE");
        }
        BranchAndPrune search = new BranchAndPrune(f, Region.of(box), before, resolution, Parallel.of(threads));
        String stopped = search.run(maxBoxes, maxSeconds);
        return new Census(
                before.function(),
                before.names(),
                Region.of(box),
                before.how(),
                search.points(),
                search.undecided(),
                search.rest(),
                stopped,
                before.boxes() + search.boxes(),
                0,
                0,
                0,
                List.of());
    }
}
