package org.hesse.objective;

/**
 * What a run has evaluated: calls, and the terms those calls went over (for an objective that is not a sum, one term a
 * call). Measurements made for the trace are not in it.
 *
 * @param values calls for a value alone
 * @param gradients calls for a value with its gradient
 * @param products Hessian-vector products
 * @param hessians whole Hessians
 * @param valueTerms terms gone over by the values
 * @param gradientTerms terms gone over by the gradients
 * @param productTerms terms gone over by the products
 * @param hessianTerms terms gone over by the Hessians
 */
public record Counts(
        long values,
        long gradients,
        long products,
        long hessians,
        long valueTerms,
        long gradientTerms,
        long productTerms,
        long hessianTerms) {
    /** Nothing evaluated yet. */
    public static final Counts ZERO = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

    /**
     * All calls together.
     *
     * @return values + gradients + products + Hessians
     */
    public long evaluations() {
        return values + gradients + products + hessians;
    }

    /**
     * The cost in gradients of the whole objective, the unit in which methods are compared: a value is half a gradient
     * (the forward half of the work), a product two gradients (forward over reverse), a whole Hessian n gradients (what
     * forward differences of gradients would cost).
     *
     * @param terms N, the number of terms of the whole objective; 1 if it is not a sum
     * @param n the number of variables
     * @return data passes
     */
    public double passes(long terms, int n) {
        return (0.5 * valueTerms + gradientTerms + 2.0 * productTerms + (double) n * hessianTerms) / terms;
    }

    /**
     * These counts and some more work.
     *
     * @param work the kind of evaluation
     * @param times how many evaluations, at least 1
     * @param terms the terms that each of them goes over
     * @return the new counts
     */
    public Counts plus(Work work, long times, long terms) {
        long all = times * terms;
        return switch (work) {
            case VALUE ->
                new Counts(
                        values + times,
                        gradients,
                        products,
                        hessians,
                        valueTerms + all,
                        gradientTerms,
                        productTerms,
                        hessianTerms);
            case GRADIENT ->
                new Counts(
                        values,
                        gradients + times,
                        products,
                        hessians,
                        valueTerms,
                        gradientTerms + all,
                        productTerms,
                        hessianTerms);
            case PRODUCT ->
                new Counts(
                        values,
                        gradients,
                        products + times,
                        hessians,
                        valueTerms,
                        gradientTerms,
                        productTerms + all,
                        hessianTerms);
            case HESSIAN ->
                new Counts(
                        values,
                        gradients,
                        products,
                        hessians + times,
                        valueTerms,
                        gradientTerms,
                        productTerms,
                        hessianTerms + all);
        };
    }
}
