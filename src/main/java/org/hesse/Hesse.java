package org.hesse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The static entry points, for scripts and jshell. */
public final class Hesse {
    private Hesse() {}

    /**
     * The version of this library, as in its Maven coordinates.
     *
     * @return for example {@code 0.1.0-SNAPSHOT}
     */
    public static String version() {
        Properties build = new Properties();
        try (InputStream in = Hesse.class.getResourceAsStream("build.properties")) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build.getProperty("version");
    }
}
