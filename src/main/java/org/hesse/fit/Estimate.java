package org.hesse.fit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.hesse.io.Numbers;

/** A value with its error as a scientist writes it: the error with two digits, the value with as many places. */
final class Estimate {
    private static final int DIGITS = 2; // of the error
    private static final int MOST = 15; // of the value

    private Estimate() {}

    /** {@code 1.0234 ± 0.0031}, {@code (5.502 ± 0.073)e-4}; without an error six digits. */
    static String shown(double value, double error) {
        if (!(error > 0 && error < Double.POSITIVE_INFINITY) || !Double.isFinite(value)) {
            return Numbers.brief(value);
        }
        int power = exponent(Math.max(Math.abs(value), error));
        boolean plain = power >= -3 && power < 6;
        int shift = plain ? 0 : power;
        BigDecimal e = rounded(error, DIGITS).scaleByPowerOfTen(-shift);
        int places = Math.max(0, Math.min(e.scale(), MOST));
        BigDecimal v = new BigDecimal(value).scaleByPowerOfTen(-shift).setScale(places, RoundingMode.HALF_UP);
        String small = e.scale() > MOST
                ? Numbers.rounded(e.doubleValue(), DIGITS)
                : e.setScale(places, RoundingMode.HALF_UP).toPlainString();
        String number = v.toPlainString() + " ± " + small;
        return plain ? number : "(" + number + ")e" + shift;
    }

    private static int exponent(double x) {
        BigDecimal digit = rounded(x, 1);
        return digit.precision() - digit.scale() - 1;
    }

    private static BigDecimal rounded(double x, int digits) {
        return new BigDecimal(x).round(new MathContext(digits, RoundingMode.HALF_UP));
    }
}
