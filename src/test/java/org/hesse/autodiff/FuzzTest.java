package org.hesse.autodiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.hesse.autodiff.text.SyntaxException;
import org.hesse.objective.Seeds;
import org.junit.jupiter.api.Test;

/**
 * Random texts give a function or a positioned error, never anything else. {@code -Dhesse.fuzz=1000000} reads a million.
 */
class FuzzTest {
    private static final int TEXTS = Integer.getInteger("hesse.fuzz", 100_000);

    private static final Map<String, Double> PARAMETERS = Map.of("n", 4.0, "a", 0.5);

    private static final List<String> TOKENS = List.of(
            "x",
            "y",
            "x[",
            "y[",
            "]",
            "i",
            "j",
            "n",
            "a",
            "1",
            "2",
            "3",
            ".5",
            "1e3",
            "+",
            "-",
            "*",
            "/",
            "^",
            "(",
            ")",
            ",",
            "sum(i,1,n,",
            "prod(j,i,3,",
            "sum(",
            "if(",
            "<",
            ">=",
            "==",
            "!=",
            " and ",
            " or ",
            "not ",
            "&&",
            "||",
            "!",
            "sin(",
            "min(",
            "exp(",
            "log(",
            "pi",
            "e",
            " ",
            "\u2212",
            "#",
            "\ud83d\ude00",
            "_",
            "1e",
            "\n",
            "\u00e4",
            "floor(",
            "=",
            "[",
            "1e9",
            "9999999999");

    private static final List<String> VALID = List.of(
            "sum(i, 1, n-1, 100*(x[i+1]-x[i]^2)^2 + (1-x[i])^2) + a*y",
            "prod(i,1,n,x[i]*a - 1/i) + if(y < 0 and x[1] != 2, -y, y^a)",
            "sum(i,1,n,sum(j,i,n,if(i == j or not j < 2, exp(-x[i]*x[j]), a)))",
            "min(x, y, a*n)^2 + atan2(sin(x), log(y)) - hypot(x, 3e-1)",
            "sum(i,-n,n,if(i > 0, x[floor(i/2)+1], y[2*i*i+1])*a)");

    @Test
    void anyTextGivesAFunctionOrAPositionedError() {
        RandomGenerator random = Seeds.random(11);
        int read = 0;
        for (int trial = 0; trial < TEXTS; trial++) {
            String text = trial % 2 == 0 ? soup(random) : mutant(random);
            try {
                Expression f = Expression.parse(text + "+0*n*a", PARAMETERS);
                read++;
                if (trial % 20 < 2 && f.program().size() < 1e4 && f.dimension() < 1000) {
                    evaluate(f, random, text);
                }
            } catch (SyntaxException e) {
                assertThat(e.position()).as(text).isBetween(1, text.length() + 7);
                assertThat(e.expected()).as(text).isNotBlank();
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError(text, e);
            }
        }
        assertThat(read).isGreaterThan(TEXTS / 50);
    }

    /** Value and gradient of the compiled text are those of the recorded one. */
    private static void evaluate(Expression f, RandomGenerator random, String text) {
        int n = f.dimension();
        double[] x = random.doubles(n, -1, 2).toArray();
        double[] g = new double[n];
        double value = f.valueAndGradient(x, g);
        assertThat(Double.compare(value, f.value(x))).as(text).isZero();
        Differentiable recorded = Differentiable.generic(n, f);
        double[] expected = new double[n];
        double y = recorded.valueAndGradient(x, expected);
        assertThat(Double.compare(value + 0.0, y + 0.0))
                .as(text + " " + value + " " + y)
                .isZero();
        for (int i = 0; i < n; i++) {
            double error = Math.abs(g[i] - expected[i]);
            boolean same = error <= 1e-12 * (1 + Math.abs(expected[i])) || Double.compare(g[i], expected[i]) == 0;
            assertThat(same)
                    .as("%s: gradient[%s] = %s, recorded %s", text, i, g[i], expected[i])
                    .isTrue();
        }
    }

    private static String soup(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int k = random.nextInt(14); k >= 0; k--) {
            text.append(TOKENS.get(random.nextInt(TOKENS.size())));
        }
        return text.toString();
    }

    /** A valid text with a few pieces replaced, removed, inserted or repeated. */
    private static String mutant(RandomGenerator random) {
        StringBuilder text = new StringBuilder(VALID.get(random.nextInt(VALID.size())));
        for (int k = random.nextInt(4); k >= 0; k--) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + random.nextInt(3));
            String piece = TOKENS.get(random.nextInt(TOKENS.size()));
            switch (random.nextInt(4)) {
                case 0 -> text.replace(from, to, piece);
                case 1 -> text.delete(from, Math.min(to, from + text.length() - 1));
                case 2 -> text.insert(from, piece);
                default -> text.insert(from, text.substring(from, Math.min(text.length(), from + 12)));
            }
            if (text.isEmpty()) {
                text.append("x");
            }
        }
        return text.toString();
    }
}
