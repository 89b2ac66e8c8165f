package org.hesse.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Marching squares: the boundary of {f ≥ level} on a grid, as closed loops with the region on their left. In each cell f
 * is linear along the sides; where two opposite corners alone are in, the mean of the four decides whether they are
 * joined. Cells with a corner that is not finite are left out, and the loops run around them.
 *
 * <p>The polygons of two neighbouring cells have a stretch of side in common, in opposite directions, and it cancels: so
 * only chords through cells are kept, and stretches of sides that have no cell beyond them.
 *
 * <p>Source: Lorensen and Cline, Marching cubes (1987), in two dimensions.
 */
final class Contour {
    private static final int NONE = -1;

    private final Grid grid;
    private final double level;
    private final int[] next; // of a vertex; vertex 3k is the point k, 3k + 1 a crossing right of it, 3k + 2 above it
    private final int[] other; // where regions meet in a point only, a second way on
    private final List<double[]> loops = new ArrayList<>();

    private Contour(Grid grid, double level) {
        this.grid = grid;
        this.level = level;
        next = new int[3 * grid.values().length];
        other = new int[next.length];
        Arrays.fill(next, NONE);
        Arrays.fill(other, NONE);
    }

    /** The loops: x, y of each vertex in turn, the first not repeated. The level −∞ gives all cells. */
    static List<double[]> loops(Grid grid, double level) {
        Contour c = new Contour(grid, level);
        for (int j = 0; j < grid.rows() - 1; j++) {
            for (int i = 0; i < grid.columns() - 1; i++) {
                if (grid.isCell(i, j)) {
                    c.cell(i, j);
                }
            }
        }
        for (int start = 0; start < c.next.length; start++) {
            while (c.next[start] != NONE) {
                c.loops.add(c.loop(start));
            }
        }
        return c.loops;
    }

    private void cell(int i, int j) {
        int k = j * grid.columns() + i;
        int[] corner = {k, k + 1, k + 1 + grid.columns(), k + grid.columns()}; // anticlockwise, as the sides after them
        int[] crossing = {3 * k + 1, 3 * (k + 1) + 2, 3 * corner[3] + 1, 3 * k + 2};
        boolean[] edge = {!grid.isCell(i, j - 1), !grid.isCell(i + 1, j), !grid.isCell(i, j + 1), !grid.isCell(i - 1, j)
        };
        boolean[] in = new boolean[4];
        double sum = 0;
        for (int s = 0; s < 4; s++) {
            double value = grid.values()[corner[s]];
            in[s] = value >= level;
            sum += value / 4;
        }
        boolean apart = sum < level;
        for (int s = 0; s < 4; s++) {
            int t = (s + 1) % 4;
            if (in[s] && in[t] && edge[s]) {
                link(3 * corner[s], 3 * corner[t]);
            } else if (in[s] && !in[t]) {
                if (edge[s]) {
                    link(3 * corner[s], crossing[s]);
                }
                int back = t;
                while (in[back] || !in[(back + 1) % 4]) {
                    back = (back + 1) % 4;
                }
                boolean twoCorners = in[(s + 2) % 4] && !in[(s + 3) % 4];
                link(crossing[s], crossing[twoCorners && apart ? (s + 3) % 4 : back]);
            } else if (!in[s] && in[t] && edge[s]) {
                link(crossing[s], 3 * corner[t]);
            }
        }
    }

    private void link(int from, int to) {
        if (next[from] == NONE) {
            next[from] = to;
        } else {
            other[from] = to;
        }
    }

    private double[] loop(int start) {
        double[] points = new double[64];
        int size = 0;
        int at = start;
        do {
            if (size + 2 > points.length) {
                points = Arrays.copyOf(points, 2 * points.length);
            }
            points[size++] = grid.x(at / 3 % grid.columns() + (at % 3 == 1 ? part(at / 3, 1) : 0));
            points[size++] = grid.y(at / 3 / grid.columns() + (at % 3 == 2 ? part(at / 3, grid.columns()) : 0));
            int after = next[at];
            next[at] = other[at];
            other[at] = NONE;
            at = after;
        } while (at != start);
        return Arrays.copyOf(points, size);
    }

    /** How far between a point and a neighbour the level is. */
    private double part(int k, int step) {
        double a = grid.values()[k];
        return (level - a) / (grid.values()[k + step] - a);
    }
}
