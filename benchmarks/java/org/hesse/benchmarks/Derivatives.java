package org.hesse.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.hesse.autodiff.Differentiable;
import org.hesse.objective.Hessian;
import org.hesse.problem.Rosenbrock;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.differentiation.Gradient;
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
 * Derivatives of the chained Rosenbrock function, one generic text for all: by hand, by recording, and by Hipparchus
 * forward. The results are the ratios of a gradient to a recorded value, of a product to a gradient, and of the dense
 * matrices.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class Derivatives {
    private static final int LARGEST_STRUCTURE = 100; // (n + 1)(n + 2)/2 numbers in each of its steps

    /** The number of variables. */
    @Param({"2", "10", "100", "1000"})
    public int n;

    private Differentiable f;
    private Rosenbrock hand;
    private DSFactory factory;
    private Hessian recorded;
    private Hessian handHessian;
    private double[] x;
    private double[] v;
    private double[] g;

    /** The function itself, over any field. */
    private static <T extends CalculusFieldElement<T>> T rosenbrock(T[] x) {
        T f = x[0].getField().getZero();
        for (int i = 0; i + 1 < x.length; i++) {
            f = f.add(x[i + 1].subtract(x[i].square()).square().multiply(100.0))
                    .add(x[i].subtract(1.0).square());
        }
        return f;
    }

    /** A point that is not special. */
    @Setup
    public void point() {
        f = Differentiable.generic(n, Derivatives::rosenbrock);
        hand = new Rosenbrock(n);
        x = new double[n];
        v = new double[n];
        g = new double[n];
        Arrays.setAll(x, i -> Math.sin(i + 1.0));
        Arrays.setAll(v, i -> Math.cos(i + 1.0));
        recorded = f.hessianAt(x);
        handHessian = hand.hessianAt(x);
        factory = n <= LARGEST_STRUCTURE ? new DSFactory(n, 2) : null;
    }

    /** The value by hand. */
    @Benchmark
    public double valueByHand() {
        return hand.value(x);
    }

    /** The gradient by hand. */
    @Benchmark
    public double gradientByHand() {
        return hand.valueAndGradient(x, g);
    }

    /** A product by hand, of a Hessian made before. */
    @Benchmark
    public double[] productByHand() {
        handHessian.times(v, g);
        return g;
    }

    /** The dense matrix by hand, made anew. */
    @Benchmark
    public double[][] denseByHand() {
        return hand.hessianAt(x).dense();
    }

    /** The value alone, by Vars. */
    @Benchmark
    public double valueRecorded() {
        return f.value(x);
    }

    /** Value and gradient in reverse. */
    @Benchmark
    public double gradientRecorded() {
        return f.valueAndGradient(x, g);
    }

    /** A product of a Hessian made before. */
    @Benchmark
    public double[] productRecorded() {
        recorded.times(v, g);
        return g;
    }

    /** A Hessian made for one product. */
    @Benchmark
    public double[] hessianAndProductRecorded() {
        f.hessianAt(x).times(v, g);
        return g;
    }

    /** The dense matrix, recorded anew. */
    @Benchmark
    public double[][] denseRecorded() {
        return f.hessianAt(x).dense();
    }

    /** Value and gradient by Hipparchus, forward. */
    @Benchmark
    public Gradient gradientHipparchus() {
        Gradient[] at = new Gradient[n];
        Arrays.setAll(at, i -> Gradient.variable(n, i, x[i]));
        return rosenbrock(at);
    }

    /** Value, gradient and Hessian by Hipparchus, forward; of more than 100 variables it has no result. */
    @Benchmark
    public DerivativeStructure denseHipparchus() {
        if (factory == null) {
            throw new IllegalStateException("a DerivativeStructure of " + n + " variables, expected at most 100");
        }
        DerivativeStructure[] at = new DerivativeStructure[n];
        Arrays.setAll(at, i -> factory.variable(i, x[i]));
        return rosenbrock(at);
    }
}
