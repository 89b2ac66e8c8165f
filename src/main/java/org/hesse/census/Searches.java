package org.hesse.census;

import java.util.Optional;
import java.util.stream.IntStream;
import org.hesse.linear.Parallel;
import org.hesse.objective.Objective;

/**
 * The searches of {@link Multistart}. Plain ones do not know of each other. Deflated ones know all points found before theirs,
 * so some are made ahead, and those after a new point made again: which ones are ahead changes nothing.
 */
final class Searches {
    private static final double STEP = 0.1; // the longest step, as a part of the box's diagonal

    private final Objective f;
    private final Starts from;
    private final Finds finds;
    private final int[] indices;
    private final Parallel parallel;

    Searches(Objective f, Starts from, Finds finds, int[] indices, int threads) {
        this.f = f;
        this.from = from;
        this.finds = finds;
        this.indices = indices;
        this.parallel = Parallel.of(threads);
    }

    /** Makes all searches; returns how many starts were made again. */
    int run(int starts, boolean deflation) {
        double[][] ends = all(0, starts, this::plain);
        int again = 0;
        int next = 0;
        while (next < starts) {
            int first = next;
            int size = Math.min(parallel.threads(), starts - first);
            double[][] others =
                    deflation ? all(first, size, i -> ends[i] == null ? null : deflated(i)) : new double[size][];
            boolean found = false;
            for (; next < first + size && !found; next++) {
                boolean led = ends[next] != null;
                found = led && finds.add(ends[next]);
                if (deflation && led && !found) {
                    again++;
                    found = others[next - first] != null && finds.add(others[next - first]);
                }
            }
        }
        return again;
    }

    private interface Search {
        double[] end(int i);
    }

    private double[][] all(int first, int count, Search search) {
        double[][] ends = new double[count][];
        parallel.forEachChunk(
                count, 1, (begin, end) -> IntStream.range(begin, end).forEach(i -> ends[i] = search.end(first + i)));
        return ends;
    }

    /** Where a start ends; null where it does not converge, or outside the box. */
    private double[] plain(int i) {
        int index = indices[(int) ((from.first() + i) % indices.length)];
        return inBox(Follow.index(f, index, STEP * from.diagonal())
                .within(y -> from.box().holds(y, 0.5))
                .from(from.point(i)));
    }

    private double[] deflated(int i) {
        return inBox(new DeflatedNewton(f, from.box(), STEP * from.diagonal()).from(from.point(i), finds.points()));
    }

    private double[] inBox(Follow.End end) {
        return Optional.of(end)
                .filter(e -> e.converged() && from.box().holds(e.x(), 1e-9))
                .map(Follow.End::x)
                .orElse(null);
    }
}
