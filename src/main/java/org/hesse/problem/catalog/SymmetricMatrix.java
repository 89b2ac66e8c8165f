package org.hesse.problem.catalog;

import java.util.Arrays;
import org.hesse.linear.Products;
import org.hesse.objective.Hessian;

/**
 * A symmetric matrix by its rows.
 *
 * @param rows n rows of length n, not copied
 */
public record SymmetricMatrix(double[][] rows) implements Hessian {
    @Override
    public int dimension() {
        return rows.length;
    }

    @Override
    public void times(double[] v, double[] hv) {
        Products.times(rows, rows.length, v, rows.length, hv);
    }

    @Override
    public double[][] dense() {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }
}
