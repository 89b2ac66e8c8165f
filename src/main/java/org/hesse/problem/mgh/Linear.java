package org.hesse.problem.mgh;

import static org.hesse.problem.mgh.Definition.check;
import static org.hesse.problem.mgh.Definition.constant;
import static org.hesse.problem.mgh.Definition.each;
import static org.hesse.problem.mgh.Definition.named;
import static org.hesse.problem.mgh.Definition.sum;

import java.util.List;
import org.hesse.autodiff.reverse.Var;
import org.hesse.problem.catalog.Entry;
import org.hesse.problem.catalog.TestProblem;

/**
 * Linear residuals, m ≥ n of them and m = n unless it is given. Where the rank is 1 the minima fill a hyperplane, and are
 * known by their value.
 */
final class Linear {
    private static final String AUTHOR = "unpublished";

    private Linear() {}

    static List<Entry> entries() {
        List<String> sizes = List.of("n", "m");
        return List.of(
                new Entry(
                        "linear-full-rank",
                        sizes,
                        p -> fullRank(p.integer("n", 10), p.integer("m", p.integer("n", 10)))),
                new Entry("linear-rank-1", sizes, p -> rank1(p.integer("n", 10), p.integer("m", p.integer("n", 10)))),
                new Entry(
                        "linear-rank-1-zero",
                        sizes,
                        p -> rank1Zero(p.integer("n", 10), p.integer("m", p.integer("n", 10)))));
    }

    private static TestProblem fullRank(int n, int m) {
        check("linear-full-rank", "n", n, 1, Integer.MAX_VALUE);
        check("linear-full-rank", "m", m, n, Integer.MAX_VALUE);
        return Definition.of(named("linear-full-rank", n, m), constant(n, 1), x -> {
                    Var rest = sum(x, 1, n, j -> 1).multiply(-2.0 / m).subtract(1);
                    return each(m, i -> i <= n ? rest.add(x[i - 1]) : rest);
                })
                .minimum(m - n, constant(n, -1))
                .complete()
                .number(32, AUTHOR);
    }

    private static TestProblem rank1(int n, int m) {
        check("linear-rank-1", "n", n, 1, Integer.MAX_VALUE);
        check("linear-rank-1", "m", m, n, Integer.MAX_VALUE);
        return Definition.of(named("linear-rank-1", n, m), constant(n, 1), x -> {
                    Var sum = sum(x, 1, n, j -> j);
                    return each(m, i -> sum.multiply(i).subtract(1));
                })
                .values(m * (m - 1.0) / (2 * (2 * m + 1.0)))
                .number(33, AUTHOR);
    }

    /** The first and the last variable are of no influence, nor are the first and the last residual. */
    private static TestProblem rank1Zero(int n, int m) {
        check("linear-rank-1-zero", "n", n, 3, Integer.MAX_VALUE);
        check("linear-rank-1-zero", "m", m, n, Integer.MAX_VALUE);
        return Definition.of(named("linear-rank-1-zero", n, m), constant(n, 1), x -> {
                    Var sum = sum(x, 2, n - 1, j -> j);
                    return each(m, i -> sum.multiply(i == m ? 0 : i - 1).subtract(1));
                })
                .values((m * (m + 3.0) - 6) / (2 * (2 * m - 3.0)))
                .number(34, AUTHOR);
    }
}
