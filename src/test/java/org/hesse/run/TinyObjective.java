package org.hesse.run;

import org.hesse.objective.FiniteDifferences;
import org.hesse.objective.Objective;

/** A function of one variable made of lambdas; without a gradient if that is null. */
class TinyObjective implements Objective {
    private final FiniteDifferences.Value f;
    private final FiniteDifferences.Gradient slope;

    TinyObjective(FiniteDifferences.Value f, FiniteDifferences.Gradient slope) {
        this.f = f;
        this.slope = slope;
    }

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public boolean hasGradient() {
        return slope != null;
    }

    @Override
    public double value(double[] x) {
        return f.at(x);
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        slope.at(x, g);
        return f.at(x);
    }
}
