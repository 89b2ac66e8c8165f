package org.hesse.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hesse.io.Numbers;
import org.hesse.linear.Vectors;
import org.hesse.method.Method;
import org.hesse.method.MethodText;
import org.hesse.method.Methods;
import org.hesse.objective.Counts;
import org.hesse.objective.DerivativeCheck;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.hesse.run.StoppingRule;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Minimises a function and says what kind of point it found. */
@CommandLine.Command(name = "minimize", description = "Minimize a function, and say what kind of point that ended at.")
final class MinimizeCommand extends Command {
    @Mixin
    private Function function;

    @Mixin
    private Expected expected;

    @Option(
            names = "--start",
            paramLabel = "v,v,...",
            description =
                    "Where to start: numbers in the order of the variables, or x=-1.2,y=1. A problem has its own.")
    private String start;

    @Option(
            names = "--method",
            paramLabel = "NAME",
            defaultValue = "lbfgs",
            description = "A method of \"methods\", such as adam:rate=1e-3. Default: ${DEFAULT-VALUE}.")
    private String method;

    @Option(
            names = "--gtol",
            paramLabel = "T",
            defaultValue = "1e-8",
            description = "Converged if no component of the gradient is larger. Default: ${DEFAULT-VALUE}.")
    private double tolerance;

    @Option(
            names = "--max-evals",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "The most evaluations. Default: ${DEFAULT-VALUE}.")
    private long evaluations;

    @Option(names = "--max-seconds", paramLabel = "S", description = "The longest time. Default: no limit.")
    private double seconds = Double.POSITIVE_INFINITY;

    @Option(
            names = "--seed",
            paramLabel = "K",
            defaultValue = "0",
            description = "Seed of the method's randomness. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--trace", paramLabel = "FILE.csv", description = "Write every measurement to a file.")
    private Path trace;

    @Option(names = "--check", description = "Compare the derivatives with differences at the start before running.")
    private boolean check;

    @Option(names = "--strict", description = "Exit with 3 unless converged.")
    private boolean strict;

    MinimizeCommand(Console console) {
        super(console);
    }

    @Override
    Reply answer() {
        function.read();
        double[] x0 = start();
        Method<?> chosen = UsageException.of("--method", () -> Methods.named(method));
        StoppingRule goal = UsageException.of("--gtol", () -> StoppingRule.gradientNorm(tolerance));
        Budget counted = UsageException.of("--max-evals", () -> Budget.UNLIMITED.withEvaluations(evaluations));
        Budget budget = UsageException.of("--max-seconds", () -> counted.withSeconds(seconds));
        Minimization settings = Minimization.of(function.objective())
                .from(x0)
                .with(chosen)
                .until(goal)
                .budget(budget)
                .seed(seed);
        Optional<DerivativeCheck> checked =
                check ? Optional.of(DerivativeCheck.of(function.objective(), x0)) : Optional.empty();
        checked.ifPresent(MinimizeCommand::require);
        Result result = UsageException.of("--method", settings::run);
        if (trace != null) {
            TraceFile.write(trace, result.trace());
        }
        Reply reply = new Reply(page(x0, result, checked), document(x0, chosen, result, checked));
        if (strict && !result.isConverged()) {
            return reply.failed(Main.NOT_CONVERGED, "not converged: " + result.status());
        }
        return expected.check(reply, result.verdict());
    }

    /** Refuses derivatives that are wrong: no method could work with them. */
    static void require(DerivativeCheck checked) {
        if (!checked.agrees()) {
            throw new UsageException("--check", checked.report().stripTrailing());
        }
    }

    private double[] start() {
        if (start != null) {
            return function.point("--start", start);
        }
        return function.problem()
                .map(problem -> problem.start().clone())
                .orElseThrow(() -> new UsageException(
                        "--start",
                        "an expression has no start of its own: expected --start with "
                                + function.objective().dimension() + " numbers, for "
                                + function.objective().layout().shown()));
    }

    private String page(double[] x0, Result result, Optional<DerivativeCheck> checked) {
        Counts counts = result.counts();
        return String.join(
                "\n",
                function.title(),
                result.toString(),
                "  at              " + function.show(result.x()),
                "  from            " + function.show(x0),
                "  method          " + method
                        + checked.map(c -> "\n  check           " + c).orElse(""),
                String.format(
                        Locale.ROOT,
                        "  cost            %d steps, %d values, %d gradients, %d products, %d Hessians, %s s",
                        result.steps(),
                        counts.values(),
                        counts.gradients(),
                        counts.products(),
                        counts.hessians(),
                        Numbers.brief(result.seconds())),
                Verdicts.page(result.verdict()));
    }

    private Map<String, Object> document(
            double[] x0, Method<?> chosen, Result result, Optional<DerivativeCheck> checked) {
        Map<String, Object> document = Reply.newDocument();
        function.describe(document);
        document.put("method", method);
        document.put("hyperparameters", MethodText.full(chosen));
        document.put("start", x0);
        checked.ifPresent(c -> CheckDocument.describe(c, document));
        document.put("status", result.status().code());
        document.put("why", result.status().why());
        document.put("x", result.x());
        document.put("value", result.value());
        document.put("gradientNorm", result.gradient() == null ? Double.NaN : Vectors.normInf(result.gradient()));
        document.put("steps", result.steps());
        document.put("counts", counts(result.counts()));
        document.put("seconds", result.seconds());
        Verdicts.describe(result.verdict(), document);
        return document;
    }

    private static Map<String, Object> counts(Counts counts) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("values", counts.values());
        document.put("gradients", counts.gradients());
        document.put("products", counts.products());
        document.put("hessians", counts.hessians());
        document.put("evaluations", counts.evaluations());
        return document;
    }
}
