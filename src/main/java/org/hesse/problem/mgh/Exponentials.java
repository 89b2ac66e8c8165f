package org.hesse.problem.mgh;

import static org.hesse.problem.mgh.Definition.check;
import static org.hesse.problem.mgh.Definition.each;

import java.util.List;
import org.hesse.autodiff.reverse.Var;
import org.hesse.problem.catalog.Entry;
import org.hesse.problem.catalog.TestProblem;

/** Sums of exponentials, and what is like them: n fixed, any number m of residuals. */
final class Exponentials {
    private Exponentials() {}

    static List<Entry> entries() {
        return List.of(
                new Entry("jennrich-sampson", List.of("m"), p -> jennrichSampson(p.integer("m", 10))),
                new Entry("gulf", List.of("m"), p -> gulf(p.integer("m", 99))),
                new Entry("box-3d", List.of("m"), p -> box(p.integer("m", 10))));
    }

    private static String named(String name, int m, int usual) {
        return m == usual ? name : name + ":m=" + m;
    }

    /** The second value is approached as x₁ or x₂ falls to −∞. */
    private static TestProblem jennrichSampson(int m) {
        check("jennrich-sampson", "m", m, 2, Integer.MAX_VALUE);
        Definition d = Definition.of(
                named("jennrich-sampson", m, 10),
                new double[] {0.3, 0.4},
                x -> each(
                        m,
                        i -> x[0].multiply(i).exp().add(x[1].multiply(i).exp()).subtract(2 + 2 * i)));
        if (m == 10) {
            d.minimum(124.36218235561485, 0.2578252136703641, 0.2578252136703641)
                    .values(259.58019013425326);
        }
        return d.number(6, "Jennrich and Sampson (1968)");
    }

    /**
     * Its formula is misprinted in the paper, which has yᵢ·m·i in place of yᵢ −. Residual 100 would be |25 − x₂|^x₃, without
     * second derivatives at the minimum: so m is at most 99.
     */
    private static TestProblem gulf(int m) {
        check("gulf", "m", m, 3, 99);
        return Definition.of(
                        named("gulf", m, 99),
                        new double[] {5, 2.5, 0.15},
                        x -> each(m, i -> {
                            double t = i / 100.0;
                            double y = 25 + Math.pow(-50 * Math.log(t), 2.0 / 3);
                            Var d = x[1].negate().add(y).abs();
                            return d.pow(x[2]).divide(x[0]).negate().exp().subtract(t);
                        }))
                .minimum(0, 50, 25, 1.5)
                .number(11, "Cox (1969)");
    }

    /** Zero also wherever x₁ = x₂ and x₃ = 0. */
    private static TestProblem box(int m) {
        check("box-3d", "m", m, 3, Integer.MAX_VALUE);
        Definition d = Definition.of(
                        named("box-3d", m, 10),
                        new double[] {0, 10, 20},
                        x -> each(m, i -> {
                            double t = i / 10.0;
                            Var e = x[0].multiply(-t)
                                    .exp()
                                    .subtract(x[1].multiply(-t).exp());
                            return e.subtract(x[2].multiply(Math.exp(-t) - Math.exp(-10 * t)));
                        }))
                .minimum(0, 1, 10, 1)
                .minimum(0, 10, 1, -1);
        if (m == 10) {
            d.values(0, 0.0755887407549974);
        }
        return d.number(12, "Box (1966)");
    }
}
