package org.hesse.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hesse.linear.Cholesky;
import org.hesse.linear.Spectrum;
import org.hesse.linear.Vectors;
import org.hesse.method.Method;
import org.hesse.objective.Domain;
import org.hesse.objective.Objective;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.hesse.run.Status;
import org.hesse.run.StoppingRule;

/**
 * Minimises ‖r(b)‖²: a method for least squares until it can go no further, with the parameters in units of the columns of
 * the Jacobian, which are taken anew until nothing is gained; then Newton steps with the exact Hessian while they become
 * shorter. Bounds hold parameters as {@link FreeSquares} says.
 *
 * @param residuals the residuals
 * @param names of the parameters
 * @param domain their bounds
 * @param method for least squares
 */
record Solver(Residuals residuals, List<String> names, Domain domain, Method<?> method) {
    private static final int ROUNDS = 20;
    private static final long STEPS = 2000; // of the method in a round
    private static final int NEWTON = 30;
    private static final double COSINE = 1e-11; // of the angle between the residuals and a column of the Jacobian
    private static final double ROUNDING = 1e-6; // of the sum, where the residuals are much smaller than the data
    private static final double FELT = 1e-9; // of the data: a millionth of it is the rounding of a residual
    private static final double GAIN = 1e-9; // of the sum, below which another round is not worth while

    Solved solve(double[] start, boolean[] fixed) {
        Solved s = search(start, fixed);
        return s.sum() == 0 ? s.atRest() : s; // nothing is less: the squares of what steps change are below all numbers
    }

    private Solved search(double[] start, boolean[] fixed) {
        int[] free = IntStream.range(0, start.length).filter(j -> !fixed[j]).toArray();
        if (free.length == 0) {
            return new Solved(start, free, free, sum(start), 0, false, 0, "nothing to fit");
        }
        Solved direct = rounds(start, free, 0);
        if (direct.isMinimum() && !direct.flat() || domain.isBounded()) {
            return direct;
        }
        LinearParameters linear = LinearParameters.of(residuals, start, free);
        if (linear.linear().length == 0 || linear.others().length == 0) {
            return direct;
        }
        Separated separated = new Separated(linear, start);
        Result run = run(separated, separated.start());
        double[] there = separated.parameters(run.x());
        if (there == null) {
            return direct;
        }
        Solved other = rounds(there, free, direct.steps() + run.steps());
        boolean better = other.isMinimum() && (!other.flat() || !direct.isMinimum());
        return better || other.sum() < direct.sum() * (1 - GAIN) ? other : direct;
    }

    private Result run(Objective f, double[] from) {
        return Minimization.of(f)
                .from(from)
                .with(method)
                .until(angle())
                .budget(Budget.UNLIMITED.withSteps(STEPS))
                .verdict(false)
                .run();
    }

    private Solved rounds(double[] start, int[] free, long before) {
        double[] b = start.clone();
        long steps = before;
        String why = "";
        for (int round = 0; round < ROUNDS; round++) {
            double sum = sum(b);
            FreeSquares squares = new FreeSquares(residuals, names, b, free, domain);
            Result run = run(squares, squares.scaled(b));
            steps += run.steps();
            why = run.status().toString();
            double[] there = squares.parameters(run.x());
            if (!(sum(there) <= sum)) {
                break;
            }
            Solved polished = polish(there, free, steps, why);
            if (polished.sum() >= sum * (1 - GAIN)) {
                return polished;
            }
            b = polished.b();
            steps = polished.steps();
        }
        return polish(b, free, steps, why);
    }

    private static StoppingRule angle() {
        return trace -> {
            double cosine = trace.current().gradientNorm()
                    / Math.sqrt(2 * trace.current().value());
            return cosine <= COSINE
                    ? Optional.of(Status.converged("residuals at right angles to the Jacobian"))
                    : Optional.empty();
        };
    }

    double sum(double[] b) {
        double[] r = new double[residuals.count()];
        residuals.at(b, r);
        return Vectors.dot(r, r);
    }

    /** Those of the free parameters that a bound holds: the sum falls only beyond it. */
    private int[] held(double[] b, int[] free) {
        double[] r = new double[residuals.count()];
        double[][] jacobian = new double[r.length][b.length];
        residuals.withJacobian(b, r, jacobian);
        double[] g = new double[b.length];
        for (int i = 0; i < r.length; i++) {
            Vectors.axpy(r[i], jacobian[i], g);
        }
        return Arrays.stream(free).filter(j -> domain.isHeld(b, g, j)).toArray();
    }

    private Solved polish(double[] from, int[] free, long steps, String why) {
        double[] b = from;
        int[] held = held(b, free);
        int[] estimated = Arrays.stream(free)
                .filter(j -> Arrays.stream(held).noneMatch(h -> h == j))
                .toArray();
        double sum = sum(b);
        if (estimated.length == 0) {
            return new Solved(b, estimated, held, sum, 0, false, steps, why);
        }
        double move = Double.NaN;
        boolean flat = false;
        long taken = steps;
        for (int k = 0; k < NEWTON; k++) {
            FreeSquares squares = new FreeSquares(residuals, names, b, estimated, domain);
            double[] u = squares.scaled(b);
            double[] g = new double[u.length];
            squares.valueAndGradient(u, g);
            double[][] h = squares.hessianAt(u).dense();
            if (!Double.isFinite(Vectors.norm(g))
                    || !Arrays.stream(h).allMatch(row -> Double.isFinite(Vectors.norm(row)))) {
                break;
            }
            Spectrum spectrum = Spectrum.of(h);
            double e = Spread.error(spectrum);
            flat = spectrum.values()[0] <= e;
            Optional<double[]> step =
                    flat ? along(spectrum, e, g) : Cholesky.of(h).map(c -> c.solve(g));
            if (step.isEmpty()) {
                break;
            }
            double next = relative(step.get(), u, Math.sqrt(sum));
            double[] there = squares.parameters(Vectors.plus(u, -1, step.get()));
            double fallen = sum(there);
            if (!(Double.isNaN(move) || next < move / 2)) {
                break;
            }
            move = next;
            if (!(fallen <= sum * (1 + ROUNDING)) || next == 0) {
                break;
            }
            b = there;
            sum = fallen;
            taken++;
        }
        return new Solved(b, estimated, held, sum, move, flat, taken, why);
    }

    /** Newton's step in the directions that are not flat; empty if some curvature is negative. */
    private static Optional<double[]> along(Spectrum spectrum, double e, double[] g) {
        double[] step = new double[g.length];
        for (int q = 0; q < g.length; q++) {
            double lambda = spectrum.values()[q];
            if (lambda < -e) {
                return Optional.empty();
            }
            if (lambda > e) {
                Vectors.axpy(Vectors.dot(g, spectrum.vectors()[q]) / lambda, spectrum.vectors()[q], step);
            }
        }
        return Optional.of(step);
    }

    /** The largest step relative to its parameter; of a parameter near 0, to what changes the sum, or to rounding. */
    private static double relative(double[] step, double[] u, double root) {
        double floor = Math.max(root, FELT * Vectors.norm(u));
        double largest = 0;
        for (int k = 0; k < u.length; k++) {
            double part = Math.abs(step[k]) / Math.max(Math.abs(u[k]), floor);
            largest = step[k] == 0 ? largest : Math.max(largest, part);
        }
        return largest;
    }
}
