package org.hesse.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.hesse.compare.RunListener;
import org.hesse.io.Json;
import picocli.CommandLine.Option;

/** A command: reads its arguments, answers, prints nothing itself. */
abstract class Command implements Callable<Integer> {
    private final Console console;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    private boolean help;

    Command(Console console) {
        this.console = console;
    }

    /** Does what the arguments say. */
    abstract Reply answer() throws IOException;

    /** Tells how far a long command is; silent with {@code --json}. */
    final void progress(String text) {
        if (!json) {
            console.complain(text);
        }
    }

    /** Follows the runs of a comparison, silently with {@code --json}. */
    final RunListener runs() {
        return json ? RunListener.NONE : new RunProgress(console, System::nanoTime);
    }

    @Override
    public final Integer call() throws IOException {
        Reply reply = answer();
        console.answer(json ? Json.text(reply.document()) : reply.page());
        if (!reply.complaint().isEmpty()) {
            console.complain(reply.complaint());
        }
        return reply.exit();
    }
}
