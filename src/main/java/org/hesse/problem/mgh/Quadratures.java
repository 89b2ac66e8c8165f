package org.hesse.problem.mgh;

import static org.hesse.problem.mgh.Definition.check;
import static org.hesse.problem.mgh.Definition.each;
import static org.hesse.problem.mgh.Definition.named;
import static org.hesse.problem.mgh.Definition.sum;

import java.util.List;
import java.util.stream.IntStream;
import org.hesse.autodiff.reverse.Var;
import org.hesse.problem.catalog.Entry;
import org.hesse.problem.catalog.TestProblem;

/** Families by the number of variables with a node tᵢ = i/(n + 1) for each: an integral equation, Chebyshev quadrature. */
final class Quadratures {
    private Quadratures() {}

    static List<Entry> entries() {
        return List.of(
                new Entry("discrete-integral-equation", List.of("n"), p -> integralEquation(p.integer("n", 10))),
                new Entry(
                        "chebyquad",
                        List.of("n", "m"),
                        p -> chebyquad(p.integer("n", 8), p.integer("m", p.integer("n", 8)))));
    }

    private static double[] nodes(int n) {
        return IntStream.rangeClosed(1, n)
                .mapToDouble(i -> (double) i / (n + 1))
                .toArray();
    }

    private static TestProblem integralEquation(int n) {
        check("discrete-integral-equation", "n", n, 1, Integer.MAX_VALUE);
        double[] t = nodes(n);
        double[] start =
                IntStream.range(0, n).mapToDouble(i -> t[i] * (t[i] - 1)).toArray();
        Definition d = Definition.of("discrete-integral-equation:n=" + n, start, x -> integralEquation(x, t));
        if (n == 10) {
            d.minimum(
                    0,
                    -0.04316498251876487,
                    -0.08157715653538689,
                    -0.11448571438052929,
                    -0.14097357686259668,
                    -0.1599086961819831,
                    -0.16987720231277492,
                    -0.16908998378120835,
                    -0.15524953522183182,
                    -0.125355891678935,
                    -0.07541653368589209);
        } else {
            d.values(0);
        }
        return d.number(29, "More and Cosnard (1979)");
    }

    /** With cⱼ = (xⱼ + tⱼ + 1)³, xᵢ + ((1 − tᵢ) Σ tⱼcⱼ + tᵢ Σ (1 − tⱼ)cⱼ)/(2n + 2), the first sum up to j = i. */
    private static Var[] integralEquation(Var[] x, double[] t) {
        int n = x.length;
        Var[] left = new Var[n];
        Var[] right = new Var[n];
        for (int j = 0; j < n; j++) {
            Var u = x[j].add(t[j] + 1);
            Var c = u.square().multiply(u);
            left[j] = j == 0 ? c.multiply(t[j]) : left[j - 1].add(c.multiply(t[j]));
            right[j] = c.multiply(1 - t[j]);
        }
        Var rest = x[0].newInstance(0);
        Var[] r = new Var[n];
        for (int i = n - 1; i >= 0; i--) {
            Var sums = left[i].multiply(1 - t[i]).add(rest.multiply(t[i]));
            r[i] = x[i].add(sums.divide(2.0 * (n + 1)));
            rest = rest.add(right[i]);
        }
        return r;
    }

    /** Any order of the coordinates of a minimum is one too; each is listed once, in rising order. */
    private static TestProblem chebyquad(int n, int m) {
        check("chebyquad", "n", n, 1, Integer.MAX_VALUE);
        check("chebyquad", "m", m, n, Integer.MAX_VALUE);
        Definition d = Definition.of(named("chebyquad", n, m), nodes(n), x -> chebyquad(x, m));
        switch (m == n ? n : 0) {
            case 8 ->
                d.minimum(
                        0.0035168737256779316,
                        0.04315276015101663,
                        0.1930908403841861,
                        0.26632870689027294,
                        0.5,
                        0.5,
                        0.7336712931097271,
                        0.8069091596158139,
                        0.9568472398489833);
            case 10 ->
                d.minimum(
                                0.004772713696375349,
                                0.032993373018074465,
                                0.15514535775907337,
                                0.20018919846138622,
                                0.38326166496125497,
                                0.38326166496125497,
                                0.5292494771334065,
                                0.6403535493710659,
                                0.7135658474159999,
                                0.8284818230519073,
                                0.9252518337853975)
                        .minimum(
                                0.006503954800882306,
                                0.0596199005358127,
                                0.16670828183586142,
                                0.2391706589426085,
                                0.3988842923060445,
                                0.3988842923060445,
                                0.6011157076939555,
                                0.6011157076939555,
                                0.7608293410573915,
                                0.8332917181641386,
                                0.9403800994641873);
            case 9 ->
                d.minimum(
                        0,
                        0.044205346135782767,
                        0.19949067230988096,
                        0.23561910847106,
                        0.416046907892598,
                        0.5,
                        0.583953092107402,
                        0.76438089152894,
                        0.8005093276901191,
                        0.9557946538642172);
            case 1, 2, 3, 4, 5, 6, 7 -> d.values(0);
            default -> {} // no other was computed
        }
        return d.number(35, "Fletcher (1965)");
    }

    /** The error of the mean over the points x for the integral of the Chebyshev polynomial Tᵢ of 2x − 1. */
    private static Var[] chebyquad(Var[] x, int m) {
        int n = x.length;
        Var[] before = each(n, j -> x[j - 1].newInstance(1));
        Var[] last = each(n, j -> x[j - 1].multiply(2).subtract(1));
        Var[] twice = each(n, j -> x[j - 1].multiply(4).subtract(2));
        Var[] r = new Var[m];
        for (int i = 1; i <= m; i++) {
            Var mean = sum(last, 1, n, j -> 1).divide(n);
            r[i - 1] = i % 2 == 0 ? mean.add(1 / (i * (double) i - 1)) : mean;
            for (int j = 0; j < n; j++) {
                Var next = twice[j].multiply(last[j]).subtract(before[j]);
                before[j] = last[j];
                last[j] = next;
            }
        }
        return r;
    }
}
