package org.hesse.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.hesse.linear.SparseCholesky;
import org.hesse.linear.SparseSymmetric;
import org.hesse.linear.StarColouring;
import org.hesse.linear.SymbolicCholesky;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a sparse Newton step is made of: colouring, reading the matrix from its products, analysis, factorisation, solve.
 * {@code numpy/sparse_factor.py} does the last three by SuperLU.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
@Fork(1)
public class SparseHessian {
    /** The five-point Laplacian on 300 × 300 points, a tridiagonal matrix of 1e6, an arrow of 1e5. */
    @Param({"grid", "tridiagonal", "arrow"})
    public String matrix;

    private SparseSymmetric a;
    private StarColouring colouring;
    private SymbolicCholesky symbolic;
    private SparseCholesky cholesky;

    /** Makes the matrix. */
    @Setup
    public void make() {
        int n = matrix.equals("grid") ? 90_000 : matrix.equals("arrow") ? 100_000 : 1_000_000;
        int[] i = new int[3 * n];
        int[] j = new int[3 * n];
        double[] value = new double[3 * n];
        for (int k = 0; k < n; k++) {
            put(k, k, k, matrix.equals("arrow") && k == 0 ? n : 4, i, j, value);
            boolean right = matrix.equals("grid") && k % 300 < 299 || matrix.equals("tridiagonal") && k + 1 < n;
            put(n + k, k, right ? k + 1 : k, right ? -1 : 0, i, j, value);
            boolean down = matrix.equals("grid") && k + 300 < n;
            boolean head = matrix.equals("arrow") && k > 0;
            put(2 * n + k, k, down ? k + 300 : head ? 0 : k, down || head ? -1 : 0, i, j, value);
        }
        a = SparseSymmetric.of(n, i, j, value);
        colouring = StarColouring.of(a.pattern());
        symbolic = SymbolicCholesky.of(a.pattern());
        cholesky = symbolic.factorise(a, 0).orElseThrow();
    }

    private static void put(int p, int row, int column, double entry, int[] i, int[] j, double[] value) {
        i[p] = row;
        j[p] = column;
        value[p] = entry;
    }

    /**
     * Star colouring.
     *
     * @return the colouring
     */
    @Benchmark
    public StarColouring colour() {
        return StarColouring.of(a.pattern());
    }

    /**
     * The matrix from one product for each colour.
     *
     * @return the matrix
     */
    @Benchmark
    public SparseSymmetric recover() {
        return colouring.recover(a);
    }

    /**
     * Order and symbolic factorisation.
     *
     * @return the analysis
     */
    @Benchmark
    public SymbolicCholesky analyse() {
        return SymbolicCholesky.of(a.pattern());
    }

    /**
     * The numbers of the factor.
     *
     * @return the factorisation
     */
    @Benchmark
    public SparseCholesky factorise() {
        return symbolic.factorise(a, 0).orElseThrow();
    }

    /**
     * One right-hand side.
     *
     * @return x
     */
    @Benchmark
    public double[] solve() {
        double[] x = new double[a.dimension()];
        Arrays.fill(x, 1);
        cholesky.solve(x);
        return x;
    }
}
