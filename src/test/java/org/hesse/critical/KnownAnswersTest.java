package org.hesse.critical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.hesse.autodiff.Expression;
import org.hesse.linear.Vectors;
import org.hesse.objective.Curved;
import org.hesse.objective.Kind;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random functions whose critical point is known: f(x) = Σ sₖqₖ(uₖ), u = A(x − c) or Ax − b with b = Ac rounded, where every q
 * has one critical point, 0, and the sₖ and the columns of A may be of very different sizes. By Sylvester's law the index is the
 * number of negative quadratic terms. Asked at c and near it, with enclosures, Hessian, gradient or values alone, the
 * verdict may be undecided, but not wrong.
 */
class KnownAnswersTest {
    private static final List<String> TERMS = List.of("u^2", "u^3", "u^4", "u^5", "u^6", "0*u", "u^2+u^4");
    private static final List<Class<?>> NOTHING = List.of();

    private final StringBuilder text = new StringBuilder();
    private int negative;
    private int zero;
    private int up;
    private int down;
    private int flat;
    private double[] point;
    private double apart;

    /** Withholds all structures but those named, and the gradient unless it is wanted. */
    private static Objective with(Objective f, boolean gradient, List<Class<?>> structures) {
        return new Objective() {
            @Override
            public int dimension() {
                return f.dimension();
            }

            @Override
            public double value(double[] x) {
                return f.value(x);
            }

            @Override
            public double valueAndGradient(double[] x, double[] g) {
                return f.valueAndGradient(x, g);
            }

            @Override
            public boolean hasGradient() {
                return gradient;
            }

            @Override
            public <T extends Structure> Optional<T> as(Class<T> type) {
                return structures.contains(type) ? f.as(type) : Optional.empty();
            }
        };
    }

    private Expression next(Random random) {
        text.setLength(0);
        negative = zero = up = down = flat = 0;
        int n = 1 + random.nextInt(4);
        boolean rounded = random.nextInt(3) > 0;
        boolean scaled = random.nextInt(3) == 0;
        boolean spread = random.nextBoolean();
        double[] c = new double[n];
        double[] columns = new double[n];
        for (int j = 0; j < n; j++) {
            c[j] = Math.rint(random.nextGaussian() * 100)
                    / 100
                    * List.of(0, 1, 1, 1, 1000).get(random.nextInt(5));
            columns[j] = scaled ? Math.pow(10, random.nextInt(9) - 4) : 1;
        }
        for (int k = 0; k < n; k++) {
            StringBuilder u = new StringBuilder();
            double b = 0;
            for (int j = 0; j < n; j++) { // the diagonal dominates: A is regular
                double a = (Math.rint(10 * random.nextGaussian()) / 10 + (j == k ? 5 : 0)) * columns[j];
                u.append(" + (").append(a).append(")*").append(rounded ? "x" + j : "(x" + j + " - (" + c[j] + "))");
                b += a * c[j];
            }
            String q = TERMS.get(random.nextBoolean() ? 0 : random.nextInt(TERMS.size()));
            int sign = random.nextInt(3) == 0 ? -1 : 1;
            double s = sign * (1 + random.nextInt(9)) * (spread ? Math.pow(10, random.nextInt(17) - 8) : 1);
            String form = "(" + u + (rounded ? " - (" + b + ")" : "") + ")";
            text.append(" + (")
                    .append(s)
                    .append(")*(")
                    .append(q.replace("u", form))
                    .append(")");
            boolean quadratic = q.contains("u^2");
            boolean odd = q.equals("u^3") || q.equals("u^5");
            negative += quadratic && sign < 0 ? 1 : 0;
            zero += quadratic ? 0 : 1;
            flat += q.equals("0*u") ? 1 : 0;
            up += odd || !q.equals("0*u") && sign > 0 ? 1 : 0;
            down += odd || !q.equals("0*u") && sign < 0 ? 1 : 0;
        }
        double move = random.nextInt(3) > 0 ? 0 : Math.pow(10, random.nextInt(12) - 12);
        point = c.clone();
        Arrays.setAll(point, j -> c[j] + move * random.nextGaussian() / columns[j]);
        apart = Vectors.norm(Vectors.minus(point, c));
        return Expression.parse(
                text.toString(), IntStream.range(0, n).mapToObj(j -> "x" + j).toList());
    }

    private Kind truth() {
        return up > 0 && down > 0 ? Kind.SADDLE : flat > 0 ? Kind.DEGENERATE : up > 0 ? Kind.MINIMUM : Kind.MAXIMUM;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void noVerdictIsWrong(int seed) {
        Random random = new Random(seed);
        List<Class<?>> curved = List.of(Curved.class);
        Map<Kind, Integer> right = new EnumMap<>(Kind.class);
        for (int trial = 0; trial < 150; trial++) {
            Expression f = next(random);
            List<Objective> views =
                    new ArrayList<>(List.of(f, with(f, true, curved), with(f, true, NOTHING), with(f, false, NOTHING)));
            for (int view = 0; view < views.size(); view++) {
                CriticalPoint p = CriticalPoint.of(views.get(view), point);
                String as = "view " + view + " of " + text + " at " + Arrays.toString(point) + "\n" + p.report();
                boolean claimed = p.kind() == Kind.MINIMUM || p.kind() == Kind.MAXIMUM || p.kind() == Kind.SADDLE;
                if (claimed) {
                    assertThat(p.kind()).as(as).isEqualTo(truth());
                    assertThat(p.index()).as(as).isLessThanOrEqualTo(negative + zero);
                    assertThat(p.largestIndex()).as(as).isGreaterThanOrEqualTo(negative);
                    right.merge(p.kind(), 1, Integer::sum);
                } else if (p.kind() == Kind.NOT_CRITICAL) {
                    assertThat(apart).as(as).isGreaterThan(p.rho() / 2);
                }
                if (p.evidence() == Evidence.CERTIFIED && p.nearest().isPresent()) {
                    assertThat(zero).as(as).isZero();
                    assertThat(p.nearest().get().index()).as(as).isEqualTo(negative);
                    assertThat(p.nearest().get().distance())
                            .as(as)
                            .isGreaterThanOrEqualTo(apart - 1e-9 * Vectors.norm(point));
                }
            }
        }
        assertThat(right.values()).allMatch(count -> count > 30).hasSize(3);
    }
}
