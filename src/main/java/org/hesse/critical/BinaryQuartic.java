package org.hesse.critical;

/**
 * The signs that a quartic form a·c⁴ + b·c³s + d·c²s² + e·cs³ + k·s⁴ takes, its coefficients known to within an error. By its
 * Bernstein coefficients on the two quadrants: the form lies between them, and halving brings them close to it (Farouki, The
 * Bernstein polynomial basis, 2012), so nothing is missed between samples.
 */
final class BinaryQuartic {
    private static final int DEPTH = 40;

    private final double error;
    private boolean positive;
    private boolean negative;
    private boolean unclear;

    private BinaryQuartic(double error) {
        this.error = error;
    }

    /** +1 or −1 where the form has that sign on the whole circle, 2 where it takes both, 0 where it may be zero. */
    static int sign(double a, double b, double d, double e, double k, double error) {
        BinaryQuartic form = new BinaryQuartic(error);
        form.visit(new double[] {a, b / 4, d / 6, e / 4, k}, DEPTH);
        form.visit(new double[] {a, -b / 4, d / 6, -e / 4, k}, DEPTH);
        return form.positive && form.negative ? 2 : form.unclear ? 0 : form.positive ? 1 : -1;
    }

    private void visit(double[] c, int depth) {
        double least = c[0];
        double most = c[0];
        for (double ci : c) {
            least = Math.min(least, ci);
            most = Math.max(most, ci);
        }
        positive |= c[0] > error || c[4] > error;
        negative |= c[0] < -error || c[4] < -error;
        if (least > error || most < -error || positive && negative) {
            return;
        }
        if (depth == 0 || most - least <= error) {
            unclear = true;
            return;
        }
        double[] left = new double[5];
        double[] right = new double[5];
        double[] t = c.clone();
        for (int level = 0; level < 5; level++) {
            left[level] = t[0];
            right[4 - level] = t[4 - level];
            for (int i = 0; i < 4 - level; i++) {
                t[i] = (t[i] + t[i + 1]) / 2;
            }
        }
        visit(left, depth - 1);
        visit(right, depth - 1);
    }
}
