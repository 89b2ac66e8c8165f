package org.hesse.method.stochastic;

import java.util.function.Function;
import org.hesse.linear.Vectors;
import org.hesse.method.Step;
import org.hesse.objective.Batch;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Hessian;
import org.hesse.objective.Oracle;
import org.hesse.objective.Seeds;

/** What methods on minibatches have in common. */
final class Minibatch {
    private Minibatch() {}

    /** The evaluation at x on the batch of this step: the one known, if it is of that batch, as on the full batch. */
    static Evaluation evaluate(Oracle f, double[] x, Evaluation known) {
        return known != null && known.batch() == f.batch(0).id() ? known : f.at(x);
    }

    /** How many terms count: 1 where the batch does not know its size. */
    static double weight(Batch batch) {
        return batch instanceof Batch.Rows rows ? rows.to() - rows.from() : 1;
    }

    /**
     * The mean of two parts of a batch.
     *
     * @param a a part, or null
     * @param weightOfA its terms
     * @param b the other part, at the same point
     * @param weightOfB its terms
     * @return b alone if there is no a
     */
    static Evaluation mean(Evaluation a, double weightOfA, Evaluation b, double weightOfB) {
        if (a == null) {
            return b;
        }
        double share = weightOfA / (weightOfA + weightOfB);
        double[] g = b.gradient().clone();
        Vectors.scale(1 - share, g);
        Vectors.axpy(share, a.gradient(), g);
        double value = share * a.value() + (1 - share) * b.value();
        return new Evaluation(b.x(), value, g, Seeds.mix(a.batch(), b.batch()) | 1);
    }

    /**
     * A product on a larger batch: on the batches of the next steps, or once on the full batch.
     *
     * @param count how many batches
     * @param matrix the matrix on one of them
     * @param v what it is multiplied by
     */
    static double[] product(Oracle f, int count, Function<Oracle, Hessian> matrix, double[] v) {
        double[] sum = new double[v.length];
        double[] product = new double[v.length];
        double weights = 0;
        for (int j = 1; j <= count; j++) {
            Batch batch = f.batch(j);
            matrix.apply(f.on(batch)).times(v, product);
            Vectors.axpy(weight(batch), product, sum);
            weights += weight(batch);
            if (batch.id() == 0) {
                break;
            }
        }
        Vectors.scale(1 / weights, sum);
        return sum;
    }

    /** What becomes of a step from a point that is not finite: on another batch it may be. */
    static Step refused(Evaluation now) {
        String why = "the iterate has the value " + now.value() + " and a gradient of norm "
                + Vectors.norm(now.gradient()) + ", which are not both finite";
        return now.batch() == 0 ? Step.stuck(why) : Step.rejected(why);
    }
}
