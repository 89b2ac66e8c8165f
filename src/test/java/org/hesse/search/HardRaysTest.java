package org.hesse.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.hesse.objective.Seeds;
import org.hesse.search.Searched.Found;
import org.hesse.search.Searched.NotFound;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no line search may trip over. */
class HardRaysTest {
    private static final int SEEDS = 2000;

    static List<LineSearch> searches() {
        return List.of(new Armijo(), new MoreThuente(), new Zoom(), new HagerZhang());
    }

    static List<LineSearch> wolfe() {
        return searches().subList(1, 4);
    }

    static Stream<Arguments> noises() {
        return searches().stream()
                .flatMap(s -> Stream.of(1e-16, 1e-15, 1e-14, 1e-12, 1e-10, 1e-8, 1e-7)
                        .flatMap(noise -> Stream.of(1e-3, 0.1, 1.0, 10.0).map(gain -> Arguments.of(s, noise, gain))));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void aWall(LineSearch search) {
        for (double outside : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            for (double first : new double[] {1e-3, 0.5, 0.9999, 1, 3, 1e6}) {
                ScalarRay phi = new ScalarRay(
                        a -> a < 1 ? -Math.log(1 - a) - 2 * a : outside, a -> a < 1 ? 1 / (1 - a) - 2 : outside);
                Found found = (Found) search.search(phi, first);
                assertThat(found.trial().value()).isNegative();
                assertThat(found.trials()).isLessThan(15);
            }
        }
    }

    /** The most trials by default. */
    private static int most(LineSearch search) {
        return search instanceof Zoom ? 30 : 40;
    }

    /** The values are finite everywhere, slopes are not. */
    @ParameterizedTest
    @MethodSource("searches")
    void noSlopes(LineSearch search) {
        NotFound end = (NotFound) search.search(new ScalarRay(a -> -a, a -> a == 0 ? -1 : Double.NaN), 1);
        assertThat(end.best()).isNull();
        assertThat(end.trials()).isEqualTo(most(search));
        assertThat(end.why()).contains(most(search) + " trials", "none below phi(0)");
    }

    @ParameterizedTest
    @MethodSource("wolfe")
    void unboundedBelow(LineSearch search) {
        ScalarRay phi = new ScalarRay(a -> -a, a -> -1);
        NotFound end = (NotFound) search.search(phi, 1);
        assertThat(end.trials()).isEqualTo(most(search)).isEqualTo(phi.slopes.size());
        assertThat(end.best().value()).isLessThan(-1e8);
        assertThat(end.why()).contains(most(search) + " trials", "slope -1.0");
    }

    @ParameterizedTest
    @MethodSource("searches")
    void wrongSlopes(LineSearch search) {
        for (double f0 : new double[] {0, 1, -1e9}) {
            NotFound end = (NotFound) search.search(new ScalarRay(a -> f0 + a, a -> -1), 1);
            assertThat(end.trials()).isLessThanOrEqualTo(40);
            assertThat(end.best()).isNull();
            assertThat(end.why()).contains("phi(0) = " + f0);
        }
    }

    /** Flat, and a slope that says so but for its sign. */
    @ParameterizedTest
    @MethodSource("searches")
    void flat(LineSearch search) {
        Searched end = search.search(new ScalarRay(a -> 1, a -> -1e-30), 1);
        assertThat(end instanceof Found f ? f.trials() : ((NotFound) end).trials())
                .isLessThanOrEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("searches")
    void misuse(LineSearch search) {
        for (double slope : new double[] {0, 1, Double.NaN}) {
            assertThatThrownBy(() -> search.search(new ScalarRay(a -> a * a, a -> slope), 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("slope " + slope);
        }
        for (double first : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> search.search(new ScalarRay(a -> -a, a -> -1), first))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("first step length " + first);
        }
    }

    @ParameterizedTest
    @MethodSource("searches")
    void anInterruptPassesThrough(LineSearch search) {
        RuntimeException interrupt = new RuntimeException("spent");
        int[] left = {1};
        ScalarRay phi = new ScalarRay(
                a -> {
                    if (a > 0 && left[0]-- == 0) {
                        throw interrupt;
                    }
                    return a * a - 1e-3 * a;
                },
                a -> 2 * a - 1e-3);
        assertThatThrownBy(() -> search.search(phi, 1)).isSameAs(interrupt);
    }

    /**
     * A parabola with its minimum at 1, from a start whose possible decrease is {@code gain} times the noise in values
     * near 1; slopes err by 1e-8. One search of a thousand may fail, and none takes long.
     */
    @ParameterizedTest
    @MethodSource("noises")
    void noise(LineSearch search, double noise, double gain) {
        int trials = 0;
        int failures = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomGenerator random = Seeds.random(seed);
            double first = Math.pow(10, 4 * random.nextDouble() - 2);
            double d = gain * noise;
            double f0 = 1 + noise * error(random);
            ScalarRay phi = new ScalarRay(
                    a -> a == 0 ? f0 : (1 + d * (a - 2) * a) * (1 + noise * error(random)),
                    a -> 2 * d * (a - 1) * (a == 0 ? 1 : 1 + 1e-8 * error(random)));
            Searched end = search.search(phi, first);
            int taken = end instanceof Found f ? f.trials() : ((NotFound) end).trials();
            assertThat(taken).isLessThanOrEqualTo(12);
            trials += taken;
            failures += end instanceof NotFound ? 1 : 0;
        }
        assertThat(trials).isLessThan(4 * SEEDS);
        assertThat(failures).isLessThanOrEqualTo(SEEDS / 1000);
    }

    /** Slopes are as noisy as values. */
    @ParameterizedTest
    @MethodSource("wolfe")
    void noiseAlone(LineSearch search) {
        int trials = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomGenerator random = Seeds.random(seed);
            ScalarRay phi = new ScalarRay(
                    a -> a == 0 ? 1 : 1 + 1e-12 * error(random), a -> a == 0 ? -1e-10 : 1e-9 * error(random));
            Searched end = search.search(phi, 1);
            int taken = end instanceof Found f ? f.trials() : ((NotFound) end).trials();
            assertThat(taken).isLessThanOrEqualTo(40);
            trials += taken;
        }
        assertThat(trials).isLessThan(20 * SEEDS);
    }

    /** A jump in φ, more than any error: what is lower is kept, and nothing higher accepted. */
    @ParameterizedTest
    @MethodSource("searches")
    void aJumpIsNoNoise(LineSearch search) {
        ScalarRay phi = new ScalarRay(a -> a < 0.25 ? 1 - 0.01 * a : 1.001 - 0.01 * (1 - a), a -> a < 0.25 ? -0.01 : 0);
        Searched end = search.search(phi, 1);
        Trial t = end instanceof Found f ? f.trial() : ((NotFound) end).best();
        assertThat(t.value()).isLessThan(1);
    }

    @ParameterizedTest
    @MethodSource("searches")
    void aParabolaTakesOneOrTwo(LineSearch search) {
        ScalarRay phi = new ScalarRay(a -> a * a - 2 * a, a -> 2 * a - 2);
        assertThat(((Found) search.search(phi, 1)).trial().alpha()).isEqualTo(1);
        Found found = (Found) search.search(phi, 2.5);
        assertThat(found.trials()).isEqualTo(2);
        assertThat(found.trial().alpha()).isCloseTo(1, within(0.26));
    }

    private static double error(RandomGenerator random) {
        return 2 * random.nextDouble() - 1;
    }
}
