package org.hesse.benchmarks;

import java.util.concurrent.TimeUnit;
import org.hesse.data.Dataset;
import org.hesse.data.Datasets;
import org.hesse.objective.Batch;
import org.hesse.objective.Batches;
import org.hesse.objective.Curved;
import org.hesse.objective.Hessian;
import org.hesse.objective.Objective;
import org.hesse.problem.SoftmaxRegression;
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

/** The derivatives of the digits softmax, 650 weights, on one thread; 1797 rows are the full batch. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(2)
public class SoftmaxGradient {
    /** The number of rows. */
    @Param({"1797", "256", "32"})
    public int batch;

    private Objective f;
    private Curved curved;
    private Hessian hessian;
    private double[] x;
    private double[] g;

    /** Makes the problem, and a point that is neither the start nor the minimum. */
    @Setup
    public void setUp() {
        Dataset data = Datasets.digits().scaled(1.0 / 16).withConstant();
        SoftmaxRegression sum = new SoftmaxRegression(data, 1e-3);
        f = sum.on(
                batch == data.size()
                        ? Batch.ALL
                        : Batches.shuffled(data.size(), batch, 1).at(0));
        curved = f.as(Curved.class).orElseThrow();
        x = new double[f.dimension()];
        g = new double[f.dimension()];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i * 37 % 101 - 50) / 500.0;
        }
        hessian = curved.hessianAt(x);
    }

    @Benchmark
    public double value() {
        return f.value(x);
    }

    @Benchmark
    public double gradient() {
        return f.valueAndGradient(x, g);
    }

    @Benchmark
    public Hessian linearisation() {
        return curved.hessianAt(x);
    }

    @Benchmark
    public double[] product() {
        hessian.times(x, g);
        return g;
    }

    @Benchmark
    public double[][] denseHessian() {
        return hessian.dense();
    }
}
