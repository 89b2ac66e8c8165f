package org.hesse.benchmarks;

import java.util.concurrent.TimeUnit;
import org.hesse.method.quasinewton.Lbfgs;
import org.hesse.method.quasinewton.LimitedMemory;
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
 * The direction of {@link Lbfgs} by the two-loop recursion, beside a STREAM triad over n doubles (24n bytes) in the same
 * process: the ratio of the two times is the result, for it depends little on the machine. The triad goes over the rows of
 * the memory in turn, which then come from where the recursion gets them, not from the cache. The bound of 4mn doubles is
 * 13.3 triads at m = 10; fused recursions take 17 to 19.
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

    private LimitedMemory memory;
    private double[] g;
    private double[] d;
    private double[] alpha;
    private double[] a;
    private int row;

    /** Fills all pairs with random numbers of positive curvature. */
    @Setup
    public void fill() {
        memory = new LimitedMemory(random(1, m), random(1, m), new double[m], m - 1, m, 1);
        for (int i = 0; i < m; i++) { // y = (1 + i/m)s: as well conditioned as a quadratic near its minimum
            double factor = 1 + (double) i / m;
            double sy = 0;
            for (int j = 0; j < n; j++) {
                memory.y()[i][j] *= factor;
                sy += memory.s()[i][j] * memory.y()[i][j];
            }
            memory.rho()[i] = 1 / sy;
        }
        double[][] vectors = random(100, 3);
        g = vectors[0];
        d = vectors[1];
        a = vectors[2];
        alpha = new double[m];
    }

    private double[][] random(long seed, int rows) {
        double[][] x = new double[rows][];
        for (int i = 0; i < rows; i++) {
            x[i] = Seeds.random(Seeds.mix(seed, i)).doubles(n, -1, 1).toArray();
        }
        return x;
    }

    /**
     * The recursion.
     *
     * @return the direction
     */
    @Benchmark
    public double[] direction() {
        memory.direction(g, d, alpha);
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
