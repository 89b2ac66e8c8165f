package org.hesse.autodiff;

/** A compiled program with its workspaces. */
final class Compiled {
    private final Code code;
    private final int workspace;
    private final Pool<double[]> workspaces;

    Compiled(Code code, int workspace) {
        this.code = code;
        this.workspace = workspace;
        this.workspaces = new Pool<>(() -> new double[workspace]);
    }

    double value(double[] x) {
        if (workspace == 0) {
            return code.value(x, null);
        }
        double[] w = workspaces.take();
        double y = code.value(x, w);
        workspaces.giveBack(w);
        return y;
    }

    double gradient(double[] x, double[] g) {
        if (workspace == 0) {
            return code.gradient(x, g, null);
        }
        double[] w = workspaces.take();
        double y = code.gradient(x, g, w);
        workspaces.giveBack(w);
        return y;
    }
}
