package org.hesse.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.hesse.autodiff.Expression;
import org.hesse.objective.Curved;
import org.hesse.objective.Domain;
import org.hesse.objective.Kind;
import org.hesse.objective.Objective;
import org.hesse.objective.Seeds;
import org.hesse.objective.Structure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DegenerateTest {
    private static double[] point(String at) {
        return Stream.of(at.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x^3-3*x*y^2 | 0,0 | SADDLE | 0",
                "x^4+y^4 | 0,0 | MINIMUM | 0",
                "-x^4-y^4 | 0,0 | MAXIMUM | 0",
                "x^4-y^4 | 0,0 | SADDLE | 0",
                "x^4+y^4-2*x^2*y^2+1e-3*x^2*y^2 | 0,0 | MINIMUM | 0",
                "x^4+y^4-2.01*x^2*y^2 | 0,0 | SADDLE | 0",
                "(y-x^2)*(y-3*x^2) | 0,0 | SADDLE | 0", // naive +3, corrected −1
                "(y-x^2)^2+x^4 | 0,0 | MINIMUM | 0",
                "-(y-x^2)^2-x^4 | 0,0 | MAXIMUM | 0",
                "-y^2+x^4 | 0,0 | SADDLE | 0",
                "z^2+(x^2+y^2)^2-z*x^2 | 0,0,0 | MINIMUM | 0", // corrected: x⁴ + 2x²y² + y⁴ − x⁴/4
                "z^2+(x^2+y^2)^2-3*z*x^2 | 0,0,0 | SADDLE | 0", // − 9x⁴/4
                "x^4+y^2 | 1e-9,0 | UNDECIDED | 0", // a slope where the curvature is unknown
                "x^4+1e-5*x^3+y^2 | 0,0 | SADDLE | 0",
                "x^4+y^4+z^4 | 0,0,0 | MINIMUM | 0",
                "x^6+y^2 | 0,0 | DEGENERATE | 0",
                // nearly flat, but no manifold
                "(x-y)^2+1e-12*x^4 | 0,0 | MINIMUM | 0",
                "(x-y)^2-1e-20*x^3 | 0,0 | SADDLE | 0",
                "x^2-1e-16*y^2 | 0,0 | SADDLE | 0",
                // deep linear nets ½(w₁⋯w_L − 1)² at 0
                "0.5*(a*b-1)^2 | 0,0 | SADDLE | 0",
                "0.5*(a*b*c-1)^2 | 0,0,0 | SADDLE | 0",
                "0.5*(a*b*c*d-1)^2 | 0,0,0,0 | SADDLE | 0",
                // valleys
                "0.5*(a*b-1)^2 | 2,0.5 | DEGENERATE | 1",
                "0.5*(a*b*c-1)^2 | 2,0.5,1 | DEGENERATE | 2",
                "x^2+0*y | 0,3 | DEGENERATE | 1",
                "(x^2+y^2+z^2-1)^2 | 0.6,0,0.8 | DEGENERATE | 2",
                "x^2+y^4+0*z | 0,0,0 | DEGENERATE | 1",
                // phase retrieval, x* = (1, 0, 0, 0): the sphere of radius 1/√3 across it
                "0.75*(x^2+y^2+z^2+w^2)^2-0.5*(x^2+y^2+z^2+w^2)-x^2+0.75 | 0,0.5773502691896258,0,0 | SADDLE | 2",
            })
    void kindsAndFlatDimensions(String text, String at, Kind kind, int flat) {
        CriticalPoint p = CriticalPoint.of(Expression.parse(text), point(at));
        assertThat(p.kind()).as(p::report).isEqualTo(kind);
        assertThat(p.flat()).as(p::report).isEqualTo(flat);
        assertThat(p.toString()).startsWith(kind.name()).hasSizeLessThanOrEqualTo(80);
    }

    /** A small eigenvalue whose sign is proved is not 0 as well. */
    @Test
    void aCertifiedPointHasNoNullity() {
        CriticalPoint p = CriticalPoint.of(Expression.parse("1e16*cos(x)+y^2"), new double[2]);
        assertThat(p.evidence()).isEqualTo(Evidence.CERTIFIED);
        assertThat(p.index()).isEqualTo(1);
        assertThat(p.nullity()).isZero();
        assertThat(p.condition()).isCloseTo(5e15, offset(1e10));
        assertThat(p.report()).doesNotContain("flat along", "sign unknown");
    }

    /** Where the Hessian jumps, the one on one side proves nothing: 0 is a maximum, then neither. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"min(x^2,-x^2)", "if(x<0,-x^2,x^2)"})
    void atAJumpOfTheHessianNothingIsNearest(String text) {
        CriticalPoint p = CriticalPoint.of(Expression.parse(text), new double[1]);
        assertThat(p.kind()).isEqualTo(Kind.DEGENERATE);
        assertThat(p.nearest()).isEmpty();
    }

    /** ½‖uvᵀ − M‖², M = diag(3, 1): at its best approximation of rank 1 the scaling u → tu, v → v/t is the only valley. */
    @Test
    void aFactorisationHasOneValley() {
        Expression f = Expression.parse("0.5*((a*c-3)^2+(a*d)^2+(b*c)^2+(b*d-1)^2)");
        double r = Math.sqrt(3);
        CriticalPoint p = CriticalPoint.of(f, f.layout().point("a=" + r + ", b=0, c=" + r + ", d=0"));
        assertThat(p.kind()).as(p::report).isEqualTo(Kind.DEGENERATE);
        assertThat(p.flat()).isEqualTo(1);
        assertThat(p.nullity()).isEqualTo(1); // {2σ₁, 0, σ₁ ± σ₂}
        assertThat(p.eigenvalues()).satisfies(l -> assertThat(l[1]).isCloseTo(2, offset(1e-12)));
        assertThat(p.report()).containsPattern("flat along +0.71\\*[ac] - 0.71\\*[ac]");
        // the valley is a symmetry: declared, it is left out
        CriticalPoint q =
                CriticalPoint.of(f, p.x(), CriticalPoint.Options.at(p.x()).withSymmetries(1));
        assertThat(q.kind()).as(q::report).isEqualTo(Kind.MINIMUM);
        assertThat(q.eigenvalues()).hasSize(3);
        CriticalPoint wrong =
                CriticalPoint.of(f, p.x(), CriticalPoint.Options.at(p.x()).withSymmetries(2));
        assertThat(wrong.kind()).isEqualTo(Kind.UNDECIDED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CriticalPoint.Options.at(new double[2]).withSymmetries(-1))
                .withMessageContaining("symmetries = -1");
    }

    /** Products of two quadratic forms with known discriminants: the sign on the circle is known in closed form. */
    @Test
    void binaryQuarticsAreDecidedExactly() {
        RandomGenerator random = Seeds.random(11);
        for (int trial = 0; trial < 5000; trial++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            double c = random.nextGaussian();
            double p = random.nextGaussian();
            double q = random.nextGaussian();
            double r = random.nextGaussian();
            boolean first = b * b - 4 * a * c < 0;
            boolean second = q * q - 4 * p * r < 0;
            int sign = BinaryQuartic.sign(a * p, a * q + b * p, a * r + b * q + c * p, b * r + c * q, c * r, 1e-15);
            assertThat(sign).isEqualTo(first && second ? (a * p > 0 ? 1 : -1) : 2);
        }
        assertThat(BinaryQuartic.sign(1, 0, -2, 0, 1, 1e-15)).isZero(); // (c² − s²)²
        assertThat(BinaryQuartic.sign(0, 0, 0, 0, 0, 0)).isZero();
    }

    /** f within bounds; without intervals, as a user writes it. */
    private static Objective within(Objective f, double[] lower, double[] upper) {
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
            public <T extends Structure> Optional<T> as(Class<T> type) {
                return f.as(type);
            }

            @Override
            public Domain domain() {
                return new Domain(lower, upper);
            }
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(x+1)^2+y^2 | 0,0 | MINIMUM | 1", // μ = 2, and y² on the face
                "(x+1)^2-y^2 | 0,0.5 | NOT_CRITICAL | 1",
                "(x+1)^2+(y+1)^2 | 0,0 | NOT_CRITICAL | 1", // y = 0 is no bound
                "(x-1)^2+y^2 | 0,0 | NOT_CRITICAL | 0", // falls inwards
                "x^2+y^2 | 0,0 | MINIMUM | 0", // μ = 0: the whole Hessian
                "-x^2+y^2 | 0,0 | UNDECIDED | 0",
                "(x+1)^2+(y-3)^2 | 0,2 | MINIMUM | 2", // a corner
            })
    void atBoundsTheMultipliersAndTheReducedHessianDecide(String text, String at, Kind kind, int held) {
        Objective f = within(Expression.parse(text), new double[] {0, -2}, new double[] {5, 2});
        CriticalPoint p = CriticalPoint.of(f, point(at));
        assertThat(p.kind()).as(p::report).isEqualTo(kind);
        assertThat(p.active().orElseThrow().variables()).hasSize(held);
        assertThat(p.eigenvalues()).hasSize(2 - held);
        assertThat(p.report()).contains("bounds");
        assertThat(p.toString()).hasSizeLessThanOrEqualTo(80);
    }

    /** The saddle of x² − y² with a wrong gradient or Hessian is not believed. */
    @ParameterizedTest
    @CsvSource({"1, 1, SADDLE", "1.5, 1, UNDECIDED", "1, -1, UNDECIDED"})
    void wrongDerivativesAreNoSaddle(double gradient, double hessian, Kind kind) {
        Expression f = Expression.parse("x^2-y^2+x*y^3");
        Objective own = new Objective() {
            @Override
            public int dimension() {
                return 2;
            }

            @Override
            public double value(double[] x) {
                return f.value(x);
            }

            @Override
            public double valueAndGradient(double[] x, double[] g) {
                double value = f.valueAndGradient(x, g);
                g[1] *= gradient;
                return value;
            }

            @Override
            public <T extends Structure> Optional<T> as(Class<T> type) {
                Curved wrong = x -> f.as(Curved.class)
                        .orElseThrow()
                        .hessianAt(new double[] {hessian * x[0], x[1] + (hessian - 1) / 4});
                return type.isInstance(wrong) ? Optional.of(type.cast(wrong)) : Optional.empty();
            }
        };
        CriticalPoint p = CriticalPoint.of(own, new double[2]);
        assertThat(p.kind()).as(p::report).isEqualTo(kind);
        if (kind == Kind.UNDECIDED) {
            assertThat(p.evidence()).isEqualTo(Evidence.UNDECIDED);
            assertThat(p.blockedBy().orElseThrow().term()).isEqualTo("derivative check");
        }
    }
}
