package org.hesse.method.quasinewton;

import static org.hesse.linear.Vectors.axpy;
import static org.hesse.linear.Vectors.norm;

import org.hesse.linear.Vectors;
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
 * @param scale what the values make of y by interpolation: the pair learns from scale·y; 1 without them
 * @param why for a pair that is not stored as it is what was wrong with it, with its numbers; otherwise empty
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
        double scale,
        String why)
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
        double[] sums = new double[4];
        products(x, xNext, g, gNext, sums);
        double sy = sums[0];
        double ss = sums[1];
        double yy = sums[2];
        double sg = sums[3];
        double cosine = sy / (Math.sqrt(ss) * Math.sqrt(yy));
        String why = trouble(sy, yy, cosine);
        double sBs = -alpha * sg;
        Decision decision = why.isEmpty() ? Decision.STORED : Decision.SKIPPED;
        double theta = 1;
        if (safeguard == Safeguard.CAUTIOUS && sy < CAUTION * norm(g) * ss) {
            decision = Decision.SKIPPED;
            why = why.isEmpty() ? "s'y/s's = " + sy / ss + " < " + CAUTION + " |g|" : why;
        } else if (safeguard == Safeguard.DAMP
                && sy < DAMPING * sBs
                && 1 / (DAMPING * sBs) < Double.POSITIVE_INFINITY) {
            theta = (1 - DAMPING) * sBs / (sBs - sy);
            boolean finite = yy < Double.POSITIVE_INFINITY && sBs < Double.POSITIVE_INFINITY;
            decision = finite ? Decision.DAMPED : Decision.SKIPPED;
            why = finite ? "s'y/s'Bs = " + sy / sBs + " < " + DAMPING : "s'y = " + sy + " and y'y = " + yy;
        }
        double scale = decision == Decision.STORED && from.batch() == to.batch()
                ? scale(from.value(), to.value(), 2 * sg + sy, sy, interpolation)
                : 1;
        return new CurvaturePair(sy, ss, yy, cosine, from.batch(), to.batch(), decision, theta, scale, why);
    }

    /**
     * Measures a pair, and skips it if it is bad.
     *
     * @param s the step, length n, not modified
     * @param y what the gradient, or a product with the Hessian, makes of it, length n, not modified
     * @param batchOfX the batch of g(x)
     * @param batchOfNext the batch of g(x⁺)
     * @param least pairs with sᵀy ≤ least·sᵀs are skipped, at least 0
     * @return its journal entry
     */
    public static CurvaturePair of(double[] s, double[] y, long batchOfX, long batchOfNext, double least) {
        double sy = Vectors.dot(s, y);
        double ss = Vectors.dot(s, s);
        double yy = Vectors.dot(y, y);
        double cosine = sy / (Math.sqrt(ss) * Math.sqrt(yy));
        String why = trouble(sy, yy, cosine);
        if (why.isEmpty() && sy <= least * ss) {
            why = "s'y/s's = " + sy / ss + " <= " + least;
        }
        Decision decision = why.isEmpty() ? Decision.STORED : Decision.SKIPPED;
        return new CurvaturePair(sy, ss, yy, cosine, batchOfX, batchOfNext, decision, 1, 1, why);
    }

    /** What makes a pair useless to every method; empty if nothing does. */
    private static String trouble(double sy, double yy, double cosine) {
        boolean known =
                cosine > LEAST_COSINE && sy > 0 && 1 / sy < Double.POSITIVE_INFINITY && yy < Double.POSITIVE_INFINITY;
        return known
                ? ""
                : sy <= 0 ? "s'y = " + sy + " <= 0" : "s'y = " + sy + ", y'y = " + yy + ", cos(s, y) = " + cosine;
    }

    /** sᵀy, sᵀs, yᵀy and sᵀg in one pass, each in two accumulators. */
    private static void products(double[] x, double[] xNext, double[] g, double[] gNext, double[] sums) {
        double sy = 0;
        double ss = 0;
        double yy = 0;
        double sg = 0;
        double sy1 = 0;
        double ss1 = 0;
        double yy1 = 0;
        double sg1 = 0;
        int whole = x.length & ~1;
        for (int i = 0; i < whole; i += 2) {
            double s0 = xNext[i] - x[i];
            double y0 = gNext[i] - g[i];
            double s1 = xNext[i + 1] - x[i + 1];
            double y1 = gNext[i + 1] - g[i + 1];
            sy += s0 * y0;
            ss += s0 * s0;
            yy += y0 * y0;
            sg += s0 * g[i];
            sy1 += s1 * y1;
            ss1 += s1 * s1;
            yy1 += y1 * y1;
            sg1 += s1 * g[i + 1];
        }
        if (whole < x.length) {
            double s = xNext[whole] - x[whole];
            double y = gNext[whole] - g[whole];
            sy += s * y;
            ss += s * s;
            yy += y * y;
            sg += s * g[whole];
        }
        sums[0] = sy + sy1;
        sums[1] = ss + ss1;
        sums[2] = yy + yy1;
        sums[3] = sg + sg1;
    }

    /**
     * The cubic through both values and slopes along s has the curvature t·sᵀy = sᵀy + 6(f − f⁺) + 3(g + g⁺)ᵀs at x⁺, exact to
     * one order more than sᵀy. The scale lies between 1 and t, and between ½ and 5; it is 1 where rounding of the values could be a
     * tenth of sᵀy.
     *
     * <p>Source: Biggs (1973), J. Inst. Mathematics and its Applications 12, 337–338, which is t = 6(f − f⁺ + sᵀg⁺)/sᵀy − 2 in
     * Yuan (1991), IMA J. Numerical Analysis 11, 325–332.
     *
     * @param slopes (g + g⁺)ᵀs
     */
    private static double scale(double f, double fNext, double slopes, double sy, double interpolation) {
        double rounding = 12 * VALUE_ROUNDING * Math.max(Math.abs(f), Math.abs(fNext));
        if (interpolation == 0 || !(rounding < 0.1 * sy)) {
            return 1;
        }
        return Math.max(0.5, Math.min(5, 1 + interpolation * (6 * (f - fNext) + 3 * slopes) / sy));
    }

    /** The same pair, with what another rule made of it. */
    CurvaturePair decided(Decision other, String reason) {
        return new CurvaturePair(sy, ss, yy, cosine, batchOfX, batchOfNext, other, 1, 1, reason);
    }

    /**
     * The same pair, used with its y drawn towards another.
     *
     * @param weight θ of y in θy + (1 − θ)Bs, in [0, 1)
     * @param reason what was wrong with y
     * @return its journal entry
     */
    public CurvaturePair damped(double weight, String reason) {
        return new CurvaturePair(sy, ss, yy, cosine, batchOfX, batchOfNext, Decision.DAMPED, weight, 1, reason);
    }

    /**
     * Whether the method learns from it.
     *
     * @return false if it is skipped
     */
    public boolean isUsed() {
        return decision != Decision.SKIPPED;
    }

    /** The y to learn from: y ← θy + (1 − θ)Bs, where Bs = −αg, or y ← scale·y. */
    void correct(Evaluation from, double alpha, double[] y) {
        if (decision == Decision.DAMPED) {
            Vectors.scale(theta, y);
            axpy((theta - 1) * alpha, from.gradient(), y);
        }
        if (scale != 1) {
            Vectors.scale(scale, y);
        }
    }

    /**
     * What reports say of pairs that were not used as they are.
     *
     * @param skipped how many were skipped
     * @param damped how many were damped
     * @return a few words, or none
     */
    public static String remark(long skipped, long damped) {
        String some = skipped == 0 ? "" : skipped + (skipped == 1 ? " pair" : " pairs") + " skipped";
        String others = damped == 0 ? "" : damped + (damped == 1 ? " pair" : " pairs") + " damped";
        return some + (some.isEmpty() || others.isEmpty() ? "" : ", ") + others;
    }
}
