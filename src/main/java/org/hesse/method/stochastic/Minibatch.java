package org.hesse.method.stochastic;

import org.hesse.linear.Vectors;
import org.hesse.method.Step;
import org.hesse.objective.Batch;
import org.hesse.objective.Evaluation;
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

    /** What becomes of a step from a point that is not finite: on another batch it may be. */
    static Step refused(Evaluation now) {
        String why = "the iterate has the value " + now.value() + " and a gradient of norm "
                + Vectors.norm(now.gradient()) + ", which are not both finite";
        return now.batch() == 0 ? Step.stuck(why) : Step.rejected(why);
    }
}
