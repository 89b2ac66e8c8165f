package org.hesse.io;

import java.util.Locale;

/** Numbers as text, the same in every locale. */
public final class Numbers {
    private Numbers() {}

    /**
     * At most six significant digits, without trailing zeros: {@code 1e-08} is {@code 1e-8}, {@code 0.500000} is
     * {@code 0.5}.
     *
     * @param x the number
     * @return the text
     */
    public static String brief(double x) {
        return rounded(x, 6);
    }

    /**
     * At most fifteen significant digits, without trailing zeros.
     *
     * @param x the number
     * @return the text
     */
    public static String precise(double x) {
        return rounded(x, 15);
    }

    /**
     * As few significant digits as read back as the same number, from fifteen on without trailing zeros: {@code 0.1},
     * {@code 1e-8}, {@code 0.30000000000000004}.
     *
     * @param x the number
     * @return the text
     */
    public static String exact(double x) {
        if (x == 0) {
            return 1 / x < 0 ? "-0" : "0";
        }
        int digits = 15;
        String text = rounded(x, digits);
        while (digits < 17 && Double.parseDouble(text) != x) {
            text = rounded(x, ++digits);
        }
        return text;
    }

    /**
     * At most so many significant digits, without trailing zeros.
     *
     * @param x the number
     * @param digits at least 1
     * @return the text
     */
    public static String rounded(double x, int digits) {
        if (!Double.isFinite(x)) {
            return Double.toString(x);
        }
        if (x == 0) {
            return "0";
        }
        String scientific = String.format(Locale.ROOT, "%." + (digits - 1) + "e", x);
        int e = scientific.indexOf('e');
        int exponent = Integer.parseInt(scientific.substring(e + 1));
        if (exponent < -4 || exponent >= digits) {
            return dropZeros(scientific.substring(0, e)) + "e" + exponent;
        }
        return dropZeros(String.format(Locale.ROOT, "%." + Math.max(0, digits - 1 - exponent) + "f", x));
    }

    private static String dropZeros(String s) {
        if (s.indexOf('.') < 0) {
            return s;
        }
        int end = s.length();
        while (s.charAt(end - 1) == '0') {
            end--;
        }
        return s.substring(0, s.charAt(end - 1) == '.' ? end - 1 : end);
    }
}
