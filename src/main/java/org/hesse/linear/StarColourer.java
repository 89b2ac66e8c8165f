package org.hesse.linear;

import java.util.Arrays;
import java.util.Optional;

/**
 * Greedy star colouring. Source: Gebremedhin, Tarafdar, Manne and Pothen (2007), SIAM J. Sci. Comput. 29, algorithm 4.1:
 * the edges between two colours form stars, and a vertex takes the first colour that keeps them so.
 *
 * <p>Departs from the source in how the stars are kept. Each coloured vertex has a link for each colour among its
 * neighbours: its only neighbour of that colour, or that there are more (then it is the hub of that star), and whether
 * that only neighbour is the hub of a larger star (then it is a spoke). A vertex of high degree has few links, so a step
 * looks at the colours around each neighbour, not at the neighbours around each: an arrow matrix takes linear time.
 */
final class StarColourer {
    private static final int MORE = -1;

    private final Adjacency graph;
    private final int[] colour; // −1 where there is none yet
    private int colours;
    private final int[] head; // the links of each vertex, in a list
    private int[] next;
    private int[] to; // the colour of a link
    private int[] only; // the only neighbour of that colour, or MORE
    private boolean[] spoke;
    private int links;
    private final int[] own; // by colour: the link of the vertex at hand, valid where at says so
    private final int[] at;
    private final int[] forbidden; // by colour: the last vertex that must not have it

    private StarColourer(Adjacency graph, int limit) {
        int n = graph.vertices();
        this.graph = graph;
        colour = new int[n];
        head = new int[n];
        Arrays.fill(colour, -1);
        Arrays.fill(head, -1);
        next = new int[n + 16];
        to = new int[n + 16];
        only = new int[n + 16];
        spoke = new boolean[n + 16];
        own = new int[limit + 1];
        at = new int[limit + 1];
        forbidden = new int[limit + 1];
        Arrays.fill(at, -1);
        Arrays.fill(forbidden, -1);
    }

    /** Colours the vertices in an order, or gives up when that takes more colours than the limit. */
    static Optional<StarColourer> colour(Adjacency graph, int[] order, int limit) {
        StarColourer c = new StarColourer(graph, limit);
        for (int v : order) {
            c.linkTo(v);
            int chosen = c.choose(v);
            if (chosen == limit) {
                return Optional.empty();
            }
            c.take(v, chosen);
        }
        return Optional.of(c);
    }

    /** The order in which each vertex has the lowest degree among those before it (Matula and Beck 1983). */
    static int[] smallestLast(Adjacency graph) {
        int n = graph.vertices();
        int[] degree = new int[n];
        DegreeLists lists = new DegreeLists(n);
        for (int v = n - 1; v >= 0; v--) {
            degree[v] = graph.degree(v);
            lists.add(v, degree[v]);
        }
        int[] order = new int[n];
        for (int k = n - 1; k >= 0; k--) {
            int v = lists.pollLowest();
            order[k] = v;
            degree[v] = -1;
            for (int p = graph.starts()[v]; p < graph.starts()[v + 1]; p++) {
                int w = graph.neighbours()[p];
                if (degree[w] >= 0) {
                    lists.remove(w);
                    lists.add(w, --degree[w]);
                }
            }
        }
        return order;
    }

    int[] colour() {
        return colour;
    }

    int colours() {
        return colours;
    }

    /** Whether j is the only neighbour of i with its colour. */
    boolean alone(int i, int j) {
        return only[link(i, colour[j])] == j;
    }

    /** Links v to the colours of its neighbours. */
    private void linkTo(int v) {
        for (int p = graph.starts()[v]; p < graph.starts()[v + 1]; p++) {
            int w = graph.neighbours()[p];
            int c = colour[w];
            if (c >= 0) {
                if (at[c] == v) {
                    only[own[c]] = MORE;
                } else {
                    at[c] = v;
                    own[c] = add(v, c, w);
                }
            }
        }
    }

    /** The first colour that leaves no path of four vertices with two colours. */
    private int choose(int v) {
        for (int p = graph.starts()[v]; p < graph.starts()[v + 1]; p++) {
            int w = graph.neighbours()[p];
            if (colour[w] >= 0) {
                forbidden[colour[w]] = v;
                boolean hub = only[own[colour[w]]] == MORE; // v between w and another of its colour
                for (int e = head[w]; e >= 0; e = next[e]) {
                    if (hub || spoke[e]) {
                        forbidden[to[e]] = v;
                    }
                }
            }
        }
        int c = 0;
        while (forbidden[c] == v) {
            c++;
        }
        return c;
    }

    /** Gives v its colour and brings the stars up to date. */
    private void take(int v, int c) {
        colour[v] = c;
        colours = Math.max(colours, c + 1);
        for (int p = graph.starts()[v]; p < graph.starts()[v + 1]; p++) {
            int w = graph.neighbours()[p];
            if (colour[w] >= 0) {
                int mine = own[colour[w]];
                int e = link(w, c);
                if (e < 0) {
                    e = add(w, c, v);
                    spoke[e] = only[mine] == MORE;
                } else { // w is or becomes the hub of its neighbours of colour c
                    if (only[e] != MORE) {
                        spoke[link(only[e], colour[w])] = true;
                        only[e] = MORE;
                    }
                    spoke[mine] = true;
                }
            }
        }
    }

    private int link(int v, int c) {
        int e = head[v];
        while (e >= 0 && to[e] != c) {
            e = next[e];
        }
        return e;
    }

    private int add(int v, int c, int w) {
        if (links == to.length) {
            int longer = links + links / 2;
            next = Arrays.copyOf(next, longer);
            to = Arrays.copyOf(to, longer);
            only = Arrays.copyOf(only, longer);
            spoke = Arrays.copyOf(spoke, longer);
        }
        next[links] = head[v];
        head[v] = links;
        to[links] = c;
        only[links] = w;
        return links++;
    }
}
