package org.hesse.linear;

import java.util.Arrays;
import java.util.Optional;

/**
 * How to read a sparse symmetric matrix H from a few products: the columns are coloured, one product H·s is made for each
 * colour with s the sum of its unit vectors, and each entry stands alone in one of these products.
 *
 * <p>That holds for a star colouring of the pattern's graph: neighbours differ, and every path of four vertices has three
 * colours or more. Of two neighbours i and j, then, i is the only neighbour of j with its colour, or j is that of i, and
 * h_ij is a component of the product for that colour. The entries are exact: no differences are taken. Source:
 * Coleman and Moré (1984), Math. Program. 28; Gebremedhin, Manne and Pothen (2005), SIAM Review 47, section 4.
 */
public final class StarColouring {
    private final SymmetricPattern pattern;
    private final int[] colour;
    private final int[] starts; // colour c serves the entries starts[c] … starts[c + 1] − 1 of the next two
    private final int[] position; // in the pattern
    private final int[] row; // the component of the product

    private StarColouring(SymmetricPattern pattern, StarColourer coloured) {
        this.pattern = pattern;
        colour = coloured.colour();
        starts = new int[coloured.colours() + 1];
        position = new int[pattern.entries()];
        row = new int[pattern.entries()];
        int[] by = new int[pattern.entries()];
        for (int j = 0; j < colour.length; j++) {
            for (int p = pattern.start(j); p < pattern.start(j + 1); p++) {
                int i = pattern.row(p);
                by[p] = colour[i == j || coloured.alone(i, j) ? j : i];
                starts[by[p]]++;
            }
        }
        SymmetricPattern.sum(starts);
        int[] end = starts.clone();
        for (int j = 0; j < colour.length; j++) {
            for (int p = pattern.start(j); p < pattern.start(j + 1); p++) {
                int i = pattern.row(p);
                row[end[by[p]]] = by[p] == colour[j] ? i : j;
                position[end[by[p]]++] = p;
            }
        }
    }

    /**
     * Colours a pattern.
     *
     * @param pattern where the matrix has entries
     * @return a colouring of at most n colours
     */
    public static StarColouring of(SymmetricPattern pattern) {
        return of(pattern, Math.max(1, pattern.dimension())).orElseThrow();
    }

    /**
     * Colours a pattern if that is worth while.
     *
     * @param pattern where the matrix has entries
     * @return the colouring, or empty if more than a quarter of all entries are in the pattern or it takes more than n/2
     *     colours: the dense matrix is as cheap
     */
    public static Optional<StarColouring> ifSparse(SymmetricPattern pattern) {
        long n = pattern.dimension();
        boolean dense = 2L * pattern.entries() - n > n * n / 4;
        return dense ? Optional.empty() : of(pattern, (int) Math.max(1, n / 2));
    }

    /**
     * Colours a pattern with few colours: greedily in the given order of the columns and in the order smallest last,
     * whichever takes fewer.
     *
     * @param pattern where the matrix has entries
     * @param limit the largest number of colours, at least 1
     * @return the colouring, or empty if neither order does with so few
     */
    public static Optional<StarColouring> of(SymmetricPattern pattern, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit + " of colours: expected at least 1");
        }
        Adjacency graph = pattern.adjacency();
        int[] natural = new int[pattern.dimension()];
        Arrays.setAll(natural, v -> v);
        Optional<StarColourer> first = StarColourer.colour(graph, natural, limit);
        int fewer = first.map(c -> c.colours() - 1).orElse(limit);
        Optional<StarColourer> second = fewer < 2 // two columns that meet never share a colour
                ? Optional.empty()
                : StarColourer.colour(graph, StarColourer.smallestLast(graph), fewer);
        return second.or(() -> first).map(c -> new StarColouring(pattern, c));
    }

    /**
     * The number of colours: of products.
     *
     * @return at most n
     */
    public int colours() {
        return starts.length - 1;
    }

    /**
     * The colour of a column.
     *
     * @param j the column
     * @return 0 … colours − 1
     */
    public int colour(int j) {
        return colour[j];
    }

    /**
     * The pattern that was coloured.
     *
     * @return the pattern
     */
    public SymmetricPattern pattern() {
        return pattern;
    }

    /**
     * Reads a matrix from its products, one for each colour.
     *
     * @param h a symmetric matrix without entries outside the pattern
     * @return the matrix
     */
    public SparseSymmetric recover(LinearMap h) {
        int n = colour.length;
        double[] values = new double[pattern.entries()];
        double[] sum = new double[n];
        double[] product = new double[n];
        for (int c = 0; c < colours(); c++) {
            for (int j = 0; j < n; j++) {
                sum[j] = colour[j] == c ? 1 : 0;
            }
            h.times(sum, product);
            for (int q = starts[c]; q < starts[c + 1]; q++) {
                values[position[q]] = product[row[q]];
            }
        }
        return new SparseSymmetric(pattern, values);
    }

    @Override
    public String toString() {
        return colours() + " colours for " + pattern;
    }
}
