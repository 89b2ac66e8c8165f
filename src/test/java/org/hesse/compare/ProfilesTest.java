package org.hesse.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Against profiles drawn by hand. */
class ProfilesTest {
    private static final double MISS = Double.POSITIVE_INFINITY;
    private static final double[][] COST = {{10, 40, MISS, 8}, {20, 10, MISS, 8}, {15, MISS, MISS, 80}};

    @Test
    void performanceIsInUnitsOfTheBest() {
        List<Distribution> profiles = Profiles.performance(COST);
        assertThat(profiles.get(0).at()).containsExactly(1, 1, 4);
        assertThat(profiles.get(1).at()).containsExactly(1, 1, 2);
        assertThat(profiles.get(2).at()).containsExactly(1.5, 10);
        assertThat(profiles.get(0).share(1)).isEqualTo(0.5); // best, or as good, on two of four
        assertThat(profiles.get(1).share(1.9)).isEqualTo(0.5);
        assertThat(profiles.get(1).share(2)).isEqualTo(0.75);
        assertThat(profiles.get(2).share(1)).isZero();
        assertThat(profiles.get(2).share(1e9)).isEqualTo(0.5); // what nobody solved counts for all
    }

    @Test
    void dataIsInUnitsOfSimplexGradients() {
        List<Distribution> profiles = Profiles.data(COST, new int[] {1, 4, 2, 3});
        assertThat(profiles.get(0).at()).containsExactly(2, 5, 8);
        assertThat(profiles.get(1).at()).containsExactly(2, 2, 10);
        assertThat(profiles.get(2).at()).containsExactly(7.5, 20);
        assertThat(profiles.get(0).share(5)).isEqualTo(0.5);
        assertThatThrownBy(() -> Profiles.data(COST, new int[] {1, 4, 0, 3})).hasMessageContaining("[1, 4, 0, 3]");
    }

    @Test
    void geometricMeanOfPowers() {
        assertThat(Profiles.geometricMean(1, 4, 16)).isEqualTo(4, Offset.offset(1e-14));
        assertThat(Profiles.geometricMean(7)).isEqualTo(7, Offset.offset(1e-14));
        assertThat(Profiles.geometricMean(3, MISS)).isEqualTo(MISS);
    }

    @Test
    void whatIsNoCostIsRefused() {
        assertThatThrownBy(Profiles::geometricMean).hasMessageContaining("empty");
        assertThatThrownBy(() -> Profiles.geometricMean(1, 0)).hasMessageContaining("cost: 0.0");
        assertThatThrownBy(() -> Profiles.performance(new double[][] {{1, 2}, {1, Double.NaN}}))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> Profiles.performance(new double[][] {{1, 2}, {1}}))
                .hasMessageContaining("1 problems in one row");
        assertThatThrownBy(() -> Distribution.of(1, Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(Distribution::of).hasMessageContaining("empty");
    }
}
