package org.hesse.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hesse.io.Numbers;
import org.hesse.io.Phrase;
import org.hesse.method.Algorithm;
import org.hesse.method.MethodText;
import org.hesse.method.Methods;
import org.hesse.objective.Counts;
import org.hesse.objective.DerivativeCheck;
import org.hesse.objective.Domain;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.PairJournal;
import org.hesse.run.Result;
import org.hesse.run.Status;
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
            description = {
                "A method of \"methods\", such as adam:rate=1e-3.",
                "Default: lbfgs, with bounds lbfgsb, with an L1 penalty owl-qn."
            })
    private String method;

    @Option(
            names = "--bounds",
            paramLabel = "x=0:inf,...",
            description = "Bounds as lower:upper by the names of variables, or 0:inf for all.")
    private String bounds;

    @Option(
            names = "--l1",
            paramLabel = "W",
            description = "Minimize f + W*sum |x|: one weight for all variables, or x=0.1,y=0.")
    private String penalty;

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

    @Option(names = "--pairs", paramLabel = "FILE.csv", description = "Write the journal of curvature pairs to a file.")
    private Path pairs;

    @Option(names = "--check", description = "Compare the derivatives with differences at the start before running.")
    private boolean check;

    @Option(
            names = "--strict",
            description = {
                "Exit with 3 unless at a minimum: converged, or nothing left beyond rounding, and the verdict is MINIMUM.",
                "With --expect the verdict is to be of that kind; without a verdict, converged is enough."
            })
    private boolean strict;

    MinimizeCommand(Console console) {
        super(console);
    }

    @Override
    Reply answer() {
        function.read();
        double[] x0 = start();
        Minimization plain = Minimization.of(function.objective());
        Minimization within = bounds == null ? plain : UsageException.of("--bounds", () -> plain.bounds(bounds));
        Minimization problem = penalty == null ? within : UsageException.of("--l1", () -> within.l1(weights()));
        Domain domain = problem.domain();
        Algorithm chosen =
                method == null ? Methods.usual(domain) : UsageException.of("--method", () -> Methods.parse(method));
        method = method == null ? chosen.name() : method;
        StoppingRule goal = UsageException.of("--gtol", () -> StoppingRule.gradientNorm(tolerance));
        Budget counted = UsageException.of("--max-evals", () -> Budget.UNLIMITED.withEvaluations(evaluations));
        Budget budget = UsageException.of("--max-seconds", () -> counted.withSeconds(seconds));
        PairJournal journal = new PairJournal();
        Minimization settings = problem.from(x0)
                .with(chosen)
                .until(goal)
                .budget(budget)
                .seed(seed)
                .observe(journal);
        Optional<DerivativeCheck> checked =
                check ? Optional.of(DerivativeCheck.of(function.objective(), x0)) : Optional.empty();
        checked.ifPresent(MinimizeCommand::require);
        Result result = UsageException.of("--method", settings::run);
        if (trace != null) {
            TraceFile.write(trace, result.trace());
        }
        if (pairs != null) {
            write(journal);
        }
        Reply reply = new Reply(page(x0, domain, result, checked), document(x0, chosen, domain, result, checked));
        return strict && !isSuccess(result)
                ? reply.failed(Main.NO_MINIMUM, complaint(result))
                : expected.check(reply, result.verdict());
    }

    private void write(PairJournal journal) {
        try {
            journal.write(pairs);
        } catch (IOException e) {
            throw new UsageException("--pairs", "cannot write " + pairs + ": " + e);
        }
    }

    /** Of the kind wanted, {@code --expect} asks itself. */
    private boolean isSuccess(Result result) {
        boolean ended = result.isConverged() || result.status().code() == Status.Code.AT_ROUNDOFF_FLOOR;
        return result.verdict().isEmpty() ? result.isConverged() : expected.isGiven() ? ended : result.isMinimum();
    }

    private static String complaint(Result result) {
        String kind = result.verdict().map(v -> v.kind() + ": ").orElse("");
        return (result.isConverged() ? "converged, but " + kind : "not converged: ") + result.status();
    }

    /** Refuses derivatives that are wrong: no method could work with them. */
    static void require(DerivativeCheck checked) {
        if (!checked.agrees()) {
            throw new UsageException("--check", checked.report().stripTrailing());
        }
    }

    private double[] weights() {
        return penalty.matches("[^=,]*")
                ? new double[] {
                    Phrase.number(penalty.strip())
                            .orElseThrow(() -> new UsageException(
                                    "--l1", "'" + penalty + "', expected a number, or name=number for each variable"))
                }
                : function.point("--l1", penalty);
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

    private String page(double[] x0, Domain domain, Result result, Optional<DerivativeCheck> checked) {
        Counts counts = result.counts();
        return String.join(
                "\n",
                function.title(),
                result.toString(),
                "  at              " + function.show(result.x()),
                "  from            " + function.show(x0),
                "  method          " + method
                        + held(domain, result)
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

    /** The variables at bounds, and at 0 by the penalty. */
    private String held(Domain domain, Result result) {
        if (!domain.isBounded() && !domain.isPenalised() || result.gradient() == null) {
            return "";
        }
        String names = Arrays.stream(held(domain, result.x(), result.gradient()))
                .limit(8)
                .mapToObj(function.objective().layout()::name)
                .collect(Collectors.joining(", "));
        int count = held(domain, result.x(), result.gradient()).length;
        return "\n  held            " + count + " of " + result.x().length + " variables"
                + (count == 0 ? "" : ": " + names + (count > 8 ? ", ..." : ""))
                + (domain.isPenalised()
                        ? "\n  penalty         " + Numbers.precise(domain.penalty(result.x())) + " of the value"
                        : "");
    }

    private static int[] held(Domain domain, double[] x, double[] g) {
        return IntStream.range(0, x.length).filter(i -> domain.isHeld(x, g, i)).toArray();
    }

    private Map<String, Object> document(
            double[] x0, Algorithm chosen, Domain domain, Result result, Optional<DerivativeCheck> checked) {
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
        double[] g = result.gradient();
        document.put("gradientNorm", g == null ? Double.NaN : domain.optimality(result.x(), g));
        if (domain.isBounded()) {
            document.put("lower", domain.lower());
            document.put("upper", domain.upper());
        }
        if (domain.isPenalised()) {
            document.put("l1", domain.l1());
            document.put("penalty", domain.penalty(result.x()));
        }
        if (g != null && (domain.isBounded() || domain.isPenalised())) {
            int[] held = held(domain, result.x(), g);
            document.put(
                    "held",
                    Arrays.stream(held)
                            .mapToObj(function.objective().layout()::name)
                            .toList());
        }
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
