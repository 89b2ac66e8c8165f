// 10. Newton's method: one step on a quadratic, attracted by saddles, and the cure.
//   bin/hesse shell analysis/lecture/10-newton.jsh
var claim = Claim.of("10-newton", "Newton's method: one step, but to any critical point",
    "On a quadratic Newton's method arrives in one step, whatever the conditioning. Elsewhere it is attracted by saddles and "
    + "maxima as by minima; methods that use the signs of the curvature are not.")

// One step on quadratics in 20 variables: the error left, as a part of that at the start.
var one = claim.table("One Newton step on a quadratic in 20 variables, from (1, ..., 1)", "condition number", "error left")
double largest = 0
for (double kappa : new double[] {1, 1e2, 1e4, 1e6, 1e8}) {
    double[] start = new double[20], end = new double[20];
    Arrays.fill(start, 1);
    minimize(new Quadratic(20, kappa, 1)).from(start).with(new Newton()).budget(Budget.UNLIMITED.withSteps(1)).verdict(false)
        .every(1, p -> System.arraycopy(p.x(), 0, end, 0, 20)).run();
    double left = Math.sqrt(Arrays.stream(end).map(x -> x * x).sum() / 20);
    one.row(kappa, left);
    largest = Math.max(largest, left);
    claim.atMost("one step on a quadratic", "error left at condition number " + kappa, left, 1e-6);
}

// Himmelblau's function has four minima, four saddles and a maximum. Where do runs from a grid of starts end?
var f = problem("himmelblau").objective()
int side = Lecture.isQuick() ? 9 : 41
record Ends(Map<Kind, List<double[]>> starts) {
    int count(Kind kind) { return starts.getOrDefault(kind, List.of()).size(); }
    double[] part(Kind kind, int i) { return starts.getOrDefault(kind, List.of()).stream().mapToDouble(x -> x[i]).toArray(); }
}
Ends ends(Algorithm method) {
    var starts = new EnumMap<Kind, List<double[]>>(Kind.class);
    for (int i = 0; i < side * side; i++) {
        double[] start = {-5 + 10.0 * (i % side) / (side - 1), -5 + 10.0 * (i / side) / (side - 1)};
        var r = minimize(f).from(start).with(method).budget(Budget.UNLIMITED.withSteps(200)).run();
        Kind kind = r.isConverged() ? r.verdict().get().kind() : Kind.UNDECIDED;
        starts.computeIfAbsent(kind, k -> new ArrayList<>()).add(start);
    }
    return new Ends(starts);
}
var methods = new LinkedHashMap<String, Algorithm>()
methods.put("Newton", new Newton())
methods.put("Newton with line search, modified Cholesky", new LineSearchNewton())
methods.put("saddle-free Newton, |H|", new SaddleFree())
methods.put("Newton in a trust region", new TrustRegion())
methods.put("the same with escape", new Escape<>(new TrustRegion()))
var table = claim.table("Ends of runs on Himmelblau's function, from " + side * side + " starts",
    "method", "minimum", "saddle", "maximum", "none in 200 steps")
var pure = ends(new Newton())
for (var m : methods.entrySet()) {
    Ends e = m.getValue() instanceof Newton ? pure : ends(m.getValue());
    int wrong = e.count(Kind.SADDLE) + e.count(Kind.MAXIMUM);
    table.row(m.getKey(), e.count(Kind.MINIMUM), e.count(Kind.SADDLE), e.count(Kind.MAXIMUM), e.count(Kind.UNDECIDED));
    if (e == pure) claim.atLeast("pure Newton goes to saddles", "share of ends that are no minimum", (double) wrong / side / side, 0.1);
    else claim.atMost(m.getKey() + " does not", "ends at a saddle or maximum", wrong, 0);
}
var map = LineChart.of("Where Newton's method ends, by its start", "x", "y")
for (Kind kind : List.of(Kind.MINIMUM, Kind.SADDLE, Kind.MAXIMUM)) {
    map = map.dots("at a " + kind.name().toLowerCase(), pure.part(kind, 0), pure.part(kind, 1));
}
claim.figure("Each mark is a start. The basins of saddles and of the maximum are as wide as those of the minima.", map)
var a = minimize(f).from(-0.2, 2.2).with(new Newton()).run()
var b = minimize(f).from(-0.2, 2.2).with(new TrustRegion()).run()
claim.figure("From one start, pure Newton ends at a saddle, in a trust region at a minimum.",
    Plot.of(problem("himmelblau"), box("x=-5:5, y=-5:5")).title("Two Newton methods").run("pure", a).run("trust region", b))
claim.finding("One step leaves at most %.0e of the error up to a condition number of 1e8. On Himmelblau's function %d of %d "
    + "starts lead pure Newton to a saddle, %d to the maximum.", largest, pure.count(Kind.SADDLE), side * side, pure.count(Kind.MAXIMUM))
present(claim)
