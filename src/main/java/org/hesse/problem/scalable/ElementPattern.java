package org.hesse.problem.scalable;

import java.util.List;
import org.hesse.linear.SymmetricPattern;

/** Where the Hessian of a sum of elements has entries: at each pair of variables that meet in one. */
final class ElementPattern {
    private ElementPattern() {}

    /** The pattern of n variables, without the sum that couples all. */
    static SymmetricPattern of(int n, List<Terms> terms) {
        int pairs = 0;
        for (Terms t : terms) {
            pairs = Math.addExact(pairs, Math.multiplyExact(t.count(), t.arity() * (t.arity() - 1) / 2));
        }
        int[] rows = new int[pairs];
        int[] columns = new int[pairs];
        int p = 0;
        for (Terms t : terms) {
            int[] i = new int[t.arity()];
            for (int k = 0; k < t.count(); k++) {
                t.places().of(k, i);
                for (int j = 0; j < i.length; j++) {
                    for (int l = 0; l < j; l++) {
                        boolean both = Math.min(i[j], i[l]) >= 0 && Math.max(i[j], i[l]) < n;
                        rows[p] = both ? i[j] : 0; // the diagonal belongs to every pattern
                        columns[p++] = both ? i[l] : 0;
                    }
                }
            }
        }
        return SymmetricPattern.of(n, rows, columns);
    }
}
