package org.hesse.method.quasinewton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hesse.autodiff.Expression;
import org.hesse.linear.Parallel;
import org.hesse.method.Methods;
import org.hesse.method.firstorder.GradientDescent;
import org.hesse.method.wrapper.Escape;
import org.hesse.method.wrapper.Lookahead;
import org.hesse.objective.Domain;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Event;
import org.hesse.problem.Problems;
import org.hesse.problem.bounded.Bounded;
import org.hesse.run.Minimization;
import org.hesse.run.Observer;
import org.hesse.run.Progress;
import org.hesse.run.Result;
import org.hesse.run.Status;
import org.hesse.search.MoreThuente;
import org.hesse.search.Trial;
import org.junit.jupiter.api.Test;

class LbfgsBTest {
    private static final Expression ROSENBROCK = Expression.parse("(1-x)^2 + 100*(y-x^2)^2");
    private static final Minimization BOXED =
            Minimization.of(ROSENBROCK).from(-1.2, 1).bounds("x=-1.5:0.5, y=-0.5:2");

    private static List<double[]> iterates(Minimization settings) {
        List<double[]> all = new ArrayList<>();
        settings.observe(new Observer() {
                    @Override
                    public void onStep(Progress p) {
                        all.add(p.x().clone());
                    }
                })
                .run();
        return all;
    }

    /** By SciPy 1.17.1: minimize(method="L-BFGS-B", options=dict(ftol=0, gtol=1e-8)), every callback; 30 evaluations. */
    @Test
    void takesTheStepsOfSciPyToTheEnd() {
        double[][] scipy = {
            {-0.9801196555917191, 1.1293413790636946},
            {-1.0297209480203684, 1.0943637538571112},
            {-1.0393074258161124, 1.0857660056399816},
            {-1.033405256498104, 1.0798715858987036},
            {-1.0187368656062528, 1.056624394721554},
            {-0.6255972779095684, 0.36360271452973847},
            {-0.607941306224775, 0.3343393450763784},
            {-0.5785355352691757, 0.30191993612562823},
            {-0.3905955730883153, 0.11356374014966913},
            {-0.3006707909381157, 0.08894374066165583},
            {-0.20769925625317165, 0.021432934957570857},
            {-0.14443222572267697, -0.010051693136907486},
            {-0.029341171557614718, -0.035347148498037814},
            {0.05258052205722559, -0.009209868377152316},
            {0.15018848522608103, -0.005119795236677615},
            {0.25453507899028144, 0.03988697634966164},
            {0.3223152013738828, 0.11533583507858423},
            {0.5, 0.2573702862835149},
            {0.5, 0.2501287103010659},
            {0.5, 0.25}
        };
        List<double[]> ours = iterates(BOXED.with(new LbfgsB()));
        assertThat(ours).hasSize(scipy.length + 1);
        for (int k = 0; k < scipy.length; k++) {
            assertThat(ours.get(k + 1)).containsExactly(scipy[k], within(1e-10));
        }
        assertThat(BOXED.with(new LbfgsB()).run().counts().gradients()).isEqualTo(30);
    }

    /** The driver problem of the authors with n = 5, m = 3, by SciPy as above: 68 steps, 83 evaluations. */
    @Test
    void takesTheStepsOfSciPyOnTheProblemOfItsDriver() {
        double[][] scipy = {
            {2.9774679887338853, 1.839601419795083, 2.9774679887338853, 1.839601419795083, 3.540768270386757},
            {1.7110705971508384, 1.7123469297836447, 1.764680846741415, 1.7658841217279655, 3.6253468736974033},
            {1.5569363781825607, 1.5834775933330885, 1.6376896575467446, 1.8416919150450388, 3.6209985277448835},
            {1.2807073406247715, 1.3665007620745198, 1.4832797379625993, 1.9468705735636982, 3.6301174966252323},
            {1.1396975893678094, 1.227283295140894, 1.4157147408297877, 1.8849728601556723, 3.663454167520991},
            {1.0907686703437127, 1.1747796470416878, 1.3798306369736741, 1.9249455013515968, 3.662800670550404},
            {1.0846027794444313, 1.1749731071867444, 1.381641119042609, 1.9145437088783817, 3.6651664923768736},
            {1.0813435305223171, 1.1740240319787825, 1.3819441770684089, 1.9138124500928158, 3.665445410417222}
        };
        Expression f = Expression.parse("(x[1]-1)^2 + 4*sum(i, 2, 5, (x[i]-x[i-1]^2)^2)");
        Minimization m = Minimization.of(f)
                .from(3, 3, 3, 3, 3)
                .bounds("1:100, -100:100, 1:100, -100:100, 1:100")
                .with(new LbfgsB(3, new MoreThuente(1e-3, 0.9)));
        List<double[]> ours = iterates(m);
        for (int k = 0; k < scipy.length; k++) {
            assertThat(ours.get(k + 1)).containsExactly(scipy[k], within(1e-10));
        }
        Result r = m.run();
        assertThat(r.steps()).isBetween(66L, 70L);
        assertThat(r.counts().gradients()).isBetween(80L, 86L);
    }

    @Test
    void withoutBoundsItsDirectionIsThatOfLbfgs() {
        double[] g = {3, -1, 2};
        CompactMemory compact = CompactMemory.empty(2);
        LimitedMemory twoLoop = LimitedMemory.empty(2, 3);
        double[][] x = {{0, 0, 0}, {1, 2, -1}, {1.5, 1, 0}, {2, 3, 1}};
        for (int k = 0; k + 1 < x.length; k++) {
            Evaluation from = quadratic(x[k]);
            Evaluation to = quadratic(x[k + 1]);
            compact = compact.with(from, to, Parallel.of(1));
            twoLoop = twoLoop.with(CurvaturePair.of(from, to), from, to);
        }
        double[] expected = new double[3];
        twoLoop.twoLoop(g, expected);
        double[] zero = new double[3];
        double[] end = SubspaceMinimum.of(
                        compact,
                        compact.middle().orElseThrow(),
                        zero,
                        g,
                        new CauchyPoint(zero, new double[4]),
                        Domain.unbounded(3),
                        Parallel.of(1))
                .orElseThrow();
        assertThat(end).containsExactly(expected, within(1e-12));
    }

    /** ½xᵀAx with A = [2 1 0; 1 3 1; 0 1 4]. */
    private static Evaluation quadratic(double[] x) {
        double[] g = {2 * x[0] + x[1], x[0] + 3 * x[1] + x[2], x[1] + 4 * x[2]};
        return new Evaluation(x, 0.5 * (g[0] * x[0] + g[1] * x[1] + g[2] * x[2]), g, 0);
    }

    @Test
    void everyTrialIsWithinTheBounds() {
        for (String name : Bounded.entries().stream().map(e -> e.name()).toList()) {
            var p = Problems.named(name);
            Domain d = p.objective().domain();
            if (d.isPenalised()) {
                continue;
            }
            Minimization.of(p.objective())
                    .from(p.start())
                    .with(new LbfgsB())
                    .verdict(false)
                    .observe(new Observer() {
                        @Override
                        public void onEvent(Event e) {
                            if (e instanceof Trial t) {
                                double[] x = t.evaluation().x().clone();
                                d.project(x);
                                assertThat(t.evaluation().x()).as(name).containsExactly(x);
                            }
                        }
                    })
                    .run();
        }
    }

    @Test
    void aStartOutsideIsMovedInside() {
        Result r = Minimization.of(ROSENBROCK)
                .from(5, 5)
                .bounds("0:0.5")
                .withUsual()
                .run();
        assertThat(r.x()).containsExactly(0.5, 0.25);
        assertThat(r.algorithm()).isEqualTo(new LbfgsB());
        assertThat(r.trace().rows()).allMatch(row -> row.x()[0] <= 0.5 && row.x()[1] <= 0.5);
    }

    @Test
    void otherSearchesGoNoFartherThanTheBoundsEither() {
        for (String search : List.of("zoom", "hager-zhang", "armijo", "more-thuente")) {
            Result r = BOXED.with(Methods.named("lbfgsb:search=" + search)).run();
            assertThat(r.isConverged()).as(search + ": " + r).isTrue();
            assertThat(r.x()).containsExactly(new double[] {0.5, 0.25}, within(1e-7));
        }
    }

    @Test
    void methodsThatDoNotKnowTheDomainRefuse() {
        assertThatThrownBy(() -> BOXED.with(new Lbfgs()).run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("method lbfgs knows no bounds, which this objective has;"
                        + " expected lbfgsb or projected-gradient or tron");
        Minimization l1 = Minimization.of(ROSENBROCK).from(0, 0).l1(0.1);
        assertThatThrownBy(() -> l1.with(new LbfgsB()).run())
                .hasMessage("method lbfgsb knows no L1 penalty, which this objective has; expected owl-qn");
        assertThatThrownBy(() -> l1.bounds("0:1").with(new OwlQn()).run())
                .hasMessage("method owl-qn knows no bounds together with an L1 penalty, which this objective has;"
                        + " expected bounds or a penalty: no method knows both");
        assertThatThrownBy(() ->
                        BOXED.with(new Lookahead<>(new GradientDescent(1e-3))).run())
                .hasMessageStartingWith("method lookahead(gd) knows no bounds");
        assertThat(BOXED.with(new Lookahead<>(new LbfgsB())).run().isConverged())
                .isTrue();
        assertThat(BOXED.with(new Escape<>(new LbfgsB())).run().x()).containsExactly(0.5, 0.25);
    }

    @Test
    void breakpointsComeInOrder() {
        double[] t = {3, 0, 1, Double.POSITIVE_INFINITY, 2, 5, 4};
        Breakpoints heap = new Breakpoints(t);
        List<Double> taken = new ArrayList<>();
        while (!heap.isEmpty()) {
            taken.add(t[heap.take()]);
        }
        assertThat(taken).containsExactly(1.0, 2.0, 3.0, 4.0, 5.0);
    }

    /** By hand: H = diag(1, 1), from (2, 1) towards (0.5, -1) in [0, ∞)²: y stops at 0, x goes on to its minimum. */
    @Test
    void theCauchyPointOfAQuadratic() {
        CompactMemory none = CompactMemory.empty(3);
        Domain box = new Domain(new double[] {0, 0}, new double[] {9, 9});
        CauchyPoint c = CauchyPoint.of(
                none, none.middle().orElseThrow(), new double[] {2, 1}, new double[] {1.5, 2}, box, Parallel.of(1));
        assertThat(c.x()).containsExactly(0.5, 0);
        assertThat(Arrays.stream(c.c()).sum()).isZero();
    }

    /** What a failed search fell by on the way is more than any noise. */
    @Test
    void aFunctionWithoutMinimumHasNoFloor() {
        for (String bounds : List.of("-1:inf", "-inf:inf")) {
            Result r = Minimization.of(Expression.parse("-x"))
                    .from(0)
                    .bounds(bounds)
                    .with(new LbfgsB())
                    .run();
            assertThat(r.status().code()).isEqualTo(Status.Code.STUCK);
            assertThat(r.value()).isLessThan(-1e20);
        }
    }
}
