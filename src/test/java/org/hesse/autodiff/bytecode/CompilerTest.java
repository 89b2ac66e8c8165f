package org.hesse.autodiff.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hesse.autodiff.Expression;
import org.hesse.linear.Vectors;
import org.hesse.objective.FiniteDifferences;
import org.hesse.objective.Seeds;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiled values and gradients against Hipparchus's forward mode over the same program. */
class CompilerTest {
    static void agrees(Expression f, double[] x) {
        Gradient[] v = new Gradient[x.length];
        Arrays.setAll(v, i -> Gradient.variable(x.length, i, x[i]));
        Gradient d = f.value(v);
        double[] g = new double[x.length];
        Arrays.fill(g, 7); // something to be overwritten
        double value = f.valueAndGradient(x, g);
        assertThat(Double.doubleToLongBits(value)).isEqualTo(Double.doubleToLongBits(f.value(x)));
        assertThat(value).isCloseTo(d.getValue(), within(1e-13 * (1 + Math.abs(value))));
        assertThat(g).containsExactly(d.getGradient(), within(1e-12 * (1 + Vectors.norm(d.getGradient()))));
    }

    /** Hessians, from the recording, against differences of the compiled gradient. */
    @Test
    void hessiansGoThroughLoops() {
        Expression f = Expression.parse(
                "sum(i,1,n-1,100*(x[i+1]-x[i]^2)^2 + if(x[i] < 1, x[i]^3, max(x[i]^2, 1)))*prod(i,1,n,cos(x[i]/i))",
                Map.of("n", 5));
        double[] x = {0.3, 1.4, -0.2, 0.9, 0.5};
        double[][] h = f.hessianAt(x).dense();
        double[][] differences =
                FiniteDifferences.hessian(f::valueAndGradient, x).dense();
        for (int i = 0; i < 5; i++) {
            assertThat(h[i]).containsExactly(differences[i], within(1e-5));
        }
    }

    private static void agrees(Expression f, RandomGenerator random) {
        for (int trial = 0; trial < 20; trial++) {
            agrees(f, random.doubles(f.dimension(), 0.1, 2).toArray());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(i, 1, n-1, 100*(x[i+1]-x[i]^2)^2 + (1-x[i])^2)",
                "sum(i,1,n,x[i]^i)/a + sum(i,1,n,a)",
                "prod(i,1,n,x[i]*a - 1/i)",
                "prod(i,1,n,x[i]*(i-2))",
                "prod(i,1,n,x[i]*(i-2)*(i-3))",
                "sum(i,1,n,prod(j,1,i,x[j]+a*i) * sum(j,i,n,exp(-x[i]*x[j])))",
                "sum(i,1,n,if(x[i] < 1, x[i]^3, a*log(x[i])))",
                "sum(i,1,n,if(i > 1 and x[i-1] < a or i == n, sin(x[i]*a), if(x[i] >= 1, x[i]^-2, atan2(x[i],a))))",
                "if(a*n < x[1] + 4, sum(i,1,n,x[i]*a), max(a,x[n])*min(x[1]*x[2],a^2))",
                "sum(i,1,n,if(not floor(i/2)*2 == i, x[(i+1)/2]^2, hypot(x[i],a)))",
                "sum(i,-1,n,sum(j,1,3,sum(k,j,3,x[k]*x[j]^2*i*a)))",
                "x[1]*sqrt(a) + a^x[2] + x[n]^2.5 + 2*a + x[3]^4/a - square(x[1])*reciprocal(a)",
                "(sum(i,1,n,x[i]^2)-n/4)^2 + 1e-5*sum(i,1,n,(x[i]-1)^2) + a",
                "cosh(x[1])*tanh(x[2])+asinh(a)*expm1(x[n]*x[1])-log2(x[3])*cbrt(a)+abs(x[1]-x[2])",
            })
    void gradientsOfLoopsAndConditionals(String text) {
        Expression f = Expression.parse(text, Map.of("n", 5));
        agrees(f, Seeds.random(3));
    }

    @Test
    void longProgramsAreSpreadOverMethods() {
        String terms = IntStream.range(0, 700)
                .mapToObj(i -> "sin(x" + i % 30 + "*" + i + ")*x" + (i * 7) % 30 + "^2/(1+x" + (i * 3) % 30 + ")")
                .collect(Collectors.joining("+"));
        agrees(Expression.parse(terms), Seeds.random(4));
        String body = IntStream.range(1, 300)
                .mapToObj(i -> "cos(x[i]*" + i + "+y)*if(x[i+1] < 0." + i + ", x[i]^3*z, i)")
                .collect(Collectors.joining("-"));
        agrees(Expression.parse("y*sum(i,1,4,z*" + body + "+sum(j,1,i,x[j]*(" + body + ")))"), Seeds.random(5));
        agrees(Expression.parse("y*prod(i,1,4,if(x[i] < 1, " + body + ", z))"), Seeds.random(5));
    }

    @Test
    void deepConditionalsAreSpreadToo() {
        String text = IntStream.range(1, 95)
                        .mapToObj(i -> "if(x < " + i / 50.0 + ", y*x^" + i + ", ")
                        .collect(Collectors.joining())
                + "x*y" + ")".repeat(94);
        agrees(Expression.parse(text), Seeds.random(6));
    }

    @Test
    void productsWithZerosHaveTheirGradient() {
        Expression f = Expression.parse("prod(i,1,4,x[i])");
        double[] g = new double[4];
        assertThat(f.valueAndGradient(new double[] {2, 0, 3, 5}, g)).isZero();
        assertThat(g).containsExactly(0, 30, 0, 0);
        f.valueAndGradient(new double[] {2, 0, 0, 5}, g);
        assertThat(g).containsOnly(0);
    }

    @Test
    void infiniteDerivativesWithoutInfluenceDoNoHarm() {
        Expression f = Expression.parse("sum(i,1,2,max(sqrt(x[i]), 1 + x[i]^2) + if(x[i] > 0, log(x[i]), 0))");
        double[] g = new double[2];
        assertThat(f.valueAndGradient(new double[2], g)).isEqualTo(2);
        assertThat(g).containsOnly(0);
        f.valueAndGradient(new double[] {1, -Double.NaN}, g);
        assertThat(g).containsOnly(Double.NaN);
    }
}
