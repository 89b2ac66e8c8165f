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
    private static final Map<String, Supplier<Dataset>> BUNDLED = new TreeMap<>(Map.of(
            "digits",
            Datasets::digits,
            "breast-cancer",
            Datasets::breastCancer,
            "mushroom",
            Datasets::mushroom,
            "bank-marketing",
            Datasets::bankMarketing));

    private Datasets() {}

    /**
     * Optical Recognition of Handwritten Digits, test part (Alpaydin and Kaynak, UCI 1998).
     *
     * @return 1797 images of 8 × 8 pixels from 0 to 16, 10 classes
     */
    public static Dataset digits() {
        return read("digits", "digits.csv.gz", CsvFormat.classification()::read);
    }

    /**
     * Breast Cancer Wisconsin, Diagnostic (Wolberg, Mangasarian, Street and Street, UCI 1993).
     *
     * @return 569 × 30, 2 classes: 0 malignant, 1 benign
     */
    public static Dataset breastCancer() {
        return read("breast-cancer", "breast_cancer.csv", CsvFormat.classification()::read);
    }

    /**
     * Mushroom (UCI 1987): which are poisonous, in the form XGBoost ships, its training part before its test part.
     *
     * @return 8124 × 126 features of 0 and 1, stored sparsely, 2 classes: 0 edible, 1 poisonous
     */
    public static Dataset mushroom() {
        return read("mushroom", "mushroom.libsvm.gz", LibsvmFormat.classification()::read);
    }

    /**
     * Bank Marketing (Moro, Rita and Cortez, UCI 2014): who subscribes to a term deposit.
     *
     * @return 45211 × 51, categories one-hot, 2 classes: no, yes
     */
    public static Dataset bankMarketing() {
        return read("bank-marketing", "bank-marketing.csv.gz", CsvFormat.classification()::read);
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

    private interface Reader {
        Dataset read(String name, InputStream in) throws IOException;
    }

    private static Dataset read(String name, String file, Reader reader) {
        try (InputStream in = Datasets.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the resources of " + Datasets.class);
            }
            return reader.read(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the bundled data set " + file, e);
        }
    }
}
