package org.hesse.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.hesse.Hesse.box;
import static org.hesse.Hesse.census;
import static org.hesse.Hesse.function;
import static org.hesse.Hesse.numeric;

import java.util.Arrays;
import org.hesse.objective.Kind;
import org.hesse.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultistartTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    himmelblau; x=-6:6, y=-6:6; 200
                    six-hump-camel; x=-3:3, y=-2:2; 200
                    egg-crate; x=-5:5, y=-5:5; 400
                    muller-brown; x=-1.5:1.2, y=-0.5:2; 200
                    """)
    void findsWhatTheExhaustiveSearchProves(String name, String box, int starts) {
        Census all = Exhaustive.of(Texts.named(name), box(box)).run();
        Census found = Multistart.of(Texts.named(name), box(box)).starts(starts).run();
        assertThat(found.points()).hasSameSizeAs(all.points());
        for (CensusPoint p : found.points()) {
            assertThat(p.certified()).isTrue();
            assertThat(all.points()).anyMatch(p::isSame);
        }
        assertThat(found.certified()).isFalse();
    }

    @Test
    void threadsChangeNothingAndStartsAddUp() {
        Multistart search = Multistart.of(Texts.named("six-hump-camel"), box("x=-3:3, y=-2:2"));
        assertThat(search.starts(40).threads(3).run().report())
                .isEqualTo(search.starts(40).run().report());
        Census more = search.starts(25).goOn(search.starts(15).run());
        assertThat(more.report()).isEqualTo(search.starts(40).run().report());
        assertThat(search.starts(40).seed(1).run().starts()).isEqualTo(40);
    }

    @Test
    void valuesAloneAreEnough() {
        Census found =
                census(numeric(2, x -> Problems.named("himmelblau").objective().value(x)), box("x=-6:6, y=-6:6"));
        assertThat(found.how()).isEqualTo(Census.How.MULTISTART);
        assertThat(found.minima()).isEqualTo(4);
        assertThat(found.points()).allMatch(p -> p.evidence().equals("NUMERICAL"));
    }

    @Test
    void symmetricCopiesCountOnce() {
        Census found = Multistart.of(Texts.named("styblinski-tang:n=3"), box("x=-5:5, y=-5:5, z=-5:5"))
                .starts(300)
                .canonical(x -> {
                    double[] sorted = x.clone();
                    Arrays.sort(sorted);
                    return sorted;
                })
                .run();
        assertThat(found.toString()).startsWith("CENSUS multistart: 4 minima, 5 saddles, 1 maximum");
    }

    /** From the same 20 starts, which miss the saddle at (−3.07, −0.08). */
    @Test
    void deflationFindsWhatPlainSearchesMiss() {
        Multistart search =
                Multistart.of(Texts.named("himmelblau"), box("x=-6:6, y=-6:6")).starts(20);
        Census plain = search.deflation(false).run();
        Census found = search.run();
        assertThat(plain.deflated()).isZero();
        assertThat(found.deflated()).isPositive();
        assertThat(plain.points()).hasSize(7);
        assertThat(found.points()).hasSize(8).anySatisfy(p -> {
            assertThat(p.x()).containsExactly(new double[] {-3.0730258, -0.0813530}, within(6e-8));
            assertThat(p.certified()).isTrue();
        });
        assertThat(search.threads(3).run().report()).isEqualTo(found.report());
    }

    @ParameterizedTest
    @CsvSource({"x^4 + y^4, MINIMUM", "-x^4 - y^4, MAXIMUM", "x^3 - 3*x*y^2, SADDLE"})
    void degeneratePointsAreFoundWithTheirKind(String f, Kind kind) {
        Census census =
                Multistart.of(function(f), box("x=-2:2, y=-2:2")).starts(30).run();
        assertThat(census.points()).hasSize(1);
        assertThat(census.degenerate()).isEqualTo(1);
        assertThat(census.points().get(0).kind()).isEqualTo(kind);
        assertThat(census.points().get(0).x()).containsExactly(new double[2], within(1e-9));
        assertThat(census.report()).contains("degenerate").doesNotContain("SADDLE 0", "within 0");
    }

    @Test
    void aValleyIsOnePointThatCountsItsEnds() {
        Census census = Multistart.of(function("(x^2 + y^2 - 1)^2"), box("x=-2:2, y=-2:2"))
                .starts(60)
                .run();
        assertThat(census.maxima()).isEqualTo(1);
        assertThat(census.degenerate()).isEqualTo(1);
        assertThat(census.points().get(1).flat()).isEqualTo(1);
        assertThat(census.points().get(1).ends()).isGreaterThan(30);
        assertThat(census.report()).contains("a valley of dimension 1", "searches ended in it");
    }

    /** Circles of radius 1 around (±2, 0). */
    @Test
    void twoValleysOfTheSameHeightAreTwo() {
        Census census = Multistart.of(
                        function("((x-2)^2 + y^2 - 1)^2 * ((x+2)^2 + y^2 - 1)^2"), box("x=-3.5:3.5, y=-1.5:1.5"))
                .starts(60)
                .run();
        assertThat(census.points().stream().filter(p -> p.flat() == 1)).hasSize(2);
    }

    @Test
    void aLargerBoxGetsStartsInTheAddedPartOnly() {
        Multistart small = Multistart.of(Texts.named("himmelblau"), box("x=0:6, y=-6:6"));
        Census part = small.starts(60).run();
        Census all = Multistart.of(Texts.named("himmelblau"), box("x=-6:6, y=-6:6"))
                .starts(60)
                .goOn(part);
        assertThat(all.points()).hasSize(9);
        assertThat(all.starts()).isEqualTo(120);
        assertThat(all.box().lower()[0]).isEqualTo(-6);
        assertThatIllegalArgumentException().isThrownBy(() -> small.goOn(all)).withMessageContaining("larger one");
    }

    @Test
    void misuseIsNamed() {
        Multistart search = Multistart.of(Texts.named("himmelblau"), box("x=-6:6, y=-6:6"));
        assertThatIllegalArgumentException().isThrownBy(() -> search.starts(0)).withMessageContaining("starts = 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search.indices(3))
                .withMessageContaining("from -1 (any) to 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search.seed(1).goOn(search.run()))
                .withMessageContaining("seed");
    }
}
