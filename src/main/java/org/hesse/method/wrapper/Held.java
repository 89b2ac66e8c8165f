package org.hesse.method.wrapper;

import org.hesse.objective.Domain;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Hessian;

/**
 * A Hessian without the variables that a bound holds: their rows and columns are 0.
 *
 * @param h the whole one
 * @param held which variables are held, length n
 */
record Held(Hessian h, boolean[] held) implements Hessian {
    /** The Hessian of the free variables: a variable is held where −∇f points out of the bound it lies at. */
    static Hessian reduced(Domain box, Evaluation e, Hessian h) {
        if (!box.isBounded()) {
            return h;
        }
        boolean[] held = new boolean[e.x().length];
        for (int i = 0; i < held.length; i++) {
            double g = e.gradient()[i];
            held[i] = e.x()[i] <= box.lower()[i] && g > 0 || e.x()[i] >= box.upper()[i] && g < 0;
        }
        return new Held(h, held);
    }

    /** ‖∇f‖∞, within bounds ‖P(x − ∇f) − x‖∞. */
    static double optimality(Domain box, Evaluation e) {
        return box.optimality(e.x(), e.gradient());
    }

    @Override
    public int dimension() {
        return h.dimension();
    }

    @Override
    public void times(double[] v, double[] hv) {
        double[] free = v.clone();
        clear(free);
        h.times(free, hv);
        clear(hv);
    }

    @Override
    public double[][] dense() {
        double[][] rows = h.dense();
        for (int i = 0; i < rows.length; i++) {
            clear(rows[i]);
            if (held[i]) {
                rows[i] = new double[rows.length];
            }
        }
        return rows;
    }

    @Override
    public double error() {
        return h.error();
    }

    private void clear(double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = held[i] ? 0 : x[i];
        }
    }
}
