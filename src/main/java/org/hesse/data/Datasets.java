package org.hesse.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.hesse.io.Names;

/** The bundled data sets, as published; their sources and licences are in {@code SOURCES.md} beside the files. */
public final class Datasets {
    private static final Map<String, Supplier<Dataset>> BUNDLED =
            new TreeMap<>(Map.of("digits", Datasets::digits, "breast-cancer", Datasets::breastCancer));

    private Datasets() {}

    /**
     * Optical Recognition of Handwritten Digits, test part (Alpaydin and Kaynak, UCI 1998).
     *
     * @return 1797 images of 8 × 8 pixels from 0 to 16, 10 classes
     */
    public static Dataset digits() {
        return read("digits", "digits.csv.gz");
    }

    /**
     * Breast Cancer Wisconsin, Diagnostic (Wolberg, Mangasarian, Street and Street, UCI 1993).
     *
     * @return 569 × 30, 2 classes: 0 malignant, 1 benign
     */
    public static Dataset breastCancer() {
        return read("breast-cancer", "breast_cancer.csv");
    }

    /**
     * The names of the bundled data sets.
     *
     * @return in alphabetical order
     */
    public static List<String> names() {
        return List.copyOf(BUNDLED.keySet());
    }

    /**
     * A bundled data set by its name.
     *
     * @param name one of {@link #names}
     * @return the data set
     * @throws IllegalArgumentException if there is none of that name, with the nearest names
     */
    public static Dataset named(String name) {
        Supplier<Dataset> bundled = BUNDLED.get(name);
        if (bundled == null) {
            throw Names.unknown("data set", name, BUNDLED.keySet());
        }
        return bundled.get();
    }

    private static Dataset read(String name, String file) {
        try (InputStream in = Datasets.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the resources of " + Datasets.class);
            }
            return CsvFormat.classification().read(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the bundled data set " + file, e);
        }
    }
}
