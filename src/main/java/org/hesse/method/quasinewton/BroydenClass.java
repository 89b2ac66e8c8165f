package org.hesse.method.quasinewton;

import static org.hesse.linear.Vectors.dot;
import static org.hesse.linear.Vectors.minus;
import static org.hesse.linear.Vectors.scale;

import org.hesse.method.Method;
import org.hesse.method.Move;
import org.hesse.method.Restart;
import org.hesse.method.Step;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.search.StepLength;

/**
 * The Broyden class: a dense approximation H of the inverse Hessian, changed by two terms of rank one with each curvature
 * pair. {@link Bfgs} (φ = 0), {@link Dfp} (φ = 1) and {@link Broyden} (any φ between) are the same step.
 *
 * <p>d = −Hg, x⁺ = x + αd, s = x⁺ − x, y = g(x⁺) − g(x), and with v = Hy, a = sᵀy, b = yᵀv
 *
 * <p>H ← H − vvᵀ/b + ssᵀ/a + ψb(s/a − v/b)(s/a − v/b)ᵀ, ψ = (1 − φ)/(1 + φ(μ − 1)), μ = b·sᵀBs/a²,
 *
 * <p>which is the inverse of B ← (1 − φ)·BFGS + φ·DFP. H is I, scaled as {@link Scaling} says; pairs are judged by the {@link
 * Safeguard}. First steps, failed searches and minibatches are as in {@link Lbfgs}.
 *
 * <p>Source: Nocedal and Wright (2006), Numerical Optimization, 2nd edition, Algorithm 6.1, (6.17), (6.20) and (6.32);
 * ψ of φ: Fletcher (1987), Practical Methods of Optimization, 2nd edition, (3.2.16).
 */
public sealed interface BroydenClass extends Method<BroydenClass.State> permits Bfgs, Broyden, Dfp {
    /**
     * The member of the class.
     *
     * @return φ in [0, 1]
     */
    double phi();

    /**
     * How far to go.
     *
     * @return a line search, first with α = 1, or a rate
     */
    StepLength length();

    /**
     * The gradients that make a pair.
     *
     * @return of one batch or of two
     */
    Pairs pairs();

    /**
     * When H is scaled.
     *
     * @return never, once or always
     */
    Scaling scaling();

    /**
     * What keeps H positive definite.
     *
     * @return what becomes of bad pairs
     */
    Safeguard safeguard();

    /**
     * How much pairs learn from values.
     *
     * @return the weight of the values beside the gradients, from 0 to 1
     */
    default double interpolation() {
        return 0;
    }

    /**
     * What the methods remember.
     *
     * @param x the iterate, length n
     * @param step the last step; it predicts by the model gᵀs + ½sᵀBs once B has learnt something
     * @param evaluation the evaluation at x for the next step; null if there is none
     * @param h H, n rows of length n
     * @param changes how many pairs H is made of; 0 if it is I
     * @param skipped how many pairs were skipped
     * @param damped how many pairs were damped
     */
    record State(double[] x, Step step, Evaluation evaluation, double[][] h, long changes, long skipped, long damped)
            implements org.hesse.method.State {
        @Override
        public String remark() {
            return CurvaturePair.remark(skipped, damped);
        }
    }

    @Override
    default State init(Oracle f, double[] x0) {
        double[][] h = Dense.identity(name(), x0.length);
        Evaluation e = f.at(x0.clone());
        return new State(e.x(), Step.START, e, h, 0, 0, 0);
    }

    @Override
    default State step(Oracle f, State s) {
        boolean known =
                s.evaluation != null && s.evaluation.batch() == f.batch(0).id();
        Evaluation now = known ? s.evaluation : f.at(s.x);
        double[] g = now.gradient();
        double[] d = Dense.times(s.h, g);
        scale(-1, d);
        double model = Double.NaN;
        Move move = Move.along(f, now, d, length(), s.changes == 0 ? Move.first(now, length()) : 1, pairs().next(f));
        boolean restart = move.failed() && s.changes > 0;
        if (restart) {
            f.note(new Restart(move.why()));
            model = 0.5 * move.slope(); // of the whole step d
            System.arraycopy(g, 0, d, 0, d.length);
            scale(-1, d);
            move = Move.along(f, now, d, length(), Move.first(now, length()), pairs().next(f))
                    .after(move);
        }
        CurvaturePair pair =
                move.failed() ? null : CurvaturePair.of(now, move.to(), move.length(), safeguard(), interpolation());
        if (pair != null) {
            f.note(pair);
        }
        if (restart) {
            Dense.reset(s.h); // from here on nothing throws
        }
        long changes = restart ? 0 : s.changes;
        if (move.failed()) {
            Evaluation end = move.end(now);
            return new State(end.x(), move.gaveUp(now, model), end, s.h, changes, s.skipped, s.damped);
        }
        Evaluation next = move.to();
        double alpha = move.length();
        boolean learnt = pair.isUsed() && change(s.h, pair, now, next, alpha, changes == 0);
        boolean damped = learnt && pair.decision() == CurvaturePair.Decision.DAMPED;
        return new State(
                next.x(),
                move.accepted(s.changes > 0 && !restart),
                next,
                s.h,
                changes + (learnt ? 1 : 0),
                s.skipped + (learnt ? 0 : 1),
                s.damped + (damped ? 1 : 0));
    }

    /**
     * Changes γH in one pass: row i gets (Css·sᵢ + Csv·vᵢ)sᵀ + (Csv·sᵢ + Cvv·vᵢ)vᵀ.
     *
     * @return whether it did: not where rounding has taken yᵀHy > 0 from H
     */
    private boolean change(
            double[][] h, CurvaturePair pair, Evaluation now, Evaluation next, double alpha, boolean first) {
        double[] s = minus(next.x(), now.x());
        double[] y = minus(next.gradient(), now.gradient());
        pair.correct(now, alpha, y);
        double[] v = Dense.times(h, y);
        double sy = dot(s, y);
        double yhy = dot(y, v);
        if (!(yhy > 0 && yhy < Double.POSITIVE_INFINITY && sy > 0)) {
            return false;
        }
        boolean scaled = scaling() == Scaling.EACH || scaling() == Scaling.FIRST && first;
        double gamma = scaled ? sy / yhy : 1; // where it is the first, H is I
        scale(gamma, v);
        double b = gamma * yhy;
        double rho = 1 / sy;
        double phi = phi();
        double mu = phi == 0 ? 1 : -alpha * dot(now.gradient(), s) * rho * (yhy * rho);
        double psi = (1 - phi) / (1 + phi * (Math.max(1, mu) - 1)); // mu is at least 1 but for rounding
        double css = rho * (1 + psi * rho * b);
        double csv = -psi * rho;
        double cvv = (psi - 1) / b;
        for (int i = 0; i < h.length; i++) {
            double[] row = h[i];
            double alongS = css * s[i] + csv * v[i];
            double alongV = csv * s[i] + cvv * v[i];
            for (int j = 0; j < row.length; j++) {
                row[j] = gamma * row[j] + (alongS * s[j] + alongV * v[j]);
            }
        }
        return true;
    }

    @Override
    default State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.h, s.changes, s.skipped, s.damped);
    }
}
