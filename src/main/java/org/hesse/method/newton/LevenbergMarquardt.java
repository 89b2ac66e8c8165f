package org.hesse.method.newton;

import static org.hesse.linear.Vectors.dot;
import static org.hesse.linear.Vectors.plus;

import java.util.Arrays;
import java.util.Set;
import org.hesse.linear.DampedQr;
import org.hesse.linear.Vectors;
import org.hesse.method.Hyperparameters;
import org.hesse.method.Method;
import org.hesse.method.Outcome;
import org.hesse.method.Step;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Oracle;
import org.hesse.objective.RobustLoss;
import org.hesse.objective.Structure;
import org.hesse.search.Trial;

/**
 * Levenberg–Marquardt on f(x) = ½‖r(x)‖²: Gauss–Newton steps within a trust region.
 *
 * <p>p minimises ½‖Jp + r‖² within ‖Dp‖ ≤ Δ, by QR of J ({@link RegionStep}): the normal equations would square its
 * condition. With ϱ the actual over the predicted decrease, x ← x + p where ϱ ≥ 1e-4; Δ ← 2‖Dp‖ where ϱ ≥ ¾ or λ = 0, and
 * above ¼; below, Δ falls to between a tenth and a half. At first Δ = factor·‖Dx‖.
 *
 * <p>With {@code geodesic} the step is p + ½a, a the acceleration of the residuals along p: the Gauss–Newton step for r_pp =
 * (2/h)((r(x + hp) − r(x))/h − Jp) in the place of r, h = 0.1; where 2‖Da‖ is more than ¾‖Dp‖ it is left out. It costs a value
 * more a step, and is not used with a robust loss.
 *
 * <p>Source: Moré (1978), The Levenberg–Marquardt algorithm: implementation and theory, Algorithm 7.1; MINPACK's {@code
 * lmder}. Transtrum and Sethna (2012), arXiv:1201.5885, sections 4 and 5.
 *
 * <p>Departs from the source: both decreases get the rounding of f added, so that at its floor their ratio is 1 and not
 * chance; a trial that is not finite, or whose Jacobian is not, makes Δ a quarter of its length. Where no component of p is
 * beyond the rounding of x it is stuck.
 *
 * @param factor Δ at first relative to ‖Dx‖, positive: 100, or less where far steps lead astray
 * @param scaling D
 * @param geodesic whether steps are bent
 */
public record LevenbergMarquardt(double factor, Scaling scaling, boolean geodesic)
        implements Method<LevenbergMarquardt.State> {
    private static final double EPSILON = Math.ulp(1.0);
    private static final double ACCEPT = 1e-4;
    private static final double PROBE = 0.1;
    private static final double MOST_BENT = 0.75;

    /** In which norm steps are measured. */
    public enum Scaling {
        /** D = I. */
        NONE {
            @Override
            double[] next(double[] d, double[] norms) {
                double[] ones = norms.clone();
                Arrays.fill(ones, 1);
                return ones;
            }
        },
        /** The greatest norms that the columns of J had so far (Moré): changes of units change nothing. */
        JACOBIAN {
            @Override
            double[] next(double[] d, double[] norms) {
                double[] greatest = norms.clone();
                Arrays.setAll(greatest, j -> d == null ? norms[j] : Math.max(d[j], norms[j]));
                return greatest;
            }
        },
        /** The norms of the columns of J (Marquardt 1963). */
        MARQUARDT {
            @Override
            double[] next(double[] d, double[] norms) {
                return norms;
            }
        };

        /** D at the next Jacobian. */
        abstract double[] next(double[] d, double[] norms);
    }

    /** Checks the factor. */
    public LevenbergMarquardt {
        Hyperparameters.positive("levenberg-marquardt", "factor", factor);
    }

    /** As MINPACK: with the factor 100, scaled by the Jacobian, steps not bent. */
    public LevenbergMarquardt() {
        this(100, Scaling.JACOBIAN, false);
    }

    /**
     * What Levenberg–Marquardt remembers.
     *
     * @param x the iterate, length n
     * @param step the last step; it predicts the change of the model
     * @param at the residuals at x, factorised; null if they are not known
     * @param d the diagonal of D, length n; null before the first Jacobian
     * @param radius Δ; NaN before the first step
     * @param lambda λ of the next step, a guess
     */
    public record State(double[] x, Step step, Linearisation at, double[] d, double radius, double lambda)
            implements org.hesse.method.State {
        @Override
        public org.hesse.objective.Evaluation evaluation() {
            return at == null ? null : at.evaluation();
        }
    }

    @Override
    public String name() {
        return "levenberg-marquardt";
    }

    /**
     * With bent steps or without.
     *
     * @param bent whether steps follow the geodesic acceleration
     * @return the same method otherwise
     */
    public LevenbergMarquardt withGeodesic(boolean bent) {
        return new LevenbergMarquardt(factor, scaling, bent);
    }

    @Override
    public State init(Oracle f, double[] x0) {
        double[] x = x0.clone();
        Linearisation at =
                Linearisation.of(f.need(LeastSquares.class), x, f.batch(0).id());
        return new State(x, Step.START, at, scaling.next(null, at.norms()), Double.NaN, 0);
    }

    @Override
    public State step(Oracle f, State s) {
        LeastSquares problem = f.need(LeastSquares.class);
        long batch = f.batch(0).id();
        boolean known = s.at != null && s.at.evaluation().batch() == batch;
        Linearisation at = known ? s.at : Linearisation.of(problem, s.x, batch);
        double[] d = known ? s.d : scaling.next(s.d, at.norms());
        double value = at.evaluation().value();
        if (!at.evaluation().isFinite()) {
            Step why = Step.stuck("residuals or Jacobian are not finite, f = " + value);
            return new State(s.x, why, at, d, s.radius, s.lambda);
        }
        double radius = Double.isNaN(s.radius) ? firstRadius(d, s.x) : s.radius;
        double[] e = ratio(d, at.norms());
        RegionStep within = RegionStep.of(at.qr(), at.c(), e, radius, s.lambda);
        double[] p = ratio(within.y(), at.norms());
        double noise = at.noise();
        if (isNothing(p, s.x)) {
            String why = "step of norm " + Vectors.norm(p) + " from x of norm " + Vectors.norm(s.x) + " at lambda = "
                    + within.lambda() + ", gradient of norm "
                    + Vectors.norm(at.evaluation().gradient());
            Step rest = batch == 0 ? new Step(Outcome.STUCK, 0, -at.promise(), noise, why) : Step.rejected(why);
            return new State(s.x, rest, at, d, Double.NaN, 0);
        }
        double[] x = plus(s.x, 1, p);
        if (geodesic && problem.loss().shape() == RobustLoss.Shape.SQUARES) {
            bend(problem, at, within, e, x, s.x, p);
        }
        double[] r = new double[problem.residualCount()];
        problem.residuals(x, r);
        double trial = problem.loss().value(r);
        f.note(new Trial(1, trial, Double.NaN, null));
        if (!Double.isFinite(trial)) {
            return shrunk(s, at, d, within, 0.25, "the trial has f = " + trial);
        }
        double actual = problem.loss().decrease(at.residuals(), r);
        boolean drowned = Math.abs(actual) <= noise && within.predicted() <= noise;
        double gain = actual / within.predicted();
        Linearisation next = drowned || gain >= ACCEPT ? Linearisation.of(problem, x, batch) : null;
        if (drowned && next.evaluation().isFinite()) { // slopes tell what values do not
            actual = -0.5
                    * (dot(at.evaluation().gradient(), p)
                            + dot(next.evaluation().gradient(), p));
            gain = actual / within.predicted();
        }
        if (!(gain >= ACCEPT)) {
            String why = "actual over predicted decrease " + gain + " at radius " + radius;
            return shrunk(s, at, d, within, shrinkage(at, within, actual), why);
        }
        if (!next.evaluation().isFinite()) {
            return shrunk(s, at, d, within, 0.25, "the Jacobian of the trial is not finite");
        }
        double part = gain <= 0.25 ? shrinkage(at, within, actual) : 1;
        boolean grows = gain >= 0.75 || gain > 0.25 && within.lambda() == 0;
        double nextRadius =
                grows ? 2 * within.length() : part < 1 ? part * Math.min(radius, 10 * within.length()) : radius;
        double lambda = grows ? 0.5 * within.lambda() : within.lambda() / part;
        Step step = batch == 0 && next.isAsGoodAs(at)
                ? new Step(
                        Outcome.STUCK,
                        1,
                        -next.promise(),
                        noise,
                        "residuals are orthogonal to the Jacobian to rounding")
                : new Step(Outcome.ACCEPTED, 1, -within.predicted(), noise, "");
        return new State(x, step, next, scaling.next(d, next.norms()), nextRadius, lambda);
    }

    private State shrunk(State s, Linearisation at, double[] d, RegionStep within, double part, String why) {
        return new State(s.x, Step.rejected(why), at, d, part * within.length(), within.lambda() / part);
    }

    /** Where the parabola through both values and the slope has its minimum, within [0.1, 0.5]. */
    private static double shrinkage(Linearisation at, RegionStep within, double actual) {
        if (actual >= 0) {
            return 0.5;
        }
        double along = Vectors.norm(at.qr().timesR(within.y()));
        double slope = -along * along - within.lambda() * within.length() * within.length();
        return Math.max(0.1, Math.min(0.5, 0.5 * slope / (slope + actual)));
    }

    private double firstRadius(double[] d, double[] x) {
        double[] dx = x.clone();
        for (int j = 0; j < x.length; j++) {
            dx[j] *= d[j];
        }
        double length = Vectors.norm(dx);
        return length > 0 ? factor * length : factor;
    }

    /** Adds half the acceleration to the trial x, if it is small beside the step. */
    private static void bend(
            LeastSquares problem,
            Linearisation at,
            RegionStep within,
            double[] e,
            double[] x,
            double[] x0,
            double[] p) {
        double[] r = new double[problem.residualCount()];
        problem.residuals(plus(x0, PROBE, p), r);
        double[] along = at.qr().times(within.y(), r.length);
        for (int i = 0; i < r.length; i++) {
            r[i] = -2 / PROBE * ((r[i] - at.residuals()[i]) / PROBE - along[i]);
        }
        double[] c = at.qr().projected(r);
        double root = Math.sqrt(within.lambda());
        double[] damping = e.clone();
        Vectors.scale(root, damping);
        double[] a = root > 0
                ? new DampedQr(at.qr(), damping, c).solution()
                : at.qr().solve(c, at.qr().rank());
        double length = Vectors.norm(product(e, a));
        if (2 * length <= MOST_BENT * within.length()) {
            Vectors.axpy(0.5, ratio(a, at.norms()), x);
        }
    }

    private static double[] ratio(double[] a, double[] b) {
        double[] c = new double[a.length];
        Arrays.setAll(c, j -> a[j] / b[j]);
        return c;
    }

    private static double[] product(double[] a, double[] b) {
        double[] c = new double[a.length];
        Arrays.setAll(c, j -> a[j] * b[j]);
        return c;
    }

    private static boolean isNothing(double[] p, double[] x) {
        for (int j = 0; j < p.length; j++) {
            if (Math.abs(p[j]) > EPSILON * Math.abs(x[j])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.d, s.radius, s.lambda);
    }

    @Override
    public Set<Class<? extends Structure>> needs() {
        return Set.of(LeastSquares.class);
    }
}
