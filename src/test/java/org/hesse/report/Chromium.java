package org.hesse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A page as a headless Chromium shows it, where there is one; else the test is skipped. */
final class Chromium {
    private Chromium() {}

    /**
     * Shows a page in a frame of a width, and returns what a script (beside this class) sees there. Nothing may be
     * written to the console.
     */
    static JsonNode seen(String html, String probe, int width, boolean dark, Path directory) throws Exception {
        Optional<Path> chromium = program();
        assumeThat(chromium).as("chromium on the PATH").isPresent();
        Path page = Files.writeString(
                directory.resolve("page.html"),
                "<!doctype html><meta charset=\"utf-8\"><body style=\"margin:0\"><iframe style=\"border:0\" width=\""
                        + width
                        + "\" height=\"4000\" srcdoc=\"" + Html.escaped(html) + "\"></iframe><script>"
                        + script("looks.js") + script(probe) + "</script>");
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        Process process = new ProcessBuilder(
                        chromium.get().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--no-first-run",
                        "--hide-scrollbars",
                        "--enable-logging=stderr",
                        "--user-data-dir=" + directory.resolve("profile"),
                        "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1),
                        "--window-size=1500,1000",
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("chromium ended").isTrue();
        assertThat(Files.readString(err)).doesNotContain(":CONSOLE");
        String dom = Files.readString(out);
        assertThat(dom).contains("<pre id=\"seen\">");
        String json = dom.substring(dom.indexOf("<pre id=\"seen\">") + 15, dom.indexOf("</pre>"));
        return new ObjectMapper()
                .readTree(json.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
    }

    private static Optional<Path> program() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String script(String name) throws IOException {
        try (InputStream in = Chromium.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
