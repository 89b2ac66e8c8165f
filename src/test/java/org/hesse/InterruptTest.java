package org.hesse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in jshell: its tool calls {@link JShell#stop}, which ends the snippet's thread in the other process. */
class InterruptTest {
    @Test
    void theBestPointSurvives(@TempDir Path directory) throws Exception {
        Path begun = directory.resolve("begun");
        ExecutorService typing = Executors.newSingleThreadExecutor();
        try (JShell shell = JShell.create()) {
            shell.addToClasspath(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
            shell.eval("import static org.hesse.Hesse.*;");
            String endless = "minimize(function(\"x^4\")).from(1)"
                    + ".with(method(\"gd:rate=1e-3\")).until(t -> java.util.Optional.empty())"
                    + ".every(1000, p -> { if (p.x()[0] < 1) { new java.io.File(\"" + begun
                    + "\").mkdir(); } }).run();";
            Future<List<SnippetEvent>> running = typing.submit(() -> shell.eval(endless));
            while (!Files.exists(begun) && !running.isDone()) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            shell.stop();
            assertThat(running.get(60, TimeUnit.SECONDS).get(0).value()).isNullOrEmpty();
            assertThat(shell.eval("last()").get(0).value()).startsWith("CANCELLED");
            assertThat(shell.eval("last().value() < 1").get(0).value()).isEqualTo("true");
        } finally {
            typing.shutdownNow();
        }
    }
}
