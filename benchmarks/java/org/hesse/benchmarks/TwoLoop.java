package org.hesse.benchmarks;

import java.util.concurrent.TimeUnit;
import org.hesse.linear.Parallel;
import org.hesse.linear.Vectors;
import org.hesse.method.quasinewton.CurvaturePair;
import org.hesse.method.quasinewton.Lbfgs;
import org.hesse.method.quasinewton.LimitedMemory;
import org.hesse.method.quasinewton.Safeguard;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Seeds;
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
 * The direction of {@link Lbfgs} on the inner products of its pairs, by one and by two threads, and by the two-loop recursion
 * on the vectors, beside a STREAM triad over n doubles (24n bytes) in the same process: the ratio of the times is the result,
 * for it depends little on the machine. The triad goes over the rows of the memory in turn, which then come from where the
 * recursion gets them, not from the cache. The bound of 4mn doubles is 13.3 triads at m = 10, that of 8mn is 26.7.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class TwoLoop {
    /** The number of variables. */
    @Param("1000000")
    public int n;

    /** The number of pairs. */
    @Param("10")
    public int m;

    private static final Parallel ONE = Parallel.of(1);
    private static final Parallel TWO = Parallel.of(2);

    private LimitedMemory memory;
    private double[] g;
    private double[] d;
    private double[] a;
    private int row;

    /** Fills all pairs: steps are random, and y = (1 + i/m)s, as well conditioned as a quadratic near its minimum. */
    @Setup
    public void fill() {
        memory = LimitedMemory.empty(m, n);
        g = random(100);
        d = random(101);
        a = random(102);
        double[] zero = new double[n];
        for (int i = 0; i < m; i++) {
            memory = memory.at(g, false, ONE);
            double[] s = random(i);
            double[] y = s.clone();
            Vectors.scale(1 + (double) i / m, y);
            Evaluation from = new Evaluation(zero, 0, zero, 0);
            Evaluation to = new Evaluation(s, 0, y, 0);
            memory = memory.with(CurvaturePair.of(from, to, 1, Safeguard.SKIP, 0), from, to);
        }
        memory = memory.at(g, false, ONE);
    }

    private double[] random(long seed) {
        return Seeds.random(seed).doubles(n, -1, 1).toArray();
    }

    /**
     * The direction, its two passes over memory, by one thread.
     *
     * @return the direction
     */
    @Benchmark
    public double[] direction() {
        memory.at(g, true, ONE).direction(g, d, ONE);
        return d;
    }

    /**
     * The direction by two threads.
     *
     * @return the direction
     */
    @Benchmark
    public double[] directionByTwoThreads() {
        memory.at(g, true, TWO).direction(g, d, TWO);
        return d;
    }

    /**
     * The recursion on the vectors.
     *
     * @return the direction
     */
    @Benchmark
    public double[] twoLoop() {
        memory.twoLoop(g, d);
        return d;
    }

    /**
     * STREAM's triad: a = b + q·c (McCalpin 1995).
     *
     * @return a
     */
    @Benchmark
    public double[] triad() {
        row = (row + 1) % m;
        double[] b = memory.s()[row];
        double[] c = memory.y()[row];
        for (int i = 0; i < a.length; i++) {
            a[i] = b[i] + 3.0 * c[i];
        }
        return a;
    }
}
