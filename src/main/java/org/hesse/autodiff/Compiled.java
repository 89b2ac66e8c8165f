package org.hesse.autodiff;

import java.util.concurrent.atomic.AtomicReference;

/** A compiled program with its workspace: one array is kept for the next call, more only while threads meet. */
final class Compiled {
    private final Code code;
    private final int workspace;
    private final AtomicReference<double[]> spare = new AtomicReference<>();

    Compiled(Code code, int workspace) {
        this.code = code;
        this.workspace = workspace;
    }

    double value(double[] x) {
        if (workspace == 0) {
            return code.value(x, null);
        }
        double[] w = take();
        double y = code.value(x, w);
        spare.set(w);
        return y;
    }

    double gradient(double[] x, double[] g) {
        if (workspace == 0) {
            return code.gradient(x, g, null);
        }
        double[] w = take();
        double y = code.gradient(x, g, w);
        spare.set(w);
        return y;
    }

    private double[] take() {
        double[] w = spare.getAndSet(null);
        return w == null ? new double[workspace] : w;
    }
}
