package org.hesse.hipparchus;

import java.util.Arrays;
import org.hesse.linear.Vectors;
import org.hesse.method.newton.LevenbergMarquardt;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Objective;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.optim.ConvergenceChecker;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer.Optimum;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresProblem;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresProblem.Evaluation;
import org.hipparchus.util.Incrementor;

/** A least-squares problem of Hipparchus, with its weights, as ½‖r‖² with r = model − target. */
final class Fit implements Objective, LeastSquares {
    private final LeastSquaresProblem problem;
    private Known newest;
    private Known older; // the point before, for checkers

    private record Known(double[] x, Evaluation e) {}

    private Fit(LeastSquaresProblem problem) {
        this.problem = problem;
    }

    /**
     * Levenberg–Marquardt on a problem of Hipparchus, within its limits.
     *
     * @param cost ends where an accepted step lowers ½‖r‖² by at most this part of it
     * @param parameters ends where x changes by at most this part of its norm
     * @param cosine ends where no column of the Jacobian has a larger cosine with r
     */
    static Optimum optimize(LeastSquaresProblem problem, Runs runs, double cost, double parameters, double cosine) {
        Fit fit = new Fit(problem);
        ConvergenceChecker<Evaluation> checker = problem.getConvergenceChecker();
        Change rule = new Change("the fit does not change any more", (k, before, valueBefore, now, value) -> {
            boolean told = checker != null && checker.converged(k, fit.at(before), fit.at(now));
            return told
                    || valueBefore - value <= cost * valueBefore
                    || Vectors.norm(Vectors.minus(now, before)) <= parameters * Vectors.norm(now)
                    || fit.isOrthogonal(now, cosine);
        });
        double[] start = problem.getStart().toArray();
        Incrementor evaluations = problem.getEvaluationCounter();
        Incrementor iterations = problem.getIterationCounter();
        Minimization m =
                Minimization.of(fit).from(start).with(new LevenbergMarquardt()).until(rule);
        runs.about(fit);
        int limit = evaluations.getMaximalCount();
        Result r = runs.run(rule.watch(m), limit, iterations.getMaximalCount(), evaluations, iterations);
        return Optimum.of(fit.at(r.x()), evaluations.getCount(), iterations.getCount());
    }

    /** MINPACK's third test, which knows no units: ‖Jᵀr‖ in the cosines of the columns. */
    private boolean isOrthogonal(double[] x, double cosine) {
        Evaluation e = at(x);
        double[] r = e.getResiduals().toArray();
        RealMatrix jacobian = e.getJacobian();
        for (int j = 0; j < x.length; j++) {
            double[] column = jacobian.getColumn(j);
            double product = Math.abs(Vectors.dot(column, r));
            if (product > cosine * Vectors.norm(column) * Vectors.norm(r)) {
                return false;
            }
        }
        return true;
    }

    private Evaluation at(double[] x) {
        if (older != null && Arrays.equals(x, older.x)) {
            return older.e;
        }
        if (newest == null || !Arrays.equals(x, newest.x)) {
            Evaluation e = problem.evaluate(new ArrayRealVector(x));
            older = newest;
            newest = new Known(x.clone(), e);
        }
        return newest.e;
    }

    @Override
    public int dimension() {
        return problem.getParameterSize();
    }

    @Override
    public int residualCount() {
        return problem.getObservationSize();
    }

    @Override
    public void residuals(double[] x, double[] r) {
        double[] missing = at(x).getResiduals().toArray(); // target − model
        for (int i = 0; i < r.length; i++) {
            r[i] = -missing[i];
        }
    }

    @Override
    public void residualsAndJacobian(double[] x, double[] r, double[][] jacobian) {
        residuals(x, r);
        RealMatrix j = at(x).getJacobian();
        for (int i = 0; i < r.length; i++) {
            jacobian[i] = j.getRow(i);
        }
    }

    @Override
    public double value(double[] x) {
        double[] r = at(x).getResiduals().toArray();
        return 0.5 * Vectors.dot(r, r);
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        Evaluation e = at(x);
        double[] jr = e.getJacobian().preMultiply(e.getResiduals()).toArray();
        for (int j = 0; j < g.length; j++) {
            g[j] = -jr[j];
        }
        return value(x);
    }

    @Override
    public String toString() {
        return "a fit of " + residualCount() + " observations by " + dimension() + " parameters";
    }
}
