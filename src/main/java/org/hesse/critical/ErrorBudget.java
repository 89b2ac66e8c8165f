package org.hesse.critical;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hesse.io.Numbers;
import org.hesse.linear.Spectrum;
import org.hesse.linear.Vectors;

/**
 * What the eigenvalues of a computed Hessian may be wrong by, item by item. By Weyl's theorem every computed eigenvalue
 * is within E, the sum of the items, of the eigenvalue of the true Hessian of the same rank in order: the sign of one is
 * known only where |λ| > E.
 *
 * @param eigensolver ‖AV − VΛ‖ in the Frobenius norm, from the residuals
 * @param asymmetry ‖H − Hᵀ‖/2, what is known at least to be wrong with the derivatives
 * @param derivative the error of the derivatives themselves: 0 for exact ones, an estimate for differences
 * @param rounding 2nε‖H‖, for evaluating the formula of the Hessian and for eigenvectors orthogonal to within rounding
 */
public record ErrorBudget(double eigensolver, double asymmetry, double derivative, double rounding) {
    private static final double EPSILON = Math.ulp(1.0);

    static ErrorBudget of(Spectrum spectrum, double derivative) {
        double rounding = 2 * spectrum.values().length * EPSILON * spectrum.norm();
        return new ErrorBudget(Vectors.norm(spectrum.residuals()), spectrum.asymmetry(), derivative, rounding);
    }

    /**
     * The whole budget.
     *
     * @return E
     */
    public double total() {
        return eigensolver + asymmetry + derivative + rounding;
    }

    /**
     * The largest item.
     *
     * @return its name in words
     */
    public String largest() {
        return items().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    /** The cheapest action against the largest item. */
    String remedy() {
        long share =
                Math.round(100 * Math.max(derivative, Math.max(asymmetry, Math.max(eigensolver, rounding))) / total());
        return switch (largest()) {
            case "derivatives" ->
                "give an exact Hessian: errors of derivatives are " + (total() > 0 ? share : 0) + "% of E";
            case "asymmetry" -> "give a symmetric Hessian: asymmetry is " + share + "% of E";
            default -> "E is rounding: derivatives of higher order, or a declared symmetry, may decide";
        };
    }

    private Map<String, Double> items() {
        Map<String, Double> items = new LinkedHashMap<>();
        items.put("derivatives", derivative);
        items.put("asymmetry", asymmetry);
        items.put("eigensolver", eigensolver);
        items.put("rounding", rounding);
        return items;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("E = " + error(total()));
        String separator = " = ";
        for (Map.Entry<String, Double> item : items().entrySet()) {
            text.append(separator).append(item.getKey()).append(' ').append(error(item.getValue()));
            separator = " + ";
        }
        return text.toString();
    }

    /** An error with two digits. */
    static String error(double e) {
        return e == 0 || !Double.isFinite(e) ? Numbers.brief(e) : Numbers.brief(round(e));
    }

    private static double round(double e) {
        return new java.math.BigDecimal(e).round(new java.math.MathContext(2)).doubleValue();
    }
}
