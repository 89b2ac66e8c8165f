package org.hesse.objective;

/**
 * The mean of losses known by their values alone, f(x) = (1/N) Σᵢ ℓ(x, i). Its derivatives are differences, taken and
 * charged by the oracle of a run: 2n values of the batch for each gradient.
 *
 * @param count N, the number of terms, at least 1
 * @param dimension n, at least 1
 * @param loss the loss of one term
 */
public record BlackBoxSum(int count, int dimension, TermLoss loss) implements FiniteSum {
    /** The loss of one term. */
    @FunctionalInterface
    public interface TermLoss {
        /**
         * Evaluates.
         *
         * @param x the point, length n, not to be modified or kept
         * @param i the number of the term, from 0 to N − 1
         * @return ℓ(x, i), perhaps NaN or ±∞
         */
        double at(double[] x, int i);
    }

    /** Checks the sizes. */
    public BlackBoxSum {
        if (count < 1) {
            throw new IllegalArgumentException("sum: " + count + " terms, expected at least 1");
        }
        if (dimension < 1) {
            throw new IllegalArgumentException("sum: dimension = " + dimension + ", expected at least 1");
        }
    }

    @Override
    public long terms() {
        return count;
    }

    @Override
    public double value(double[] x) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += loss.at(x, i);
        }
        return sum / count;
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        throw new IllegalStateException("a sum of black boxes has no gradient: ask hasGradient first");
    }

    @Override
    public boolean hasGradient() {
        return false;
    }

    @Override
    public Objective on(Batch batch) {
        if (batch instanceof Batch.All) {
            return this;
        }
        if (batch instanceof Batch.Rows rows && rows.order().length <= count) {
            return new BlackBox(dimension, x -> {
                double sum = 0;
                for (int k = rows.from(); k < rows.to(); k++) {
                    sum += loss.at(x, rows.order()[k]);
                }
                return sum / (rows.to() - rows.from());
            });
        }
        throw new IllegalArgumentException(batch + ": expected rows of a sum of " + count + " terms");
    }

    @Override
    public String toString() {
        return "f(" + layout().shown() + "), a mean of " + count + " losses, values only";
    }
}
