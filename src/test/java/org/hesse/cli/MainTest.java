package org.hesse.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hesse.method.Methods;
import org.hesse.objective.DerivativeCheck;
import org.hesse.objective.Objective;
import org.hesse.problem.Classics;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.TestProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MainTest {
    private static final String ROSENBROCK = "(1-x)^2 + 100*(y-x^2)^2";

    @Test
    void minimizesAnExpression() {
        JsonNode json = json("minimize", ROSENBROCK, "--start", "-1.2,1");
        assertThat(json.get("schema").asInt()).isEqualTo(1);
        assertThat(json.get("status").asText()).isEqualTo("CONVERGED");
        assertThat(texts(json.get("variables"))).containsExactly("x", "y");
        assertThat(numbers(json.get("start"))).containsExactly(-1.2, 1);
        assertThat(numbers(json.get("x"))).containsExactly(new double[] {1, 1}, within(1e-8));
        assertThat(json.get("value").asDouble()).isBetween(0.0, 1e-16);
        assertThat(json.get("gradientNorm").asDouble()).isBetween(0.0, 1e-8);
        assertThat(json.get("counts").get("gradients").asInt()).isBetween(10, 100);
        assertThat(json.get("kind").asText()).isEqualTo("MINIMUM");
        assertThat(json.get("index").asInt()).isZero();
        // eigenvalues of [[802, -400], [-400, 200]]: 501 -+ sqrt(301^2 + 400^2)
        assertThat(numbers(json.get("eigenvalues")))
                .containsExactly(new double[] {0.39936076749, 1001.60063923251}, within(1e-5));
    }

    @Test
    void minimizesWithinBoundsAndWithAPenalty() {
        JsonNode bounded = json("minimize", ROSENBROCK, "--start", "-1.2,1", "--bounds", "x=-inf:0.5");
        assertThat(bounded.get("method").asText()).isEqualTo("lbfgsb");
        assertThat(numbers(bounded.get("x"))).containsExactly(0.5, 0.25);
        assertThat(texts(bounded.get("held"))).containsExactly("x");
        assertThat(bounded.get("gradientNorm").asDouble()).isLessThan(1e-8);
        assertThat(bounded.get("kind").asText()).isEqualTo("MINIMUM");
        JsonNode l1 = json("minimize", "(x-2)^2 + (y-0.1)^2 + 0.2*x*y", "--start", "1,1", "--l1", "x=0.5,y=0.5");
        assertThat(l1.get("method").asText()).isEqualTo("owl-qn");
        assertThat(l1.get("value").asDouble()).isCloseTo(0.9475, within(1e-14));
        assertThat(l1.get("penalty").asDouble()).isCloseTo(0.875, within(1e-7));
        assertThat(texts(l1.get("held"))).containsExactly("y");
        assertThat(json("minimize", "hs45").get("method").asText()).isEqualTo("lbfgsb");
    }

    @Test
    void minimizesAProblemFromItsOwnStart() {
        CommandLineRun run = CommandLineRun.of("minimize", "rosenbrock:n=4").succeeds();
        assertThat(run.out()).startsWith("f(x[0], x[1], x[2], x[3]): rosenbrock:n=4\nCONVERGED");
        assertThat(run.out()).contains("\nMINIMUM: ");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void takesTheMethodItIsTold() {
        JsonNode json = json("minimize", "x^2 + 9*y^2", "--start=3,1", "--method", "gd:rate=0.05", "--gtol", "1e-3");
        assertThat(json.get("hyperparameters").asText()).contains("0.05");
        // x shrinks by 0.9 a step from 3, y by 0.1 from 1: |2x| <= 1e-3 after ln(6000)/-ln(0.9) = 82.57 steps
        assertThat(json.get("counts").get("gradients").asInt()).isEqualTo(1 + 83);
        assertThat(numbers(json.get("x"))[0]).isCloseTo(3 * Math.pow(0.9, 83), within(1e-15));
    }

    @Test
    void keepsToItsBudget() {
        JsonNode json = json("minimize", "rosenbrock", "--method", "gd", "--max-evals", "7");
        assertThat(json.get("status").asText()).isEqualTo("BUDGET");
        assertThat(json.get("counts").get("evaluations").asInt()).isEqualTo(7);
        CommandLineRun strict =
                CommandLineRun.of("minimize", "rosenbrock", "--method", "gd", "--max-evals", "7", "--strict");
        assertThat(strict.exit()).isEqualTo(3);
        assertThat(strict.out()).startsWith("f(x[0], x[1])");
        assertThat(strict.err()).startsWith("not converged: BUDGET");
    }

    /** Not for a gradient that is small at a saddle, or on the way to infinity. */
    @Test
    void strictAsksForAMinimum() {
        CommandLineRun saddle = CommandLineRun.of("minimize", "x^2 - y^2", "--start", "0,0", "--strict");
        assertThat(saddle.exit()).isEqualTo(3);
        assertThat(saddle.out()).contains("CONVERGED SADDLE");
        assertThat(saddle.err()).startsWith("converged, but SADDLE: CONVERGED: |g|=");
        assertThat(CommandLineRun.of("minimize", "exp(-x)", "--start", "30", "--strict")
                        .exit())
                .isEqualTo(3);
        CommandLineRun.of("minimize", "x^2 - y^2", "--start", "0,0", "--strict", "--expect", "SADDLE")
                .succeeds();
        CommandLineRun.of("minimize", "himmelblau", "--strict").succeeds();
        String function = "exp(x) - 2*x + (y - x)^2 + 3*y^4 + 17";
        CommandLineRun floor = CommandLineRun.of("minimize", function, "--start", "2,-1", "--gtol", "1e-40", "--strict")
                .succeeds();
        assertThat(floor.out()).contains("AT_ROUNDOFF_FLOOR MINIMUM");
    }

    @Test
    void checksTheDerivativesFirst() {
        JsonNode check = json(
                        "minimize", "x^2 + x*y^3", "--start", "1,2", "--method", "gd", "--max-evals", "1", "--check")
                .get("check");
        assertThat(check.get("outcome").asText()).isEqualTo("AGREES");
        assertThat(check.get("gradient").get("precision").asDouble()).isLessThan(1e-8);
        assertThat(check.get("hessian").get("worst").get(0).get("name").asText())
                .startsWith("d2f/d");
        assertThat(CommandLineRun.of("minimize", "beale", "--check").succeeds().out())
                .contains("\n  check           derivatives agree: gradient to ");
        Objective wrong = new Objective() {
            @Override
            public int dimension() {
                return 1;
            }

            @Override
            public double value(double[] x) {
                return 3 * x[0];
            }

            @Override
            public double valueAndGradient(double[] x, double[] g) {
                g[0] = 2;
                return value(x);
            }
        };
        assertThatThrownBy(() -> MinimizeCommand.require(DerivativeCheck.of(wrong, new double[1])))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("WRONG GRADIENT\n")
                .hasMessageContaining("df/dx = 2 at the point, expected 3 ± ");
    }

    @Test
    void writesATrace(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("deeper").resolve("trace.csv");
        JsonNode json = json("minimize", "beale", "--trace", file.toString());
        List<String> lines = Files.readAllLines(file);
        String[] header = lines.get(0).split(",");
        String[] last = lines.get(lines.size() - 1).split(",");
        assertThat(header)
                .startsWith("steps", "epochs", "passes", "values", "gradients")
                .hasSameSizeAs(last);
        int value = List.of(header).indexOf("value");
        assertThat(Double.parseDouble(last[value])).isEqualTo(json.get("value").asDouble());
        assertThat(lines.size()).isBetween(5, 2 + json.get("steps").asInt());
    }

    @Test
    void writesAJournalOfCurvaturePairs(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("pairs.csv");
        JsonNode json = json("minimize", "beale", "--pairs", file.toString());
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).startsWith("step,sy,ss,yy,curvature,cos,batchOfX,batchOfNext,decision,why");
        assertThat(lines.size() - 1).isBetween(5, json.get("steps").asInt());
        CommandLineRun none = CommandLineRun.of(
                "minimize", "beale", "--pairs", file.resolve("below").toString());
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("--pairs: cannot write ");
    }

    static Stream<Arguments> knownPoints() {
        return Classics.all().stream()
                .flatMap(problem -> problem.points().stream().map(point -> Arguments.of(problem, point)));
    }

    @ParameterizedTest
    @MethodSource("knownPoints")
    void classifiesEveryKnownPoint(TestProblem problem, TestProblem.Point point) {
        String at = Arrays.stream(point.x()).mapToObj(Double::toString).collect(Collectors.joining(","));
        JsonNode json = json("classify", problem.name(), "--at", at);
        assertThat(json.get("kind").asText()).isEqualTo(point.kind().name());
        assertThat(json.get("index").asInt()).isEqualTo(point.index());
        assertThat(json.get("eigenvalues")).hasSize(point.x().length).hasSameSizeAs(json.get("errorBars"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -x^2-y^2         | 0,0  | MAXIMUM      | 2
            -x^2 - y^2       | 0,0  | MAXIMUM      | 2
            -(x+1)^2-(y-2)^2 | -1,2 | MAXIMUM      | 2
            -x               | -1   | NOT_CRITICAL | 0
            x                | 3    | NOT_CRITICAL | 0
            x^2+y^2          | 1,0  | NOT_CRITICAL | 0
            x^2-y^2          | 0,0  | SADDLE       | 1
            x^2+y^4          | 0,0  | MINIMUM      | 0
            """)
    void classifiesWhateverTheSignInFront(String f, String at, String kind, int index) {
        JsonNode json = json("classify", f, "--at", at);
        assertThat(json.get("kind").asText()).isEqualTo(kind);
        assertThat(json.get("index").asInt()).isEqualTo(index);
        assertThat(CommandLineRun.of("classify", "--at", at, "--json", f).json())
                .isEqualTo(json);
    }

    @Test
    void ordersTheVariablesAsToldAndEchoesThem() {
        assertThat(CommandLineRun.of("classify", "(y-1)^2 + x^2", "--at", "1,0")
                        .succeeds()
                        .out())
                .startsWith("f(y, x) = (y-1)^2 + x^2\n")
                .contains("MINIMUM");
        JsonNode json = json("classify", "(y-1)^2 + x^2", "--vars", "x, y", "--at", "0,1");
        assertThat(texts(json.get("variables"))).containsExactly("x", "y");
        assertThat(json.get("kind").asText()).isEqualTo("MINIMUM");
        assertThat(CommandLineRun.of("classify", "(y-1)^2 + x^2", "--at", "x=0, y=1", "--expect", "minimum")
                        .exit())
                .isZero();
    }

    @Test
    void exitsWith4WhereTheKindIsNotTheExpectedOne() {
        CommandLineRun run = CommandLineRun.of("classify", "x^2-y^2", "--at", "0,0", "--expect", "MINIMUM");
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.err().strip()).isEqualTo("expected MINIMUM, found SADDLE");
        assertThat(run.out()).contains("SADDLE");
        // from x = 0 the gradient never shows the way off the saddle
        CommandLineRun minimized =
                CommandLineRun.of("minimize", "x^4 - 2*x^2 + y^2", "--start", "0,1", "--expect", "MINIMUM", "--json");
        assertThat(minimized.exit()).isEqualTo(4);
        assertThat(minimized.json().get("kind").asText()).isEqualTo("SADDLE");
    }

    @Test
    void writesNumbersThatJsonDoesNotHaveAsText() {
        JsonNode json = json("minimize", "log(x)", "--start", "-1");
        assertThat(json.get("status").asText()).isEqualTo("NOT_FINITE");
        assertThat(json.get("value").isTextual()).isTrue();
        assertThat(json.get("value").asText()).isEqualTo("NaN");
        assertThat(json.get("kind").asText()).isEqualTo("UNDECIDED");
    }

    @Test
    void listsProblemsAndMethods() {
        JsonNode problems = json("problems").get("problems");
        assertThat(names(problems)).containsExactlyElementsOf(Problems.names());
        assertThat(problems).allSatisfy(p -> {
            assertThat(p.get("dimension").asInt()).isPositive();
            assertThat(p.get("description").asText()).isNotBlank();
        });
        List<String> methods = new ArrayList<>(Methods.names());
        methods.addAll(Methods.opaqueNames());
        assertThat(names(json("methods").get("methods"))).containsExactlyElementsOf(methods);
        assertThat(names(json("methods").get("wrappers"))).containsExactlyElementsOf(Methods.wrappers());
        assertThat(CommandLineRun.of("problems").succeeds().out()).contains("rosenbrock");
        assertThat(CommandLineRun.of("methods").succeeds().out())
                .contains("adam", "lbfgs", "eps=1e-8", "Around another method", "polyak-ruppert", "cosine");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong("unknown problem 'rosenbrok': did you mean rosenbrock?", "EXPR|PROBLEM", "minimize", "rosenbrok"),
                wrong("did you mean monkey-saddle?", "EXPR|PROBLEM", "classify", "monkey-sadle", "--at", "0,0"),
                wrong("unknown problem 'foo'", "EXPR|PROBLEM", "minimize", "foo:n=3"),
                wrong("z = '1', expected", "--bounds", "minimize", "z^2", "--start", "1", "--bounds", "z=1"),
                wrong(
                        "l1 = -1.0, expected a finite number, at least 0",
                        "--l1",
                        "minimize",
                        "z^2",
                        "--start",
                        "1",
                        "--l1",
                        "-1"),
                wrong("l1 of z = -2.0, expected", "--l1", "minimize", "y^2+z^2", "--start", "1,1", "--l1", "y=1,z=-2"),
                wrong("'much', expected a number", "--l1", "minimize", "z^2", "--start", "1", "--l1", "much"),
                wrong("method bfgs knows no bounds", "--method", "minimize", "hs4", "--method", "bfgs"),
                wrong("did you mean adam", "--method", "minimize", "beale", "--method", "adm"),
                wrong("rate = -1", "--method", "minimize", "beale", "--method", "adam:rate=-1"),
                wrong("unknown option 'rte'", "--method", "minimize", "beale", "--method", "adam:rte=1"),
                wrong("at position 7", "EXPR|PROBLEM", "minimize", "x^2 + * y", "--start", "1,2"),
                wrong("at position", "EXPR|PROBLEM", "classify", "-x^2 - ", "--at", "1"),
                wrong("declared twice", "--vars", "classify", "x", "--vars", "x,x", "--at", "1,2"),
                wrong("'z'", "EXPR|PROBLEM", "classify", "x + z", "--vars", "x,y", "--at", "1,2"),
                wrong("no variable at position 1", "EXPR|PROBLEM", "minimize", "1 + 2", "--start", "1"),
                wrong("is for expressions", "--vars", "minimize", "beale", "--vars", "x,y"),
                wrong("expected --start with 2 numbers, for x, y", "--start", "minimize", "x^2 + y^2"),
                wrong("1 number, expected 2, for x, y", "--start", "minimize", "x^2 + y^2", "--start", "1"),
                wrong("y = 'one', expected a finite number", "--at", "classify", "x*y", "--at", "1,one"),
                wrong("x = 'NaN', expected a finite number", "--at", "classify", "x*y", "--at", "NaN,1"),
                wrong("y is missing", "--at", "classify", "x*y", "--at", "x=1"),
                wrong("unknown variable 'z'", "--at", "classify", "x*y", "--at", "x=1,z=1"),
                wrong("x is given twice", "--at", "classify", "x*y", "--at", "x=1,x=1"),
                wrong("did you mean --method?", "--methd", "minimize", "beale", "--methd=gd"),
                wrong("'many' is not a long", "--max-evals", "minimize", "beale", "--max-evals", "many"),
                wrong("expected a number >= 0", "--max-evals", "minimize", "beale", "--max-evals", "-3"),
                wrong("expected a number >= 0", "--max-seconds", "minimize", "beale", "--max-seconds", "-1"),
                wrong("expected a number >= 0", "--gtol", "minimize", "beale", "--gtol", "-1"),
                wrong("expected a finite number > 0", "--radius", "classify", "x", "--at", "1", "--radius", "0"),
                wrong("one of", "--expect", "classify", "x", "--at", "1", "--expect", "MINIMAL"),
                wrong("'--at=v,v,...'", "--at", "classify", "x"),
                wrong("EXPR|PROBLEM", "EXPR|PROBLEM", "classify", "--at", "1"),
                wrong("did you mean classify?", "clasify", "clasify", "x"));
    }

    private static Arguments wrong(String message, String argument, String... args) {
        return Arguments.of(message, argument, args);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void saysWhatIsWrong(String message, String argument, String[] args) {
        CommandLineRun run = CommandLineRun.of(args);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("hesse: ").contains(message).doesNotContain("\tat ", "Exception");
        assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(3);

        CommandLineRun json = CommandLineRun.of(
                Stream.concat(Stream.of(args), Stream.of("--json")).toArray(String[]::new));
        assertThat(json.exit()).isEqualTo(2);
        assertThat(json.err()).isEmpty();
        assertThat(json.json().get("schema").asInt()).isEqualTo(1);
        assertThat(json.json().get("error").get("message").asText()).contains(message);
        assertThat(json.json().get("error").get("argument").asText()).startsWith(argument);
    }

    @Test
    void expressionsHaveArraysAndParameters() {
        CommandLineRun run = CommandLineRun.of(
                "classify", "sum(i, 1, n, (x[i]-a)^2)", "--set", "n=2, a=3", "--at", "x[1]=3, x[2]=3", "--json");
        assertThat(run.succeeds().json().get("kind").asText()).isEqualTo("MINIMUM");
        assertThat(run.json().get("parameters").get("n").asDouble()).isEqualTo(2);
        assertThat(run.json().get("variables").get(1).asText()).isEqualTo("x[2]");
        assertThat(CommandLineRun.of("classify", "x^2", "--set", "n", "--at", "1")
                        .err())
                .contains("parameters 'n': 'n', expected name=number");
        assertThat(CommandLineRun.of("classify", "n*x^2", "--set", "m=1", "--at", "1,1")
                        .err())
                .contains("parameter 'm' does not occur in the text");
        assertThat(CommandLineRun.of("minimize", "beale", "--set", "n=1").err()).contains("--set is for expressions");
    }

    @Test
    void pointsAtTheMistakeInAnExpression() {
        assertThat(CommandLineRun.of("minimize", "-x^2 + * y", "--start", "1,2")
                        .err()
                        .lines())
                .containsSequence("  -x^2 + * y", "         ^");
    }

    @Test
    void namesTheFileThatCannotBeWritten(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        String trace = file.resolve("trace.csv").toString();
        CommandLineRun run = CommandLineRun.of("minimize", "beale", "--trace", trace);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--trace: cannot write " + trace).doesNotContain("\tat ");
    }

    @Test
    void helpsAndTellsItsVersion() {
        assertThat(CommandLineRun.of("--version").succeeds().out()).startsWith("hesse ");
        assertThat(CommandLineRun.of("--help").succeeds().out()).contains("minimize", "classify", "Exit codes: 0 ran");
        assertThat(CommandLineRun.of("minimize", "--help").succeeds().out()).contains("--max-evals", "--strict");
        assertThat(CommandLineRun.of().exit()).isEqualTo(2);
        assertThat(CommandLineRun.of().err()).contains("missing command", "minimize, classify");
    }

    @Test
    void printsAsciiWhereTheTerminalKnowsNoMore() {
        assertThat(CommandLineRun.of(false, "classify", "x^2", "--at", "0").out())
                .contains("2 \u00b1 ");
        assertThat(CommandLineRun.of(true, "classify", "x^2", "--at", "0").out())
                .matches("[\\p{ASCII}]*")
                .contains("2 +/- ")
                .doesNotContain("?");
        CommandLineRun json = CommandLineRun.of(false, "classify", "caf\u00e9 +", "--at", "0", "--json");
        assertThat(json.out()).matches("[\\p{ASCII}]*");
        assertThat(json.json().get("error").get("message").asText()).contains("\u00e9");
    }

    @Test
    void runsOnTheStreamsItIsGiven() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Main.run(new String[] {"methods"}, new PrintStream(out), new PrintStream(err));
        assertThat(exit).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("adam");
        assertThat(err.size()).isZero();
    }

    /** Runs with --json. */
    private static JsonNode json(String... args) {
        return CommandLineRun.of(
                        Stream.concat(Stream.of(args), Stream.of("--json")).toArray(String[]::new))
                .succeeds()
                .json();
    }

    private static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> names(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(entry -> entry.get("name").asText())
                .toList();
    }
}
