package org.hesse.method.stochastic;

import java.util.Set;
import org.hesse.method.Hyperparameters;
import org.hesse.method.Method;
import org.hesse.method.wrapper.Svrg;
import org.hesse.objective.Oracle;
import org.hesse.objective.Structure;
import org.hesse.search.Schedule;

/**
 * SVRG-LBFGS: {@link Svrg} takes the noise out of the gradients of {@link Sqn}; on strongly convex sums it converges linearly
 * with a constant rate.
 *
 * <p>x⁺ = x − ηH(∇f_B(x) − ∇f_B(x̃) + ∇F(x̃)), x̃ the iterate every m steps. A step costs two gradients on its batch, one in m
 * another full gradient, and one in L another p products.
 *
 * <p>Source: Moritz, Nishihara and Jordan (2016), AISTATS, Algorithm 1; there L = 10, ten pairs and m = N/|B|. Departs from it:
 * the snapshot is the last iterate; pairs with too little curvature are skipped.
 *
 * @param rate η
 * @param memory the most pairs, at least 1
 * @param interval L, steps between pairs, at least 1
 * @param batches p, how many batches a product goes over, at least 1
 * @param curvature pairs with sᵀy ≤ curvature·sᵀs are skipped, at least 0
 * @param m steps between snapshots, at least 1
 */
public record SvrgLbfgs(Schedule rate, int memory, int interval, int batches, double curvature, int m)
        implements Method<Svrg.State<Sqn.State>> {
    /** Checks the ranges. */
    public SvrgLbfgs {
        new Sqn(rate, memory, interval, batches, curvature);
        Hyperparameters.atLeastOne("svrg-lbfgs", "m", m);
    }

    /**
     * Ten pairs, one every 10 steps over 6 batches, a snapshot every 50 steps.
     *
     * @param rate η, constant
     */
    public SvrgLbfgs(double rate) {
        this(Schedule.constant(rate), 10, 10, 6, 1e-4, 50);
    }

    private Svrg<Sqn.State> method() {
        return new Svrg<>(new Sqn(rate, memory, interval, batches, curvature), m);
    }

    @Override
    public String name() {
        return "svrg-lbfgs";
    }

    @Override
    public Svrg.State<Sqn.State> init(Oracle f, double[] x0) {
        return method().init(f, x0);
    }

    @Override
    public Svrg.State<Sqn.State> step(Oracle f, Svrg.State<Sqn.State> s) {
        return method().step(f, s);
    }

    @Override
    public Svrg.State<Sqn.State> moveTo(Svrg.State<Sqn.State> s, double[] x) {
        return method().moveTo(s, x);
    }

    @Override
    public Set<Class<? extends Structure>> needs() {
        return method().needs();
    }
}
