package org.hesse.method.stochastic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hesse.linear.Vectors;
import org.hesse.method.Hyperparameters;
import org.hesse.method.Method;
import org.hesse.method.Step;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Layout;
import org.hesse.objective.Oracle;
import org.hesse.search.Schedule;

/**
 * Shampoo: AdaGrad with full matrices for the rows and the columns of each block of variables.
 *
 * <p>For each matrix of the {@link Layout}, G its gradient: L ← βL + GGᵀ, R ← βR + GᵀG (for β &lt; 1 the new ones times
 * 1 − β), D = L^{-1/4}·G·R^{-1/4}; for a vector L ← βL + ggᵀ, D = L^{-1/2}·g. Both begin as εI. The roots are taken every
 * few steps, at the start every step: sums of one gradient are ε in most directions, and their roots kept would throw the
 * iterate away along the gradients that come next. A side longer than the limit keeps only the diagonal of its matrix. With {@link Grafting} each block moves
 * as far as another method would move it; v ← μv + D, x ← x − ηv.
 *
 * <p>Cost: a gradient a step, and 9m³ operations for each root.
 *
 * <p>Source: Gupta, Koren and Singer (2018), arXiv:1802.09568, Algorithm 1 (β = 1), Algorithm 2 for vectors; grafting and
 * the delay of the roots by Anil et al. (2020), arXiv:2002.09018, sections 4.4 and 3. Departs from the sources: roots are
 * not delayed at the start; for β &lt; 1 the averages are not corrected for their start, so rates are to be smaller, some 0.01.
 *
 * @param rate η
 * @param mu μ, momentum, in [0, 1)
 * @param decay β, in (0, 1]; 1 adds up, as AdaGrad does
 * @param eps ε, positive
 * @param every steps from one computation of the roots to the next, from step {@code every} on, at least 1
 * @param limit the longest side with a full matrix, at least 1
 * @param grafting what says how far each block moves
 */
public record Shampoo(Schedule rate, double mu, double decay, double eps, int every, int limit, Grafting grafting)
        implements Method<Shampoo.State> {
    private static final double MOST = 1e290; // so that sums of many steps are finite

    /** Which method's step gives the length of a block's. */
    public enum Grafting {
        /** None: as far as the roots say. */
        NONE,
        /** ‖D‖ is that of the gradient. */
        SGD,
        /** ‖D‖ is that of g/√(Σg² + ε), Σ with the same β. */
        ADAGRAD
    }

    /** Checks the ranges. */
    public Shampoo {
        Hyperparameters.fraction("shampoo", "mu", mu);
        Hyperparameters.check(decay > 0 && decay <= 1, "shampoo", "decay", decay, "0 < decay <= 1");
        Hyperparameters.positive("shampoo", "eps", eps);
        Hyperparameters.atLeastOne("shampoo", "every", every);
        Hyperparameters.atLeastOne("shampoo", "limit", limit);
    }

    /**
     * Shampoo with momentum 0.9, adding up from ε = 1e-4, with new roots every step and full matrices up to 1024.
     *
     * @param rate η, constant; on softmax, logistic regression, a perceptron and a quadratic 0.1 did best of 0.03, 0.1 and
     *     0.3, on batches of 32 to all, and none of the three diverged. Rarer roots need {@link Grafting}: every 10 steps the
     *     quadratic diverged without, with {@link Grafting#ADAGRAD} and 0.02 nothing did
     */
    public Shampoo(double rate) {
        this(Schedule.constant(rate), 0.9, 1, 1e-4, 1, 1024, Grafting.NONE);
    }

    /**
     * One side of a block.
     *
     * @param sum L or R, of full rows, or one row with its diagonal
     * @param root its inverse root, of the same shape
     */
    public record Side(double[][] sum, double[][] root) {}

    /**
     * What Shampoo remembers.
     *
     * @param x the iterate, length n
     * @param step the last step
     * @param evaluation the evaluation the last step started from; null before the first
     * @param v the velocity, length n
     * @param squares ε + Σg², length n, or 0 without {@link Grafting#ADAGRAD}
     * @param sides of each block the rows', and for a matrix then the columns'
     * @param k steps taken
     */
    public record State(
            double[] x, Step step, Evaluation evaluation, double[] v, double[] squares, List<Side> sides, long k)
            implements org.hesse.method.State {}

    @Override
    public State init(Oracle f, double[] x0) {
        int n = x0.length;
        return new State(x0.clone(), Step.START, null, new double[n], new double[n], List.of(), 0);
    }

    @Override
    public State step(Oracle f, State s) {
        double eta = rate.at(f.clock());
        Evaluation e = f.at(s.x);
        double[] g = e.gradient();
        if (!(Vectors.dot(g, g) < MOST)) {
            return new State(s.x, Step.stuck("the squares of the gradient overflow"), e, s.v, s.squares, s.sides, s.k);
        }
        double fresh = decay == 1 ? 1 : 1 - decay;
        double[] squares = s.squares.clone();
        for (int i = 0; i < g.length; i++) {
            squares[i] = (s.k == 0 ? eps : decay * squares[i]) + fresh * g[i] * g[i];
        }
        List<Side> sides = new ArrayList<>();
        double[] d = new double[g.length];
        int from = 0;
        for (Layout.Block block : f.layout().blocks()) {
            MatrixBlock b = new MatrixBlock(block, from, g);
            for (int side = 0; side < b.sides(); side++) {
                Optional<Side> before = s.k == 0 ? Optional.empty() : Optional.of(s.sides.get(sides.size()));
                sides.add(next(b, side, before, fresh, s.k));
            }
            double[] direction = b.times(sides.subList(sides.size() - b.sides(), sides.size()));
            graft(b, direction, squares);
            System.arraycopy(direction, 0, d, from, direction.length);
            from += direction.length;
        }
        double[] v = new double[d.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = mu * s.v[i] + d[i];
        }
        return new State(Vectors.plus(s.x, -eta, v), Step.accepted(eta), e, v, squares, sides, s.k + 1);
    }

    private Side next(MatrixBlock b, int side, Optional<Side> before, double fresh, long k) {
        double[][] sum = b.gram(side, limit);
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j < sum[i].length; j++) {
                boolean diagonal = sum.length == 1 || i == j;
                double old = before.isPresent() ? decay * before.get().sum[i][j] : diagonal ? eps : 0;
                sum[i][j] = old + fresh * sum[i][j];
            }
        }
        boolean due = k < every || k % every == 0;
        return new Side(sum, due ? MatrixBlock.inverseRoot(sum, 2 * b.sides()) : before.get().root);
    }

    private void graft(MatrixBlock b, double[] direction, double[] squares) {
        double norm = Vectors.norm(direction);
        if (grafting != Grafting.NONE && norm > 0) {
            Vectors.scale(b.norm(grafting == Grafting.ADAGRAD ? squares : null) / norm, direction);
        }
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.v, s.squares, s.sides, s.k);
    }
}
