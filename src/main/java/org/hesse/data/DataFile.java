package org.hesse.data;

import java.nio.file.Path;
import java.util.Locale;

/** Data of your own, in the format that the name of the file says. */
public final class DataFile {
    private DataFile() {}

    /**
     * Reads a file with a class for each sample; it may be gzipped.
     *
     * @param file IDX images if its name contains {@code idx}; LIBSVM if its name ends in {@code .libsvm} or {@code .svm},
     *     perhaps with {@code .gz} or {@code .txt} after it; CSV otherwise
     * @param target the column of the class in a CSV file, by name or number from 1; empty for the last
     * @return the data set
     * @throws IllegalArgumentException naming the file and the place in it, if it is not as it should be, or if there is a
     *     target column for a format that has none
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static Dataset read(Path file, String target) {
        return read(file, target, true);
    }

    /**
     * Reads a file; it may be gzipped.
     *
     * @param file as for {@link #read(Path, String)}
     * @param target the column of the target in a CSV file, by name or number from 1; empty for the last
     * @param classes whether the target is a class or a real number; of images it is always a class
     * @return the data set
     * @throws IllegalArgumentException as {@link #read(Path, String)}
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static Dataset read(Path file, String target, boolean classes) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean libsvm = name.matches(".*\\.(libsvm|svm)(\\.txt)?(\\.gz)?");
        boolean idx = name.contains("idx");
        if ((libsvm || idx) && !target.isEmpty()) {
            throw new IllegalArgumentException("target column \"" + target + "\" for " + file.getFileName()
                    + ": expected none, only CSV files have columns");
        }
        return libsvm
                ? (classes ? LibsvmFormat.classification() : LibsvmFormat.regression()).read(file)
                : idx ? IdxFormat.read(file) : new CsvFormat(target, classes).read(file);
    }
}
