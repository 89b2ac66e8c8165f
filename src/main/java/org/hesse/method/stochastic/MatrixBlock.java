package org.hesse.method.stochastic;

import java.util.Arrays;
import java.util.List;
import org.hesse.linear.Products;
import org.hesse.linear.Spectrum;
import org.hesse.objective.Layout;

/** The gradient of one block of variables as a matrix, with what Shampoo makes of it. */
final class MatrixBlock {
    private final int from;
    private final double[][] g;

    /** The block whose first variable is {@code from}. */
    MatrixBlock(Layout.Block block, int from, double[] gradient) {
        this.from = from;
        g = new double[block.rows()][];
        for (int i = 0; i < g.length; i++) {
            int start = from + i * block.columns();
            g[i] = Arrays.copyOfRange(gradient, start, start + block.columns());
        }
    }

    /** How many sides have a matrix: both, or one of a vector. */
    int sides() {
        return isVector() ? 1 : 2;
    }

    private boolean isVector() {
        return g.length == 1 || g[0].length == 1;
    }

    /** GGᵀ of the rows (side 0) or GᵀG of the columns; of a side longer than the limit one row, the diagonal. */
    double[][] gram(int side, int limit) {
        double[][] rows = isVector() ? asColumn() : side == 0 ? g : transpose(g);
        int m = rows.length;
        double[][] gram = new double[m <= limit ? m : 1][m];
        if (m <= limit) {
            Products.addProduct(rows, m, transpose(rows), rows[0].length, m, gram);
        } else {
            Arrays.setAll(gram[0], i -> squares(rows[i]));
        }
        return gram;
    }

    private double[][] asColumn() {
        return g[0].length == 1 ? g : transpose(g);
    }

    private static double[][] transpose(double[][] a) {
        double[][] t = new double[a[0].length][a.length];
        Products.transpose(a, a.length, a[0].length, t);
        return t;
    }

    private static double squares(double[] row) {
        double sum = 0;
        for (double v : row) {
            sum += v * v;
        }
        return sum;
    }

    /** M^{-1/p}; of a single row that of each entry. Eigenvalues that rounding took below 0 count as the least above. */
    static double[][] inverseRoot(double[][] m, int p) {
        int n = m[0].length;
        if (m.length == 1) {
            double[][] root = new double[1][n];
            Arrays.setAll(root[0], i -> Math.pow(m[0][i], -1.0 / p));
            return root;
        }
        Spectrum s = Spectrum.of(m);
        double least = Math.ulp(1.0) * s.norm();
        double[][] scaled = new double[n][];
        for (int k = 0; k < n; k++) {
            double power = Math.pow(Math.max(s.values()[k], least), -1.0 / p);
            scaled[k] = s.vectors()[k].clone();
            for (int i = 0; i < n; i++) {
                scaled[k][i] *= power;
            }
        }
        double[][] root = new double[n][n];
        Products.addProduct(transpose(s.vectors()), n, scaled, n, n, root);
        return root;
    }

    /** The direction, row by row: the roots of the sides times G. */
    double[] times(List<Shampoo.Side> sides) {
        double[][] d = apply(sides.get(0).root(), isVector() ? asColumn() : g);
        if (sides.size() == 2) {
            d = transpose(apply(sides.get(1).root(), transpose(d)));
        }
        double[] flat = new double[d.length * d[0].length];
        for (int i = 0; i < d.length; i++) {
            System.arraycopy(d[i], 0, flat, i * d[0].length, d[0].length);
        }
        return flat;
    }

    /** ‖g‖, or ‖g/√squares‖ where those, of all variables, are given. */
    double norm(double[] squares) {
        double sum = 0;
        int i = from;
        for (double[] row : g) {
            for (double v : row) {
                sum += squares == null ? v * v : v * v / squares[i];
                i++;
            }
        }
        return Math.sqrt(sum);
    }

    private static double[][] apply(double[][] root, double[][] rows) {
        int n = rows[0].length;
        double[][] product = new double[rows.length][n];
        if (root.length == rows.length) {
            Products.addProduct(root, rows.length, rows, rows.length, n, product);
        } else {
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < n; j++) {
                    product[i][j] = root[0][i] * rows[i][j];
                }
            }
        }
        return product;
    }
}
