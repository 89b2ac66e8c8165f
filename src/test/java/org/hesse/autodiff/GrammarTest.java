package org.hesse.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hesse.autodiff.text.Node;
import org.hesse.autodiff.text.Program;
import org.hesse.autodiff.text.SyntaxException;
import org.hesse.objective.Seeds;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays, sums, parameters and conditionals. */
class GrammarTest {
    private static final String ROSENBROCK = "sum(i, 1, n-1, 100*(x[i+1]-x[i]^2)^2 + (1-x[i])^2)";

    /** Closed forms at x[i] = i, a = 2, n = 5. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "sum(i, 1, n, x[i]) | 15",
                "sum(i,1,n,i*x[i]) | 55",
                "sum(i,1,n-1,x[i+1]*x[i]) | 40",
                "prod(i,1,n,x[i]) | 120",
                "sum(i,1,n,sum(j,1,i,x[j])) | 35",
                "sum(i,1,n,sum(j,i+1,n,x[i]*x[j])) | 85",
                "sum(i,1,n,sum(j,1,i-1,x[i-1]*x[j])) | 65",
                "sum(i,1,n,sum(i,1,2,x[i])+x[i]) | 30",
                "sum(i,3,2,x[i])+x[n] | 5",
                "prod(i,3,2,x[i])+x[n] | 6",
                "sum(i,1,n/5+1,x[2*i]) | 6",
                "sum(i,1,n,if(i > 1, x[i-1], 0)) | 10",
                "sum(i,1,n,if(i == 1 or i == n, x[i], -x[i])) | -3",
                "sum(i,1,n,if(not i <= 1 and i != n, x[i], 0)) | 9",
                "sum(i,1,n,if(i > 1 and x[i-1] >= 2, x[i], 0)) | 12",
                "if(x[1] < a, x[2], x[5]) | 2",
                "if(!(x[1] < a), x[2], x[5]) | 5",
                "if(x[1] < 0 or x[2] > 1 && x[3] > 2, 1, x[5]) | 1",
                "if(n > 4, x[1], y) + 0*x[n] | 1",
                "sum(i,1,n,if(floor(i/2)*2 == i, x[i/2], 0)) + 0*x[n] | 3",
                "x[sum(i,1,2,i)] + 0*x[n] | 3",
                "sum(i,-2,2,i*x[i+3]) | 10",
                "a*x[n] \u2212 1e\u22121*x[1] | 9.9",
                "sum(i,1,n,sin(a)*x[i])/sin(2) | 15",
                "max(x[1],x[n])^-1 | 0.2",
            })
    void values(String text, double value) {
        Map<String, Double> all = new TreeMap<>(Map.of("n", 5.0, "a", 2.0));
        all.keySet().removeIf(name -> !text.matches(".*\\b" + name + "\\b.*"));
        Expression f = Expression.parse(text, all);
        double[] x = new double[f.dimension()];
        Arrays.setAll(x, i -> i + 1);
        assertThat(f.value(x)).isCloseTo(value, within(1e-14 * Math.abs(value)));
        Binary64[] generic = Arrays.stream(x).mapToObj(Binary64::new).toArray(Binary64[]::new);
        assertThat(f.value(generic).getReal()).isCloseTo(value, within(1e-14 * Math.abs(value)));
    }

    @Test
    void arraysAndVariablesAreInOrderOfAppearance() {
        Expression f = Expression.parse("b*sum(i,1,3,x[i]) + y[2]*a + x[4]");
        assertThat(f.variables()).containsExactly("b", "x[1]", "x[2]", "x[3]", "x[4]", "y[1]", "y[2]", "a");
        double[] g = new double[8];
        f.valueAndGradient(new double[] {2, 1, 1, 1, 1, 7, 5, 3}, g);
        assertThat(g).containsExactly(3, 2, 2, 2, 1, 0, 3, 5);
        assertThat(Expression.parse(ROSENBROCK, Map.of("n", 1_000_000)))
                .hasToString("f(x[1], x[2], ..., x[1000000]) = sum(i, 1, n-1, 100*(x[i+1]-x[i]^2)^2 + (1-x[...");
        assertThat(f.layout().point("x[1]=1, x[2]=2, x[3]=3, x[4]=4, y[1]=5, y[2]=6, a=7, b=8"))
                .containsExactly(8, 1, 2, 3, 4, 5, 6, 7);
        assertThat(Expression.parse("x[1]^2").variables()).containsExactly("x[1]");
    }

    @Test
    void lengthsMayBeDeclared() {
        Expression f = Expression.parse("x[1] + y + z[2]", List.of("y", "x[1..n]", "z[1 .. 2]"), Map.of("n", 3));
        assertThat(f.variables()).containsExactly("y", "x[1]", "x[2]", "x[3]", "z[1]", "z[2]");
        for (String wrong : List.of("x[1..m]", "x[0..3]", "x[1..0]", "x[1..2.5]", "x[3]", "x[1..99999999]")) {
            assertThatThrownBy(() -> Expression.parse("x[1]", List.of(wrong)))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("variable '" + wrong + "'");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "sum(x[i],i,1,3) | 6 | '[' at position 6: expected a comma, as in sum(i, 1, n, x[i])",
                "sum(1,2,x[1]) | 5 | no index at position 5: expected its name, as in sum(i, 1, n, x[i])",
                "sum(sin,1,2,x) | 5 | no index at position 5: expected its name",
                "sum(i,1,3) | 10 | ')' at position 10: expected an operator, or a comma and the term",
                "sum(i,1,3,x[i],2) | 15 | ',' at position 15: expected an operator or )",
                "sum(i,1,m,x[i]) | 9 | unknown parameter 'm' in a bound or an index at position 9: expected",
                "sum(i,1,3,x[j]) | 13 | unknown parameter 'j' in a bound or an index at position 13: expected",
                "y+sum(i,1,y,x[i]) | 11 | variable 'y' in a bound or an index at position 11: expected",
                "x[x[1]] | 3 | 'x' with an index at position 3: no variable in a bound or an index",
                "sum(i,1,3,x[i-1]) | 11 | x[0] at position 11: expected a whole index from 1",
                "sum(i,1,3,x[i/2]) | 11 | x[0.5] at position 11: expected a whole index from 1",
                "sum(i,1,5,if(i<5,0,x[i-7])) | 20 | x[-2] at position 20: expected a whole index from 1",
                "sum(i,1,5,sum(j,8,i+5,x[i-2])) | 23 | no",
                "sum(i,1,5,sum(j,8,i+5,x[3-i])) | 23 | x[0] at position 23: expected a whole index from 1",
                "sum(i,1,2.5,x[i]) | 1 | a bound of 2.5 at position 1: expected a whole number",
                "sum(i,1,1/0,x[i]) | 1 | a bound of Infinity at position 1: expected a whole number",
                "x[1.5] | 1 | x[1.5] at position 1: expected a whole index from 1",
                "x[1e9] | 1 | x[1000000000] at position 1: expected a whole index from 1 to 10000000",
                "x[1 | 4 | the end at position 4: expected an operator or ]",
                "x[1,2] | 4 | ',' at position 4: expected an operator or ]",
                "x[1]+x | 6 | 'x' without an index at position 6: it is an array, expected x[...]",
                "x+x[1] | 3 | 'x' with an index at position 3: it is one number, not an array",
                "n*x+n[1] | 5 | 'n' with an index at position 5: it is one number, not an array",
                "if(x, 1, 2) | 4 | a number at position 4: expected a condition such as x < 0",
                "if(x < 0, 1) | 12 | ')' at position 12: expected an operator, or a comma and the number otherwise",
                "(x < 0) + 1 | 4 | a condition at position 4: expected a number",
                "if(0 < x < 1, x, 0) | 10 | a second comparison at position 10: expected and",
                "if(x = 1, x, 0) | 6 | '=' at position 6: expected an operator such as ==",
                "if(x < 1 and y, x, 0) | 14 | a number at position 14: expected a condition",
                "suum(i,1,2,x) | 1 | unknown function 'suum' at position 1: did you mean sum?",
                "x*sum(i,1,1e9,x) | 1 | too many terms at position 1: at most 100000000",
                "sum(i,1,1e8,if(i>3,x,y)) | 17 | too many terms at position 17: at most 5000000 to be checked",
            })
    void mistakesAreExplainedWithTheirPosition(String text, int position, String message) {
        if (message.equals("no")) {
            assertThat(Expression.parse(text).dimension()).isEqualTo(3);
            return;
        }
        Map<String, Double> parameters = text.startsWith("n*") ? Map.of("n", 5.0) : Map.of();
        assertThatThrownBy(() -> Expression.parse(text, parameters))
                .isInstanceOfSatisfying(SyntaxException.class, e -> {
                    assertThat(e.getMessage()).startsWith(message);
                    assertThat(e.position()).isEqualTo(position);
                });
    }

    @Test
    void parametersAreChecked() {
        assertThatThrownBy(() -> Expression.parse("n*x", Map.of("n", Double.NaN)))
                .hasMessage("parameter n = NaN: expected a finite number");
        assertThatThrownBy(() -> Expression.parse("alpha*x", Map.of("alhpa", 2)))
                .hasMessage("parameter 'alhpa' does not occur in the text: did you mean alpha?");
        assertThatThrownBy(() -> Expression.parse("x", List.of("x"), Map.of("x", 2)))
                .hasMessage("variable 'x' is a parameter too: expected another name");
        assertThatThrownBy(() -> Expression.parse("x", Map.of("sum", 2))).hasMessageStartingWith("parameter 'sum'");
        assertThat(Expression.parse("pi*x", Map.of("pi", 3)).value(new double[] {1}))
                .isEqualTo(3);
    }

    @Test
    void aMillionTermsAreNoLongerThanTheirText() {
        Expression f = Expression.parse(ROSENBROCK, Map.of("n", 1_000_000));
        assertThat(f.program().nodes()).hasSizeLessThan(20);
        double[] x = Seeds.random(1).doubles(1_000_000, -1, 1).toArray();
        double expected = 0;
        for (int i = 0; i < x.length - 1; i++) {
            double t = x[i + 1] - x[i] * x[i];
            expected += 100 * (t * t) + (1 - x[i]) * (1 - x[i]);
        }
        assertThat(f.value(x)).isEqualTo(expected);
    }

    @Test
    void whatDoesNotChangeInALoopIsDoneBeforeIt() {
        Program p = Expression.parse("sum(i,1,9,sin(a)*x[i])").program();
        assertThat(p.main().nodes().stream().map(p::node)).anyMatch(Node.Unary.class::isInstance);
    }
}
