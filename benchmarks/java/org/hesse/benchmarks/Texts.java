package org.hesse.benchmarks;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hesse.autodiff.Expression;
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

/** Functions written as text: value and gradient beside the value of the same function written in Java. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Texts {
    private static final String ROSENBROCK = "sum(i, 1, n-1, 100*(x[i+1]-x[i]^2)^2 + (1-x[i])^2)";
    private static final String WAVES = "sum(i, 1, n, exp(-x[i]^2)*cos(3*x[i]) + log(1+x[i]^2))";

    /** Rosenbrock's function in two variables, chained by a sum, or a sum of transcendental terms. */
    @Param({"plain:2", "chain:10", "chain:100", "chain:1000", "waves:100"})
    public String function;

    private String kind;
    private Expression f;
    private double[] x;
    private double[] g;

    /** Reads the text. */
    @Setup
    public void setUp() {
        kind = function.split(":")[0];
        int n = Integer.parseInt(function.split(":")[1]);
        f = kind.equals("plain")
                ? Expression.parse("100*(y-x^2)^2 + (1-x)^2")
                : Expression.parse(kind.equals("chain") ? ROSENBROCK : WAVES, Map.of("n", n));
        x = Seeds.random(1).doubles(n, -1, 1).toArray();
        g = new double[n];
    }

    @Benchmark
    public double handWritten() {
        return switch (kind) {
            case "plain" -> plain(x);
            case "chain" -> chain(x);
            default -> waves(x);
        };
    }

    private static double plain(double[] x) {
        double t = x[1] - x[0] * x[0];
        double s = 1 - x[0];
        return 100 * (t * t) + s * s;
    }

    private static double chain(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length - 1; i++) {
            double t = x[i + 1] - x[i] * x[i];
            double s = 1 - x[i];
            sum += 100 * (t * t) + s * s;
        }
        return sum;
    }

    private static double waves(double[] x) {
        double sum = 0;
        for (double xi : x) {
            sum += Math.exp(-(xi * xi)) * Math.cos(3 * xi) + Math.log(1 + xi * xi);
        }
        return sum;
    }

    @Benchmark
    public double value() {
        return f.value(x);
    }

    @Benchmark
    public double gradient() {
        return f.valueAndGradient(x, g);
    }
}
