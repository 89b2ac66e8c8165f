package org.hesse.method.newton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.hesse.linear.Vectors;
import org.hesse.method.Iterates;
import org.hesse.method.Method;
import org.hesse.method.Methods;
import org.hesse.objective.Batches;
import org.hesse.objective.Curved;
import org.hesse.objective.Hessian;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;
import org.hesse.problem.MonkeySaddle;
import org.hesse.problem.Problems;
import org.hesse.problem.Quadratic;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.run.Minimization;
import org.hesse.run.Observer;
import org.hesse.run.Progress;
import org.hesse.run.Result;
import org.hesse.run.Status;
import org.hesse.run.StoppingRule;
import org.hesse.search.MoreThuente;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewtonTest {
    private static Result run(Objective f, Method<?> method, double... x0) {
        return runTo(1e-6, f, method, x0);
    }

    private static Result runTo(double tolerance, Objective f, Method<?> method, double... x0) {
        return Minimization.of(f)
                .from(x0)
                .with(method)
                .until(StoppingRule.gradientNorm(tolerance))
                .verdict(false)
                .run();
    }

    /** f(x) = ½ Σ dᵢxᵢ² for d of any sign. */
    private record Diagonal(double... d) implements Objective, Curved {
        @Override
        public int dimension() {
            return d.length;
        }

        @Override
        public double value(double[] x) {
            return valueAndGradient(x, new double[x.length]);
        }

        @Override
        public double valueAndGradient(double[] x, double[] g) {
            for (int i = 0; i < d.length; i++) {
                g[i] = d[i] * x[i];
            }
            return 0.5 * Vectors.dot(x, g);
        }

        @Override
        public Hessian hessianAt(double[] x) {
            return new Hessian() {
                @Override
                public int dimension() {
                    return d.length;
                }

                @Override
                public void times(double[] v, double[] hv) {
                    valueAndGradient(v, hv);
                }
            };
        }
    }

    @Test
    void oneStepIsExactOnAQuadraticOfAnyKind() {
        Quadratic bowl = new Quadratic(20, 1e4, 3);
        double[] x0 = new double[20];
        Arrays.fill(x0, 1);
        Result minimum = Iterates.run(bowl, Batches.full(), new Newton(), 1, x0).run();
        double[] g = new double[20];
        bowl.valueAndGradient(minimum.last().x(), g);
        assertThat(Vectors.normInf(g)).isLessThan(1e-11);
        for (double[] d : new double[][] {{-2, -3}, {4, -0.5}}) { // a maximum and a saddle
            assertThat(Iterates.of(new Diagonal(d), new Newton(), 1, 3, -7)[0]).containsExactly(0, 0);
        }
    }

    /** 5000 variables and nothing known of the pattern: a whole matrix would take 200 MB. */
    @Test
    void oneStepByProductsIsExactOnALargeQuadraticOfAnySign() {
        double[] d = new double[5000];
        double[] x0 = new double[d.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = i % 2 == 0 ? 1 + i % 10 : -3;
            x0[i] = 1 + i % 7;
        }
        Result r = Iterates.run(new Diagonal(d), Batches.full(), new Newton(), 1, x0)
                .run();
        assertThat(Vectors.normInf(r.last().x())).isLessThan(1e-11);
        assertThat(r.counts().products()).isLessThan(20);
    }

    @Test
    void thePredictionIsTheChangeOfAQuadratic() {
        var f = new Diagonal(4, -0.5);
        double[] x0 = {3, -7};
        Newton method = new Newton();
        double[] predicted = {0};
        Iterates.run(f, Batches.full(), method, 1, x0)
                .observe(new Observer() {
                    @Override
                    public void onStep(Progress p) {
                        predicted[0] = p.state().step().predicted();
                    }
                })
                .run();
        assertThat(predicted[0]).isCloseTo(0 - f.value(x0), within(1e-12));
    }

    @Test
    void theErrorSquaresNearAMinimum() {
        TestProblem rosenbrock = Problems.named("rosenbrock");
        double[][] path = Iterates.of(rosenbrock.objective(), new Newton(), 7, 1.1, 1.2);
        double before = Double.NaN;
        for (double[] x : path) {
            double error = Math.hypot(x[0] - 1, x[1] - 1);
            if (before < 0.1 && error > 1e-15) {
                assertThat(error).isLessThan(100 * before * before);
            }
            before = error;
        }
        assertThat(before).isLessThan(1e-15);
    }

    @Test
    void aSingularHessianIsStuckAndSaysSo() {
        Result flat = run(new Diagonal(1, 0), new Newton(), 1, 1);
        assertThat(flat.status().code()).isEqualTo(Status.Code.STUCK);
        assertThat(flat.status().why()).contains("singular");
        assertThat(flat.x()).containsExactly(1, 1);
    }

    @Test
    void withALineSearchASaddleDoesNotAttract() {
        MonkeySaddle saddle = new MonkeySaddle();
        assertThat(run(saddle, new Newton(), 0.5, 0.4).value()).isCloseTo(0, within(1e-8));
        double[][] path = Iterates.of(saddle, new LineSearchNewton(), 5, 0.5, 0.4);
        assertThat(saddle.value(path[4])).isLessThan(-1);
        // unbounded below there is no strong Wolfe step, and it says so
        Result stuck = run(saddle, new LineSearchNewton(new MoreThuente()), 0.5, 0.4);
        assertThat(stuck.status().code()).isEqualTo(Status.Code.STUCK);
    }

    /** Values and gradients together. For comparison: TAO nls takes 32 and 21 evaluations, Newton-CG 106 and 14. */
    @ParameterizedTest
    @CsvSource({"rosenbrock, 41", "beale, 12"})
    void evaluationsWithALineSearch(String name, long most) {
        TestProblem problem = Problems.named(name);
        Result r = run(problem.objective(), new LineSearchNewton(), problem.start());
        assertThat(r.isConverged()).isTrue();
        assertThat(r.value()).isCloseTo(0, within(1e-10));
        assertThat(r.counts().values() + r.counts().gradients()).isLessThanOrEqualTo(most);
    }

    /** ½‖r‖² with r = (10(y − x²), 1 − x): Rosenbrock's function halved. */
    private record Valley() implements Objective, LeastSquares {
        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public int residualCount() {
            return 2;
        }

        @Override
        public void residuals(double[] x, double[] r) {
            r[0] = 10 * (x[1] - x[0] * x[0]);
            r[1] = 1 - x[0];
        }

        @Override
        public void residualsAndJacobian(double[] x, double[] r, double[][] jacobian) {
            residuals(x, r);
            jacobian[0][0] = -20 * x[0];
            jacobian[0][1] = 10;
            jacobian[1][0] = -1;
            jacobian[1][1] = 0;
        }

        @Override
        public double value(double[] x) {
            double[] r = new double[2];
            residuals(x, r);
            return 0.5 * Vectors.dot(r, r);
        }

        @Override
        public double valueAndGradient(double[] x, double[] g) {
            double[] r = new double[2];
            residuals(x, r);
            g[0] = -20 * x[0] * r[0] - r[1];
            g[1] = 10 * r[0];
            return 0.5 * Vectors.dot(r, r);
        }

        @Override
        public <T extends Structure> Optional<T> as(Class<T> type) {
            return Objective.super.as(type);
        }
    }

    @Test
    void levenbergMarquardtSolvesTheValley() {
        Result r = runTo(1e-8, new Valley(), new LevenbergMarquardt(), -1.2, 1);
        assertThat(r.isConverged()).isTrue();
        assertThat(r.x()[0]).isCloseTo(1, within(5e-6)); // the smallest eigenvalue is 0.2
        assertThat(r.x()[1]).isCloseTo(1, within(1e-5));
        assertThat(r.counts().evaluations()).isLessThan(60);
        assertThat(r.trace().rows()).hasSizeGreaterThan(10).allMatch(row -> row.free());
    }

    /** The same function with and without its pattern: the dense step of a definite Hessian is the sparse one. */
    @ParameterizedTest
    @CsvSource({"chained-wood:n=400, newton", "minimal-surface:n=400, newton-ls", "chained-wood:n=400, newton-ls"})
    void aSparseHessianGivesTheSameSteps(String name, String method) {
        TestProblem p = Problems.named(name);
        Objective f = p.objective();
        Objective dense = new Dense(f);
        double[] x0 = p.start().clone();
        Arrays.setAll(x0, i -> name.startsWith("chained") ? 1 + 1e-3 * Math.sin(i) : x0[i]);
        double[][] sparse = Iterates.of(f, Methods.named(method), 3, x0);
        double[][] whole = Iterates.of(dense, Methods.named(method), 3, x0);
        for (int k = 0; k < 3; k++) {
            assertThat(sparse[k]).containsExactly(whole[k], within(1e-9 * (1 + Vectors.normInf(whole[k]))));
        }
        Result r = Iterates.run(f, Batches.full(), Methods.named(method), 3, x0).run();
        assertThat(r.counts().hessians()).isZero();
        assertThat(r.counts().products()).isBetween(6L, 60L);
    }

    private record Dense(Objective f) implements Objective, Curved {
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
        public Hessian hessianAt(double[] x) {
            Hessian h = f.as(Curved.class).orElseThrow().hessianAt(x);
            return new Hessian() {
                @Override
                public int dimension() {
                    return f.dimension();
                }

                @Override
                public void times(double[] v, double[] hv) {
                    h.times(v, hv);
                }
            };
        }
    }

    /** An indefinite sparse Hessian: the pure step goes to the saddle by LU, the one with a search goes down. */
    @Test
    void anIndefiniteSparseHessianIsSolvedToo() {
        TestProblem p = Problems.named("cosine:n=400");
        double[] g = new double[400];
        double[][] x = Iterates.of(p.objective(), new Newton(), 12, p.start());
        p.objective().valueAndGradient(x[x.length - 1], g);
        assertThat(Vectors.normInf(g)).isLessThan(1e-6);
        Result r = run(p.objective(), new LineSearchNewton(), p.start());
        assertThat(r.isConverged()).isTrue();
        assertThat(r.value()).isCloseTo(p.minima()[0], within(1e-6));
        assertThat(r.counts().hessians()).isZero();
    }
}
