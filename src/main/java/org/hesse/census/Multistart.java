package org.hesse.census;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hesse.linear.Parallel;
import org.hesse.linear.Vectors;
import org.hesse.objective.Box;
import org.hesse.objective.Objective;
import org.hesse.objective.Seeds;

/**
 * A search from many starts, for any function and many variables: from random points of the box eigenvectors are followed
 * to points of any index, of index 0, 1, 2 and so on in turn. Each new end is verified, by intervals where f has them.
 * Nothing is proved about points not found. Immutable: each setter returns a changed copy.
 *
 * <p>Start k is a function of the seed and k, and the ends are taken in order: the answer is the same with any number of
 * threads, and a census can be extended by more starts.
 */
public final class Multistart {
    private static final double SAME =
            1e-6; // relative to the point: nearer ends are one point, unless proved otherwise
    private static final double STEP = 0.1; // the longest step, as a part of the box's diagonal

    private final Objective f;
    private final Box box;
    private final int starts;
    private final long seed;
    private final int threads;
    private final int[] indices;
    private final UnaryOperator<double[]> canonical;

    private Multistart(
            Objective f,
            Box box,
            int starts,
            long seed,
            int threads,
            int[] indices,
            UnaryOperator<double[]> canonical) {
        this.f = f;
        this.box = box;
        this.starts = starts;
        this.seed = seed;
        this.threads = threads;
        this.indices = indices;
        this.canonical = canonical;
    }

    /**
     * Begins with the function.
     *
     * @param f the function; best one with second derivatives
     * @param box where to start and to look, each side of positive length
     * @return the search: 200 starts, seed 0, one thread, any index and 0 to min(n, 3)
     * @throws IllegalArgumentException if the box is not one of f
     */
    public static Multistart of(Objective f, Box box) {
        int[] indices = IntStream.rangeClosed(-1, Math.min(f.dimension(), 3)).toArray();
        return new Multistart(f, Boxed.of(f, box), 200, 0, 1, indices, x -> x);
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
        return new Multistart(f, box, count, seed, threads, indices, canonical);
    }

    /**
     * Sets the seed.
     *
     * @param number any
     * @return a changed copy
     */
    public Multistart seed(long number) {
        return new Multistart(f, box, starts, number, threads, indices, canonical);
    }

    /**
     * Sets the number of threads.
     *
     * @param count at least 1; f must allow it, as expressions do
     * @return a changed copy
     */
    public Multistart threads(int count) {
        Parallel.of(count); // checks
        return new Multistart(f, box, starts, seed, count, indices, canonical);
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
        return new Multistart(f, box, starts, seed, threads, k.clone(), canonical);
    }

    /**
     * Sets what makes copies by a symmetry of f the same.
     *
     * @param form maps a point to numbers, as many for each, that are equal for symmetric copies only, such as the sorted
     *     distances between atoms; it must not modify its argument
     * @return a changed copy
     */
    public Multistart canonical(UnaryOperator<double[]> form) {
        return new Multistart(f, box, starts, seed, threads, indices, form);
    }

    /**
     * Searches.
     *
     * @return what was found
     */
    public Census run() {
        List<String> names =
                IntStream.range(0, f.dimension()).mapToObj(f.layout()::name).toList();
        List<Region> none = List.of();
        return goOn(new Census(
                f.toString(), names, whole(), Census.How.MULTISTART, List.of(), none, none, "", 0, 0, seed, List.of()));
    }

    /**
     * Goes on with a census by more starts.
     *
     * @param before of the same function, box and seed, made by a search from many starts
     * @return what was found in all
     * @throws IllegalArgumentException if it is of another function, box or seed, or not from many starts
     */
    public Census goOn(Census before) {
        Boxed.same(before, f, box);
        if (before.how() != Census.How.MULTISTART || before.seed() != seed) {
            throw new IllegalArgumentException("census: to go on " + before.how() + " with seed " + before.seed()
                    + ", expected MULTISTART with seed " + seed);
        }
        double[][] ends = new double[starts][];
        Parallel.of(threads).forEachChunk(starts, 1, (from, to) -> {
            for (int i = from; i < to; i++) {
                ends[i] = end(before.starts() + i);
            }
        });
        List<CensusPoint> points = new ArrayList<>(before.points());
        for (double[] end : ends) {
            if (end != null && isNew(end, points)) {
                found(end, points).ifPresent(points::add);
            }
        }
        points.sort(Census.ORDER);
        return new Census(
                before.function(),
                before.names(),
                before.box(),
                before.how(),
                points,
                List.of(),
                List.of(),
                "",
                0,
                before.starts() + starts,
                seed,
                List.of());
    }

    private Region whole() {
        return new Region(box.lower(), box.upper());
    }

    /** Where a start ends; null where it does not converge, or outside the box. */
    private double[] end(long k) {
        RandomGenerator random = Seeds.random(Seeds.mix(seed, k));
        double[] x = new double[f.dimension()];
        for (int i = 0; i < x.length; i++) {
            x[i] = box.lower()[i] + (box.upper()[i] - box.lower()[i]) * random.nextDouble();
        }
        double diagonal = Vectors.norm(Vectors.minus(box.upper(), box.lower()));
        int index = indices[(int) (k % indices.length)];
        Follow.End end = Follow.index(f, index, STEP * diagonal)
                .within(y -> whole().holds(y, 0.5))
                .from(x);
        return end.converged() && whole().holds(end.x(), 1e-9) ? end.x() : null;
    }

    private Optional<CensusPoint> found(double[] end, List<CensusPoint> known) {
        return Certificate.of(f, end)
                .filter(p -> whole().holds(p.x(), 1e-9))
                .filter(p -> known.stream().noneMatch(p::isSame));
    }

    private boolean isNew(double[] x, List<CensusPoint> known) {
        double[] form = canonical.apply(x);
        return known.stream()
                .map(p -> canonical.apply(p.x()))
                .noneMatch(k -> Vectors.norm(Vectors.minus(form, k)) <= SAME * Math.max(1, Vectors.norm(form)));
    }
}
