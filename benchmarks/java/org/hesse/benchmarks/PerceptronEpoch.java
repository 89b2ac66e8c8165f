package org.hesse.benchmarks;

import java.util.concurrent.TimeUnit;
import org.hesse.data.Dataset;
import org.hesse.data.Datasets;
import org.hesse.method.firstorder.Adam;
import org.hesse.objective.Batches;
import org.hesse.objective.Curved;
import org.hesse.objective.Hessian;
import org.hesse.objective.Objective;
import org.hesse.problem.Perceptron;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The perceptron 64-64-10 on the 1797 digits, 4810 weights, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(2)
public class PerceptronEpoch {
    private static final int BATCH = 64;
    private static final int EPOCHS = 20; // so that the measurement at the end, all 1797 rows, hardly counts

    private Minimization epoch;
    private Objective batch;
    private Perceptron whole;
    private Hessian hessian;
    private double[] x;
    private double[] g;

    /** Makes the problem at a random start. */
    @Setup
    public void setUp() {
        Dataset data = Datasets.digits().scaled(1.0 / 16);
        whole = new Perceptron(data, 1e-4, 64);
        x = whole.initial(1);
        g = new double[x.length];
        Batches batches = Batches.shuffled(data.size(), BATCH, 1);
        batch = whole.on(batches.at(0));
        hessian = whole.as(Curved.class).orElseThrow().hessianAt(x);
        epoch = Minimization.of(whole)
                .from(x)
                .with(new Adam(1e-3))
                .batches(batches)
                .measure((step, stepsPerEpoch) -> false)
                .verdict(false)
                .budget(Budget.UNLIMITED.withSteps(EPOCHS * batches.stepsPerEpoch()));
    }

    /** A run of 29 steps with all its bookkeeping, and the one measurement of the whole objective at its end. */
    @Benchmark
    @OperationsPerInvocation(EPOCHS)
    public Result epoch() {
        return epoch.run();
    }

    @Benchmark
    public double batchGradient() {
        return batch.valueAndGradient(x, g);
    }

    @Benchmark
    public double batchValue() {
        return batch.value(x);
    }

    @Benchmark
    public double gradient() {
        return whole.valueAndGradient(x, g);
    }

    @Benchmark
    public double[] product() {
        hessian.times(x, g);
        return g;
    }
}
