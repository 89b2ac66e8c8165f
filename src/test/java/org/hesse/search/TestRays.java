package org.hesse.search;

/** Functions of one variable that line searches are tested on. */
final class TestRays {
    private TestRays() {}

    /** The test functions of Moré and Thuente (1994), section 5, (5.1) to (5.4). */
    static ScalarRay moreThuente(int number) {
        return switch (number) {
            case 1 -> new ScalarRay(a -> -a / (a * a + 2), a -> (a * a - 2) / ((a * a + 2) * (a * a + 2)));
            case 2 ->
                new ScalarRay(
                        a -> Math.pow(a + 0.004, 5) - 2 * Math.pow(a + 0.004, 4),
                        a -> 5 * Math.pow(a + 0.004, 4) - 8 * Math.pow(a + 0.004, 3));
            case 3 -> wiggly(0.01, 39);
            case 4 -> yanai(0.001, 0.001);
            case 5 -> yanai(0.01, 0.001);
            default -> yanai(0.001, 0.01);
        };
    }

    private static ScalarRay wiggly(double b, double l) {
        return new ScalarRay(
                a -> (Math.abs(a - 1) >= b ? Math.abs(a - 1) : (a - 1) * (a - 1) / (2 * b) + b / 2)
                        + 2 * (1 - b) / (l * Math.PI) * Math.sin(l * Math.PI / 2 * a),
                a -> Math.max(-1, Math.min(1, (a - 1) / b)) + (1 - b) * Math.cos(l * Math.PI / 2 * a));
    }

    private static ScalarRay yanai(double b1, double b2) {
        double g1 = Math.sqrt(1 + b1 * b1) - b1;
        double g2 = Math.sqrt(1 + b2 * b2) - b2;
        return new ScalarRay(
                a -> g1 * Math.hypot(1 - a, b2) + g2 * Math.hypot(a, b1),
                a -> -g1 * (1 - a) / Math.hypot(1 - a, b2) + g2 * a / Math.hypot(a, b1));
    }
}
