package org.hesse.run;

import org.hesse.linear.Vectors;
import org.hesse.objective.Batches;
import org.hesse.objective.FiniteSum;
import org.hesse.objective.Objective;

/** The signal-to-noise ratio of the gradients of a run's batches as a column of its trace. */
final class SignalColumn {
    private SignalColumn() {}

    static Minimization addTo(Minimization m) {
        FiniteSum sum = m.objective
                .sum()
                .orElseThrow(() -> new IllegalArgumentException(
                        "signalToNoise: " + m.objective + " is not a finite sum, expected one, for it has batches"));
        Batches batches = m.batches;
        if (batches.at(0).id() == 0) {
            throw new IllegalArgumentException(
                    "signalToNoise: batches " + batches + " have no noise, expected batches(...) before it");
        }
        return m.column("snr", p -> ratio(sum, batches, p.clock().steps(), p.x()));
    }

    /** ‖∇F‖² over the mean of ‖∇f_B − ∇F‖² over the batches of the epoch that the next step is in. */
    private static double ratio(FiniteSum sum, Batches batches, long step, double[] x) {
        double[] mean = new double[x.length];
        sum.valueAndGradient(x, mean);
        long count = batches.stepsPerEpoch();
        long first = step / count * count;
        double noise = 0;
        double[] g = new double[x.length];
        for (long k = first; k < first + count; k++) {
            Objective f = sum.on(batches.at(k));
            f.valueAndGradient(x, g);
            Vectors.axpy(-1, mean, g);
            noise += Vectors.dot(g, g) / count;
        }
        return Vectors.dot(mean, mean) / noise;
    }
}
