package org.hesse.method.newton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hesse.autodiff.reverse.Var;
import org.hesse.linear.Cholesky;
import org.hesse.linear.PivotedQr;
import org.hesse.linear.Vectors;
import org.hesse.method.Method;
import org.hesse.method.Methods;
import org.hesse.method.Outcome;
import org.hesse.method.firstorder.Adam;
import org.hesse.method.wrapper.Clipping;
import org.hesse.method.wrapper.Svrg;
import org.hesse.objective.Objective;
import org.hesse.objective.Seeds;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.SumOfSquares;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.Observer;
import org.hesse.run.Progress;
import org.hesse.run.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeastSquaresTest {
    /** Values and gradients of the default: MINPACK's lmder takes 21 and 16, 8 and 7 ... to another tolerance. */
    @ParameterizedTest
    @CsvSource({"rosenbrock, 25", "beale, 11", "helical-valley, 20", "osborne-1, 25", "bard, 10", "box-3d, 10"})
    void fewEvaluations(String name, long most) {
        TestProblem p = Problems.named(name);
        for (String method : new String[] {"levenberg-marquardt", "levenberg-marquardt:scaling=none,geodesic=true"}) {
            Result r = run(p.objective(), (Method<?>) Methods.named(method), p.start());
            assertThat(r.value()).isCloseTo(p.minima()[0], within(1e-9));
            assertThat(r.counts().gradients()).as(method).isLessThanOrEqualTo(most);
        }
    }

    private static Result run(Objective f, Method<?> method, double... x0) {
        return Minimization.of(f).from(x0).with(method).verdict(false).run();
    }

    /** The step solves the problem it is of: on the boundary (JᵀJ + λD²)p = −Jᵀr, λ > 0. */
    @Test
    void theStepSolvesTheRegion() {
        RandomGenerator random = Seeds.random(5);
        for (int rank : new int[] {4, 3}) {
            double[][] a = new double[7][4];
            for (double[] row : a) {
                Arrays.setAll(row, j -> random.nextDouble(-1, 1));
                row[3] = rank == 4 ? row[3] : row[0] - row[1];
            }
            double[] b = random.doubles(7, -1, 1).toArray();
            double[] e = {1, 2, 0.5, 3};
            PivotedQr qr = PivotedQr.of(a, new double[] {1, 1, 1, 1});
            double[] c = qr.projected(b);
            for (double radius : new double[] {1e-8, 1e-3, 0.1, 100}) {
                RegionStep step = RegionStep.of(qr, c, e, radius, 0);
                assertThat(step.length()).isLessThanOrEqualTo(1.1 * radius);
                if (step.lambda() > 0) {
                    assertThat(step.length()).isGreaterThanOrEqualTo(0.9 * radius);
                    double[][] normal = new double[4][4];
                    double[] g = new double[4];
                    for (int i = 0; i < 7; i++) {
                        Vectors.axpy(-b[i], a[i], g);
                        for (int j = 0; j < 4; j++) {
                            Vectors.axpy(a[i][j], a[i], normal[j]);
                        }
                    }
                    for (int j = 0; j < 4; j++) {
                        normal[j][j] += step.lambda() * e[j] * e[j];
                    }
                    double[] y = Cholesky.of(normal).orElseThrow().solve(g);
                    assertThat(step.y()).containsExactly(y, within(1e-9 * radius));
                    double decrease = 0.5 * (Vectors.dot(g, y) + step.lambda() * step.length() * step.length());
                    assertThat(step.predicted()).isCloseTo(decrease, within(1e-10 * decrease));
                }
            }
            assertThat(RegionStep.of(qr, c, e, 100, 0).lambda()).isZero();
        }
    }

    /** Changes of units change nothing but rounding, with columns that differ by 1e12. */
    @Test
    void unitsDoNotMatter() {
        double[] units = {1e-6, 1e6, 1};
        Objective plain = new SumOfSquares("decay", 3, 8, b -> decay(b, new double[] {1, 1, 1}));
        Objective scaled = new SumOfSquares("decay", 3, 8, b -> decay(b, units));
        for (Method<?> method : new Method<?>[] {new LevenbergMarquardt(), new GaussNewton()}) {
            Result a = run(plain, method, 1, 1, 0);
            Result b = Minimization.of(scaled)
                    .from(1 / units[0], 1 / units[1], 0)
                    .with(method)
                    .until(org.hesse.run.StoppingRule.valueAtMost(1e-24))
                    .verdict(false)
                    .run();
            assertThat(a.isConverged()).isTrue();
            for (int j = 0; j < 3; j++) {
                assertThat(b.x()[j] * units[j]).isCloseTo(a.x()[j], within(1e-6));
            }
        }
    }

    private static Var[] decay(Var[] b, double[] units) {
        Var[] r = new Var[8];
        for (int i = 0; i < 8; i++) {
            double y = 3 * Math.exp(-0.5 * i) + 0.25;
            r[i] = b[0].multiply(units[0])
                    .multiply(b[1].multiply(-i * units[1]).exp())
                    .add(b[2].multiply(units[2]))
                    .subtract(y);
        }
        return r;
    }

    /** log x beyond 0 is no number: the region shrinks, and no Jacobian is made where a step is rejected. */
    @Test
    void aTrialThatIsNoNumberShrinksTheRegion() {
        Objective f =
                new SumOfSquares("logarithm", 1, 1, x -> new Var[] {x[0].log().subtract(-3)});
        int[] rejected = {0};
        Result r = Minimization.of(f)
                .from(20)
                .with(new LevenbergMarquardt())
                .observe(new Observer() {
                    @Override
                    public void onStep(Progress p) {
                        rejected[0] += p.state().step().outcome() == Outcome.REJECTED ? 1 : 0;
                    }
                })
                .run();
        assertThat(r.x()[0]).isCloseTo(Math.exp(-3), within(1e-9));
        assertThat(rejected[0]).isPositive();
        assertThat(r.counts().gradients()).isEqualTo(1 + r.steps() - rejected[0]);
        assertThat(r.counts().values()).isEqualTo(r.steps());
    }

    private static LevenbergMarquardt.State afterOne(Objective f, LevenbergMarquardt m, double x0) {
        LevenbergMarquardt.State[] end = {null};
        Minimization.of(f)
                .from(x0)
                .with(m)
                .budget(Budget.UNLIMITED.withSteps(1))
                .every(1, p -> end[0] = (LevenbergMarquardt.State) p.state())
                .verdict(false)
                .run();
        return end[0];
    }

    /** r = x² − 4 at 3: p = −5/6, r_pp = 2p², a = −r_pp/6. */
    @Test
    void theGeodesicStepIsThatOfTheSecondDerivative() {
        Objective f =
                new SumOfSquares("square", 1, 1, x -> new Var[] {x[0].square().subtract(4)});
        LevenbergMarquardt.State s = afterOne(f, new LevenbergMarquardt().withGeodesic(true), 3);
        double p = -5.0 / 6;
        assertThat(s.x()[0]).isCloseTo(3 + p - p * p / 6, within(1e-12));
    }

    /** r = arctan x at 3: p leads beyond, and Δ falls to where the parabola through both values and the slope is least. */
    @Test
    void aRejectedStepShrinksTheRegionByTheParabola() {
        Objective f = new SumOfSquares("arctan", 1, 1, x -> new Var[] {x[0].atan()});
        LevenbergMarquardt.State s = afterOne(f, new LevenbergMarquardt(), 3);
        double r0 = Math.atan(3);
        double p = -10 * r0;
        double r1 = Math.atan(3 + p);
        double part = 0.5 * r0 * r0 / (r0 * r0 + 0.5 * (r1 * r1 - r0 * r0));
        assertThat(s.step().outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(s.radius()).isCloseTo(part * Math.sqrt(2) * r0, within(1e-9)); // f = r² without the half
    }

    /** 1 + x + x^2.5 falls where it is no number: from 0 no step is too short to be one, and yet it ends. */
    @Test
    void aStartAtTheEdgeOfTheNumbersIsStuck() {
        Objective f = new SumOfSquares("edge", 1, 1, x -> new Var[] {x[0].add(1).add(x[0].pow(2.5))});
        for (Method<?> m : List.of(new LevenbergMarquardt(), new GaussNewton())) {
            Result r = run(f, m, 0);
            assertThat(r.status().toString()).startsWith("STUCK");
            assertThat(r.x()).containsExactly(0);
            assertThat(r.steps()).isLessThan(1000);
        }
    }

    /** x + y alone is determined: the shortest steps keep x − y, and the rank is told. */
    @Test
    void lostRankIsSaid() {
        Objective f = new SumOfSquares("sum", 2, 2, x ->
                new Var[] {x[0].add(x[1]).square().subtract(4), x[0].add(x[1]).subtract(2)});
        String[] remark = {""};
        Result r = Minimization.of(f)
                .from(1, 4)
                .with(new GaussNewton())
                .every(1, p -> remark[0] = p.state().remark())
                .verdict(false)
                .run();
        assertThat(r.x()).containsExactly(new double[] {-0.5, 2.5}, within(1e-8));
        assertThat(remark[0]).startsWith("J was of lower rank in ").endsWith("steps, now 1 of 2");
        Result damped = run(f, new LevenbergMarquardt(), 1, 4);
        assertThat(damped.value()).isCloseTo(0, within(1e-15));
    }

    @Test
    void misuseIsNamed() {
        assertThatThrownBy(() -> Methods.named("levenberg-marquardt:factor=0"))
                .hasMessageContaining("factor = 0.0, expected a finite number > 0");
        assertThat(Methods.named("levenberg-marquardt:geodesic=true"))
                .isEqualTo(new LevenbergMarquardt().withGeodesic(true));
        assertThatThrownBy(() -> new Clipping<>(new LevenbergMarquardt(), 1))
                .hasMessageStartingWith("clipping: inner = levenberg-marquardt makes its gradients of residuals");
        assertThatThrownBy(() -> new Svrg<>(new GaussNewton(), 3))
                .hasMessageStartingWith("svrg: inner = gauss-newton makes its gradients of residuals");
        assertThat(new Clipping<>(new Adam(0.1), 1).name()).isEqualTo("clipping(adam)");
    }
}
