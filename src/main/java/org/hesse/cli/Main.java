package org.hesse.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hesse.io.Json;
import org.hesse.io.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. Exit codes: 0 ran, 2 wrong arguments or data, 3 no minimum (--strict), 4 wrong kind (--expect). */
public final class Main {
    static final int DONE = 0;
    static final int USAGE = 2;
    static final int NO_MINIMUM = 3;
    static final int WRONG_KIND = 4;

    private Main() {}

    /**
     * Runs a command and ends the process.
     *
     * @param args the command and its arguments
     */
    public static void main(String[] args) {
        Charset charset = Terminal.charset();
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, charset);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), false, charset);
        System.exit(
                run(args, new Console(out, err, !charset.equals(StandardCharsets.UTF_8), System.console() != null)));
    }

    /**
     * Runs a command.
     *
     * @param args the command and its arguments
     * @param out receives the answer
     * @param err receives complaints
     * @return the exit code
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return run(args, new Console(out, err, false, false));
    }

    static int run(String[] args, Console console) {
        CommandLine hesse = new CommandLine(new Root())
                .addSubcommand(new MinimizeCommand(console))
                .addSubcommand(new ClassifyCommand(console))
                .addSubcommand(new CensusCommand(console))
                .addSubcommand(new PathCommand(console))
                .addSubcommand(new FitCommand(console))
                .addSubcommand(new ProblemsCommand(console))
                .addSubcommand(new MethodsCommand(console))
                .addSubcommand(new CompareCommand(console))
                .addSubcommand(new PlotCommand(console))
                .addSubcommand(new LectureCommand(console))
                .addSubcommand(new ShellCommand())
                .addSubcommand(new CommandLine(new ReportCommand()).addSubcommand(new ReportDiffCommand(console)));
        boolean json = Arrays.asList(args).contains("--json");
        StringWriter help = new StringWriter();
        hesse.setOut(new PrintWriter(help))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setPosixClusteredShortOptionsAllowed(false)
                .setParameterExceptionHandler((e, a) -> reject(console, json, argument(e), message(e)))
                .setExecutionExceptionHandler((e, line, parsed) -> reject(console, json, e));
        int exit = hesse.execute(Arrays.stream(args).map(Main::protectedMinus).toArray(String[]::new));
        if (!help.toString().isEmpty()) {
            console.answer(help.toString().stripTrailing());
        }
        return exit;
    }

    /** Puts a space before an expression or point that begins with a minus, so that it is not taken for an option. */
    private static String protectedMinus(String argument) {
        boolean option = argument.startsWith("--") || argument.equals("-h") || argument.equals("-V");
        boolean number = argument.matches("-[\\d.eE+-]+");
        return argument.startsWith("-") && !option && !number ? " " + argument : argument;
    }

    private static int reject(Console console, boolean json, Exception e) throws Exception {
        if (e instanceof UsageException usage) {
            return reject(console, json, usage.argument(), usage.getMessage());
        } else if (e instanceof IllegalArgumentException) {
            return reject(console, json, null, e.getMessage());
        } else if (e instanceof IOException || e instanceof UncheckedIOException) {
            return reject(console, json, null, e.getMessage());
        }
        if (json) {
            reject(console, true, null, "internal error: " + e);
        }
        throw e; // a defect of this program: with its stack trace, exit code 1
    }

    private static int reject(Console console, boolean json, String argument, String message) {
        if (json) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("message", message);
            error.put("argument", argument);
            Map<String, Object> document = Reply.newDocument();
            document.put("error", error);
            console.answer(Json.text(document));
        } else {
            boolean named = argument == null || message.contains(argument) || !argument.startsWith("--");
            console.complain("hesse: " + (named ? "" : argument + ": ") + message);
        }
        return USAGE;
    }

    private static String message(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            String hint = near.isEmpty() ? "" : "; did you mean " + String.join(", ", near) + "?";
            return e.getMessage().strip() + hint;
        }
        return e.getMessage().strip();
    }

    private static String argument(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched.getUnmatched().get(0).strip();
        }
        ArgSpec wrong = e instanceof MissingParameterException missing
                ? missing.getMissing().get(0)
                : e.getArgSpec();
        return wrong == null ? null : wrong instanceof OptionSpec option ? option.longestName() : wrong.paramLabel();
    }
}
