package org.hesse.benchmarks;

import java.util.concurrent.TimeUnit;
import org.hesse.linear.BunchKaufman;
import org.hesse.linear.Inertia;
import org.hesse.linear.Spectrum;
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
 * What the signs of the eigenvalues cost: all eigenpairs, values only, the certain inertia (two factorisations), one
 * factorisation. {@code numpy/eigvalsh.py} takes the eigenvalues of the same kind of matrix by LAPACK.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class Signs {
    /** The number of rows. */
    @Param({"50", "100", "200", "500", "1000", "2000"})
    public int n;

    private double[][] a;

    /** A symmetric matrix of normal numbers. */
    @Setup
    public void make() {
        var random = Seeds.random(1);
        a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                a[i][j] = random.nextGaussian();
                a[j][i] = a[i][j];
            }
        }
    }

    /**
     * All eigenpairs and their residuals.
     *
     * @return the spectrum
     */
    @Benchmark
    public Spectrum eigen() {
        return Spectrum.of(a);
    }

    /**
     * Eigenvalues alone.
     *
     * @return the values
     */
    @Benchmark
    public double[] values() {
        return Spectrum.valuesOf(a);
    }

    /**
     * Certain signs.
     *
     * @return the inertia
     */
    @Benchmark
    public Inertia inertia() {
        return Inertia.of(a, 0);
    }

    /**
     * One factorisation.
     *
     * @return the factors
     */
    @Benchmark
    public BunchKaufman factorise() {
        return BunchKaufman.of(a);
    }
}
