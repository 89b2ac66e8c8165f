package org.hesse.problem.nist;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.hesse.io.Names;
import org.hesse.problem.catalog.Entry;

/**
 * The 27 nonlinear regressions of the NIST by name, such as {@code nist-misra1a:start=1} in the catalogue. Without a start
 * it is the second, near one.
 *
 * <p>Source: National Institute of Standards and Technology, Statistical Reference Datasets (StRD), nonlinear regression;
 * the files are bundled, see {@code SOURCES.md} beside them.
 */
public final class Nist {
    /** By the level of difficulty that the NIST gives: 8 lower, 11 average, 8 higher. */
    private static final List<String> NAMES = List.of(
            "Misra1a",
            "Chwirut2",
            "Chwirut1",
            "Lanczos3",
            "Gauss1",
            "Gauss2",
            "DanWood",
            "Misra1b", //
            "Kirby2",
            "Hahn1",
            "Nelson",
            "MGH17",
            "Lanczos1",
            "Lanczos2",
            "Gauss3",
            "Misra1c",
            "Misra1d",
            "Roszman1",
            "ENSO", //
            "MGH09",
            "Thurber",
            "BoxBOD",
            "Rat42",
            "MGH10",
            "Eckerle4",
            "Rat43",
            "Bennett5");

    private Nist() {}

    /**
     * The names as published.
     *
     * @return 27 names, the easy ones first
     */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * A regression.
     *
     * @param name one of {@link #names}, in any case
     * @return its model, data, starts and certified result
     * @throws IllegalArgumentException if there is none of that name, with the nearest names
     */
    public static Regression named(String name) {
        return NAMES.stream()
                .filter(known -> known.equalsIgnoreCase(name))
                .findFirst()
                .map(Nist::read)
                .orElseThrow(() -> Names.unknown("NIST regression", name, NAMES));
    }

    /**
     * The lines of the catalogue.
     *
     * @return an entry for each regression, with the parameter {@code start}, 1 or 2
     */
    public static List<Entry> entries() {
        return NAMES.stream()
                .map(name -> new Entry(
                        "nist-" + name.toLowerCase(Locale.ROOT),
                        List.of("start"),
                        p -> read(name).problem(p.integer("start", 2))))
                .toList();
    }

    private static Regression read(String name) {
        try (InputStream in = Nist.class.getResourceAsStream(name + ".dat")) {
            if (in == null) {
                throw new IllegalStateException(name + ".dat is missing from the resources of " + Nist.class);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
            return new StrdFile(name, reader.lines().toList()).read();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the bundled file " + name + ".dat", e);
        }
    }
}
