package org.hesse.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hesse.autodiff.graph.Function;
import org.hesse.autodiff.interval.Boxes;
import org.hesse.autodiff.interval.Interval;
import org.hesse.autodiff.text.Node;
import org.hesse.autodiff.text.ParameterText;
import org.hesse.autodiff.text.SyntaxException;
import org.hesse.linear.Vectors;
import org.hesse.objective.FiniteDifferences;
import org.hesse.objective.Hessian;
import org.hesse.objective.Seeds;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = { // values at x = 3, y = 2, in the grammar of mathematics
                "x | 3",
                "-x^2 | -9",
                "(-x)^2 | 9",
                "2^-3 + 0*x | 0.125",
                "2^3^2 + 0*x | 512",
                "-2^2^3*x | -768",
                "x^-y^2 | 0.012345679012345678",
                "2*-3*x | -18",
                "x--y | 5",
                "x-+y | 1",
                "--x | 3",
                "+x | 3",
                "-x+y | -1",
                "-x*y-1 | -7",
                "x-y-1 | 0",
                "x/y/2 | 0.75",
                "x/y*2 | 3",
                "x-y*2^2 | -5",
                "(x-y)*2 | 2",
                "1e3*x | 3000",
                "1.5E-1*x | 0.45",
                ".5*x+2.*y | 5.5",
                "x**2 | 9",
                "min(x,y,1)+max(x,y) | 4",
                "pow(x,y)+hypot(4,x) | 14",
                "atan2(0,x) | 0",
                "ln(e)*x+cos(pi) | 2",
                "abs(-x)+sqrt(4*y+1)+cbrt(9*x) | 9",
                "log10(100)*x+log2(8)*y | 12",
            })
    void values(String text, double value) {
        Expression f = Expression.parse(text, List.of("x", "y"));
        assertThat(f.value(new double[] {3, 2})).isCloseTo(value, within(1e-15 * Math.abs(value)));
    }

    @Test
    void theSmallerOfTwoIntervalsIsEnclosed() {
        Expression f = Expression.parse("min(x,y) + 10*max(x,y)", List.of("x", "y"));
        assertThat(f.value(new Interval[] {Interval.of(0, 3), Interval.of(1, 2)}))
                .isEqualTo(Interval.of(10, 32));
    }

    @Test
    void variablesAreInOrderOfAppearanceUnlessDeclared() {
        assertThat(Expression.parse("b*a+b^2+c1+_d").variables()).containsExactly("b", "a", "c1", "_d");
        Expression f = Expression.parse("y-x", List.of("x", "y", "z"));
        assertThat(f.value(new double[] {1, 5, 100})).isEqualTo(4);
        assertThat(f).hasToString("f(x, y, z) = y-x");
        assertThat(f.layout().name(2)).isEqualTo("z");
        assertThat(Expression.parse("e*x", List.of("x", "e")).value(new double[] {2, 3}))
                .isEqualTo(6);
        assertThat(Expression.parse(" x\t+\n y ").value(new double[] {3, 2})).isEqualTo(5);
        assertThat(Expression.parse("e*x").value(new double[] {1})).isEqualTo(Math.E);
        assertThatThrownBy(() -> f.value(new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a point of 2 numbers: expected 3, for x, y, z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "x + | 4 | the end at position 4: expected a number",
                "\"\" | 1 | the end at position 1: expected a number",
                "x y | 3 | 'y' at position 3: expected an operator",
                "2x | 2 | 'x' at position 2: expected an operator",
                "2e+x | 2 | 'e' at position 2: expected an operator",
                "x*(y+1 | 7 | the end at position 7: expected an operator or )",
                "x+1) | 4 | ')' at position 4: expected an operator",
                "x*/2 | 3 | '/' at position 3: expected a number",
                "x + sinn(y) | 5 | unknown function 'sinn' at position 5: did you mean sign, sin, sinh",
                "x(2) | 1 | unknown function 'x' at position 1",
                "sin x | 5 | 'x' at position 5: expected ( after the function sin",
                "sin(x,x) | 1 | sin with 2 argument(s) at position 1: expected 1 argument",
                "min(x) | 1 | min with 1 argument(s) at position 1: expected at least 2 arguments",
                "atan2(x) | 1 | atan2 with 1 argument(s) at position 1: expected 2 arguments",
                "sin() | 5 | ')' at position 5: expected a number",
                "x+1e999 | 3 | number out of range at position 3",
                "1.2.3*x | 4 | '.' at position 4: expected an operator",
                "1+2 | 1 | no variable at position 1",
                "x # y | 3 | '#' at position 3: expected an operator",
            })
    void malformedTextsAreExplainedWithTheirPosition(String text, int position, String message) {
        assertThatThrownBy(() -> Expression.parse(text)).isInstanceOfSatisfying(SyntaxException.class, e -> {
            assertThat(e.position()).isEqualTo(position);
            String[] lines = e.getMessage().split("\n");
            assertThat(lines[0]).startsWith(message).contains(e.expected());
            assertThat(lines).hasSize(3);
            assertThat(lines[1]).isEqualTo("  " + text);
            assertThat(lines[2]).isEqualTo("  " + " ".repeat(position - 1) + "^");
        });
    }

    @Test
    void declaredVariablesAreChecked() {
        assertThatThrownBy(() -> Expression.parse("xx+y", List.of("xy", "y")))
                .isInstanceOf(SyntaxException.class)
                .hasMessageStartingWith("unknown variable 'xx' at position 1: did you mean xy?");
        for (List<String> wrong : List.of(List.of("x", "x"), List.of("1x"), List.of("sin"), List.of(""))) {
            assertThatThrownBy(() -> Expression.parse("1", wrong))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("variable '" + wrong.get(0) + "'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "2^", "sin(", "x*(", "+"})
    void deepNestingIsAPositionedError(String nest) {
        assertThatThrownBy(() -> Expression.parse(nest.repeat(10_000) + "x"))
                .isInstanceOf(SyntaxException.class)
                .hasMessageStartingWith("nested too deeply at position");
        assertThatThrownBy(() -> Expression.parse("x".repeat(1_000_001)))
                .isInstanceOf(SyntaxException.class)
                .hasMessageStartingWith("text too long at position 1000001");
    }

    @Test
    void longTextsAreFine() {
        String sum =
                IntStream.range(0, 20_000).mapToObj(i -> "x" + i % 50 + "^2").collect(Collectors.joining("+"));
        Expression f = Expression.parse(sum);
        double[] ones = new double[50];
        Arrays.fill(ones, 1);
        double[] g = new double[50];
        assertThat(f.valueAndGradient(ones, g)).isEqualTo(20_000);
        assertThat(g).containsOnly(800.0);
        double[] hv = new double[50];
        f.hessianAt(ones).times(ones, hv);
        assertThat(hv).containsOnly(800.0);
        assertThat(f.toString()).hasSizeLessThanOrEqualTo(80);
    }

    /** Every function and operation, alone and within others. */
    static Stream<String> operations() {
        Stream<String> functions = Stream.of(Function.values())
                .filter(f -> f != Function.NEGATE)
                .flatMap(f -> {
                    String argument = f == Function.ACOSH ? "(1.5+x*y^2)" : "(0.3*x+0.4*y)";
                    return Stream.of(f.text() + argument, "x*" + f.text() + argument + "^2/(1+y)");
                });
        Stream<String> operations = Stream.of(
                "-x*y",
                "x+y*x-y",
                "x/y",
                "x/(y*y+x)",
                "x^y",
                "(x*y)^(x+y)",
                "x^2*y^3",
                "x^0+y^1*x",
                "x^-2*y",
                "x^2.5*y",
                "2^(x*y)",
                "e^(x*y)",
                "x^(1/2)*y",
                "pow(x+y,3)",
                "atan2(x,y)*x",
                "hypot(x,y)^3",
                "min(x,y)*x+max(x^2,y)",
                "x*x*x*y+sin(x*x)*cos(x*x)");
        return Stream.concat(functions, operations);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void derivativesAreThoseOfHipparchus(String text) {
        Expression f = Expression.parse(text, List.of("x", "y"));
        DSFactory factory = new DSFactory(2, 2);
        RandomGenerator random = Seeds.random(42);
        for (int trial = 0; trial < 50; trial++) {
            double[] x = random.doubles(2, 0.1, 1).toArray();
            DerivativeStructure d =
                    f.value(new DerivativeStructure[] {factory.variable(0, x[0]), factory.variable(1, x[1])});
            double[] g = new double[2];
            double value = f.valueAndGradient(x, g);
            assertThat(f.value(x)).isEqualTo(value);
            assertThat(value).isCloseTo(d.getValue(), within(1e-14 * (1 + Math.abs(value))));
            double[] gd = {d.getPartialDerivative(1, 0), d.getPartialDerivative(0, 1)};
            assertThat(g).containsExactly(gd, within(1e-13 * (1 + Vectors.norm(gd))));
            double[][] hd = {
                {d.getPartialDerivative(2, 0), d.getPartialDerivative(1, 1)},
                {d.getPartialDerivative(1, 1), d.getPartialDerivative(0, 2)}
            };
            double[][] h = f.hessianAt(x).dense();
            for (int i = 0; i < 2; i++) {
                assertThat(h[i]).containsExactly(hd[i], within(1e-12 * (1 + Vectors.norm(hd[i]))));
            }
            double[] hv = new double[2];
            f.hessianAt(x).times(new double[] {0.7, -1.3}, hv);
            assertThat(hv[0]).isCloseTo(0.7 * hd[0][0] - 1.3 * hd[0][1], within(1e-12 * (1 + Vectors.norm(hd[0]))));
        }
    }

    @ParameterizedTest
    @CsvSource({"x^2,0,0,2", "x^0,1,0,0", "x^1,0,1,0", "x^3,0,0,0", "x^2*x^0,0,0,2", "(x^2)^1,0,0,2", "x*x,0,0,2"})
    void powersAreExactAtZero(String text, double value, double first, double second) {
        Expression f = Expression.parse(text);
        double[] x = {0};
        double[] g = new double[1];
        assertThat(f.valueAndGradient(x, g)).isEqualTo(value);
        assertThat(g[0]).isEqualTo(first);
        assertThat(f.hessianAt(x).dense()[0][0]).isEqualTo(second);
    }

    @Test
    void powersOfNegativeNumbersWork() {
        Expression f = Expression.parse("x^3");
        double[] g = new double[1];
        assertThat(f.valueAndGradient(new double[] {-2}, g)).isEqualTo(-8);
        assertThat(g[0]).isEqualTo(12);
        assertThat(f.hessianAt(new double[] {-2}).dense()[0][0]).isEqualTo(-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"log(x)", "sqrt(x)", "x^0.5", "asin(x-1)", "max(log(x),1)", "x^y"})
    void outsideTheDomainAllIsNaN(String text) {
        Expression f = Expression.parse(text, List.of("x", "y"));
        double[] x = {-1, 0.5};
        double[] g = new double[2];
        assertThat(f.valueAndGradient(x, g)).isNaN();
        assertThat(g).containsOnly(Double.NaN);
        assertThat(f.hessianAt(x).dense()[0]).containsOnly(Double.NaN);
    }

    @Test
    void infiniteDerivativesWithoutInfluenceDoNoHarm() {
        Expression f = Expression.parse("max(sqrt(x), 1 + x^2)");
        double[] g = new double[1];
        assertThat(f.valueAndGradient(new double[1], g)).isEqualTo(1);
        assertThat(g[0]).isZero();
        assertThat(f.hessianAt(new double[1]).dense()[0][0]).isEqualTo(2);
        // but one that has influence shows: |x|^1.5 has no second derivative at 0
        double[] hv = new double[1];
        Expression.parse("abs(x)^1.5").hessianAt(new double[1]).times(new double[] {1}, hv);
        assertThat(hv[0]).isNaN();
    }

    @Test
    void equalSubexpressionsAreWrittenOnceAndConstantsAreFolded() {
        assertThat(Expression.parse("(x+y)^2 + 3*(x+y)^2").program().nodes()).hasSize(8);
        assertThat(Expression.parse("x*(2*3-1)").program().nodes()).contains(new Node.Constant(5));
    }

    @Test
    void threadsMayShareAnExpression() {
        Expression f = Expression.parse("exp(sin(x*y))*(x^2+y^3)/(1+z^2)+hypot(x,z)");
        double[][] points = IntStream.range(0, 2000)
                .mapToObj(i -> Seeds.random(i).doubles(3, -1, 1).toArray())
                .toArray(double[][]::new);
        java.util.function.Function<double[], double[]> all = x -> {
            double[] g = new double[3];
            f.valueAndGradient(x, g);
            double[] hv = new double[3];
            Hessian h = f.hessianAt(x);
            h.times(g, hv);
            return hv;
        };
        double[][] one = Stream.of(points).map(all).toArray(double[][]::new);
        double[][] many = Stream.of(points).parallel().map(all).toArray(double[][]::new);
        assertThat(many).isDeepEqualTo(one);
    }

    @Test
    void manyVariablesAgreeWithDifferences() {
        int n = 12;
        String text = IntStream.range(0, n - 1)
                .mapToObj(i -> "100*(x" + (i + 1) + "-x" + i + "^2)^2+exp(-x" + i + "*x" + (n - 1 - i) + ")")
                .collect(Collectors.joining("+"));
        Expression f = Expression.parse(text);
        double[] x = Seeds.random(1).doubles(n, -1, 1).toArray();
        double[] g = new double[n];
        double[] differences = new double[n];
        f.valueAndGradient(x, g);
        FiniteDifferences.gradient(f::value, x, differences);
        assertThat(g).containsExactly(differences, within(1e-6));
        double[][] h = f.hessianAt(x).dense();
        double[][] hd = FiniteDifferences.hessian((y, gy) -> f.valueAndGradient(y, gy), x)
                .dense();
        for (int i = 0; i < n; i++) {
            assertThat(h[i]).containsExactly(hd[i], within(1e-5));
        }
    }

    @Test
    void misuseIsNamed() {
        Expression f = Expression.parse("x + y");
        assertThatThrownBy(() -> f.value(new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a point of 3 numbers: expected 2, for x, y");
        for (int length : new int[] {1, 3}) {
            assertThatThrownBy(() -> f.valueAndGradient(new double[2], new double[length]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("g of length " + length + ", expected 2");
        }
        assertThatThrownBy(() -> Expression.parse(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("text = null, expected an expression");
        assertThatThrownBy(() -> ParameterText.parse(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parameters = null, expected name=number");
    }

    @Test
    void minAndMaxOfIntervalsNeedNoBranch() {
        Interval[] box = Boxes.of(new double[] {-1, 0}, new double[] {1, 3});
        assertThat(Expression.parse("min(x, y)").value(box)).isEqualTo(Interval.of(-1, 1));
        assertThat(Expression.parse("max(x, y, 2)").value(box)).isEqualTo(Interval.of(2, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log2(x) + y",
                "log(x)*log10(y)",
                "x^3 + y^4 + x^-2",
                "x^y + 2^x",
                "sqrt(x) - cbrt(y)",
                "x/y/3 + 1/x",
                "min(x, y) + max(x, 2, y)",
                "atan2(x, y) + hypot(x, y)",
                "abs(x - y) + if(x < y, x^2, y)",
                "3 - x*2 + y"
            })
    void textAndItsRecordingHaveTheSameBits(String text) {
        Expression f = Expression.parse(text);
        Differentiable recorded = Differentiable.generic(2, f);
        RandomGenerator random = Seeds.random(9);
        double[] g = new double[2];
        double[] r = new double[2];
        for (int trial = 0; trial < 100; trial++) {
            double[] x = random.doubles(2, 0.1, 5).toArray();
            assertThat(f.valueAndGradient(x, g)).isEqualTo(recorded.valueAndGradient(x, r));
            assertThat(g).isEqualTo(r);
            assertThat(f.value(x)).isEqualTo(recorded.value(x));
        }
    }

    @Test
    void theBinaryLogarithmOfPowersOfTwoIsExact() {
        Expression f = Expression.parse("log2(x)");
        for (int k = -60; k <= 60; k++) {
            double x = Math.scalb(1.0, k);
            assertThat(Differentiable.generic(1, f).value(new double[] {x})).isEqualTo(k);
            assertThat(f.value(Boxes.of(new double[] {x}))).isEqualTo(Interval.of(k));
        }
    }
}
