package org.hesse.problem.bounded;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hesse.autodiff.Expression;
import org.hesse.objective.Domain;
import org.hesse.objective.Restricted;
import org.hesse.problem.catalog.Entry;
import org.hesse.problem.catalog.TestProblem;

/**
 * The test problems of the table {@code problems.txt}: functions as text, with bounds, L1 penalties or both. Their known
 * values are of f with the penalty; the minima themselves are {@linkplain Solution solutions}. Every start lies within the
 * bounds.
 */
public final class Bounded {
    private Bounded() {}

    /**
     * The lines of the catalogue.
     *
     * @return an entry without parameters for each problem
     */
    public static List<Entry> entries() {
        String table = Resource.lines("problems.txt").collect(Collectors.joining("\n"));
        return Arrays.stream(table.strip().split("\n\n+")).map(Bounded::entry).toList();
    }

    private static Entry entry(String block) {
        String[] lines = block.split("\n");
        Map<String, String> fields = Arrays.stream(lines)
                .skip(1)
                .map(line -> line.split(" = ", 2))
                .collect(Collectors.toMap(field -> field[0], field -> field[1]));
        return new Entry(lines[0], List.of(), p -> problem(lines[0], fields));
    }

    private static TestProblem problem(String name, Map<String, String> fields) {
        Domain bounds = new Domain(values("lower", fields), values("upper", fields));
        Domain domain = fields.containsKey("l1") ? bounds.withL1(values("l1", fields)) : bounds;
        double[] start = values("start", fields);
        domain.project(start);
        Expression f = Expression.parse(fields.get("f"), List.of("x[1.." + start.length + "]"));
        return new TestProblem(
                name, new Restricted(f, domain), start, List.of(), false, Solution.values(name), fields.get("source"));
    }

    /** The values of a field for all variables: a list used in turn, or an expression on a grid, row by row. */
    private static double[] values(String field, Map<String, String> fields) {
        String text = fields.get(field);
        if (fields.containsKey("grid")) {
            return onGrid(Expression.parse(text, List.of("s", "t")), Integer.parseInt(fields.get("grid")));
        }
        double[] list = Arrays.stream(text.replace("inf", "Infinity").split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double[] all = new double[Integer.parseInt(fields.get("n"))];
        for (int i = 0; i < all.length; i++) {
            all[i] = list[i % list.length];
        }
        return all;
    }

    private static double[] onGrid(Expression f, int m) {
        double[] all = new double[m * m];
        for (int i = 0; i < all.length; i++) {
            all[i] = f.value(new double[] {i / m / (m - 1.0), i % m / (m - 1.0)});
        }
        return all;
    }
}
