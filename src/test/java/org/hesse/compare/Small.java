package org.hesse.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hesse.data.Dataset;
import org.hesse.method.Outcome;
import org.hesse.objective.Counts;
import org.hesse.objective.Seeds;
import org.hesse.objective.Work;
import org.hesse.problem.SoftmaxRegression;
import org.hesse.run.Row;
import org.hesse.run.Status;

/** Small things to compare on. */
public final class Small {
    private Small() {}

    /** 60 samples in 3 classes. */
    public static Dataset data() {
        RandomGenerator random = Seeds.random(7);
        double[][] rows = new double[60][2];
        int[] labels = new int[60];
        for (int i = 0; i < 60; i++) {
            labels[i] = i % 3;
            rows[i][0] = random.nextGaussian() + labels[i];
            rows[i][1] = random.nextGaussian() - labels[i];
        }
        return Dataset.classification("three <clouds> & more", List.of("a", "b"), List.of("0", "1", "2"), rows, labels);
    }

    /** Nine weights, strongly convex. */
    public static Problem problem() {
        return Model.parse("softmax").on(data().withConstant(), 0.01);
    }

    static SoftmaxRegression objective() {
        return new SoftmaxRegression(data().withConstant(), 0.01);
    }

    /** A run that was measured at these passes with these values, at ten passes a second. */
    static Run run(long seed, Status.Code end, double[] passes, double[] values) {
        List<Row> rows = new ArrayList<>();
        Counts counts = Counts.ZERO;
        for (int i = 0; i < passes.length; i++) {
            counts = i == 0 ? counts : counts.plus(Work.GRADIENT, 1, 60);
            double seconds = passes[i] / 10 * seed;
            Outcome outcome = i == 0 ? Outcome.START : Outcome.ACCEPTED;
            rows.add(new Row(i, i, passes[i], counts, seconds, 0, values[i], 1, 1, outcome, true, new double[0], null));
        }
        double last = passes[passes.length - 1];
        Verdict verdict = new Verdict(Optional.empty(), "not computed: made up");
        Status status = new Status(end, "");
        double[] x = new double[9];
        return new Run(
                "m",
                Regime.FULL,
                seed,
                status,
                values[0],
                rows,
                counts,
                last,
                last / 10,
                0,
                last / 10,
                1e6 * seed,
                x,
                Optional.empty(),
                verdict,
                List.of());
    }
}
