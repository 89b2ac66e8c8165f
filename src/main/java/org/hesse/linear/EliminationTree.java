package org.hesse.linear;

import java.util.Arrays;

/**
 * The elimination tree of a symmetric matrix: the parent of column j is the row of the first entry below the diagonal in
 * column j of its Cholesky factor. Source: Davis, Direct Methods for Sparse Linear Systems (2006), sections 4.1 and 4.3;
 * no recursion, so a tree may be as deep as it likes.
 */
final class EliminationTree {
    private EliminationTree() {}

    /** The parents, −1 for a root; {@code above} has the rows i < j of each column j (Davis, p. 42). */
    static int[] of(Adjacency above) {
        int n = above.vertices();
        int[] parent = new int[n];
        int[] ancestor = new int[n];
        for (int j = 0; j < n; j++) {
            parent[j] = -1;
            ancestor[j] = -1;
            for (int p = above.starts()[j]; p < above.starts()[j + 1]; p++) {
                int i = above.neighbours()[p];
                while (i >= 0 && i < j) {
                    int next = ancestor[i];
                    ancestor[i] = j;
                    if (next < 0) {
                        parent[i] = j;
                    }
                    i = next;
                }
            }
        }
        return parent;
    }

    /** The columns with each subtree in one piece, children before their parent (Davis, p. 45). */
    static int[] postorder(int[] parent) {
        int n = parent.length;
        int[] head = new int[n];
        int[] next = new int[n];
        Arrays.fill(head, -1);
        for (int j = n - 1; j >= 0; j--) {
            if (parent[j] >= 0) {
                next[j] = head[parent[j]];
                head[parent[j]] = j;
            }
        }
        int[] order = new int[n];
        int[] stack = new int[n];
        int k = 0;
        for (int root = 0; root < n; root++) {
            if (parent[root] < 0) {
                int top = 0;
                stack[0] = root;
                while (top >= 0) {
                    int j = stack[top];
                    int child = head[j];
                    if (child < 0) {
                        order[k++] = j;
                        top--;
                    } else {
                        head[j] = next[child];
                        stack[++top] = child;
                    }
                }
            }
        }
        return order;
    }
}
