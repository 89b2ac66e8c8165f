package org.hesse.report;

import java.util.function.DoubleBinaryOperator;

/**
 * A function of two variables on a regular grid.
 *
 * @param columns number of points along x
 * @param rows number of points along y
 * @param left x of the first column
 * @param right x of the last column
 * @param low y of the first row
 * @param high y of the last row
 * @param values f at (column i, row j) in place j·columns + i; perhaps not finite
 */
record Grid(int columns, int rows, double left, double right, double low, double high, double[] values) {
    static Grid of(DoubleBinaryOperator f, double[] lower, double[] upper, int points) {
        double[] values = new double[points * points];
        Grid grid = new Grid(points, points, lower[0], upper[0], lower[1], upper[1], values);
        for (int j = 0; j < points; j++) {
            for (int i = 0; i < points; i++) {
                values[j * points + i] = f.applyAsDouble(grid.x(i), grid.y(j));
            }
        }
        return grid;
    }

    /** x of a place between columns. */
    double x(double i) {
        double t = i / (columns - 1);
        return left * (1 - t) + right * t;
    }

    /** y of a place between rows. */
    double y(double j) {
        double t = j / (rows - 1);
        return low * (1 - t) + high * t;
    }

    double value(int i, int j) {
        return values[j * columns + i];
    }

    /** Whether there is such a cell, right of and above the point (i, j), and f is finite at its corners. */
    boolean isCell(int i, int j) {
        return i >= 0
                && j >= 0
                && i < columns - 1
                && j < rows - 1
                && Double.isFinite(value(i, j))
                && Double.isFinite(value(i + 1, j))
                && Double.isFinite(value(i, j + 1))
                && Double.isFinite(value(i + 1, j + 1));
    }
}
