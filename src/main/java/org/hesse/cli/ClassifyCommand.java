package org.hesse.cli;

import java.util.Map;
import java.util.Optional;
import org.hesse.critical.CriticalPoint;
import org.hesse.linear.Vectors;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what kind of point a point is. */
@CommandLine.Command(
        name = "classify",
        description = "Say what kind of point a point is: minimum, maximum, saddle, degenerate or not critical.")
final class ClassifyCommand extends Command {
    @Mixin
    private Function function;

    @Mixin
    private Expected expected;

    @Option(
            names = "--at",
            paramLabel = "v,v,...",
            required = true,
            description = "The point: numbers in the order of the variables, or x=1,y=1.")
    private String at;

    @Option(
            names = "--radius",
            paramLabel = "R",
            description = "How near a critical point must be. Default: 1e-4 max(1, largest coordinate).")
    private Double radius;

    ClassifyCommand(Console console) {
        super(console);
    }

    @Override
    Reply answer() {
        function.read();
        double[] x = function.point("--at", at);
        CriticalPoint.Options options = radius == null
                ? CriticalPoint.Options.at(x)
                : UsageException.of("--radius", () -> new CriticalPoint.Options(radius));
        CriticalPoint p = UsageException.of("--at", () -> CriticalPoint.of(function.objective(), x, options));
        Map<String, Object> document = Reply.newDocument();
        function.describe(document);
        document.put("x", x);
        document.put("value", p.value());
        document.put("gradientNorm", Vectors.normInf(p.gradient()));
        Verdicts.describe(Optional.of(p), document);
        String page = function.title() + "\n  at              " + function.show(x) + "\n"
                + p.report().stripTrailing();
        return expected.check(new Reply(page, document), Optional.of(p));
    }
}
