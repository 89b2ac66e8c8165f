package org.hesse.problem.mgh;

import static org.hesse.problem.mgh.Definition.check;
import static org.hesse.problem.mgh.Definition.constant;
import static org.hesse.problem.mgh.Definition.each;
import static org.hesse.problem.mgh.Definition.sum;

import java.util.Arrays;
import java.util.List;
import org.hesse.autodiff.reverse.Var;
import org.hesse.problem.catalog.Entry;
import org.hesse.problem.catalog.TestProblem;

/** Families by the number of variables. Their minima are known where they were computed, at the paper's n. */
final class Families {
    private Families() {}

    static List<Entry> entries() {
        return List.of(
                new Entry("watson", List.of("n"), p -> watson(p.integer("n", 9))),
                new Entry("penalty-2", List.of("n"), p -> penalty2(p.integer("n", 10))),
                new Entry("brown-almost-linear", List.of("n"), p -> brownAlmostLinear(p.integer("n", 10))));
    }

    private static TestProblem watson(int n) {
        check("watson", "n", n, 2, 31);
        Definition d = Definition.of("watson:n=" + n, new double[n], Families::watson);
        switch (n) {
            case 6 ->
                d.minimum(
                        0.0022876700535524363,
                        -0.015725086401458456,
                        1.0124348693691099,
                        -0.2329916259567377,
                        1.2604300877996084,
                        -1.5137289227222797,
                        0.9929964324311346);
            case 9 ->
                d.minimum(
                        1.39976013809902e-06,
                        -1.5307036521394342e-05,
                        0.9997897039319483,
                        0.014763963693556958,
                        0.14634232829936222,
                        1.0008211030047092,
                        -2.617731140519015,
                        4.104403164478857,
                        -3.1436122785564424,
                        1.0526264080101668);
            case 12 ->
                d.minimum(
                        4.722381105891757e-10,
                        -6.638060464520687e-09,
                        1.000001644117862,
                        -0.0005639322103423058,
                        0.34782054050404243,
                        -0.15673150409616513,
                        1.0528151772071777,
                        -3.2472711534596677,
                        7.288434897938061,
                        -10.271848241321724,
                        9.074113647075317,
                        -4.541375466692512,
                        1.0120118885528104);
            default -> {} // no other was computed
        }
        return d.number(20, "Kowalik and Osborne (1968)");
    }

    /** Of the polynomial p with coefficients x at t = i/29 the defect of p' = 1 + p², by Horner's rule. */
    private static Var[] watson(Var[] x) {
        return each(31, i -> {
            if (i > 29) {
                return i == 30 ? x[0] : x[1].subtract(x[0].square()).subtract(1);
            }
            double t = i / 29.0;
            Var p = x[x.length - 1];
            Var slope = p.multiply(x.length - 1);
            for (int j = x.length - 2; j >= 0; j--) {
                p = p.multiply(t).add(x[j]);
                slope = j == 0 ? slope : slope.multiply(t).add(x[j].multiply(j));
            }
            return slope.subtract(p.square()).subtract(1);
        });
    }

    private static TestProblem penalty2(int n) {
        check("penalty-2", "n", n, 2, Integer.MAX_VALUE);
        Definition d = Definition.of("penalty-2:n=" + n, constant(n, 0.5), Families::penalty2);
        switch (n) {
            case 4 ->
                d.minimum(
                        9.376293007355442e-06,
                        0.1999993333503804,
                        0.19131670099277245,
                        0.48010148533262315,
                        0.5188454043902005);
            case 10 ->
                d.minimum(
                        0.00029366053745674594,
                        0.1999836051978236,
                        0.010350648471292297,
                        0.019604934480438402,
                        0.03208906722068565,
                        0.049932677399641294,
                        0.07651399515399361,
                        0.11862407286950417,
                        0.19214487233557667,
                        0.34732058694184365,
                        0.3691643741593508);
            default -> {} // no other was computed
        }
        return d.number(24, "Gill, Murray and Pitfield (1972)");
    }

    private static Var[] penalty2(Var[] x) {
        int n = x.length;
        double a = Math.sqrt(1e-5);
        Var[] squares = Arrays.stream(x).map(Var::square).toArray(Var[]::new);
        Var[] e = Arrays.stream(x).map(v -> v.divide(10).exp()).toArray(Var[]::new);
        return each(2 * n, i -> {
            if (i == 1) {
                return x[0].subtract(0.2);
            } else if (i <= n) {
                double y = Math.exp(i / 10.0) + Math.exp((i - 1) / 10.0);
                return e[i - 1].add(e[i - 2]).subtract(y).multiply(a);
            } else if (i < 2 * n) {
                return e[i - n].subtract(Math.exp(-0.1)).multiply(a);
            }
            return sum(squares, 1, n, j -> n - j + 1).subtract(1);
        });
    }

    /**
     * Zero where all but the last are a root of na^n − (n + 1)a^(n − 1) + 1 and the last is a^(1 − n). The value 1 that the
     * paper lists too belongs to (0, …, 0, n + 1), which is critical, but no minimum: along (t, …, t, n + 1 − nt) f is
     * 1 − 2(n + 1)t^(n − 1) + ….
     */
    private static TestProblem brownAlmostLinear(int n) {
        check("brown-almost-linear", "n", n, 2, Integer.MAX_VALUE);
        Definition d = Definition.of("brown-almost-linear:n=" + n, constant(n, 0.5), Families::brownAlmostLinear)
                .minimum(0, constant(n, 1));
        if (n == 10) {
            d.minimum(
                            0,
                            0.9794303033498625,
                            0.9794303033498625,
                            0.9794303033498625,
                            0.9794303033498625,
                            0.9794303033498625,
                            0.9794303033498625,
                            0.9794303033498625,
                            0.9794303033498625,
                            0.9794303033498625,
                            1.2056969665013755)
                    .minimum(
                            1.8412483660885046,
                            1.368095541434441,
                            1.368095541434441,
                            1.368095541434441,
                            1.368095541434441,
                            -0.06678938320978363,
                            1.368095541434441,
                            1.368095541434441,
                            1.368095541434441,
                            1.368095541434441,
                            -1.0959030589147842);
        }
        return d.number(27, "Brown (1969)");
    }

    private static Var[] brownAlmostLinear(Var[] x) {
        int n = x.length;
        Var sum = sum(x, 1, n, j -> 1).subtract(n + 1);
        Var product = x[0];
        for (int i = 1; i < n; i++) {
            product = product.multiply(x[i]);
        }
        Var last = product.subtract(1);
        return each(n, i -> i < n ? sum.add(x[i - 1]) : last);
    }
}
