package org.hesse.fit;

import java.util.Map;
import org.hesse.io.Numbers;
import org.hesse.io.Terminal;

/**
 * A confidence interval by profile likelihood: the values of a parameter at which χ², minimised over the others, is not more
 * than {@code threshold} above its minimum.
 *
 * @param name the parameter
 * @param level the confidence, such as 0.95
 * @param value the estimate
 * @param lower the lower end; −∞, or the bound, where χ² does not rise as far
 * @param upper the upper end; +∞, or the bound, where χ² does not rise as far
 * @param threshold by how much χ² may rise: the quantile of χ² with 1 degree of freedom, or where the variance of the
 *     residuals is not known s² times that of F with 1 and m − p
 * @param note why an end is open, or what else is to be known; may be empty
 */
public record Interval(
        String name, double level, double value, double lower, double upper, double threshold, String note) {
    /**
     * All numbers as a document, for JSON.
     *
     * @return numbers by their names
     */
    public Map<String, Object> document() {
        return FittedDocument.of(this);
    }

    /**
     * The interval without its note.
     *
     * @return such as {@code k = 0.104 in [0.093, 0.117] (95 %)}
     */
    public String shown() {
        return name + " = " + Numbers.brief(value) + " in [" + end(lower) + ", " + end(upper) + "] ("
                + Numbers.brief(100 * level) + " %)";
    }

    @Override
    public String toString() {
        return Terminal.line(shown() + (note.isEmpty() ? "" : ": " + note));
    }

    private static String end(double x) {
        return Double.isInfinite(x) ? (x < 0 ? "-" : "") + "inf" : Numbers.brief(x);
    }
}
