package org.hesse.method.newton;

import org.hesse.linear.Vectors;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Oracle;
import org.hesse.search.Ray;
import org.hesse.search.Trial;

/** A ray on which values are residuals and slopes Jacobians, so that an accepted trial has been factorised already. */
final class ResidualRay implements Ray {
    private final Oracle f;
    private final LeastSquares problem;
    private final Linearisation start;
    private final double[] d;
    private Linearisation last;

    ResidualRay(Oracle f, LeastSquares problem, Linearisation start, double[] d) {
        this.f = f;
        this.problem = problem;
        this.start = start;
        this.d = d;
    }

    @Override
    public double value() {
        return start.evaluation().value();
    }

    @Override
    public double slope() {
        return Vectors.dot(start.evaluation().gradient(), d);
    }

    @Override
    public double valueAt(double alpha) {
        double[] r = new double[problem.residualCount()];
        problem.residuals(Vectors.plus(start.evaluation().x(), alpha, d), r);
        double value = problem.loss().value(r);
        f.note(new Trial(alpha, value, Double.NaN, null));
        return value;
    }

    @Override
    public Trial at(double alpha) {
        double[] x = Vectors.plus(start.evaluation().x(), alpha, d);
        last = Linearisation.of(problem, x, start.evaluation().batch());
        double slope = Vectors.dot(last.evaluation().gradient(), d);
        Trial trial = new Trial(alpha, last.evaluation().value(), slope, last.evaluation());
        f.note(trial);
        return trial;
    }

    /** What belongs to a trial of this ray: kept if it was the last one. */
    Linearisation of(Trial trial) {
        return last.evaluation() == trial.evaluation()
                ? last
                : Linearisation.of(
                        problem, trial.evaluation().x(), trial.evaluation().batch());
    }
}
