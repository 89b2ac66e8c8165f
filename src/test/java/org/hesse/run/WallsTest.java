package org.hesse.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hesse.linear.Vectors;
import org.hesse.method.Method;
import org.hesse.method.Methods;
import org.hesse.objective.Curved;
import org.hesse.objective.Domain;
import org.hesse.objective.Hessian;
import org.hesse.objective.Kind;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.SymmetricMatrix;
import org.hesse.problem.catalog.TestProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Functions that are NaN or infinite behind a wall that no domain tells of: outside a half space or a ball. Every method ends
 * with a fitting status, keeps its best point, and calls nothing a minimum but the minimum.
 */
class WallsTest {
    private static final long EVALUATIONS = 1000;

    /** Those that search along a line or in a region, and so reach a minimum inside. */
    private static final Set<String> SEARCHING =
            Set.of("lbfgs", "bfgs", "broyden", "cg-descent", "newton-ls", "sr1", "escape(bfgs)");

    /** A problem inside a wall. */
    private record Walled(Objective inner, Predicate<double[]> inside, double outside) implements Objective {
        @Override
        public int dimension() {
            return inner.dimension();
        }

        @Override
        public double value(double[] x) {
            return inside.test(x) ? inner.value(x) : outside;
        }

        @Override
        public double valueAndGradient(double[] x, double[] g) {
            if (inside.test(x)) {
                return inner.valueAndGradient(x, g);
            }
            Arrays.fill(g, Double.NaN);
            return outside;
        }

        @Override
        public <T extends Structure> Optional<T> as(Class<T> type) {
            return type == Curved.class
                    ? inner.as(Curved.class).map(c -> type.cast((Curved) x -> hessian(c, x)))
                    : type == LeastSquares.class
                            ? inner.as(LeastSquares.class).map(r -> type.cast(walled(r)))
                            : Optional.empty();
        }

        private Hessian hessian(Curved c, double[] x) {
            double[][] unknown = new double[x.length][x.length];
            Arrays.stream(unknown).forEach(row -> Arrays.fill(row, Double.NaN));
            return inside.test(x) ? c.hessianAt(x) : new SymmetricMatrix(unknown);
        }

        private LeastSquares walled(LeastSquares r) {
            return new LeastSquares() {
                @Override
                public int dimension() {
                    return r.dimension();
                }

                @Override
                public int residualCount() {
                    return r.residualCount();
                }

                @Override
                public void residuals(double[] x, double[] out) {
                    r.residuals(x, out);
                    if (!inside.test(x)) {
                        Arrays.fill(out, outside);
                    }
                }

                @Override
                public void residualsAndJacobian(double[] x, double[] out, double[][] jacobian) {
                    r.residualsAndJacobian(x, out, jacobian);
                    residuals(x, out);
                }
            };
        }
    }

    /**
     * A wall around a problem.
     *
     * @param reached whether the minimum is well inside
     */
    private record Wall(String name, String problem, boolean reached, Predicate<double[]> inside) {}

    private static Predicate<double[]> halfSpace(double most, double... normal) {
        return x -> Vectors.dot(normal, x) <= most;
    }

    private static Predicate<double[]> ball(double radius, double... centre) {
        return x -> Vectors.norm(Vectors.minus(x, centre)) <= radius;
    }

    private static final List<Wall> WALLS = List.of(
            new Wall("beside the valley", "rosenbrock", true, halfSpace(1.05, 1, 0)),
            new Wall("across the valley", "rosenbrock", false, halfSpace(0.5, 1, 0)),
            new Wall("at the minimum", "rosenbrock", false, halfSpace(1, 1, 0)),
            new Wall("around", "beale", true, ball(1.5, 2, 0.75)),
            new Wall("too near", "beale", false, ball(1.2, 1, 1)),
            new Wall("close behind the start", "himmelblau", true, halfSpace(0.01, -1, 0)),
            new Wall("around", "powell-singular", true, ball(4, 1.5, -0.5, 0, 0.5)),
            new Wall("oblique", "wood", true, halfSpace(4.5, 1, 1, 1, 1)));

    static Stream<String> methods() {
        List<String> all = new ArrayList<>(Methods.fitting(Domain.unbounded(2)));
        all.addAll(List.of("escape(bfgs)", "lookahead(bfgs)", "clipping(gd)", "weightdecay(lbfgs)", "svrg(gd)"));
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void endsFittingly(String name) {
        Method<?> method = Methods.named(name);
        for (Wall wall : WALLS) {
            TestProblem p = Problems.named(wall.problem());
            if (!method.needs().stream().allMatch(s -> p.objective().as(s).isPresent())) {
                continue;
            }
            for (double outside : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
                Result r = Minimization.of(new Walled(p.objective(), wall.inside(), outside))
                        .from(p.start())
                        .with(method)
                        .budget(Budget.UNLIMITED.withEvaluations(EVALUATIONS))
                        .run();
                String what = name + " on " + p.name() + ", " + outside + " " + wall.name() + "\n" + r.report();
                assertThat(r.value())
                        .as(what)
                        .isFinite()
                        .isLessThanOrEqualTo(p.objective().value(p.start()));
                assertThat(wall.inside().test(r.x())).as(what).isTrue();
                assertThat(r.cause()).as(what).isEmpty();
                assertThat(r.counts().evaluations()).as(what).isLessThanOrEqualTo(EVALUATIONS);
                assertThat(r.status().code())
                        .as(what)
                        .isIn(
                                Status.Code.CONVERGED,
                                Status.Code.BUDGET,
                                Status.Code.STUCK,
                                Status.Code.AT_ROUNDOFF_FLOOR,
                                Status.Code.NOT_FINITE);
                double distance = ClaimsTest.distance(p, r.value());
                boolean saddle = r.verdict().orElseThrow().kind() == Kind.SADDLE; // to which pure Newton steps lead
                boolean claims = r.isConverged() && !saddle || r.status().code() == Status.Code.AT_ROUNDOFF_FLOOR;
                if (r.isMinimum() || claims) {
                    assertThat(distance).as(what).isLessThanOrEqualTo(1e-6);
                }
                if (SEARCHING.contains(name) && wall.reached()) {
                    assertThat(r.isConverged() && !saddle).as(what).isTrue();
                }
            }
        }
    }
}
