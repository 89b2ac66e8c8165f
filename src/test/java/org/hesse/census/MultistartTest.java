package org.hesse.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.hesse.Hesse.box;
import static org.hesse.Hesse.census;
import static org.hesse.Hesse.numeric;

import java.util.Arrays;
import org.hesse.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultistartTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    himmelblau; x=-6:6, y=-6:6; 200
                    six-hump-camel; x=-3:3, y=-2:2; 200
                    egg-crate; x=-5:5, y=-5:5; 1000
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
