package org.hesse.autodiff.reverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.hesse.autodiff.Differentiable;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.ode.FieldExpandableODE;
import org.hipparchus.ode.FieldODEIntegrator;
import org.hipparchus.ode.FieldODEState;
import org.hipparchus.ode.FieldOrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.ClassicalRungeKuttaFieldIntegrator;
import org.hipparchus.ode.nonstiff.DormandPrince54FieldIntegrator;
import org.hipparchus.ode.nonstiff.DormandPrince853FieldIntegrator;
import org.hipparchus.util.MathArrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Derivatives of solutions of differential equations, through Hipparchus's integrators, beside the closed forms. */
class OdeTest {
    private static final double TIME = 2;

    static Stream<FieldODEIntegrator<Var>> integrators() {
        return Stream.of(
                new ClassicalRungeKuttaFieldIntegrator<>(
                        Var.field(), Var.field().getOne().multiply(0.01)),
                new DormandPrince54FieldIntegrator<>(Var.field(), 1e-6, 1, 1e-11, 1e-11),
                new DormandPrince853FieldIntegrator<>(Var.field(), 1e-6, 1, 1e-12, 1e-12));
    }

    private static <T extends CalculusFieldElement<T>> T[] solve(
            FieldODEIntegrator<T> integrator, Field<T> field, BiFunction<T, T[], T[]> slope, T[] start) {
        FieldOrdinaryDifferentialEquation<T> equation = new FieldOrdinaryDifferentialEquation<>() {
            @Override
            public int getDimension() {
                return start.length;
            }

            @Override
            public T[] computeDerivatives(T t, T[] y) {
                return slope.apply(t, y);
            }
        };
        return integrator
                .integrate(
                        new FieldExpandableODE<>(equation),
                        new FieldODEState<>(field.getZero(), start),
                        field.getOne().multiply(field.getOne().newInstance(TIME)))
                .getPrimaryState();
    }

    /** y' = −ky from a: y(t) = a·exp(−kt). */
    @ParameterizedTest
    @MethodSource("integrators")
    void decay(FieldODEIntegrator<Var> integrator) {
        Differentiable f = Differentiable.of(2, p -> {
            Var[] start = MathArrays.buildArray(Var.field(), 1);
            start[0] = p[1];
            return solve(
                    integrator,
                    Var.field(),
                    (t, y) -> new Var[] {y[0].multiply(p[0]).negate()},
                    start)[0];
        });
        double k = 0.7;
        double a = 3;
        double y = a * Math.exp(-k * TIME);
        double[] g = new double[2];
        assertThat(f.valueAndGradient(new double[] {k, a}, g)).isCloseTo(y, within(1e-8));
        assertThat(g).containsExactly(new double[] {-TIME * y, y / a}, within(1e-7));
        double[][] h = f.hessianAt(new double[] {k, a}).dense();
        assertThat(h[0]).containsExactly(new double[] {TIME * TIME * y, -TIME * y / a}, within(1e-6));
        assertThat(h[1]).containsExactly(new double[] {-TIME * y / a, 0}, within(1e-6));
    }

    /** u″ = −ω²u from (a, 0): u(t) = a·cos(ωt). */
    @ParameterizedTest
    @MethodSource("integrators")
    void oscillator(FieldODEIntegrator<Var> integrator) {
        Differentiable f = Differentiable.of(2, p -> {
            Var[] start = {p[1], Var.field().getZero()};
            return solve(
                    integrator,
                    Var.field(),
                    (t, y) -> new Var[] {y[1], y[0].multiply(p[0].square()).negate()},
                    start)[0];
        });
        double omega = 1.3;
        double a = 2;
        double c = Math.cos(omega * TIME);
        double s = Math.sin(omega * TIME);
        double[] g = new double[2];
        assertThat(f.valueAndGradient(new double[] {omega, a}, g)).isCloseTo(a * c, within(1e-7));
        assertThat(g).containsExactly(new double[] {-a * TIME * s, c}, within(1e-6));
        double[][] h = f.hessianAt(new double[] {omega, a}).dense();
        assertThat(h[0]).containsExactly(new double[] {-a * TIME * TIME * c, -TIME * s}, within(1e-5));
    }
}
