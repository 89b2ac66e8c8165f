package org.hesse.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hesse.io.AtomicFiles;

/** The files of a picture: {@code NAME.html}, and beside it {@code NAME-….csv}. */
final class PictureFile {
    private PictureFile() {}

    /** A file of its own in the working directory, {@code name-1.html} or with the next free number: taken at once. */
    static Path fresh(String name) {
        for (int k = 1; ; k++) {
            try {
                return Files.createFile(Path.of(name + "-" + k + ".html"));
            } catch (FileAlreadyExistsException taken) {
                continue;
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + name + "-" + k + ".html: " + e, e);
            }
        }
    }

    /** Writes the page, and the CSV beside it. */
    static Path write(Path file, String html, String csvName, String csv) {
        String name = file.getFileName().toString().replaceFirst("\\.html?$", "");
        try {
            AtomicFiles.write(file.resolveSibling(name + "-" + csvName + ".csv"), csv);
            AtomicFiles.write(file, html);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e, e);
        }
        return file;
    }
}
