package org.hesse.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.hesse.linear.Products;
import org.hesse.objective.Seeds;
import org.openjdk.jmh.annotations.AuxCounters;
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

/** Matrix products of the sizes of a softmax tile and of a layer of 64, in multiply-adds per nanosecond and twice that. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class MatrixProducts {
    /** Rows m of the result, inner length k, columns n. */
    @Param({"10,65,256", "10,256,65", "64,65,64", "64,64,65"})
    public String size;

    private int m;
    private int k;
    private int n;
    private double[][] a;
    private double[][] b;
    private double[][] transposed;
    private double[][] packed;
    private double[][] c;

    /** Operations, so that JMH prints GFLOP/s. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Count {
        /** Floating-point operations: per nanosecond, GFLOP/s. */
        public long gflops;
    }

    /** Fills the matrices with small numbers, so that sums do not overflow however long it runs. */
    @Setup
    public void setUp() {
        String[] sizes = size.split(",");
        m = Integer.parseInt(sizes[0]);
        k = Integer.parseInt(sizes[1]);
        n = Integer.parseInt(sizes[2]);
        RandomGenerator random = Seeds.random(1);
        a = matrix(random, m, k);
        b = matrix(random, k, n);
        transposed = matrix(random, n, k);
        packed = matrix(random, k, n);
        c = matrix(random, m, n);
    }

    private static double[][] matrix(RandomGenerator random, int rows, int columns) {
        double[][] a = new double[rows][];
        for (int i = 0; i < rows; i++) {
            a[i] = random.doubles(columns, -1, 1).toArray();
        }
        return a;
    }

    @Benchmark
    public double[][] product(Count count) {
        Products.addProduct(a, m, b, k, n, c);
        count.gflops += 2L * m * k * n;
        return c;
    }

    @Benchmark
    public double[][] productTransposed(Count count) {
        Products.productTransposed(a, m, transposed, n, k, packed, c);
        count.gflops += 2L * m * k * n;
        return c;
    }

    @Benchmark
    public double[] timesVector(Count count) {
        Products.times(transposed, n, a[0], k, c[0]);
        count.gflops += 2L * k * n;
        return c[0];
    }
}
