package org.hesse.benchmarks.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The solvers of other libraries, by the names of the option {@code --peers}. */
final class Peers {
    private static final Path SOURCES = Path.of("benchmarks", "peers");
    private static final Path PROGRAMS = Path.of("target", "peers");

    /** Makes a solver, or fails with the reason why it is not there. */
    interface Maker {
        Solver make() throws IOException;
    }

    private Peers() {}

    /** All that we know, in the order of the tables. */
    static Map<String, Maker> all() {
        Map<String, Maker> all = new LinkedHashMap<>();
        all.put("ceres-lbfgs", ceres("L-BFGS", "lbfgs"));
        all.put("ceres-bfgs", ceres("BFGS", "bfgs"));
        all.put("nlopt", () -> new Wire("NLopt L-BFGS", false, List.of(compiled("nlopt", "-lnlopt"))));
        all.put("liblbfgs", () -> new Wire("liblbfgs", true, List.of(compiled("liblbfgs", "-llbfgs"))));
        all.put("scipy-l-bfgs-b", scipy("L-BFGS-B"));
        all.put("scipy-bfgs", scipy("BFGS"));
        all.put("breeze", Breeze::new);
        all.put("smile-lbfgs", () -> new Smile(10));
        all.put("smile-bfgs", () -> new Smile(0));
        all.put("hipparchus", Hipparchus::new);
        all.put("commons-math", CommonsMath::new);
        all.put("scipy-newton-cg", scipy("Newton-CG"));
        all.put("scipy-trust-ncg", scipy("trust-ncg"));
        all.put("scipy-trust-krylov", scipy("trust-krylov"));
        all.put("scipy-trust-exact", scipy("trust-exact"));
        return all;
    }

    private static Maker ceres(String what, String argument) {
        return () -> new Wire(
                "Ceres " + what,
                true,
                List.of(compiled("ceres", "-I/usr/include/eigen3", "-lceres", "-lglog"), argument));
    }

    private static Maker scipy(String method) {
        return () -> {
            call("python3", "-c", "import scipy.optimize");
            String script = SOURCES.resolve("scipy_peer.py").toString();
            return new Wire("SciPy " + method, true, List.of("python3", script, method.toLowerCase(Locale.ROOT)));
        };
    }

    private static synchronized String compiled(String name, String... options) throws IOException {
        Path program = PROGRAMS.resolve(name);
        Files.createDirectories(PROGRAMS);
        List<String> command = new ArrayList<>(List.of("c++", "-O2", "-std=c++17", "-o", program.toString()));
        command.add(SOURCES.resolve(name + ".cpp").toString());
        command.addAll(Arrays.asList(options));
        call(command.toArray(String[]::new));
        return program.toString();
    }

    /** Runs a command to its end; what it says goes into the exception if it fails. */
    private static void call(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroy();
                throw new IOException(
                        command[0] + ": " + said.lines().findFirst().orElse("failed"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(command[0] + " was interrupted", e);
        }
    }
}
