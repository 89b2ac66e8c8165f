package org.hesse.problem.mgh;

import static org.hesse.problem.mgh.Definition.residuals;

import java.util.List;
import org.hesse.autodiff.reverse.Var;
import org.hesse.problem.catalog.Entry;
import org.hesse.problem.catalog.TestProblem;

/** Narrow valleys and bad scales in two to four variables, by formulas without data. */
final class Valleys {
    private Valleys() {}

    static List<Entry> entries() {
        return List.of(
                new Entry("freudenstein-roth", List.of(), p -> freudensteinRoth()),
                new Entry("powell-badly-scaled", List.of(), p -> powellBadlyScaled()),
                new Entry("brown-badly-scaled", List.of(), p -> brownBadlyScaled()),
                new Entry("helical-valley", List.of(), p -> helicalValley()),
                new Entry("powell-singular", List.of(), p -> powellSingular()),
                new Entry("wood", List.of(), p -> wood()),
                new Entry("brown-dennis", List.of(), p -> brownDennis()));
    }

    /** With x₁ eliminated a quartic is left, whose derivative has the roots 4 and (2 ± √22)/3 and two complex ones. */
    private static TestProblem freudensteinRoth() {
        return Definition.of("freudenstein-roth", new double[] {0.5, -2}, Valleys::freudensteinRoth)
                .minimum(0, 5, 4)
                .minimum(48.98425367924002, 11.412778986902094, -0.8968052532744765)
                .saddle(819.0102593523101, 23.92055434643124, 2.23013858660781)
                .complete()
                .number(2, "Freudenstein and Roth (1963)");
    }

    private static Var[] freudensteinRoth(Var[] x) {
        Var y = x[1];
        return residuals(
                x[0].subtract(13).add(y.negate().add(5).multiply(y).subtract(2).multiply(y)),
                x[0].subtract(29).add(y.add(1).multiply(y).subtract(14).multiply(y)));
    }

    /** The global minimum and its mirror image, and a minimum on the other branch of x₁x₂ = 10⁻⁴. */
    private static TestProblem powellBadlyScaled() {
        return Definition.of("powell-badly-scaled", new double[] {0, 1}, Valleys::powellBadlyScaled)
                .minimum(0, 1.0981593296998175e-05, 9.106146739866524)
                .minimum(0, 9.106146739866524, 1.0981593296998175e-05)
                .minimum(1.0402940039616395, -0.009948091925800946, -0.009948091925800946)
                .number(3, "Powell (1970)");
    }

    private static Var[] powellBadlyScaled(Var[] x) {
        return residuals(
                x[0].multiply(x[1]).multiply(1e4).subtract(1),
                x[0].negate().exp().add(x[1].negate().exp()).subtract(1.0001));
    }

    private static TestProblem brownBadlyScaled() {
        return Definition.of("brown-badly-scaled", new double[] {1, 1}, Valleys::brownBadlyScaled)
                .minimum(0, 1e6, 2e-6)
                .number(4, "Brown");
    }

    private static Var[] brownBadlyScaled(Var[] x) {
        return residuals(
                x[0].subtract(1e6), x[1].subtract(2e-6), x[0].multiply(x[1]).subtract(2));
    }

    private static TestProblem helicalValley() {
        return Definition.of("helical-valley", new double[] {-1, 0, 0}, Valleys::helicalValley)
                .minimum(0, 1, 0, 0)
                .number(7, "Fletcher and Powell (1963)");
    }

    /** The paper's angle, from −¼ to ¾ turns with a jump where x₁ = 0 and x₂ &lt; 0, as one formula. */
    private static Var[] helicalValley(Var[] x) {
        Var turns = x[0].atan2(x[1]).divide(-2 * Math.PI).add(0.25);
        return residuals(
                x[2].subtract(turns.multiply(10)).multiply(10),
                x[0].square().add(x[1].square()).sqrt().subtract(1).multiply(10),
                x[2]);
    }

    /** The Hessian at the minimum has rank 2. */
    private static TestProblem powellSingular() {
        return Definition.of("powell-singular", new double[] {3, -1, 0, 1}, Valleys::powellSingular)
                .minimum(0, 0, 0, 0, 0)
                .complete()
                .number(13, "Powell (1962)");
    }

    private static Var[] powellSingular(Var[] x) {
        return residuals(
                x[1].multiply(10).add(x[0]),
                x[2].subtract(x[3]).multiply(Math.sqrt(5)),
                x[2].multiply(-2).add(x[1]).square(),
                x[0].subtract(x[3]).square().multiply(Math.sqrt(10)));
    }

    /** The valley passes a saddle near (−1, 1, −1, 1), where loose tolerances end. */
    private static TestProblem wood() {
        return Definition.of("wood", new double[] {-3, -1, -3, -1}, Valleys::wood)
                .minimum(0, 1, 1, 1, 1)
                .saddle(
                        7.876967165176867,
                        -0.9679740249375931,
                        0.9471391408178418,
                        -0.9695163103315911,
                        0.9512476657923252)
                .number(14, "Colville (1968)");
    }

    private static Var[] wood(Var[] x) {
        return residuals(
                x[1].subtract(x[0].square()).multiply(10),
                x[0].negate().add(1),
                x[3].subtract(x[2].square()).multiply(Math.sqrt(90)),
                x[2].negate().add(1),
                x[1].add(x[3]).subtract(2).multiply(Math.sqrt(10)),
                x[1].subtract(x[3]).divide(Math.sqrt(10)));
    }

    private static TestProblem brownDennis() {
        return Definition.of("brown-dennis", new double[] {25, 5, -5, -1}, Valleys::brownDennis)
                .minimum(
                        85822.20162635634,
                        -11.594439904762165,
                        13.203630051207204,
                        -0.40343948817685954,
                        0.2367787744557363)
                .number(16, "Brown and Dennis (1971)");
    }

    private static Var[] brownDennis(Var[] x) {
        return Definition.each(20, i -> {
            double t = i / 5.0;
            Var a = x[1].multiply(t).add(x[0]).subtract(Math.exp(t));
            Var b = x[3].multiply(Math.sin(t)).add(x[2]).subtract(Math.cos(t));
            return a.square().add(b.square());
        });
    }
}
