package org.hesse.method.quasinewton;

import static org.hesse.linear.Vectors.axpy;
import static org.hesse.linear.Vectors.norm;
import static org.hesse.linear.Vectors.scale;

import org.hesse.objective.Evaluation;
import org.hesse.objective.Event;

/**
 * The journal entry of a pair s = x⁺ − x, y = g(x⁺) − g(x).
 *
 * @param sy sᵀy
 * @param ss sᵀs
 * @param yy yᵀy
 * @param cosine sᵀy/(‖s‖‖y‖), which does not depend on the scale of the variables' unit or of the objective
 * @param batchOfX the batch of g(x)
 * @param batchOfNext the batch of g(x⁺)
 * @param decision what became of it
 * @param theta the weight of y in the damped one, θy + (1 − θ)Bs; 1 if it is not damped
 * @param lift what the values add to sᵀy by interpolation: the pair learns from y + (lift/sᵀs)s
 */
public record CurvaturePair(
        double sy,
        double ss,
        double yy,
        double cosine,
        long batchOfX,
        long batchOfNext,
        Decision decision,
        double theta,
        double lift)
        implements Event {
    /** Some 50 roundings: below it the sign of sᵀy is not known. */
    private static final double LEAST_COSINE = 1e-14;

    /** Some 50 units in the last place, as in line searches. */
    private static final double VALUE_ROUNDING = 1e-14;

    private static final double DAMPING = 0.2;
    private static final double CAUTION = 1e-4;

    /** What becomes of a pair. A pair that is not used never stops the step. */
    public enum Decision {
        /** Used. */
        STORED,
        /** Used with y drawn towards Bs. */
        DAMPED,
        /** Not used: sᵀy is not positive, or lost in rounding, or not finite, or too small for a cautious update. */
        SKIPPED
    }

    /** Measures a pair, and skips it if it is bad. */
    static CurvaturePair of(Evaluation from, Evaluation to) {
        return of(from, to, Double.NaN, Safeguard.SKIP, 0);
    }

    /**
     * Measures a pair, and decides.
     *
     * @param from the evaluation at x
     * @param to the evaluation at x⁺
     * @param alpha the step length: x⁺ = x − αHg
     * @param safeguard what to do with a bad one
     * @param interpolation the weight of the values, from 0 to 1; they count only where both are of one batch
     * @return its journal entry
     */
    public static CurvaturePair of(
            Evaluation from, Evaluation to, double alpha, Safeguard safeguard, double interpolation) {
        double[] x = from.x();
        double[] g = from.gradient();
        double[] xNext = to.x();
        double[] gNext = to.gradient();
        double sy = 0;
        double ss = 0;
        double yy = 0;
        double sg = 0;
        for (int i = 0; i < x.length; i++) {
            double si = xNext[i] - x[i];
            double yi = gNext[i] - g[i];
            sy += si * yi;
            ss += si * si;
            yy += yi * yi;
            sg += si * g[i];
        }
        double cosine = sy / (Math.sqrt(ss) * Math.sqrt(yy));
        boolean known =
                cosine > LEAST_COSINE && sy > 0 && 1 / sy < Double.POSITIVE_INFINITY && yy < Double.POSITIVE_INFINITY;
        double sBs = -alpha * sg;
        Decision decision = known ? Decision.STORED : Decision.SKIPPED;
        double theta = 1;
        if (safeguard == Safeguard.CAUTIOUS && sy < CAUTION * norm(g) * ss) {
            decision = Decision.SKIPPED;
        } else if (safeguard == Safeguard.DAMP
                && sy < DAMPING * sBs
                && 1 / (DAMPING * sBs) < Double.POSITIVE_INFINITY) {
            theta = (1 - DAMPING) * sBs / (sBs - sy);
            boolean finite = yy < Double.POSITIVE_INFINITY && sBs < Double.POSITIVE_INFINITY;
            decision = finite ? Decision.DAMPED : Decision.SKIPPED;
        }
        double lift = decision == Decision.STORED && from.batch() == to.batch()
                ? lift(from.value(), to.value(), 2 * sg + sy, sy, interpolation)
                : 0;
        return new CurvaturePair(sy, ss, yy, cosine, from.batch(), to.batch(), decision, theta, lift);
    }

    /**
     * The cubic through both values and slopes along s has the curvature sᵀy + 6(f − f⁺) + 3(g + g⁺)ᵀs at x⁺, exact to one
     * order more than sᵀy. What is added is kept between −½ and 1 times sᵀy, and is nothing where rounding of the values
     * could be a tenth of sᵀy.
     *
     * <p>Source: Zhang, Deng and Chen (1999), J. Optimization Theory and Applications 102, 147–167, (2.8).
     *
     * @param slopes (g + g⁺)ᵀs
     */
    private static double lift(double f, double fNext, double slopes, double sy, double interpolation) {
        double rounding = 12 * VALUE_ROUNDING * Math.max(Math.abs(f), Math.abs(fNext));
        if (interpolation == 0 || !(rounding < 0.1 * sy)) {
            return 0;
        }
        return Math.max(-0.5 * sy, Math.min(sy, interpolation * (6 * (f - fNext) + 3 * slopes)));
    }

    /** The same pair, with what another rule made of it. */
    CurvaturePair decided(Decision other) {
        return new CurvaturePair(sy, ss, yy, cosine, batchOfX, batchOfNext, other, 1, 0);
    }

    boolean isUsed() {
        return decision != Decision.SKIPPED;
    }

    /** Whether it learns from another y than g⁺ − g. */
    boolean isCorrected() {
        return decision == Decision.DAMPED || lift != 0;
    }

    /** The y to learn from: y ← θy + (1 − θ)Bs, where Bs = −αg, or y ← y + (lift/sᵀs)s. */
    void correct(Evaluation from, double alpha, double[] s, double[] y) {
        if (decision == Decision.DAMPED) {
            scale(theta, y);
            axpy((theta - 1) * alpha, from.gradient(), y);
        }
        if (lift != 0) {
            axpy(lift / ss, s, y);
        }
    }

    /** What reports say of pairs that were not used as they are. */
    static String remark(long skipped, long damped) {
        String some = skipped == 0 ? "" : skipped + (skipped == 1 ? " pair" : " pairs") + " skipped";
        String others = damped == 0 ? "" : damped + (damped == 1 ? " pair" : " pairs") + " damped";
        return some + (some.isEmpty() || others.isEmpty() ? "" : ", ") + others;
    }
}
