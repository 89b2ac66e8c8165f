package org.hesse.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.hesse.autodiff.interval.OnIntervals;
import org.hesse.census.Census;
import org.hesse.census.DisconnectivityTree;
import org.hesse.census.Exhaustive;
import org.hesse.census.Multistart;
import org.hesse.census.Network;
import org.hesse.io.AtomicFiles;
import org.hesse.io.Json;
import org.hesse.io.Numbers;
import org.hesse.objective.Box;
import org.hesse.report.TreePicture;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds all critical points in a box. */
@CommandLine.Command(
        name = "census",
        description = {
            "Find all critical points in a box: by intervals, with proof, for few variables;",
            "with --starts from many starts, for any number and without proof that these are all."
        })
final class CensusCommand extends Command {
    @Mixin
    private Function function;

    @Option(
            names = "--box",
            paramLabel = "x=a:b,...",
            required = true,
            description = "Where to search, such as x=-5:5,y=-5:5; one a:b alone is for every variable.")
    private String box;

    @Option(names = "--starts", paramLabel = "N", description = "Search from N random starts instead.")
    private Integer starts;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "0",
            description = "Of the starts. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "They do not change the answer. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(
            names = "--max-boxes",
            paramLabel = "N",
            defaultValue = "" + Exhaustive.BOXES,
            description = "The most boxes to look at. Default: ${DEFAULT-VALUE}.")
    private long maxBoxes;

    @Option(names = "--max-seconds", paramLabel = "S", description = "A time limit of the search by intervals.")
    private Double maxSeconds;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Save the census as --json prints it, for --resume and plot --census.")
    private Path out;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description = "Go on with a census saved by --out, in its box or a larger one.")
    private Path resume;

    @Option(names = "--join", description = "Join saddles of index 1 to the two minima below them.")
    private boolean join;

    @Option(
            names = "--no-deflation",
            description = "Do not make a start that led to a known point again with the known points deflated.")
    private boolean plain;

    @Option(
            names = "--tree",
            paramLabel = "FILE.svg",
            description = "Draw at which heights minima meet, the disconnectivity tree; implies --join.")
    private Path tree;

    CensusCommand(Console console) {
        super(console);
    }

    @Override
    Reply answer() throws IOException {
        function.read();
        Box where = UsageException.of("--box", this::box);
        Census points = starts == null ? exhaustive(where) : multistart(where);
        Census census = join || tree != null ? Network.join(function.objective(), points) : points;
        Map<String, Object> document = Reply.newDocument();
        function.describe(document);
        document.putAll(census.document());
        String page = function.title() + "\n" + census.report().stripTrailing();
        if (out != null) {
            AtomicFiles.write(out, Json.text(document));
            document.put("file", out.toString());
            page += "\n  saved           " + out;
        }
        if (tree != null) {
            TreePicture.write(DisconnectivityTree.of(census), tree);
            document.put("tree", tree.toString());
            page += "\n  tree            " + tree;
        }
        return new Reply(page, document);
    }

    /** One side without a name is that of every variable. */
    private Box box() {
        int n = function.objective().dimension();
        boolean one = n > 1 && !box.contains(",") && !box.contains("=");
        return Box.parse(
                one ? (box + ", ").repeat(n - 1) + box : box,
                function.objective().layout());
    }

    private Census exhaustive(Box where) throws IOException {
        if (function.objective().as(OnIntervals.class).isEmpty()) {
            throw new UsageException(
                    "--starts",
                    function.title() + " cannot be evaluated on intervals: give --starts N to search from N starts");
        }
        int n = function.objective().dimension();
        if (n > Exhaustive.LARGEST) {
            throw new UsageException(
                    "--starts",
                    "n = " + n + ": a search of the whole box needs at least 2^n = "
                            + Numbers.rounded(Math.pow(2, n), 2) + " boxes, expected n <= " + Exhaustive.LARGEST
                            + "; give --starts N to search from N starts");
        }
        Exhaustive search = UsageException.of("--box", () -> Exhaustive.of(function.objective(), where));
        Exhaustive budgeted = UsageException.of("--max-boxes", () -> search.maxBoxes(maxBoxes));
        Exhaustive timed = maxSeconds == null
                ? budgeted
                : UsageException.of("--max-seconds", () -> budgeted.maxSeconds(maxSeconds));
        Exhaustive all = UsageException.of("--threads", () -> timed.threads(threads));
        if (resume == null) {
            return all.run();
        }
        Census before = Census.load(resume);
        return UsageException.of("--resume", () -> all.goOn(before));
    }

    private Census multistart(Box where) throws IOException {
        Multistart search = UsageException.of("--box", () -> Multistart.of(function.objective(), where));
        Multistart counted = UsageException.of("--starts", () -> search.starts(starts));
        Multistart all = UsageException.of(
                "--threads", () -> counted.seed(seed).deflation(!plain).threads(threads));
        if (resume == null) {
            return all.run();
        }
        Census before = Census.load(resume);
        return UsageException.of("--resume", () -> all.goOn(before));
    }
}
