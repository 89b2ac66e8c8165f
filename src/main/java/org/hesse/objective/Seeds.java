package org.hesse.objective;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Random numbers as pure functions of explicit seeds: the same bits on every JDK and in every order of calls. */
public final class Seeds {
    private static final RandomGeneratorFactory<RandomGenerator> GENERATOR =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private Seeds() {}

    /**
     * A generator for a seed.
     *
     * @param seed the seed
     * @return a new L64X128MixRandom (Steele and Vigna 2021)
     */
    public static RandomGenerator random(long seed) {
        return GENERATOR.create(seed);
    }

    /**
     * Makes one seed of two numbers: the finaliser of SplitMix64 (Steele, Lea and Flood 2014) over both.
     *
     * @param a a number
     * @param b another
     * @return a number that looks random in both
     */
    public static long mix(long a, long b) {
        return finish(finish(a + 0x9e3779b97f4a7c15L) ^ (b * 0xd1342543de82ef95L + 0x2545f4914f6cdd1dL));
    }

    private static long finish(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
