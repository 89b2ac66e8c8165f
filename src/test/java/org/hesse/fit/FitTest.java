package org.hesse.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.hesse.autodiff.reverse.Var;
import org.hesse.data.Columns;
import org.hesse.io.Json;
import org.junit.jupiter.api.Test;

/**
 * Reference figures: SciPy 1.17.1, {@code curve_fit} (method lm, exact Jacobian, ftol = xtol = gtol = 1e-15) of
 * a·exp(−k·t)+c to analysis/decay.csv from (1, 0.1, 0); the exact Hessian by its formula in NumPy; the intervals by
 * {@code brentq} on profiles by {@code least_squares}, with the quantiles of {@code chi2} and {@code f}.
 */
class FitTest {
    private static final Columns DECAY = Columns.read(Path.of("analysis/decay.csv"));
    private static final String MODEL = "a*exp(-k*t)+c";
    private static final Fit WEIGHTED = Fit.of(MODEL, DECAY, "y", "sigma").start("a=1, k=0.1, c=0");
    private static final double[] VALUES = {0.9931812548216238, 0.10449509353727834, 0.201259358140493};
    private static final double[] ABSOLUTE = {0.02573978384355398, 0.006269222412548238, 0.015065883399454852};
    private static final double[] RELATIVE = {0.021222326122058027, 0.005168943273940245, 0.01242174731394265};

    private static void assertClose(double[] actual, double[] expected, double relative) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int j = 0; j < expected.length; j++) {
            assertThat(actual[j]).as("at %d", j).isCloseTo(expected[j], relative(expected[j], relative));
        }
    }

    private static Offset<Double> relative(double x, double part) {
        return within(Math.abs(x) * part);
    }

    @Test
    void sigmaGivenIsAbsolute() {
        Fitted f = WEIGHTED.run();
        assertThat(f.status()).isEqualTo(Fitted.Status.CONVERGED);
        assertThat(f.names()).containsExactly("a", "k", "c");
        assertClose(f.values(), VALUES, 1e-8);
        assertClose(f.standardErrors(), ABSOLUTE, 1e-7);
        assertClose(
                f.exactErrors(),
                new double[] {0.025727170659498477, 0.0061802314690267614, 0.014926218655974606},
                1e-7);
        assertThat(f.correlation()[0][1]).isCloseTo(0.18643923805001783, within(1e-7));
        assertThat(f.correlation()[2][0]).isCloseTo(-0.24475983354862854, within(1e-7));
        assertThat(f.correlation()[1][2]).isCloseTo(0.8091291862127181, within(1e-7));
        assertThat(f.chiSquare()).isCloseTo(12.236259598293099, within(1e-10));
        assertThat(f.degreesOfFreedom()).isEqualTo(18);
        assertThat(f.pValue()).hasValueSatisfying(p -> assertThat(p).isCloseTo(0.8348027681749625, within(1e-10)));
        assertThat(f.remarks()).isEmpty();
    }

    @Test
    void relativeSigmaIsScaledByTheResidualVariance() {
        Fitted f = WEIGHTED.absolute(false).run();
        assertClose(f.values(), VALUES, 1e-8);
        assertClose(f.standardErrors(), RELATIVE, 1e-7);
        assertThat(f.pValue()).isEmpty();
    }

    @Test
    void withoutSigmaAllWeighTheSame() {
        Fitted f = Fit.of(MODEL, DECAY, "y").start("a=1, k=0.1, c=0").run();
        assertClose(f.values(), new double[] {0.9841172569129265, 0.10667940384088656, 0.20664654455627146}, 1e-8);
        assertClose(
                f.standardErrors(),
                new double[] {0.022013775392030213, 0.005944119503118074, 0.013368132221297643},
                1e-7);
        assertThat(f.correlation()[1][2]).isCloseTo(0.7967379933025008, within(1e-7));
    }

    @Test
    void codeAndResidualsGiveTheSameAsText() {
        Fitted code = Fit.of(
                        (b, x) -> b[0].multiply(b[1].multiply(x[0]).negate().exp())
                                .add(b[2]),
                        DECAY,
                        "t",
                        "y",
                        "sigma")
                .start("a=1, k=0.1, c=0")
                .run();
        assertClose(code.values(), VALUES, 1e-8);
        assertClose(code.standardErrors(), ABSOLUTE, 1e-7);
        double[] t = DECAY.get("t");
        double[] y = DECAY.get("y");
        double[] s = DECAY.get("sigma");
        Fit residuals = Fit.of(b -> {
                    Var[] r = new Var[y.length];
                    Arrays.setAll(
                            r,
                            i -> b[0].multiply(b[1].multiply(-t[i]).exp())
                                    .add(b[2])
                                    .subtract(y[i])
                                    .divide(s[i]));
                    return r;
                })
                .start("a=1, k=0.1, c=0");
        assertClose(residuals.run().standardErrors(), RELATIVE, 1e-7);
        Fitted given = residuals.absolute(true).run();
        assertClose(given.values(), VALUES, 1e-8);
        assertClose(given.standardErrors(), ABSOLUTE, 1e-7);
        assertThat(given.exactErrors()[1]).isCloseTo(0.0061802314690267614, within(1e-9));
    }

    @Test
    void fixedParametersStay() {
        Fitted f = WEIGHTED.fixed("c=0.1").run();
        assertClose(f.values(), new double[] {1.0292858511825578, 0.07558605554234404, 0.1}, 1e-7);
        assertThat(f.role("c")).isEqualTo(Fitted.Role.FIXED);
        assertThat(f.standardError("a")).isCloseTo(0.022302697782766574, within(1e-8));
        assertThat(f.standardError("c")).isNaN();
        assertThat(f.degreesOfFreedom()).isEqualTo(19);
        assertThat(WEIGHTED.start("a=1, k=0.1, c=0.1").fixed("c").run().values())
                .isEqualTo(f.values());
    }

    /** SciPy with bounds ends at (1.02928585, 0.07558606, 0.1). */
    @Test
    void aBoundHoldsWhatWouldLeaveIt() {
        Fitted f = WEIGHTED.bounds("c=-1:0.1").run();
        assertClose(f.values(), new double[] {1.0292858511825578, 0.07558605554234404, 0.1}, 1e-7);
        assertThat(f.status()).isEqualTo(Fitted.Status.CONVERGED);
        assertThat(f.role("c")).isEqualTo(Fitted.Role.HELD);
        assertThat(f.standardError("k")).isCloseTo(0.0023691796294268287, within(1e-9));
        assertThat(f.remarks()).singleElement().asString().startsWith("c is held by its bound 0.1");
    }

    @Test
    void aBoundThatIsNotReachedChangesNothing() {
        Fitted f = WEIGHTED.bounds("c=-1:1").positive("k, a").run();
        assertClose(f.values(), VALUES, 1e-8);
        assertClose(f.standardErrors(), ABSOLUTE, 1e-7);
        assertClose(WEIGHTED.start("a=1, k=0.1, c=1").bounds("c=0:1").run().values(), VALUES, 1e-8);
    }

    /** A parameter that starts at its bound is not beyond it, whatever its unit: it goes inside where the sum falls. */
    @Test
    void aStartAtABoundIsLeft() {
        for (int k = 1; k <= 40; k++) {
            double c = 0.15 - 0.01 * k;
            Fitted f =
                    WEIGHTED.start("a=1, k=0.1, c=" + c).bounds("c=" + c + ":1").run();
            assertThat(f.status()).isEqualTo(Fitted.Status.CONVERGED);
            assertClose(f.values(), VALUES, 1e-8);
        }
    }

    @Test
    void growthHasNoPositiveDecay() {
        Columns data = columns("t", new double[] {0, 1, 2, 3}, "y", new double[] {1, 1.3, 1.6, 2.3});
        Fitted f =
                Fit.of("a*exp(-k*t)", data, "y").start("a=1, k=1").positive("k").run();
        assertThat(f.value("k")).isZero();
        assertThat(f.role("k")).isEqualTo(Fitted.Role.HELD);
        assertThat(f.value("a")).isCloseTo(1.55, within(1e-10));
    }

    @Test
    void aProductIsNotIdentifiable() {
        Fitted f = Fit.of("a*b*exp(-k*t)+c", DECAY, "y", "sigma")
                .start("a=1, b=2, k=0.1, c=0")
                .run();
        assertThat(f.status()).isEqualTo(Fitted.Status.NOT_IDENTIFIABLE);
        assertThat(f.toString()).startsWith("NOT_IDENTIFIABLE chi2/dof=0.68");
        assertThat(f.value("a") * f.value("b")).isCloseTo(VALUES[0], within(1e-8));
        assertThat(f.standardError("a")).isNaN();
        assertThat(f.standardError("k")).isCloseTo(ABSOLUTE[1], within(1e-9));
        assertThat(f.exactErrors()[2]).isCloseTo(0.0061802314690267614, within(1e-8));
        assertThat(f.degreesOfFreedom()).isEqualTo(18);
        double[] v = f.flatDirections().get(0); // of ab = const: (a, −b)
        assertThat(v[0] / v[1]).isCloseTo(-f.value("a") / f.value("b"), within(1e-8));
        assertThat(f.remarks())
                .singleElement()
                .asString()
                .matches(
                        "a, b are not identifiable: along 0\\.[0-9]+·[ab] − 0\\.[0-9]+·[ab]" + " the data say nothing");
        assertThat(f.profile("a").upper()).isInfinite();
        assertThat(f.profile("a").lower()).isInfinite();
    }

    @Test
    void aParameterWithoutInfluenceIsNotIdentifiable() {
        Columns data = columns("t", new double[] {0, 1, 2, 3}, "y", new double[] {1, 2.1, 2.9, 4});
        Fitted f = Fit.of("a + b*t + 0*d", data, "y").start("a=0, b=0, d=1").run();
        assertThat(f.remarks()).containsExactly("d is not identifiable: along d the data say nothing");
        assertThat(f.standardError("b")).isPositive();
    }

    @Test
    void aLineIsFittedAsTheTextbookSays() {
        double[] t = {0, 1, 2, 3, 4};
        Columns data = columns("t", t, "y", new double[] {1.1, 2.9, 5.2, 6.8, 9.1});
        Fitted f = Fit.of("a + b*t", data, "y").start("a=0, b=0").run();
        assertClose(f.values(), new double[] {1.04, 1.99}, 1e-12);
        double s = Math.sqrt(0.107 / 3); // Σr² = 0.107
        assertThat(f.residualDeviation()).isCloseTo(s, within(1e-12));
        assertClose(f.standardErrors(), new double[] {s * Math.sqrt(0.6), s * Math.sqrt(0.1)}, 1e-12);
        double student = 3.182446305284263; // of 95 % and 3 degrees of freedom, SciPy
        assertThat(f.profile("b").upper()).isCloseTo(1.99 + student * s * Math.sqrt(0.1), within(1e-7));
    }

    /** y = t without error: what is left of b is rounding. */
    @Test
    void dataWithoutErrorAreFittedToTheLastDigit() {
        double[] t = {-1, 0, 1, 2};
        for (double scale : new double[] {1, 1e-12, 1e12}) {
            double[] y = Arrays.stream(t).map(x -> scale * x).toArray();
            for (String start : List.of("a=0.3, b=1", "a=-7, b=100", "a=0, b=0")) {
                Fitted f = Fit.of("a*t + b", columns("t", t, "y", y), "y")
                        .start(start)
                        .run();
                assertThat(f.status()).as(scale + " from " + start).isEqualTo(Fitted.Status.CONVERGED);
                assertThat(f.value("a")).isCloseTo(scale, within(1e-13 * scale));
            }
        }
    }

    /** Steps towards 0 go on until the sum of squares is 0, with parameters as small as 1e-200. */
    @Test
    void dataThatAreAllZeroAreFittedByZero() {
        Columns data = columns("t", new double[] {0, 1, 2, 3}, "y", new double[4]);
        for (String model : List.of("a*t + b", "a*sin(t) + b", "a*t^2 + b*t")) {
            Fitted f = Fit.of(model, data, "y").start("a=3, b=2").run();
            assertThat(f.status()).as(model + ": " + f).isEqualTo(Fitted.Status.CONVERGED);
            assertThat(f.values()).containsExactly(new double[2], within(1e-150));
            assertThat(f.chiSquare()).isZero();
        }
        Fitted open = Fit.of("a*exp(-k*t)", data, "y").start("a=1, k=1").run();
        assertThat(open.status()).isEqualTo(Fitted.Status.NOT_IDENTIFIABLE);
    }

    /** A value of 0 has no relative error. */
    @Test
    void aValueOfZeroHasNoRelativeError() {
        Columns data = columns("t", new double[] {-1, 0, 0, 1}, "y", new double[] {-1, 0.5, -0.5, 1});
        Fitted f = Fit.of("a*t + b", data, "y").start("a=1, b=1").run();
        assertThat(f.value("b")).isZero();
        assertThat(f.report()).contains("0.25").doesNotContain("Infinity").doesNotContain("...");
    }

    @Test
    void asManyRowsAsParametersLeaveNoVariance() {
        Columns data = columns("t", new double[] {0, 1}, "y", new double[] {1, 3});
        Fitted f = Fit.of("a + b*t", data, "y").start("a=0, b=0").run();
        assertClose(f.values(), new double[] {1, 2}, 1e-12);
        assertThat(f.standardErrors()).containsOnly(Double.NaN);
        assertThat(f.remarks()).singleElement().asString().startsWith("as many rows as parameters");
        assertThatThrownBy(() -> f.profile("a")).hasMessageContaining("as many rows as parameters");
    }

    /** Two equal wells at ±1 with the hill 0 between: the start on the hill stays there. */
    @Test
    void aHillIsNoFit() {
        Columns data = columns("t", new double[] {1, 1, 1}, "y", new double[] {1, 1.1, 0.9});
        Fitted f = Fit.of("b^2*t", data, "y").start("b=0").run();
        assertThat(f.status()).isEqualTo(Fitted.Status.NOT_A_MINIMUM);
        assertThat(f.toString()).startsWith("NOT_A_MINIMUM");
        assertThat(f.remarks().get(0)).contains("negative");
        assertThatThrownBy(() -> f.profile("b")).hasMessageContaining("NOT_A_MINIMUM");
    }

    @Test
    void aFitThatRunsAwaySaysSo() {
        Columns data = columns("t", new double[] {1, 2, 3, 4}, "y", new double[] {1, 2, 3, 4});
        Fitted f = Fit.of("exp(-k*t) - exp(-k*t) + sqrt(1+a^2)-a", data, "y")
                .start("k=1, a=1")
                .run();
        assertThat(f.status()).isNotEqualTo(Fitted.Status.CONVERGED);
    }

    @Test
    void thePageIsAtMost80Wide() {
        for (Fitted f : List.of(
                WEIGHTED.run(),
                WEIGHTED.bounds("c=-1:0.1").run(),
                Fit.of("a*b*exp(-k*t)+c", DECAY, "y")
                        .start("a=1, b=2, k=0.1, c=0")
                        .run())) {
            assertThat(f.report().lines()).allMatch(line -> line.length() <= 80);
            assertThat(f.toString()).hasSizeLessThanOrEqualTo(80);
            assertThat(Json.text(f.document())).contains("\"status\"");
        }
        assertThat(WEIGHTED.run().toString())
                .isEqualTo("CONVERGED chi2/dof=0.68, a=0.993 ± 0.026, k=0.1045 ± 0.0063, c=0.201 ± 0.015");
    }

    @Test
    void predictsAndKeepsTheData() {
        Fitted f = WEIGHTED.run();
        assertThat(f.predict(0)).isCloseTo(VALUES[0] + VALUES[2], within(1e-8));
        assertThat(f.residuals()[0])
                .isCloseTo((f.predict(0) - DECAY.get("y")[0]) / DECAY.get("sigma")[0], within(1e-12));
        assertThatThrownBy(() -> f.predict(1, 2)).hasMessage("predict: 2 numbers, expected those of t");
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(
                        () -> Fit.of(MODEL, DECAY, "z").start("a=1, k=1, c=0").run())
                .hasMessageContaining("unknown column 'z'");
        assertThatThrownBy(() -> WEIGHTED.start("a=1, k=1, c=0, d=2").run())
                .hasMessage("start: no parameter 'd' in the model, did you mean a, c, k?");
        assertThatThrownBy(() -> WEIGHTED.start("a=1, k=1").run())
                .hasMessage("start: c is missing, expected name=number for each of a, k, c; columns are t, y, sigma");
        assertThatThrownBy(() -> WEIGHTED.fixed("kk=1").run()).hasMessageContaining("did you mean k?");
        assertThatThrownBy(() -> WEIGHTED.fixed("k=1, c, k=2")).hasMessage("fixed: k is given twice, expected it once");
        assertThatThrownBy(() -> WEIGHTED.positive("q").run()).hasMessageContaining("positive: no parameter 'q'");
        assertThatThrownBy(() -> WEIGHTED.bounds("k=1:2").run())
                .hasMessage("start: k = 0.1, expected a number from 1.0 to 2.0");
        assertThatThrownBy(() -> WEIGHTED.start("a=1, k=-1, c=0").positive("k").run())
                .hasMessage("start: k = -1, expected a number > 0");
        assertThatThrownBy(() -> Fit.of("a + b*y", DECAY, "y").start("a=1, b=1").run())
                .hasMessageContaining("y is the response");
        assertThatThrownBy(() -> Fit.of("log(t)*a", DECAY, "y").start("a=1").run())
                .hasMessage("start: the model is -Infinity in row 1, t = [0.0], expected finite numbers");
        double nan = Double.NaN;
        assertThatThrownBy(() -> Fit.of("a*t", columns("t", new double[] {1, nan}, "y", new double[] {1, 2}), "y")
                        .start("a=1")
                        .run())
                .hasMessage("data, row 2, column 1 (t): NaN, expected a finite number");
        assertThatThrownBy(() -> Fit.of("a*t", columns("t", new double[] {1, 2}, "s", new double[] {1, 0}), "t", "s")
                        .start("a=1")
                        .run())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fit.of("a*s", columns("t", new double[] {1, 2}, "s", new double[] {1, 0}), "t", "s")
                        .start("a=1")
                        .run())
                .hasMessage("data, row 2, column 2 (s): sigma = 0.0, expected a number > 0");
        assertThatThrownBy(() -> Fit.of("a + b*t", columns("t", new double[] {1}, "y", new double[] {1}), "y")
                        .start("a=1, b=1")
                        .run())
                .hasMessage("1 row, expected at least as many as the 2 parameters to fit");
        assertThatThrownBy(() -> WEIGHTED.run().profile("z")).hasMessageContaining("unknown parameter 'z'");
        assertThatThrownBy(() -> WEIGHTED.run().profile("a", 95)).hasMessageContaining("level = 95");
    }

    @Test
    void profilesAgreeWithAnIndependentComputation() {
        Fitted f = WEIGHTED.run();
        assertInterval(f.profile("a"), 0.9428625582278033, 1.0437263385102666);
        assertInterval(f.profile("k"), 0.09269705123838257, 0.11696909586309548);
        assertInterval(f.profile("c"), 0.1702736406828467, 0.22912584031621971);
        Fitted g = WEIGHTED.absolute(false).run();
        assertInterval(g.profile("a"), 0.9486997927176422, 1.0378394434915286);
        assertInterval(g.profile("k"), 0.09403766478528112, 0.1154801805123583);
        assertInterval(g.profile("c"), 0.1740713093871447, 0.226017523181467);
    }

    private static void assertInterval(Interval i, double lower, double upper) {
        assertThat(i.lower()).isCloseTo(lower, relative(lower, 1e-7));
        assertThat(i.upper()).isCloseTo(upper, relative(upper, 1e-7));
        assertThat(i.note()).isEmpty();
    }

    /** exp(−k) and exp(−2k) are near 0: χ² at k = ∞ is (0.02/0.05)², and at the lower end 1.96² more than at the minimum. */
    @Test
    void anOpenEndIsSaidToBeOpen() {
        Columns data =
                columns("t", new double[] {1, 2}, "y", new double[] {0.02, 0.0004}, "s", new double[] {0.05, 0.05});
        Fitted f = Fit.of("exp(-k*t)", data, "y", "s").start("k=1").run();
        assertThat(f.value("k")).isCloseTo(Math.log(50), within(1e-9));
        Interval i = f.profile("k");
        assertThat(i.upper()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(i.note()).startsWith("no upper end: up to ").contains("chi2 rises by 0.16");
        assertThat(f.chiSquare()).isLessThan(1e-20);
        double e = Math.exp(-i.lower());
        double chi2 = (Math.pow(e - 0.02, 2) + Math.pow(e * e - 0.0004, 2)) / 0.0025;
        assertThat(chi2).isCloseTo(3.841458820694124, within(1e-6));
    }

    /** c + d alone is determined: at c = 1e8 rounding makes χ² less than at its minimum, but it is no better one. */
    @Test
    void roundingIsNoLowerMinimum() {
        double[] t = new double[20];
        double[] y = new double[20];
        for (int i = 0; i < t.length; i++) {
            t[i] = 0.5 * i;
            y[i] = Math.exp(-0.4 * t[i]) + 0.2 + 1e-4 * Math.sin(7 * i);
        }
        Fitted f = Fit.of("a*exp(-k*t) + c + d", columns("t", t, "y", y), "y")
                .start("a=1, k=0.1, c=0, d=0")
                .run();
        Interval i = f.profile("c");
        assertThat(i.lower()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(i.upper()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(i.note()).startsWith("no lower end").doesNotContain("a lower chi2");
    }

    private static Columns columns(Object... namesAndNumbers) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (int j = 0; j < namesAndNumbers.length; j += 2) {
            columns.put((String) namesAndNumbers[j], (double[]) namesAndNumbers[j + 1]);
        }
        return Columns.of(columns);
    }
}
