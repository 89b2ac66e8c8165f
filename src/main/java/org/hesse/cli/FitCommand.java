package org.hesse.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hesse.data.Columns;
import org.hesse.fit.Fit;
import org.hesse.fit.Fitted;
import org.hesse.fit.Interval;
import org.hesse.problem.nist.Nist;
import org.hesse.report.FitPicture;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fits a model to data. */
@CommandLine.Command(
        name = "fit",
        description = {
            "Fit a model to data by least squares: parameters with standard errors, correlations, chi2,",
            "and what the data do not determine."
        })
final class FitCommand extends Command {
    @Parameters(
            arity = "0..2",
            paramLabel = "MODEL DATA.csv",
            description = {
                "A model such as \"a*exp(-k*t)+c\", and a CSV file whose first line names the columns.",
                "Names that are columns are predictors, the others parameters."
            })
    private List<String> what = new ArrayList<>();

    @Option(names = "--nist", paramLabel = "NAME", description = "Instead: a regression of the NIST, such as Misra1a.")
    private String nist;

    @Option(
            names = "--nist-start",
            paramLabel = "1|2",
            defaultValue = "2",
            description = "Its start: 1 far, 2 near. Default: ${DEFAULT-VALUE}.")
    private int nistStart;

    @Option(names = "--y", paramLabel = "COLUMN", description = "The response. Default: y.")
    private String y = "y";

    @Option(names = "--sigma", paramLabel = "COLUMN", description = "Its standard deviations. Default: all the same.")
    private String sigma;

    @Option(names = "--start", paramLabel = "a=1,...", description = "Where to start: each parameter.")
    private String start;

    @Option(names = "--fixed", paramLabel = "c=0,...", description = "Parameters not to be fitted; c keeps its start.")
    private String fixed;

    @Option(names = "--positive", paramLabel = "k,...", description = "Parameters not to be negative.")
    private String positive;

    @Option(names = "--bounds", paramLabel = "k=0:inf,...", description = "Bounds as lower:upper.")
    private String bounds;

    @Option(
            names = "--relative-sigma",
            description = "Take sigma as weights only: errors by the variance of the residuals.")
    private boolean relative;

    @Option(
            names = "--profile",
            paramLabel = "k,...",
            description = "Confidence intervals by profile likelihood of these parameters, or \"all\".")
    private String profile;

    @Option(
            names = "--level",
            paramLabel = "P",
            defaultValue = "0.95",
            description = "Their confidence. Default: ${DEFAULT-VALUE}.")
    private double level;

    @Option(names = "--plot", paramLabel = "FILE.svg", description = "Draw data, model and residuals.")
    private Path plot;

    @Option(names = "--strict", description = "Exit with 3 unless converged.")
    private boolean strict;

    FitCommand(Console console) {
        super(console);
    }

    @Override
    Reply answer() {
        Fit settings = settings();
        Fitted fitted = settings.run();
        List<Interval> intervals = new ArrayList<>();
        for (String name : names(fitted)) {
            intervals.add(UsageException.of("--profile", () -> fitted.profile(name, level)));
        }
        StringBuilder page = new StringBuilder(fitted.report().stripTrailing());
        intervals.forEach(i -> page.append("\n  profile ")
                .append(i.shown())
                .append(i.note().isEmpty() ? "" : "\n    " + i.note().replace("; ", "\n    ")));
        Map<String, Object> document = Reply.newDocument();
        document.putAll(fitted.document());
        if (!intervals.isEmpty()) {
            document.put("profiles", intervals.stream().map(Interval::document).toList());
        }
        if (plot != null) {
            FitPicture.write(fitted, plot);
            document.put("plot", plot.toString());
            page.append("\n  plot ").append(plot);
        }
        Reply reply = new Reply(page.toString(), document);
        return strict && fitted.status() != Fitted.Status.CONVERGED
                ? reply.failed(Main.NO_MINIMUM, "not converged: " + fitted.status())
                : reply;
    }

    private Fit settings() {
        Fit fit = nist == null ? fit() : UsageException.of("--nist", () -> Fit.of(Nist.named(nist), nistStart));
        if (start != null) {
            Fit now = fit;
            fit = UsageException.of("--start", () -> now.start(start));
        } else if (nist == null && fixed == null) {
            throw new UsageException("--start", "a start is missing, expected --start name=number,...");
        }
        if (fixed != null) {
            Fit now = fit;
            fit = UsageException.of("--fixed", () -> now.fixed(fixed));
        }
        fit = positive == null ? fit : fit.positive(positive);
        fit = bounds == null ? fit : fit.bounds(bounds);
        return relative ? fit.absolute(false) : fit;
    }

    private Fit fit() {
        if (what.size() != 2) {
            throw new UsageException(
                    "MODEL DATA.csv", what.size() + " of 2 arguments, expected a model and a CSV file, or --nist NAME");
        }
        Path file = Path.of(what.get(1));
        if (!Files.isRegularFile(file)) {
            throw new UsageException("DATA.csv", file + " is no file, expected a CSV file");
        }
        Columns data = Columns.read(file);
        return sigma == null ? Fit.of(what.get(0), data, y) : Fit.of(what.get(0), data, y, sigma);
    }

    private List<String> names(Fitted fitted) {
        if (profile == null) {
            return List.of();
        }
        return profile.equals("all")
                ? fitted.names().stream()
                        .filter(name -> fitted.role(name) != Fitted.Role.FIXED)
                        .toList()
                : Arrays.stream(profile.split(",")).map(String::strip).toList();
    }
}
