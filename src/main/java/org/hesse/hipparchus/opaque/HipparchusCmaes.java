package org.hesse.hipparchus.opaque;

import org.hesse.method.Hyperparameters;
import org.hesse.method.Opaque;
import org.hesse.objective.Domain;
import org.hesse.objective.Oracle;
import org.hipparchus.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.hipparchus.optim.nonlinear.scalar.noderiv.CMAESOptimizer.PopulationSize;
import org.hipparchus.optim.nonlinear.scalar.noderiv.CMAESOptimizer.Sigma;
import org.hipparchus.random.Well19937c;

/**
 * Hipparchus's {@link CMAESOptimizer}: the evolution strategy of Hansen with an adapted covariance, within bounds. Its
 * random numbers are seeded by the run's.
 *
 * @param population points of a generation, at least 2; 0 for 4 + 3 ln n
 * @param sigma the first standard deviation in every variable, positive; a third of the room between bounds where that is
 *     less
 * @param generations the most generations, at least 1
 * @param active whether bad points push the covariance away
 */
public record HipparchusCmaes(int population, double sigma, int generations, boolean active) implements Opaque {
    /** Checks the parameters. */
    public HipparchusCmaes {
        Hyperparameters.nonNegative("hipparchus-cmaes", "population", population);
        Hyperparameters.positive("hipparchus-cmaes", "sigma", sigma);
        Hyperparameters.atLeastOne("hipparchus-cmaes", "generations", generations);
    }

    /** With σ = 0.3, active, and the 30 000 generations of Hipparchus. */
    public HipparchusCmaes() {
        this(0, 0.3, 30_000, true);
    }

    @Override
    public String name() {
        return "hipparchus-cmaes";
    }

    @Override
    public boolean fits(Domain domain) {
        return !domain.isPenalised();
    }

    @Override
    public double[] run(Oracle f, double[] x0) {
        Asked asked = new Asked(f);
        double[] start = asked.start(x0);
        if (!asked.beginsByValue(start)) {
            return start;
        }
        int n = start.length;
        int size = population == 0 ? 4 + (int) (3 * Math.log(n)) : population;
        var random = new Well19937c(f.random(0).nextLong());
        return new CMAESOptimizer(generations, 0, active, 0, 0, random, false, (i, before, now) -> false)
                .optimize(asked.data(
                        start, asked.bounds(), new Sigma(deviations(f.domain(), n)), new PopulationSize(size)))
                .getPoint();
    }

    private double[] deviations(Domain domain, int n) {
        double[] deviations = new double[n];
        for (int i = 0; i < n; i++) {
            deviations[i] = Math.min(sigma, (domain.upper()[i] - domain.lower()[i]) / 3);
        }
        return deviations;
    }
}
