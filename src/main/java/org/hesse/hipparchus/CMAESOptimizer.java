package org.hesse.hipparchus;

import org.hesse.objective.Domain;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.hesse.run.StoppingRule;
import org.hipparchus.optim.ConvergenceChecker;
import org.hipparchus.optim.OptimizationData;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.util.Incrementor;

/**
 * Local searches from several starts under the name and with the constructor of Hipparchus's CMA-ES: L-BFGS, within bounds
 * L-BFGS-B, from the initial guess and from {@code PopulationSize} − 1 points drawn around it, normal with the standard
 * deviations {@code Sigma} (0.3 where none are given) and moved into the bounds. The best point found is the answer.
 *
 * <p>Departs from the source: it is no evolution strategy. Without a gradient among the data it takes differences, so f has to
 * be smooth; for noise, steps and kinks Hipparchus's own is better. As Hipparchus's it does not throw where {@code MaxEval}
 * or {@code MaxIter} is spent, but answers with the best point; {@link #getRuns()} tells which search that was. There are no
 * statistics: those lists stay empty.
 */
public final class CMAESOptimizer extends org.hipparchus.optim.nonlinear.scalar.noderiv.CMAESOptimizer
        implements Resulting {
    private static final double SIGMA = 0.3; // Hipparchus's

    private final int maxIterations;
    private final double stopFitness;
    private final RandomGenerator random;
    private final Runs runs = new Runs();
    private int population = 1;
    private double[] sigma;

    /**
     * As Hipparchus does it.
     *
     * @param maxIterations the most steps of each local search, at least 1
     * @param stopFitness the value of f at which it ends, unless it is 0
     * @param isActiveCMA not used
     * @param diagonalOnly not used
     * @param checkFeasableCount not used
     * @param random draws the starts
     * @param generateStatistics not used
     * @param checker ends a local search; or null
     * @throws IllegalArgumentException if maxIterations is less than 1
     */
    public CMAESOptimizer(
            int maxIterations,
            double stopFitness,
            boolean isActiveCMA,
            int diagonalOnly,
            int checkFeasableCount,
            RandomGenerator random,
            boolean generateStatistics,
            ConvergenceChecker<PointValuePair> checker) {
        super(
                maxIterations,
                stopFitness,
                isActiveCMA,
                diagonalOnly,
                checkFeasableCount,
                random,
                generateStatistics,
                checker);
        if (maxIterations < 1) {
            throw new IllegalArgumentException("maxIterations: " + maxIterations + ", expected at least 1");
        }
        this.maxIterations = maxIterations;
        this.stopFitness = stopFitness;
        this.random = random;
    }

    @Override
    public Runs getRuns() {
        return runs;
    }

    @Override
    protected void parseOptimizationData(OptimizationData... optData) {
        super.parseOptimizationData(optData);
        runs.read(optData);
        for (OptimizationData item : optData) {
            if (item instanceof PopulationSize size) {
                population = size.getPopulationSize();
            } else if (item instanceof Sigma deviations) {
                sigma = deviations.getSigma();
            }
        }
    }

    @Override
    protected PointValuePair doOptimize() {
        StoppingRule rule = StoppingRule.gradientNorm(Runs.GRADIENT);
        double enough = Runs.sign(this) * stopFitness;
        if (stopFitness != 0) {
            rule = StoppingRule.valueAtMost(enough).or(rule);
        }
        Minimization m = runs.pose(this, Runs::usual, rule);
        Incrementor steps = new Incrementor(getMaxIterations());
        Result best = null;
        for (int k = 0; k < population && hasRoom(steps) && (best == null || !ends(best, enough)); k++) {
            Result found = search(k == 0 ? m : m.from(drawn(m.domain())), steps);
            best = best == null || found.value() < best.value() || Double.isNaN(best.value()) ? found : best;
        }
        return runs.answer(best);
    }

    private boolean hasRoom(Incrementor steps) {
        return evaluations.getCount() < getMaxEvaluations() && steps.getCount() < getMaxIterations();
    }

    private boolean ends(Result best, double enough) {
        return stopFitness != 0 && best.value() <= enough;
    }

    /** One local search, whose spent limit is no failure of all. */
    private Result search(Minimization m, Incrementor steps) {
        int before = steps.getCount();
        int most = Math.min(maxIterations, getMaxIterations() - before);
        try {
            return runs.run(m, getMaxEvaluations() - evaluations.getCount(), most, evaluations, steps);
        } catch (BudgetSpentException spent) {
            return spent.getResult();
        } finally {
            for (int k = before; k < steps.getCount(); k++) {
                incrementIterationCount();
            }
        }
    }

    private double[] drawn(Domain domain) {
        double[] x = getStartPoint();
        for (int i = 0; i < x.length; i++) {
            x[i] += (sigma == null ? SIGMA : sigma[i]) * random.nextGaussian();
        }
        domain.project(x);
        return x;
    }
}
