package org.hesse.compare;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.hesse.run.Row;
import org.hesse.run.Status;

/**
 * The excess over F* of several seeds as it falls: at every place where one of them was measured, median and quartiles
 * over the last measurement of each. A run that has ended keeps its last value; one that ended not finite counts as +∞
 * from there on.
 *
 * @param at the places, ascending
 * @param excess the quartiles there; an excess may be a rounding error below 0
 */
public record Curve(double[] at, List<Quartiles> excess) {
    /**
     * Over the seeds of one method in one regime.
     *
     * @param runs the runs, at least one
     * @param axis the place of a measurement, such as {@link Row#passes}; ascending within a run
     * @param optimum F*
     * @return the curve
     */
    public static Curve of(List<Run> runs, ToDoubleFunction<Row> axis, double optimum) {
        double[] at = runs.stream()
                .flatMap(run -> run.rows().stream())
                .mapToDouble(axis)
                .sorted()
                .distinct()
                .toArray();
        int[] position = new int[runs.size()];
        List<Quartiles> excess = DoubleStream.of(at)
                .mapToObj(place -> {
                    double[] sample = new double[position.length];
                    for (int r = 0; r < sample.length; r++) {
                        sample[r] = valueAt(runs.get(r), axis, place, position, r) - optimum;
                    }
                    return Quartiles.of(sample);
                })
                .toList();
        return new Curve(at, excess);
    }

    private static double valueAt(Run run, ToDoubleFunction<Row> axis, double place, int[] position, int r) {
        List<Row> rows = run.rows();
        while (position[r] + 1 < rows.size() && axis.applyAsDouble(rows.get(position[r] + 1)) <= place) {
            position[r]++;
        }
        Row row = rows.get(position[r]);
        boolean ended = position[r] + 1 == rows.size() && axis.applyAsDouble(row) < place;
        boolean lost = Double.isNaN(row.value()) || ended && run.status().code() == Status.Code.NOT_FINITE;
        return lost ? Double.POSITIVE_INFINITY : row.value();
    }

    /**
     * The median at a place.
     *
     * @param place anywhere on the axis
     * @return the median of the last measurements up to there; the first measurements before all others
     */
    public double medianAt(double place) {
        int i = 0;
        while (i + 1 < at.length && at[i + 1] <= place) {
            i++;
        }
        return excess.get(i).median();
    }
}
