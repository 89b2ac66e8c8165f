package org.hesse.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Opens files in the user's browser. It asks the desktop's own opener, since a headless Java has no java.awt.Desktop. */
public final class Browser {
    private Browser() {}

    /**
     * Opens a file.
     *
     * @param file any file
     * @return true if an opener was started; false where there is no desktop, or none of its openers
     */
    public static boolean open(Path file) {
        Optional<List<String>> opener = opener(System.getProperty("os.name"), System::getenv);
        if (opener.isEmpty()) {
            return false;
        }
        String[] command = Stream.concat(
                        opener.get().stream(), Stream.of(file.toUri().toString()))
                .toArray(String[]::new);
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException e) {
            return false; // it cannot be run: the same to the caller as there being none
        }
    }

    /** The command that opens a page: macOS and Windows always have one, others where a display and xdg-open are. */
    static Optional<List<String>> opener(String system, UnaryOperator<String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return Optional.of(List.of("open"));
        }
        if (name.startsWith("windows")) {
            return Optional.of(List.of("rundll32", "url.dll,FileProtocolHandler"));
        }
        boolean display = Stream.of("DISPLAY", "WAYLAND_DISPLAY")
                .map(environment)
                .anyMatch(value -> value != null && !value.isEmpty());
        String path = environment.apply("PATH");
        return !display || path == null
                ? Optional.empty()
                : Stream.of(path.split(":"))
                        .map(directory -> Path.of(directory, "xdg-open"))
                        .filter(Files::isExecutable)
                        .findFirst()
                        .map(command -> List.of(command.toString()));
    }
}
