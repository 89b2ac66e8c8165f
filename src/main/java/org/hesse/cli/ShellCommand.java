package org.hesse.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.tools.Tool;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens a jshell session in this terminal, with Hesse on its class path and the imports of {@code hesse.jsh}. */
@CommandLine.Command(
        name = "shell",
        description = "Open a jshell session with Hesse at hand, after running the scripts given. Leave it by /exit.")
final class ShellCommand implements Callable<Integer> {
    private static final String STARTUP = "hesse.jsh";

    @Option(
            names = "--class-path",
            paramLabel = "PATH",
            description = "Your own classes: directories and jars, separated as in java --class-path.")
    private String classPath;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    private boolean help;

    @Parameters(paramLabel = "SCRIPT", arity = "0..*", description = "Files for jshell, run before you type.")
    private List<Path> scripts = List.of();

    @Override
    public Integer call() throws IOException {
        for (Path script : scripts) {
            if (!Files.isReadable(script)) {
                throw new UsageException("SCRIPT", "script " + script + ": expected a file that can be read");
            }
        }
        // found as a service: a runtime without the module jdk.jshell gets a message instead of a NoClassDefFoundError
        Tool jshell = ServiceLoader.load(Tool.class, ClassLoader.getSystemClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(tool -> tool.name().equals("jshell"))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "shell",
                        "shell: this Java has no jshell (" + System.getProperty("java.home")
                                + "): expected a JDK, or a runtime with the module jdk.jshell"));
        Path startup = Files.createTempFile("hesse", ".jsh");
        try {
            try (InputStream in = ShellCommand.class.getResourceAsStream(STARTUP)) {
                Files.write(startup, in.readAllBytes());
            }
            return jshell.run(null, null, null, arguments(startup).toArray(String[]::new));
        } finally {
            Files.delete(startup);
        }
    }

    private List<String> arguments(Path startup) {
        String path = Stream.of(System.getProperty("java.class.path"), classPath)
                .filter(part -> part != null && !part.isEmpty())
                .reduce((ours, yours) -> ours + File.pathSeparator + yours)
                .orElseThrow();
        List<String> arguments =
                new ArrayList<>(List.of("--class-path", path, "--startup", "DEFAULT", "--startup", startup.toString()));
        scripts.forEach(script -> arguments.add(script.toString()));
        return arguments;
    }
}
