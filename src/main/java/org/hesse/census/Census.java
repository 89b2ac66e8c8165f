package org.hesse.census;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.hesse.io.AtomicFiles;
import org.hesse.io.Json;
import org.hesse.objective.Kind;
import org.hesse.objective.Objective;

/**
 * The critical points found in a box, and what is known of their being all. Immutable; {@link Exhaustive#goOn} and {@link
 * Multistart#goOn} extend it, {@link Network#join} adds the links.
 *
 * @param function the function, as text
 * @param names its variables
 * @param box where was searched
 * @param how EXHAUSTIVE or MULTISTART
 * @param points the points: by index, then by value
 * @param undecided parts of the box where neither a point is proved nor that there is none
 * @param remaining parts of the box that were not searched to the end
 * @param stopped why the search ended before the end; empty if it did not
 * @param boxes how many boxes were looked at
 * @param starts how many starts were made
 * @param deflated how many of them were made again with known points deflated
 * @param seed of the starts
 * @param links what saddles of index 1 join, if that was asked for
 */
public record Census(
        String function,
        List<String> names,
        Region box,
        How how,
        List<CensusPoint> points,
        List<OpenPart> undecided,
        List<Region> remaining,
        String stopped,
        long boxes,
        long starts,
        long deflated,
        long seed,
        List<Link> links) {
    /** How was searched. */
    public enum How {
        /** The whole box, by intervals. */
        EXHAUSTIVE,
        /** From many starts. */
        MULTISTART
    }

    static final Comparator<CensusPoint> ORDER = Comparator.comparing(CensusPoint::degenerate)
            .thenComparingInt(CensusPoint::index)
            .thenComparingDouble(CensusPoint::value)
            .thenComparing(CensusPoint::x, java.util.Arrays::compare);

    /** Copies the lists. */
    public Census {
        names = List.copyOf(names);
        points = List.copyOf(points);
        undecided = List.copyOf(undecided);
        remaining = List.copyOf(remaining);
        links = List.copyOf(links);
    }

    private long count(Predicate<CensusPoint> which) {
        return points.stream().filter(which).count();
    }

    private long count(Kind kind) {
        return count(p -> p.kind() == kind && !p.degenerate());
    }

    /**
     * The number of minima.
     *
     * @return those that are not degenerate
     */
    public long minima() {
        return count(Kind.MINIMUM);
    }

    /**
     * The number of saddles.
     *
     * @return those that are not degenerate, of any index
     */
    public long saddles() {
        return count(Kind.SADDLE);
    }

    /**
     * The number of maxima.
     *
     * @return those that are not degenerate
     */
    public long maxima() {
        return count(Kind.MAXIMUM);
    }

    /**
     * The number of degenerate points.
     *
     * @return those with eigenvalues of 0 within their error, whatever their kind
     */
    public long degenerate() {
        return count(CensusPoint::degenerate);
    }

    /**
     * Whether the counts are proved: these are all critical points in the box, each alone in its ball, of its index.
     *
     * @return true if the whole box was searched, nothing is left open and each point is certified
     */
    public boolean certified() {
        return how == How.EXHAUSTIVE
                && undecided.isEmpty()
                && remaining.isEmpty()
                && points.stream().allMatch(CensusPoint::certified);
    }

    /**
     * The sum of (−1)^index. By Morse theory it is 1 if f is coercive, no point is degenerate and all of Rⁿ's were found;
     * in general it is the degree of ∇f on the border of the box.
     *
     * @return Σ(−1)^index over the points that are not degenerate
     */
    public long eulerSum() {
        return points.stream()
                .filter(p -> !p.degenerate())
                .mapToLong(p -> p.index() % 2 == 0 ? 1 : -1)
                .sum();
    }

    /**
     * How much of the box was not searched to the end.
     *
     * @return a part of its volume, 0 if all was searched
     */
    public double unsearched() {
        return remaining.stream().mapToDouble(r -> r.share(box)).sum();
    }

    /** Nothing searched yet. */
    static Census none(Objective f, Region box, How how, long seed) {
        List<String> names =
                IntStream.range(0, f.dimension()).mapToObj(f.layout()::name).toList();
        List<Region> remaining = how == How.EXHAUSTIVE ? List.of(box) : List.of();
        return new Census(f.toString(), names, box, how, List.of(), List.of(), remaining, "", 0, 0, 0, seed, List.of());
    }

    /** With more starts. */
    Census extended(Region larger, List<CensusPoint> all, long moreStarts, long moreDeflated) {
        return new Census(
                function,
                names,
                larger,
                how,
                all,
                undecided,
                remaining,
                stopped,
                boxes,
                moreStarts,
                moreDeflated,
                seed,
                List.of());
    }

    /** The same points in order, with other links: those kept that join kept points. */
    Census with(List<CensusPoint> newPoints, List<Link> newLinks) {
        return new Census(
                function, names, box, how, newPoints, undecided, remaining, stopped, boxes, starts, deflated, seed,
                newLinks);
    }

    /**
     * The census as a document.
     *
     * @return the counts, what they rest on and all points, as {@code --json} prints it and {@link #save} writes it
     */
    public Map<String, Object> document() {
        return CensusDocument.of(this);
    }

    /**
     * Writes the census to a file, replacing it in one move.
     *
     * @param file where to
     * @throws IOException if it cannot be written; the old file is then untouched
     */
    public void save(Path file) throws IOException {
        AtomicFiles.write(file, Json.text(document()));
    }

    /**
     * Reads a census.
     *
     * @param file written by {@link #save}, or by {@code --json}
     * @return the census
     * @throws IOException if it cannot be read, or is no census
     */
    public static Census load(Path file) throws IOException {
        return CensusDocument.read(file);
    }

    /**
     * The page: counts, what they rest on, all points.
     *
     * @return some lines of text
     */
    public String report() {
        return CensusPage.of(this);
    }

    /** The counts, at most 80 characters. */
    @Override
    public String toString() {
        return CensusPage.line(this);
    }
}
