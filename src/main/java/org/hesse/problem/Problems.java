package org.hesse.problem;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.hesse.io.Names;
import org.hesse.problem.bounded.Bounded;
import org.hesse.problem.catalog.Entry;
import org.hesse.problem.catalog.Parameters;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.problem.mgh.MoreGarbowHillstrom;
import org.hesse.problem.nist.Nist;
import org.hesse.problem.scalable.Families;

/** The problems by name: {@code himmelblau}, {@code rosenbrock:n=10}, {@code quadratic:n=10,condition=100,seed=1}. */
public final class Problems {
    private static final TreeMap<String, Entry> ENTRIES = new TreeMap<>();

    static {
        add("beale", List.of(), p -> new Beale().problem());
        add("biggs6", List.of(), p -> new Biggs6().problem());
        add("himmelblau", List.of(), p -> new Himmelblau().problem());
        add(
                "linear-autoencoder",
                List.of("features", "hidden"),
                p -> LinearAutoencoder.problem(p.integer("features", 4), p.integer("hidden", 2)));
        add(
                "matrix-factorization",
                List.of("size", "rank"),
                p -> MatrixFactorization.problem(p.integer("size", 4), p.integer("rank", 2)));
        add("monkey-saddle", List.of(), p -> new MonkeySaddle().problem());
        add(
                "quadratic",
                List.of("n", "condition", "seed"),
                p -> new Quadratic(p.integer("n", 10), p.number("condition", 100), p.integer("seed", 0)).problem());
        add("quadratic-deep", List.of(), p -> NoisyQuadratic.deep().problem());
        add("rosenbrock", List.of("n"), p -> new Rosenbrock(p.integer("n", 2)).problem());
        add("six-hump-camel", List.of(), p -> new SixHumpCamel().problem());
        add("styblinski-tang", List.of("n"), p -> new StyblinskiTang(p.integer("n", 2)).problem());
        Families.entries().forEach(Problems::add);
        MoreGarbowHillstrom.entries().forEach(Problems::add);
        Nist.entries().forEach(Problems::add);
        Bounded.entries().forEach(Problems::add);
        Penalised.entries().forEach(Problems::add);
    }

    private Problems() {}

    private static void add(String name, List<String> parameters, Function<Parameters, TestProblem> make) {
        add(new Entry(name, parameters, make));
    }

    private static void add(Entry entry) {
        if (ENTRIES.put(entry.name(), entry) != null) {
            throw new IllegalStateException("two problems of the name " + entry.name());
        }
    }

    /**
     * Looks a problem up.
     *
     * @param name the name, and after a colon its parameters, separated by commas
     * @return the problem
     * @throws IllegalArgumentException if there is no such problem (with the nearest names) or parameter, or if a
     *     parameter is out of range
     */
    public static TestProblem named(String name) {
        int colon = name.indexOf(':');
        String bare = (colon < 0 ? name : name.substring(0, colon)).strip();
        Entry entry = ENTRIES.get(bare);
        if (entry == null) {
            throw Names.unknown("problem", bare, ENTRIES.keySet());
        }
        return entry.make().apply(new Parameters(name, colon < 0 ? "" : name.substring(colon + 1), entry.parameters()));
    }

    /**
     * The names.
     *
     * @return the names without parameters, in alphabetical order
     */
    public static List<String> names() {
        return List.copyOf(ENTRIES.keySet());
    }

    /**
     * The parameters that a problem takes.
     *
     * @param name a name without parameters
     * @return the names of its parameters, perhaps none
     * @throws IllegalArgumentException if there is no such problem
     */
    public static List<String> parameters(String name) {
        Entry entry = ENTRIES.get(name);
        if (entry == null) {
            throw Names.unknown("problem", name, ENTRIES.keySet());
        }
        return entry.parameters();
    }

    /**
     * All problems with the defaults of their parameters.
     *
     * @return the problems, in the order of their names
     */
    public static List<TestProblem> all() {
        return ENTRIES.keySet().stream().map(Problems::named).toList();
    }

    /**
     * The problems of Moré, Garbow and Hillstrom (1981) in the order of their paper, at the sizes of
     * {@link MoreGarbowHillstrom#names}.
     *
     * @return the problems
     */
    public static List<TestProblem> moreGarbowHillstrom() {
        return MoreGarbowHillstrom.names().stream().map(Problems::named).toList();
    }
}
