package org.hesse.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hesse.compare.Experiment;
import org.hesse.compare.RunDirectory;
import org.hesse.io.AtomicFiles;

/**
 * Where a report goes, and the runs that it is made of. Open it before the runs: what would go wrong after hours goes wrong
 * at once. If the program is stopped, the same experiments opened again go on from the runs that were finished; if they all
 * were, the report is written anew from them.
 */
public final class ReportDirectory {
    /** Written last: where it is, the report is finished. */
    static final String PAGE = "report.html";

    private static final String RUNS = "runs";

    private final Path directory;

    private ReportDirectory(Path directory) {
        this.directory = directory;
    }

    /**
     * Makes the directory if it is not there, and checks that it can be written to and holds no finished report, but one that still
     * has its runs.
     *
     * @param directory where the report goes
     * @return the directory, open
     * @throws IllegalArgumentException if it cannot be written to, or holds a finished report without its runs; the message
     *     says what to do
     */
    public static ReportDirectory open(Path directory) {
        if (Files.exists(directory.resolve(PAGE)) && !Files.isDirectory(directory.resolve(RUNS))) {
            throw new IllegalArgumentException("report directory " + directory
                    + " holds a finished report, which is never overwritten: name another directory, or move it away");
        }
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, "report", ".part"));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "report directory " + directory + " cannot be written to: " + e
                            + "; name a directory in which you may create files",
                    e);
        }
        return new ReportDirectory(directory);
    }

    /**
     * The runs of its experiments, those finished before among them.
     *
     * @param experiments those of the report, in their order
     * @return the runs, to be closed when the report is written
     * @throws IllegalArgumentException if the runs there are of other experiments, with what differs, or another program is
     *     making them
     */
    public RunDirectory runs(List<Experiment> experiments) {
        return RunDirectory.open(directory.resolve(RUNS), experiments);
    }

    /**
     * Writes the files of a report, each in one move, the page last.
     *
     * @param report the report
     * @return the page
     * @throws IOException if a file cannot be written
     * @throws IllegalArgumentException if somebody else has finished a report here meanwhile
     */
    public Path write(Report report) throws IOException {
        open(directory);
        for (Map.Entry<String, String> file : report.files().entrySet()) {
            AtomicFiles.write(directory.resolve(file.getKey()), file.getValue());
        }
        Path page = directory.resolve(PAGE);
        AtomicFiles.write(page, report.html());
        return page;
    }
}
