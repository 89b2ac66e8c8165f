package org.hesse.lecture;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;

/** A script in a jshell of its own, within this process; where jshell would complain and go on, it stops. */
final class Script implements AutoCloseable {
    /** What jshell itself imports. */
    private static final String DEFAULT = Stream.of(
                    "io",
                    "math",
                    "net",
                    "nio.file",
                    "util",
                    "util.concurrent",
                    "util.function",
                    "util.prefs",
                    "util.regex",
                    "util.stream")
            .map(name -> "import java." + name + ".*;\n")
            .collect(Collectors.joining());

    private final String name;
    private final InnerControl control = new InnerControl(Script.class.getClassLoader());
    private final JShell shell;

    private Script(String name) {
        this.name = name;
        shell = JShell.builder().executionEngine(control.provider(), null).build();
        classPath().forEach(shell::addToClasspath);
    }

    /** The claim that a script leaves in its variable {@code claim}. */
    static Claim run(String name, String startup, String text) {
        try (Script script = new Script(name)) {
            script.eval(DEFAULT + startup);
            // the page of the script alone; here all of them go on one
            script.eval(
                    text.lines().filter(line -> !line.startsWith("present(")).collect(Collectors.joining("\n")));
            VarSnippet claim = script.shell
                    .variables()
                    .filter(variable -> variable.name().equals("claim"))
                    .findAny()
                    .orElseThrow(() -> new IllegalStateException(name + ": no variable named claim, expected one"));
            script.shell.varValue(claim);
            return (Claim) script.control.seen();
        }
    }

    /** Line by line, as jshell does: a snippet ends with the first line that can end it. */
    private void eval(String text) {
        String pending = "";
        for (String line : text.lines().toList()) {
            pending += line + "\n";
            SourceCodeAnalysis.CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(pending);
            while (info.completeness().isComplete()) {
                shell.eval(info.source()).forEach(this::check);
                pending = info.remaining();
                info = shell.sourceCodeAnalysis().analyzeCompletion(pending);
            }
            if (info.completeness() == SourceCodeAnalysis.Completeness.EMPTY) {
                pending = "";
            }
        }
        if (!pending.isBlank()) {
            throw new IllegalStateException(name + ": a snippet without an end: " + pending);
        }
    }

    private void check(SnippetEvent event) {
        String source = event.snippet().source().strip();
        if (event.status() != Snippet.Status.VALID) {
            String why = shell.diagnostics(event.snippet())
                    .map(d -> d.getMessage(Locale.ROOT))
                    .collect(Collectors.joining("; "));
            throw new IllegalStateException(name + ": " + why + " in: " + source);
        }
        if (event.exception() != null) {
            throw new IllegalStateException(name + ": " + event.exception() + " in: " + source, event.exception());
        }
    }

    /** Where the compiler finds our classes: on the class path, or where their loader has them from. */
    private static Set<String> classPath() {
        Set<String> places = new LinkedHashSet<>(
                List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
        ClassLoader loader = Script.class.getClassLoader();
        if (loader instanceof URLClassLoader own) {
            Stream.of(own.getURLs()).map(Script::file).forEach(places::add);
        }
        places.add(file(Script.class.getProtectionDomain().getCodeSource().getLocation()));
        places.remove("");
        return places;
    }

    private static String file(URL place) {
        try {
            return Path.of(place.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(place + ": not a place on the class path", e);
        }
    }

    /** A text that came with the classes. */
    static String resource(String file) {
        try (InputStream in = Script.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + ": not there, expected among the resources of this package");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(file + ": cannot be read", e);
        }
    }

    @Override
    public void close() {
        shell.close();
    }
}
