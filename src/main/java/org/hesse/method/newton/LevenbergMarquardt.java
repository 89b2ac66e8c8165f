package org.hesse.method.newton;

import static org.hesse.linear.Vectors.axpy;
import static org.hesse.linear.Vectors.dot;
import static org.hesse.linear.Vectors.norm;
import static org.hesse.linear.Vectors.plus;
import static org.hesse.linear.Vectors.scale;

import java.util.Optional;
import java.util.Set;
import org.hesse.linear.Cholesky;
import org.hesse.method.Hyperparameters;
import org.hesse.method.Method;
import org.hesse.method.Outcome;
import org.hesse.method.Step;
import org.hesse.objective.Evaluation;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Oracle;
import org.hesse.objective.Structure;

/**
 * Levenberg–Marquardt on f(x) = ½‖r(x)‖²: Gauss–Newton steps, damped as far as the last ones did not keep their promise.
 *
 * <p>(JᵀJ + μI)h = −Jᵀr; with ϱ = (f(x) − f(x + h))/½hᵀ(μh − Jᵀr), the actual over the predicted decrease, x ← x + h and
 * μ ← μ·max(⅓, 1 − (2ϱ − 1)³), ν ← 2 if ϱ is positive; otherwise μ ← νμ, ν ← 2ν (Nielsen's rule), the step rejected. At
 * first μ = τ·max diag JᵀJ.
 *
 * <p>Source: Madsen, Nielsen and Tingleff (2004), Methods for Non-Linear Least Squares Problems, 2nd edition, Algorithm
 * 3.16. The normal equations square the condition of J: below ‖h‖ = ε‖x‖ the method is stuck.
 *
 * @param tau τ, the damping at first relative to the curvature: 1e-6 for a good start, up to 1 for a bad one
 */
public record LevenbergMarquardt(double tau) implements Method<LevenbergMarquardt.State> {
    /** Checks the damping. */
    public LevenbergMarquardt {
        Hyperparameters.positive("levenberg-marquardt", "tau", tau);
    }

    /** With τ = 1e-3. */
    public LevenbergMarquardt() {
        this(1e-3);
    }

    /**
     * What Levenberg–Marquardt remembers.
     *
     * @param x the iterate, length n
     * @param step the last step
     * @param evaluation ½‖r‖² and Jᵀr where the last step started from; null before the first
     * @param normal JᵀJ there, n rows of length n; null once x has moved on
     * @param mu μ, the damping; NaN before the first step
     * @param nu ν, the factor of the next rejection
     */
    public record State(double[] x, Step step, Evaluation evaluation, double[][] normal, double mu, double nu)
            implements org.hesse.method.State {
        private State rests(Step why) {
            return new State(x, why, evaluation, normal, mu, nu);
        }

        private State damped(String why) {
            return new State(x, Step.rejected(why), evaluation, normal, mu * nu, 2 * nu);
        }
    }

    @Override
    public String name() {
        return "levenberg-marquardt";
    }

    @Override
    public State init(Oracle f, double[] x0) {
        return new State(x0.clone(), Step.START, null, null, Double.NaN, 2);
    }

    @Override
    public State step(Oracle f, State s) {
        LeastSquares problem = f.need(LeastSquares.class);
        boolean known = s.normal != null && s.evaluation.batch() == f.batch(0).id();
        State at = known ? s : linearised(problem, s, f.batch(0).id());
        Evaluation now = at.evaluation;
        double[] g = now.gradient();
        if (!now.isFinite()) {
            return at.rests(Step.stuck("residuals or Jacobian are not finite, f = " + now.value()));
        }
        Optional<double[]> solution = Cholesky.of(damped(at)).map(cholesky -> cholesky.solve(g));
        if (solution.isEmpty() && !(at.mu > 0 && at.mu < Double.MAX_VALUE)) {
            return at.rests(Step.stuck("J'J + mu I is not positive definite at mu = " + at.mu));
        }
        if (solution.isEmpty()) {
            return at.damped("J'J + mu I is not positive definite at mu = " + at.mu);
        }
        double[] h = solution.get();
        scale(-1, h);
        if (norm(h) <= Math.ulp(1.0) * (norm(s.x) + Math.ulp(1.0))) {
            String why = "step of norm " + norm(h) + " from x of norm " + norm(s.x) + " at mu = " + at.mu
                    + ", gradient of norm " + norm(g);
            return at.rests(new Step(Outcome.STUCK, 0, undamped(at), why));
        }
        double[] x = plus(s.x, 1, h);
        double[] r = new double[problem.residualCount()];
        problem.residuals(x, r);
        double predicted = 0.5 * (at.mu * dot(h, h) - dot(h, g));
        double ratio = (now.value() - 0.5 * dot(r, r)) / predicted;
        if (!(ratio > 0)) {
            return at.damped("actual over predicted decrease " + ratio + " at mu = " + at.mu);
        }
        double u = 2 * ratio - 1;
        Step step = new Step(Outcome.ACCEPTED, 1, -predicted, "");
        return new State(x, step, now, null, at.mu * Math.max(1.0 / 3, 1 - u * u * u), 2);
    }

    private State linearised(LeastSquares problem, State s, long batch) {
        int n = s.x.length;
        double[] r = new double[problem.residualCount()];
        double[][] jacobian = new double[r.length][n];
        problem.residualsAndJacobian(s.x, r, jacobian);
        double[] g = new double[n];
        double[][] normal = new double[n][n];
        for (int i = 0; i < r.length; i++) {
            axpy(r[i], jacobian[i], g);
            for (int j = 0; j < n; j++) {
                axpy(jacobian[i][j], jacobian[i], normal[j]);
            }
        }
        double diagonal = 0;
        for (int j = 0; j < n; j++) {
            diagonal = Math.max(diagonal, normal[j][j]);
        }
        Evaluation e = new Evaluation(s.x, 0.5 * dot(r, r), g, batch);
        return new State(s.x, s.step, e, normal, Double.isNaN(s.mu) ? tau * diagonal : s.mu, s.nu);
    }

    /** The change that the Gauss–Newton step promises, −½gᵀ(JᵀJ)⁻¹g; NaN if it is not defined. */
    private static double undamped(State at) {
        double[] g = at.evaluation.gradient();
        return Cholesky.of(at.normal)
                .map(cholesky -> -0.5 * dot(g, cholesky.solve(g)))
                .orElse(Double.NaN);
    }

    /** JᵀJ + μI. */
    private static double[][] damped(State s) {
        double[][] a = new double[s.x.length][];
        for (int j = 0; j < a.length; j++) {
            a[j] = s.normal[j].clone();
            a[j][j] += s.mu;
        }
        return a;
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, null, s.mu, s.nu);
    }

    @Override
    public Set<Class<? extends Structure>> needs() {
        return Set.of(LeastSquares.class);
    }
}
