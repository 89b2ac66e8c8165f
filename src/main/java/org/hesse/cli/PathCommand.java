package org.hesse.cli;

import java.util.Map;
import org.hesse.census.CensusPoint;
import org.hesse.census.Paths;
import org.hesse.census.ReactionPath;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds a way between two minima. */
@CommandLine.Command(
        name = "path",
        description = "Find a way from one minimum to another over the saddles between them, and its barrier.")
final class PathCommand extends Command {
    @Mixin
    private Function function;

    @Option(
            names = "--from",
            paramLabel = "v,v,...",
            required = true,
            description = "Where to begin: at a minimum, or above one. Numbers in order, or x=1,y=1.")
    private String from;

    @Option(names = "--to", paramLabel = "v,v,...", required = true, description = "Where to end, likewise.")
    private String to;

    PathCommand(Console console) {
        super(console);
    }

    @Override
    Reply answer() {
        function.read();
        double[] first = function.point("--from", from);
        double[] last = function.point("--to", to);
        ReactionPath path = UsageException.of("--from", () -> Paths.between(function.objective(), first, last));
        Map<String, Object> document = Reply.newDocument();
        function.describe(document);
        document.put("found", path.found());
        document.put("why", path.why());
        document.put("barrier", path.barrier());
        document.put(
                "stations", path.stations().stream().map(CensusPoint::document).toList());
        document.put("curve", path.curve());
        return new Reply(function.title() + "\n" + path.report().stripTrailing(), document);
    }
}
