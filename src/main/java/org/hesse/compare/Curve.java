package org.hesse.compare;

import java.util.Arrays;
import java.util.List;
import org.hesse.run.Row;
import org.hesse.run.Status;

/**
 * The excess over F* of several seeds as it falls: at every number of data passes at which one of them was measured, the
 * quartiles over the last measurement of each. A run that has ended keeps its last value; one that ended not finite
 * counts as +∞ from there on.
 *
 * @param passes the data passes, ascending
 * @param seconds the median time at which the seeds were there, of the same length
 * @param excess the quartiles there, of the same length; an excess may be a rounding error below 0
 */
public record Curve(double[] passes, double[] seconds, List<Quartiles> excess) {
    /**
     * Over the seeds of one method in one regime.
     *
     * @param runs the runs, at least one
     * @param optimum F*
     * @return the curve
     */
    public static Curve of(List<Run> runs, double optimum) {
        double[] passes = runs.stream()
                .flatMap(run -> run.rows().stream())
                .mapToDouble(Row::passes)
                .sorted()
                .distinct()
                .toArray();
        double[][] seconds = new double[passes.length][runs.size()];
        double[][] excess = new double[passes.length][runs.size()];
        for (int r = 0; r < runs.size(); r++) {
            List<Row> rows = runs.get(r).rows();
            int last = 0;
            for (int i = 0; i < passes.length; i++) {
                while (last + 1 < rows.size() && rows.get(last + 1).passes() <= passes[i]) {
                    last++;
                }
                boolean ended = last + 1 == rows.size() && rows.get(last).passes() < passes[i];
                boolean lost = ended && runs.get(r).status().code() == Status.Code.NOT_FINITE;
                double value = rows.get(last).value();
                excess[i][r] = lost || Double.isNaN(value) ? Double.POSITIVE_INFINITY : value - optimum;
                seconds[i][r] = rows.get(last).seconds();
            }
        }
        return new Curve(passes, medians(seconds), quartiles(excess));
    }

    private static List<Quartiles> quartiles(double[][] samples) {
        return Arrays.stream(samples).map(Quartiles::of).toList();
    }

    private static double[] medians(double[][] samples) {
        return quartiles(samples).stream().mapToDouble(Quartiles::median).toArray();
    }

    /**
     * The median at a number of data passes.
     *
     * @param limit data passes
     * @return the median of the last measurements up to there; of the first measurements before all others
     */
    public double medianAt(double limit) {
        int i = 0;
        while (i + 1 < passes.length && passes[i + 1] <= limit) {
            i++;
        }
        return excess.get(i).median();
    }

    /**
     * Where the curve ends.
     *
     * @return its last quartiles
     */
    public Quartiles end() {
        return excess.get(excess.size() - 1);
    }
}
