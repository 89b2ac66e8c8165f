package org.hesse.objective;

import java.util.List;
import org.hesse.linear.Vectors;
import org.hesse.objective.DerivativeCheck.Part;

/**
 * The Hessian against itself: H_ij with H_ji, and products with the matrix, which may be two pieces of code. What the two
 * may differ by is what they change by over a few units in the last place of x, and a small part of their terms.
 */
final class MatrixCheck {
    private static final int LARGEST = 500; // a matrix of 2 MB
    private static final int DIRECTIONS = 2;
    private static final double RELATIVE = 1e-9;

    private final Objective f;
    private final CheckPoint p;
    private final Hessian h;
    private final Hessian shifted;

    private MatrixCheck(Objective f, CheckPoint p, Hessian h, Hessian shifted) {
        this.f = f;
        this.p = p;
        this.h = h;
        this.shifted = shifted;
    }

    static List<Part> of(Objective f, Curved curved, List<CheckPoint> points, List<Hessian> hessians) {
        Tally symmetry = new Tally("symmetry");
        Tally products = new Tally("products");
        for (int k = 0; k < points.size(); k++) {
            CheckPoint p = points.get(k);
            double[] y = p.x().clone();
            for (int i = 0; i < y.length; i++) {
                y[i] += (i % 2 == 0 ? 4 : -4) * Math.ulp(1.0) * p.unit(i);
            }
            MatrixCheck check = new MatrixCheck(f, p, hessians.get(k), curved.hessianAt(y));
            if (y.length <= LARGEST) {
                check.matrix(symmetry, products);
            } else {
                check.forms(symmetry);
            }
        }
        return f.dimension() <= LARGEST ? List.of(symmetry.part(), products.part()) : List.of(symmetry.part());
    }

    private void matrix(Tally symmetry, Tally products) {
        double[][] a = h.dense();
        double[][] b = shifted.dense();
        int n = a.length;
        double[] row = new double[n]; // the size of each row in units of the variables
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                row[i] = Math.max(row[i], Math.abs(a[i][j]) * p.unit(i) * p.unit(j));
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double floor = Math.sqrt(row[i]) * Math.sqrt(row[j]) / p.unit(i) / p.unit(j);
                double change = Math.abs(a[i][j] - b[i][j]) + Math.abs(a[j][i] - b[j][i]);
                double allowed = RELATIVE * (Math.abs(a[i][j]) + 0.01 * floor) + 10 * change + h.error();
                String name = "d2f/d" + f.layout().name(i) + " d" + f.layout().name(j) + " beside its mirror image";
                symmetry.add(finite(new Finding(name, p.name(), a[i][j], a[j][i], allowed, "")));
            }
        }
        for (int k = 0; k < DIRECTIONS; k++) {
            products(a, b, GradientCheck.direction(p, 10 + k), products);
        }
    }

    private void products(double[][] a, double[][] b, double[] v, Tally products) {
        double[] hv = new double[v.length];
        h.times(v, hv);
        for (int i = 0; i < hv.length; i++) {
            double terms = 0;
            double moved = 0;
            for (int j = 0; j < v.length; j++) {
                terms += Math.abs(a[i][j] * v[j]);
                moved += Math.abs((a[i][j] - b[i][j]) * v[j]);
            }
            String name = "(H v)_" + f.layout().name(i) + " beside its row times v";
            double allowed = RELATIVE * terms + 10 * moved + h.error() * Vectors.norm(v);
            products.add(finite(new Finding(name, p.name(), hv[i], Vectors.dot(a[i], v), allowed, "")));
        }
    }

    /** Of a large matrix uᵀHv = vᵀHu for random u and v. */
    private void forms(Tally symmetry) {
        int n = p.x().length;
        for (int k = 0; k < DIRECTIONS; k++) {
            double[] u = GradientCheck.direction(p, 20 + 2 * k);
            double[] v = GradientCheck.direction(p, 21 + 2 * k);
            double[] hu = new double[n];
            double[] hv = new double[n];
            double[] other = new double[n];
            h.times(u, hu);
            h.times(v, hv);
            shifted.times(v, other);
            double terms = 0;
            double moved = 0;
            for (int i = 0; i < n; i++) {
                terms += Math.abs(u[i] * hv[i]);
                moved += Math.abs(u[i] * (hv[i] - other[i]));
            }
            double allowed = RELATIVE * terms + 10 * moved + h.error() * Vectors.norm(u) * Vectors.norm(v);
            symmetry.add(finite(new Finding(
                    "u'H v beside v'H u, random u and v,",
                    p.name(),
                    Vectors.dot(u, hv),
                    Vectors.dot(v, hu),
                    allowed,
                    "")));
        }
    }

    /** Nothing can be said beside something that is not finite. */
    private static Finding finite(Finding found) {
        return Double.isFinite(found.allowed()) && Double.isFinite(found.expected())
                ? found
                : found.doubted("the Hessian is not finite");
    }
}
