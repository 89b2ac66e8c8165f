package org.hesse.cli;

import org.hesse.io.Build;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code hesse} says without a command. */
@CommandLine.Command(
        name = "hesse",
        description = "Where a method ends, what kind of point that is, and what it cost.",
        versionProvider = Root.Version.class,
        footer = {
            "",
            "An expression may begin with a minus, and so may the numbers of a point.",
            "Exit codes: 0 ran, 2 wrong arguments or data, 3 no minimum (--strict), 4 wrong kind (--expect)."
        })
final class Root implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print the version.")
    private boolean version;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "missing command: expected one of "
                        + String.join(", ", spec.subcommands().keySet()) + "\nhesse COMMAND --help tells more");
    }

    /** The version of the build. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"hesse " + Build.version()};
        }
    }
}
