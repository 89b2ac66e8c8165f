package org.hesse.objective;

import org.hesse.io.Numbers;
import org.hesse.objective.DerivativeCheck.Outcome;

/**
 * One given slope against the differences of a curve y(t) ∈ R. A short table of differences clears most; if the number
 * looks wrong, or the table says little, a long one on other steps decides, and kinks and jumps are looked for.
 */
final class SlopeCheck {
    static final double FIRST = 0x1p-7;
    static final double RATIO = 4;
    static final int LEVELS = 6;
    private static final double SAFETY = 10;
    private static final double RELATIVE = 1e-10;
    private static final double LONGER = 16; // not further: noise may hide that a slope is one of fine structure
    private static final double CLEAR = 1e-3;
    private static final int MANY = 36;

    private SlopeCheck() {}

    /** The distance from a difference that its error excuses. */
    static double allowed(double value, double error) {
        return SAFETY * error + RELATIVE * Math.abs(value);
    }

    /**
     * Compares.
     *
     * @param finding the names and the given number, and what it may be wrong by itself
     * @param curve y(t), m = 1
     * @param noise of y
     * @param unit of t
     * @param quick the short table
     * @param i its component
     * @param clear how closely the slope is to be known for the two to agree
     */
    static Finding of(
            Finding finding, Slopes.Curve curve, double noise, double unit, Slopes quick, int i, double clear) {
        Finding first = with(finding, quick, i);
        if (first.outcome() == Outcome.AGREES && (first.allowed() <= clear || first.given() == first.expected())) {
            return first;
        }
        double start = FIRST * LONGER * unit;
        Slopes s = Slopes.of(curve, new double[] {noise}, start, 3, MANY);
        Finding second = s.error[0] < quick.error[i] || Double.isNaN(first.expected()) ? with(finding, s, 0) : first;
        if (!Double.isFinite(second.expected())) {
            return second.doubted("f is not finite around it");
        }
        if (second.outcome() != Outcome.WRONG) {
            return second;
        }
        // what was taken for noise may be structure, which short steps see
        Finding fine = with(finding, Slopes.of(curve, new double[1], start, 3, MANY), 0);
        return fine.outcome() == Outcome.AGREES && fine.allowed() <= CLEAR * Math.abs(fine.given())
                ? fine
                : judge(second, curve, noise, unit);
    }

    static Finding of(Finding finding, Slopes.Curve curve, double noise, double unit, double clear) {
        Slopes quick = Slopes.of(curve, new double[] {noise}, FIRST * unit, RATIO, LEVELS);
        return of(finding, curve, noise, unit, quick, 0, clear);
    }

    static Finding of(Finding finding, Slopes.Curve curve, double noise, double unit) {
        return of(finding, curve, noise, unit, CLEAR * Math.abs(finding.given()));
    }

    /** By one table alone. */
    static Finding with(Finding f, Slopes s, int i) {
        double allowed = f.allowed() + allowed(s.value[i], s.error[i]);
        return new Finding(f.name(), f.point(), f.given(), s.value[i], allowed, "");
    }

    /** A number is not wrong if there is nothing to be right about: a kink, or a jump. */
    private static Finding judge(Finding finding, Slopes.Curve curve, double noise, double unit) {
        double near = FIRST / 64 * unit;
        double[] y = new double[1];
        curve.at(near, y);
        boolean settled = finding.allowed() * unit <= Math.max(Math.abs(y[0]), Math.abs(finding.expected()) * unit);
        if (!settled && !Double.isFinite(finding.given())) {
            return finding.doubted("and differences do not settle either");
        }
        double[] wide = sides(curve, near * 16);
        double[] close = sides(curve, near);
        double bend = Math.abs(close[1] - close[0]);
        double before = Math.abs(wide[1] - wide[0]);
        double steep = Math.max(Math.abs(close[0]), Math.abs(close[1]));
        double steepBefore = Math.max(Math.abs(wide[0]), Math.abs(wide[1]));
        double least = 40 * noise / near;
        String sides = Numbers.rounded(close[0], 4) + " and " + Numbers.rounded(close[1], 4);
        if (bend > 2 * before && bend > least || steep > 3 * steepBefore && steep > least) {
            return finding.doubted("it has no slope there, on its sides " + sides + " and growing");
        }
        if (!(bend > 0.5 * before) || bend <= least) {
            return finding; // of a smooth function it is a sixteenth
        }
        double slack = 0.01 * bend;
        boolean outside = finding.given() < Math.min(close[0], close[1]) - slack
                || finding.given() > Math.max(close[0], close[1]) + slack;
        return outside ? finding : finding.doubted("a kink, with slopes " + sides + " on its sides");
    }

    /** The slopes to the left and to the right. */
    private static double[] sides(Slopes.Curve curve, double h) {
        double[] y = new double[1];
        curve.at(0, y);
        double here = y[0];
        curve.at(h, y);
        double right = (y[0] - here) / h;
        curve.at(-h, y);
        return new double[] {(here - y[0]) / h, right};
    }
}
