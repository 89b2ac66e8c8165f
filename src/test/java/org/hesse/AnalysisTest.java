package org.hesse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every worked session runs from its first line to its last. */
class AnalysisTest {
    static Stream<Path> sessions() throws IOException {
        return Files.list(Path.of("analysis"))
                .filter(file -> file.toString().endsWith(".jsh") && !file.endsWith("hesse.jsh"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void runs(Path file) throws IOException {
        try (Session session = new Session()) {
            session.run(Files.readString(file));
        }
    }
}
