package org.hesse.compare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.hesse.run.Row;
import org.hesse.run.Status;

/**
 * The excess over F* of several seeds as it falls: at every number of data passes at which one of them was measured, the
 * quartiles over the last measurement of each; from the start, at 0 passes, on. A run that has ended keeps its last value; one that ended not finite
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
        double[] passes = DoubleStream.concat(
                        DoubleStream.of(0),
                        runs.stream().flatMap(run -> run.rows().stream()).mapToDouble(Row::passes))
                .sorted()
                .distinct()
                .toArray();
        double[][] seconds = new double[passes.length][runs.size()];
        double[][] excess = new double[passes.length][runs.size()];
        for (int r = 0; r < runs.size(); r++) {
            Run run = runs.get(r);
            List<Row> rows = run.rows();
            int next = 0; // the first row that is still to come
            for (int i = 0; i < passes.length; i++) {
                while (next < rows.size() && rows.get(next).passes() <= passes[i]) {
                    next++;
                }
                double value = next == 0 ? run.startValue() : rows.get(next - 1).value();
                boolean ended = next == rows.size() && rows.get(next - 1).passes() < passes[i];
                boolean lost = ended && run.status().code() == Status.Code.NOT_FINITE;
                excess[i][r] = lost || Double.isNaN(value) ? Double.POSITIVE_INFINITY : value - optimum;
                seconds[i][r] = next == 0 ? 0 : rows.get(next - 1).seconds();
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
     * @param limit data passes, at least 0
     * @return the median of the last measurements up to there
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
