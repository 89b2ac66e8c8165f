package org.hesse.cli;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.hesse.compare.Problem;
import org.hesse.compare.StandardExperiments;
import org.hesse.data.CsvFormat;
import org.hesse.data.Dataset;
import org.hesse.data.Datasets;
import org.hesse.data.Standardisation;
import org.hesse.io.Names;
import picocli.CommandLine.Option;

/** The data of a comparison, and the problem they make: softmax regression. */
final class CompareData {
    static final String DIGITS = "digits";

    @Option(
            names = "--data",
            paramLabel = "NAME|FILE",
            defaultValue = DIGITS,
            description =
                    "digits, breast-cancer, or a CSV file, perhaps gzipped: features and a class, a sample a row.")
    private String name;

    @Option(
            names = "--target-column",
            paramLabel = "COLUMN",
            description = "The column of the class in the CSV file, by name or number from 1. Default: the last.")
    private String target;

    @Option(
            names = "--l2",
            paramLabel = "LAMBDA",
            defaultValue = "1e-3",
            description = "Weight of the L2 term. Default: ${DEFAULT-VALUE}.")
    private double lambda;

    /** Whether this is the problem that every report of ours has. */
    boolean isStandard() {
        return name.equals(DIGITS) && lambda == 1e-3;
    }

    Problem problem() {
        boolean bundled = Datasets.names().contains(name);
        if (bundled && target != null) {
            throw new UsageException("--target-column", "is for CSV files, but " + name + " is bundled");
        }
        if (isStandard()) {
            return StandardExperiments.digits();
        }
        Dataset data = bundled ? Datasets.named(name) : file();
        if (name.equals(DIGITS)) {
            return softmax(data.scaled(1.0 / 16).withConstant(), "pixels divided by 16, a constant feature appended");
        }
        Dataset standardised =
                UsageException.of("--data", () -> Standardisation.fit(data).apply(data));
        return softmax(standardised.withConstant(), "features standardised, a constant one appended");
    }

    private Problem softmax(Dataset data, String preparation) {
        return UsageException.of("--l2", () -> StandardExperiments.softmax(data, lambda))
                .with("Preparation", preparation);
    }

    private Dataset file() {
        if (!isFile()) {
            throw new UsageException(
                    "--data",
                    "there is no data set and no file '" + name + "': " + Names.expected(name, Datasets.names()));
        }
        CsvFormat format = CsvFormat.classification().withTarget(target == null ? "" : target.strip());
        try {
            return format.read(Path.of(name));
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw new UsageException("--data", e.getMessage());
        }
    }

    private boolean isFile() {
        try {
            return Files.exists(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
