package org.hesse.autodiff.reverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hesse.autodiff.graph.Function;
import org.hesse.autodiff.graph.Graph;
import org.hesse.autodiff.graph.Operation;
import org.hesse.linear.SparseSymmetric;
import org.hesse.linear.StarColouring;
import org.hesse.linear.SymmetricPattern;
import org.hesse.linear.Vectors;
import org.hesse.objective.Seeds;
import org.junit.jupiter.api.Test;

class HessianPatternTest {
    private static SymmetricPattern pattern(Graph g) {
        return HessianPattern.of(g).orElseThrow();
    }

    /** Σ 100(b − a²)² + (1 − a)² over pairs (a, b). */
    private static HandGraph rosenbrock(int n, int step) {
        HandGraph g = new HandGraph(n);
        int one = g.constant(1);
        int hundred = g.constant(100);
        int sum = -1;
        for (int i = 0; i + 1 < n; i += step) {
            int t = g.put(Function.SQUARE, g.put(Operation.SUBTRACT, i + 1, g.put(Function.SQUARE, i)));
            int term = g.sum(
                    g.put(Operation.MULTIPLY, hundred, t), g.put(Function.SQUARE, g.put(Operation.SUBTRACT, one, i)));
            sum = sum < 0 ? term : g.put(Operation.ADD, sum, term);
        }
        return g;
    }

    private static boolean finite(double[][] h) {
        return Arrays.stream(h).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    }

    private static List<String> offDiagonal(SymmetricPattern p) {
        List<String> entries = new ArrayList<>();
        for (int j = 0; j < p.dimension(); j++) {
            for (int q = p.start(j) + 1; q < p.start(j + 1); q++) {
                entries.add(p.row(q) + "," + j);
            }
        }
        return entries;
    }

    @Test
    void coversTheNonzerosOfRandomFunctions() {
        RandomGenerator random = Seeds.random(41);
        int exact = 0;
        int sparse = 0;
        for (int trial = 0; trial < 2000; trial++) {
            int n = 1 + random.nextInt(7);
            HandGraph g = HandGraph.random(n, 2 + random.nextInt(20), random);
            SymmetricPattern p = pattern(g);
            boolean[][] nonzero = new boolean[n][n];
            for (int point = 0; point < 6; point++) {
                double[][] h = g.hessianAt(random.doubles(n, -2, 2).toArray());
                for (int i = 0; i < n && finite(h); i++) {
                    for (int j = 0; j < i; j++) {
                        nonzero[i][j] |= h[i][j] != 0;
                    }
                }
            }
            int entries = n;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    entries += nonzero[i][j] ? 1 : 0;
                    assertThat(!nonzero[i][j] || p.position(i, j) >= 0)
                            .as("trial %d, entry %d, %d", trial, i, j)
                            .isTrue();
                }
            }
            exact += entries == p.entries() ? 1 : 0;
            sparse += entries < n * (n + 1) / 2 ? 1 : 0;
        }
        assertThat(exact).isGreaterThan(1700);
        assertThat(sparse).isGreaterThan(500);
    }

    @Test
    void findsTheKnownFamilies() {
        assertThat(offDiagonal(pattern(rosenbrock(6, 2)))).containsExactly("1,0", "3,2", "5,4");
        assertThat(offDiagonal(pattern(rosenbrock(5, 1)))).containsExactly("1,0", "2,1", "3,2", "4,3");
        HandGraph product = new HandGraph(4);
        int p = 0;
        for (int i = 1; i < 4; i++) {
            p = product.put(Operation.MULTIPLY, p, i);
        }
        assertThat(pattern(product).entries()).isEqualTo(10);
        HandGraph linear = new HandGraph(3);
        linear.sum(0, linear.put(Function.NEGATE, 1), linear.put(Operation.MULTIPLY, 2, linear.constant(3)));
        assertThat(offDiagonal(pattern(linear))).isEmpty();
        HandGraph reused = new HandGraph(3); // y = exp(x0) in two products
        int y = reused.put(Function.EXP, 0);
        reused.sum(reused.put(Operation.MULTIPLY, y, 1), reused.put(Operation.MULTIPLY, y, 2));
        assertThat(offDiagonal(pattern(reused))).containsExactly("1,0", "2,0");
    }

    @Test
    void eachOperationHasItsPairs() {
        for (Operation o : Operation.values()) {
            HandGraph g = new HandGraph(4); // (x0 + x1) o (x2 + x3)
            g.put(o, g.put(Operation.ADD, 0, 1), g.put(Operation.ADD, 2, 3));
            List<String> expected = switch (o) {
                case ADD, SUBTRACT, MIN, MAX, COPY_SIGN, REMAINDER -> List.of();
                case MULTIPLY -> List.of("2,0", "3,0", "2,1", "3,1");
                case DIVIDE -> List.of("2,0", "3,0", "2,1", "3,1", "3,2");
                case POW, ATAN2, HYPOT -> List.of("1,0", "2,0", "3,0", "2,1", "3,1", "3,2");
                case ROOT -> List.of("1,0");
            };
            assertThat(offDiagonal(pattern(g))).as(o.name()).containsExactlyElementsOf(expected);
        }
        for (Function f : Function.values()) {
            HandGraph g = new HandGraph(2); // f(x0 + x1)
            g.put(f, g.put(Operation.ADD, 0, 1));
            boolean curved = switch (f) {
                case NEGATE, ABS, SIGN, FLOOR, CEIL, RINT -> false;
                default -> true;
            };
            assertThat(offDiagonal(pattern(g)).size()).as(f.name()).isEqualTo(curved ? 1 : 0);
            HandGraph inner = new HandGraph(2); // f(x0)·x1
            inner.put(Operation.MULTIPLY, inner.put(f, 0), 1);
            boolean flat = switch (f) {
                case SIGN, FLOOR, CEIL, RINT -> true;
                default -> false;
            };
            assertThat(offDiagonal(pattern(inner)).size()).as(f.name()).isEqualTo(flat ? 0 : 1);
        }
    }

    @Test
    void recoversRandomHessiansFromTheirProducts() {
        RandomGenerator random = Seeds.random(42);
        int recovered = 0;
        for (int trial = 0; trial < 300; trial++) {
            int n = 1 + random.nextInt(8);
            HandGraph g = HandGraph.random(n, 2 + random.nextInt(25), random);
            double[][] h = g.hessianAt(random.doubles(n, 0.1, 2).toArray());
            if (!finite(h)) {
                continue; // as where 0 is divided by 0
            }
            recovered++;
            SparseSymmetric sparse = StarColouring.of(pattern(g)).recover((v, hv) -> {
                for (int i = 0; i < n; i++) {
                    hv[i] = Vectors.dot(h[i], v);
                }
            });
            double largest =
                    Arrays.stream(h).mapToDouble(Vectors::normInf).max().orElseThrow();
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) { // the other one of a pair of entries differs by its rounding
                    assertThat(sparse.get(i, j)).isCloseTo(h[i][j], within(1e-14 * largest));
                }
            }
        }
        assertThat(recovered).isGreaterThan(200);
    }

    @Test
    void largeSeparableFunctionsTakeFewProducts() {
        int n = 100_000;
        assertThat(StarColouring.of(pattern(rosenbrock(n, 2))).colours()).isEqualTo(2);
        assertThat(StarColouring.of(pattern(rosenbrock(n, 1))).colours()).isEqualTo(3);
        HandGraph arrow = new HandGraph(n);
        int sum = 0;
        for (int i = 1; i < n; i++) {
            sum = arrow.put(Operation.ADD, sum, arrow.put(Operation.MULTIPLY, 0, arrow.put(Function.SIN, i)));
        }
        assertThat(StarColouring.of(pattern(arrow)).colours()).isEqualTo(2);
    }

    @Test
    void manyTermsOfFewVariablesAndDenseOnesStaySmall() {
        HandGraph few = new HandGraph(2);
        int sum = 0;
        for (int k = 0; k < 100_000; k++) {
            sum = few.put(Operation.ADD, sum, few.put(Operation.MULTIPLY, 0, 1));
        }
        assertThat(pattern(few).entries()).isEqualTo(3);
        HandGraph dense = new HandGraph(6000);
        sum = 0;
        for (int i = 1; i < 6000; i++) {
            sum = dense.put(Operation.ADD, sum, i);
        }
        dense.put(Function.SQUARE, sum);
        assertThat(HessianPattern.of(dense)).isEmpty();
    }
}
