package org.hesse.autodiff.bytecode;

import org.hesse.autodiff.graph.Pool;

/** A compiled program with its workspaces, for any threads. */
public final class Compiled {
    private final Code code;
    private final int workspace;
    private final Pool<double[]> workspaces;

    Compiled(Code code, int workspace) {
        this.code = code;
        this.workspace = workspace;
        this.workspaces = new Pool<>(() -> new double[workspace]);
    }

    /**
     * The value.
     *
     * @param x the point, length n, not modified
     * @return f(x)
     */
    public double value(double[] x) {
        if (workspace == 0) {
            return code.value(x, null);
        }
        double[] w = workspaces.take();
        double y = code.value(x, w);
        workspaces.giveBack(w);
        return y;
    }

    /**
     * The value and the gradient.
     *
     * @param x the point, length n, not modified
     * @param g receives ∇f(x), length n, <em>modified</em>; all NaN where the value is
     * @return f(x)
     */
    public double gradient(double[] x, double[] g) {
        if (workspace == 0) {
            return code.gradient(x, g, null);
        }
        double[] w = workspaces.take();
        double y = code.gradient(x, g, w);
        workspaces.giveBack(w);
        return y;
    }
}
