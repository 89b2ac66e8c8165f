package org.hesse.hipparchus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.MaxEval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program written against Hipparchus alone runs with the imports of its optimizer classes changed to ours. */
class ChangedImportTest {
    private static final Pattern OPTIMIZERS = Pattern.compile(
            "import org\\.hipparchus\\.optim\\.nonlinear\\.[a-z.]+\\.((?:NonLinearConjugateGradient|BOBYQA|CMAES|Powell|Simplex"
                    + "|GaussNewton|LevenbergMarquardt)Optimizer);");

    @TempDir
    Path directory;

    @Test
    void findsTheSamePoints() throws Exception {
        String program = source();
        assertThat(program).doesNotContain("hesse");
        String changed = OPTIMIZERS.matcher(program).replaceAll("import org.hesse.hipparchus.$1;");
        assertThat(changed.split("import org.hesse.hipparchus.")).hasSize(1 + 7);
        List<double[]> theirs = run("theirs", program);
        List<double[]> ours = run("ours", changed);
        assertThat(ours).hasSameSizeAs(theirs);
        for (int i = 0; i < ours.size(); i++) {
            assertThat(ours.get(i))
                    .as("answer " + i)
                    .containsExactly(theirs.get(i), within(1e-4)); // theirs are so far off, by values alone
        }
        assertThat(ours.get(0)).containsExactly(new double[] {1, 1, 0}, within(1e-7));
        assertThat(ours.get(1)).containsExactly(new double[] {1, 1, 5}, within(1e-7));
        assertThat(ours.get(3)).containsExactly(new double[] {0.5, 0.25, 0.25}, within(1e-7));
        assertThat(ours.get(8)).containsExactly(new double[] {0.5, 0.25, 0.25}, within(1e-7));
    }

    private static String source() throws IOException {
        try (var in = ChangedImportTest.class.getResourceAsStream("Program.java")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @SuppressWarnings("unchecked")
    private List<double[]> run(String name, String program) throws Exception {
        Path place = Files.createDirectory(directory.resolve(name));
        Path file = Files.writeString(place.resolve("Program.java"), program);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        String path = Stream.of(HesseOptimizer.class, MaxEval.class, MathRuntimeException.class)
                .map(c -> c.getProtectionDomain().getCodeSource().getLocation().getPath())
                .collect(Collectors.joining(File.pathSeparator));
        assertThat(javac.run(null, null, null, "-proc:none", "-cp", path, "-d", place.toString(), file.toString()))
                .isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {place.toUri().toURL()}, getClass().getClassLoader())) {
            return (List<double[]>) loader.loadClass("Program").getMethod("run").invoke(null);
        }
    }
}
