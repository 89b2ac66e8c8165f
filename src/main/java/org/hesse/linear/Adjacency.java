package org.hesse.linear;

/**
 * An undirected graph without loops.
 *
 * @param starts length n + 1: the neighbours of v stand from {@code starts[v]} to before {@code starts[v + 1]}
 * @param neighbours ascending for each vertex; each edge stands here twice
 */
record Adjacency(int[] starts, int[] neighbours) {
    int vertices() {
        return starts.length - 1;
    }

    int degree(int v) {
        return starts[v + 1] - starts[v];
    }
}
