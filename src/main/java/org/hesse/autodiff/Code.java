package org.hesse.autodiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hesse.objective.FiniteDifferences;
import org.hesse.objective.Hessian;
import org.hipparchus.analysis.differentiation.Gradient;

/** INTERIM. */
final class Code {
    private final Program p;
    private final Tape tape;

    Code(Program p) {
        this.p = p;
        boolean plain = p.nodes().stream()
                .allMatch(n -> n instanceof Node.Constant
                        || n instanceof Node.Variable
                        || n instanceof Node.Unary
                        || n instanceof Node.Binary);
        boolean last = p.main().result() == p.nodes().size() - 1;
        List<Node> nodes = new ArrayList<>(p.nodes());
        tape = plain && last ? new Tape(p.variables(), nodes) : null;
    }

    double value(double[] x) {
        return tape != null ? tape.value(x) : gradient(x, new double[x.length]);
    }

    double gradient(double[] x, double[] g) {
        if (tape != null) {
            return tape.gradient(x, g);
        }
        Gradient[] v = new Gradient[x.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = Gradient.variable(x.length, i, x[i]);
        }
        Gradient y = new Interpreter<>(p, v).run();
        System.arraycopy(y.getGradient(), 0, g, 0, g.length);
        if (Double.isNaN(y.getValue())) {
            Arrays.fill(g, Double.NaN);
        }
        return y.getValue();
    }

    Hessian hessian(double[] x) {
        return tape != null ? tape.hessian(x) : FiniteDifferences.hessian(this::gradient, x);
    }
}
