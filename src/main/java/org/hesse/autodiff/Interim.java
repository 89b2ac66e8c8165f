package org.hesse.autodiff;

import java.util.ArrayList;
import org.hesse.objective.FiniteDifferences;
import org.hesse.objective.Hessian;

/** Second derivatives of expressions: exact without loops and conditionals, otherwise differences. */
record Interim(Program p, Compiled c) {
    Hessian hessian(double[] x) {
        boolean plain = p.nodes().stream()
                .allMatch(n -> n instanceof Node.Constant
                        || n instanceof Node.Variable
                        || n instanceof Node.Unary
                        || n instanceof Node.Binary);
        if (plain && p.main().result() == p.nodes().size() - 1) {
            return new Tape(p.variables(), new ArrayList<>(p.nodes())).hessian(x);
        }
        return FiniteDifferences.hessian(c::gradient, x);
    }
}
