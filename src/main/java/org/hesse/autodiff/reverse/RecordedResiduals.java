package org.hesse.autodiff.reverse;

import java.util.Arrays;
import java.util.Optional;
import org.hesse.autodiff.graph.Pool;
import org.hesse.objective.Hessian;
import org.hesse.objective.LeastSquares;

/**
 * Residuals given as code on numbers that record. The Jacobian is that of one recording, by a reverse sweep for each
 * residual over what that is made of. Any number of threads may evaluate it if the code itself allows that.
 */
public final class RecordedResiduals implements LeastSquares {
    private final int n;
    private final int m;
    private final VectorFunction f;
    private final Pool<Recording> recordings;

    /**
     * The residuals of f(x) = ½‖r(x)‖².
     *
     * @param n the number of variables, at least 1
     * @param m the number of residuals, at least 1
     * @param f the residuals
     */
    public RecordedResiduals(int n, int m, VectorFunction f) {
        if (n < 1 || m < 1) {
            throw new IllegalArgumentException("n = " + n + " and m = " + m + ", expected at least 1 of each");
        }
        this.n = n;
        this.m = m;
        this.f = f;
        recordings = new Pool<>(() -> new Recording(n));
    }

    /**
     * Residuals that are counted at a point.
     *
     * @param x0 the point, length n, not modified and not kept
     * @param f the residuals
     * @return as many as they are there
     */
    public static RecordedResiduals countedAt(double[] x0, VectorFunction f) {
        Var zero = Var.field().getZero();
        Var[] x = Arrays.stream(x0).mapToObj(zero::newInstance).toArray(Var[]::new);
        return new RecordedResiduals(x0.length, f.value(x).length, f);
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public int residualCount() {
        return m;
    }

    @Override
    public void residuals(double[] x, double[] r) {
        Recording recording = recordings.take();
        try {
            recording.run(vars -> results(recording, vars, r, null), x, Recording.VALUES);
        } finally {
            recordings.giveBack(recording);
        }
    }

    @Override
    public void residualsAndJacobian(double[] x, double[] r, double[][] jacobian) {
        int[] slots = new int[m];
        Recording recording = recordings.take();
        try {
            recording.run(vars -> results(recording, vars, r, slots), x, Recording.GRADIENT);
            for (int i = 0; i < m; i++) {
                recording.row(slots[i], r[i], jacobian[i]);
            }
        } finally {
            recordings.giveBack(recording);
        }
    }

    @Override
    public boolean isCurved() {
        return true;
    }

    @Override
    public Hessian weightedCurvature(double[] x, double[] weights) {
        ScalarFunction sum = vars -> {
            Var[] y = f.value(vars);
            Var total = y[0].multiply(weights[0]);
            for (int i = 1; i < m; i++) {
                total = total.add(y[i].multiply(weights[i]));
            }
            return total;
        };
        Recording recording = recordings.take();
        try {
            recording.run(sum, x, Recording.HESSIAN);
            Hessian h = recording.hessian(Optional::empty);
            if (h == null) {
                recording.run(sum, x, Recording.GRAPH);
                h = new GraphHessian(recording, Optional::empty);
            }
            return h;
        } finally {
            recordings.giveBack(recording);
        }
    }

    /** Evaluates and notes the numbers, and where they are recorded; returns one of them. */
    private Var results(Recording recording, Var[] x, double[] r, int[] slots) {
        Var[] y = f.value(x);
        if (y.length != m) {
            throw new IllegalArgumentException("the function returned " + y.length + " residuals, expected " + m);
        }
        for (int i = 0; i < m; i++) {
            r[i] = recording.number(y[i]);
        }
        if (slots != null) {
            Arrays.setAll(slots, i -> y[i].slot);
        }
        return y[0];
    }
}
