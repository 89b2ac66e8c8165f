package org.hesse.method.stochastic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hesse.linear.Cholesky;
import org.hesse.linear.Products;
import org.hesse.objective.Kronecker.Block;

/** What K-FAC does with the factors of a Fisher matrix. */
final class Factors {
    private Factors() {}

    /** ε·old + (1 − ε)·now; {@code now} itself if there is no old. */
    static List<Block> average(List<Block> old, List<Block> now, double epsilon) {
        List<Block> averages = new ArrayList<>();
        for (int l = 0; l < now.size() && !old.isEmpty(); l++) {
            Block b = now.get(l);
            averages.add(
                    with(b, mix(old.get(l).a(), b.a(), epsilon), mix(old.get(l).s(), b.s(), epsilon)));
        }
        return old.isEmpty() ? now : averages;
    }

    private static double[][] mix(double[][] old, double[][] now, double epsilon) {
        double[][] m = new double[now.length][now.length];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m.length; j++) {
                m[i][j] = epsilon * old[i][j] + (1 - epsilon) * now[i][j];
            }
        }
        return m;
    }

    /** (A + π√γ·I)⁻¹ and (S + √γ/π·I)⁻¹ in the places of A and S; empty if one is not positive definite. */
    static Optional<List<Block>> invert(List<Block> factors, double gamma) {
        List<Block> inverses = new ArrayList<>();
        for (Block b : factors) {
            double pi = pi(b);
            Cholesky a = Cholesky.attempt(b.a(), pi * Math.sqrt(gamma));
            Cholesky s = Cholesky.attempt(b.s(), Math.sqrt(gamma) / pi);
            if (!a.isComplete() || !s.isComplete()) {
                return Optional.empty();
            }
            inverses.add(with(b, inverse(a, b.a().length), inverse(s, b.s().length)));
        }
        return Optional.of(inverses);
    }

    /** √(mean diagonal of A / mean diagonal of S), by which the damping of the product falls evenly on both; 1 for 0 or ∞. */
    static double pi(Block b) {
        double pi = Math.sqrt(meanDiagonal(b.a()) / meanDiagonal(b.s()));
        return pi > 0 && pi < Double.POSITIVE_INFINITY ? pi : 1;
    }

    private static double meanDiagonal(double[][] m) {
        double sum = 0;
        for (int i = 0; i < m.length; i++) {
            sum += m[i][i];
        }
        return sum / m.length;
    }

    private static double[][] inverse(Cholesky c, int n) {
        double[][] inverse = new double[n][];
        double[] unit = new double[n];
        for (int i = 0; i < n; i++) {
            unit[i] = 1;
            inverse[i] = c.solve(unit);
            unit[i] = 0;
        }
        return inverse;
    }

    /** S⁻¹GA⁻¹ for each layer. */
    static double[] times(List<Block> inverses, double[] g) {
        double[] d = new double[g.length];
        for (Block b : inverses) {
            b.put(product(product(b.s(), b.matrix(g)), b.a()), d);
        }
        return d;
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] c = new double[a.length][b[0].length];
        Products.addProduct(a, a.length, b, b.length, b[0].length, c);
        return c;
    }

    private static Block with(Block b, double[][] a, double[][] s) {
        return new Block(b.from(), b.outputs(), b.inputs(), a, s);
    }
}
