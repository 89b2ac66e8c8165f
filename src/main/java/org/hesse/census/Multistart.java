package org.hesse.census;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.hesse.linear.Parallel;
import org.hesse.objective.Box;
import org.hesse.objective.Objective;

/**
 * A search from many starts, for any function and many variables: from random points of the box eigenvectors are followed
 * to points of any index, of index 0, 1, 2 and so on in turn; a start that leads to a known point is made once more by {@linkplain
 * DeflatedNewton Newton's method with the known points deflated}. Each new end is verified, by intervals where f has them;
 * one in a known valley is counted there. Nothing is proved about points not found. Immutable: each setter returns a changed copy.
 *
 * <p>Start k is a function of the seed and k, and the ends are taken in order: the answer is the same with any number of
 * threads, and a census can be extended by more starts.
 */
public final class Multistart {
    private final Objective f;
    private final Box box;
    private final int starts;
    private final long seed;
    private final int threads;
    private final int[] indices;
    private final UnaryOperator<double[]> canonical;
    private final boolean deflation;

    private Multistart(
            Objective f,
            Box box,
            int starts,
            long seed,
            int threads,
            int[] indices,
            UnaryOperator<double[]> canonical,
            boolean deflation) {
        this.f = f;
        this.box = box;
        this.starts = starts;
        this.seed = seed;
        this.threads = threads;
        this.indices = indices;
        this.canonical = canonical;
        this.deflation = deflation;
    }

    /**
     * Begins with the function.
     *
     * @param f the function; best one with second derivatives
     * @param box where to start and to look, each side of positive length
     * @return the search: 200 starts, seed 0, one thread, any index and 0 to min(n, 3), with deflation
     * @throws IllegalArgumentException if the box is not one of f
     */
    public static Multistart of(Objective f, Box box) {
        int[] indices = IntStream.rangeClosed(-1, Math.min(f.dimension(), 3)).toArray();
        return new Multistart(f, Boxed.of(f, box), 200, 0, 1, indices, x -> x, true);
    }

    /**
     * Sets the number of starts.
     *
     * @param count at least 1
     * @return a changed copy
     */
    public Multistart starts(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("starts = " + count + ", expected at least 1");
        }
        return new Multistart(f, box, count, seed, threads, indices, canonical, deflation);
    }

    /**
     * Sets the seed.
     *
     * @param number any
     * @return a changed copy
     */
    public Multistart seed(long number) {
        return new Multistart(f, box, starts, number, threads, indices, canonical, deflation);
    }

    /**
     * Sets the number of threads.
     *
     * @param count at least 1; f must allow it, as expressions do
     * @return a changed copy
     */
    public Multistart threads(int count) {
        Parallel.of(count); // checks
        return new Multistart(f, box, starts, seed, count, indices, canonical, deflation);
    }

    /**
     * Sets which indices are looked for, start by start in turn.
     *
     * @param k each from −1, any index, to n; at least one
     * @return a changed copy
     */
    public Multistart indices(int... k) {
        if (k.length == 0 || Arrays.stream(k).anyMatch(i -> i < -1 || i > f.dimension())) {
            throw new IllegalArgumentException(
                    "indices = " + Arrays.toString(k) + ", expected some, each from -1 (any) to " + f.dimension());
        }
        return new Multistart(f, box, starts, seed, threads, k.clone(), canonical, deflation);
    }

    /**
     * Sets what makes copies by a symmetry of f the same. Deflation is then off: a copy of a known point is not taken away
     * with it.
     *
     * @param form maps a point to numbers, as many for each, that are equal for symmetric copies only, such as the sorted
     *     distances between atoms; it must not modify its argument
     * @return a changed copy
     */
    public Multistart canonical(UnaryOperator<double[]> form) {
        return new Multistart(f, box, starts, seed, threads, indices, form, false);
    }

    /**
     * Sets whether a start that led to a known point is made again by Newton's method with all known points deflated.
     *
     * @param on whether it is; at most one more search for each start
     * @return a changed copy
     */
    public Multistart deflation(boolean on) {
        return new Multistart(f, box, starts, seed, threads, indices, canonical, on);
    }

    /**
     * Searches.
     *
     * @return what was found
     */
    public Census run() {
        return goOn(Census.none(f, Region.of(box), Census.How.MULTISTART, seed));
    }

    /**
     * Goes on with a census by more starts. In a larger box they are all in the part that was added.
     *
     * @param before of the same function and seed and of the same or a smaller box, made by a search from many starts
     * @return what was found in all
     * @throws IllegalArgumentException if it is of another function or seed or of a box that is no part of this one, or not
     *     from many starts
     */
    public Census goOn(Census before) {
        Boxed.within(before, f, box);
        if (before.how() != Census.How.MULTISTART || before.seed() != seed) {
            throw new IllegalArgumentException("census: to go on " + before.how() + " with seed " + before.seed()
                    + ", expected MULTISTART with seed " + seed);
        }
        Starts from = new Starts(Region.of(box), before.box(), seed, before.starts());
        Finds finds = new Finds(f, from.box(), canonical, before.points());
        int again = new Searches(f, from, finds, indices, threads).run(starts, deflation);
        return before.extended(from.box(), finds.points(), before.starts() + starts, before.deflated() + again);
    }
}
