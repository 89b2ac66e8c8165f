// 13. L-BFGS: full batch beside minibatches, and the methods that repair it.
//   bin/hesse shell analysis/lecture/13-lbfgs-minibatch.jsh
var claim = Claim.of("13-lbfgs-minibatch", "L-BFGS does not transfer to minibatches",
    "L-BFGS works very well on the full batch. It does not transfer to minibatches: differences of gradients of different "
    + "batches are no curvature.")
boolean quick = Lecture.isQuick()

// First the full batch: data passes to F*(1 + 1e-8) on the digits softmax.
var digits = StandardExperiments.digits()
var rivals = new String[] {"lbfgs", "gd:rate=1", "momentum:rate=0.2", "nesterov:rate=0.5", "adam:rate=0.05"}
var full = compare(digits).with(rivals).batches(FULL).passes(quick ? 100 : 2000).change(e -> e.goal(Goal.relative(1e-8))).experiment().run()
claim.text("The full batch first: L-BFGS with its line search and nothing to tune, beside first-order methods at one rate each, chosen "
    + "by hand.")
var passes = claim.table("Full batch, digits softmax: data passes to F*(1 + 1e-8)", "method", "passes", "F \u2212 F* at the end")
var fullChart = LineChart.of("Full batch, digits softmax", "data passes", "F \u2212 F*").withLogX().withLogY().between(1e-9, 10)
var toGoal = new LinkedHashMap<String, Double>()
for (Summary s : full.summaries()) {
    String name = s.entry().label();
    passes.row(name, s.passesToGoal().median(), s.finalExcess().median());
    toGoal.put(name, s.passesToGoal().median());
    var curve = full.curve(name, Regime.FULL);
    fullChart = fullChart.line(name, curve.passes(), curve.excess().stream().mapToDouble(q -> q.median()).toArray());
}
claim.figure("On the full batch nothing here comes near L-BFGS.", fullChart)
double lbfgs = toGoal.remove("lbfgs"), other = Collections.min(toGoal.values())
claim.atMost("full batch", "passes of L-BFGS over the next best", lbfgs / other, 0.5)

// Then minibatches, on a noisy quadratic of condition number 9621 (quadratic_deep of DeepOBS), 30 data passes, each method at
// its best rate of a small grid. A repaired method is one more line here; what this build does not have is passed over.
var noisy = StandardExperiments.quadraticDeep()
var kinds = new LinkedHashMap<String, String>()
kinds.put("different batches", "lbfgs:pairs=naive,rate=%s")
kinds.put("same batch", "lbfgs:rate=%s")
kinds.put("SGD", "gd:rate=%s")
kinds.put("oLBFGS", "olbfgs:rate=%s")
kinds.put("damped (SdLBFGS)", "sdlbfgs:rate=%s")
kinds.put("multi-batch", "multi-batch-lbfgs:rate=%s")
kinds.put("SQN", "sqn:rate=%s")
kinds.put("SVRG-LBFGS", "svrg-lbfgs:rate=%s")
kinds.values().removeIf(text -> !Methods.names().contains(text.substring(0, text.indexOf(':'))))
String[] rates = quick ? new String[] {"0.01", "0.3"} : new String[] {"0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1"}
int[] sizes = quick ? new int[] {8, 500} : new int[] {2, 8, 32, 128, 500}
int seeds = quick ? 2 : 7

// The median excess over the seeds at the best rate; runs that blow up are infinite.
double best(String text, int size) {
    var entries = Arrays.stream(rates).map(rate -> Entry.of(rate, method(String.format(text, rate)))).toList();
    var c = compare(noisy).batches(size).seeds(seeds).passes(30).change(e -> e.with(entries)).experiment().run();
    return c.summaries().stream().mapToDouble(s -> s.finalExcess().median()).min().getAsDouble();
}
claim.text("Minibatches: DeepOBS's quadratic_deep, 30 data passes with everything charged (a second gradient of a batch, "
    + "a larger batch for curvature, a snapshot), median of " + seeds + " seeds, each method at its best constant rate of "
    + String.join(", ", rates) + ".")
var columns = new ArrayList<>(List.of("method"))
for (int size : sizes) columns.add("B = " + size);
var table = claim.table("Median of f \u2212 f*", columns.toArray(new String[0]))
double[] b = Arrays.stream(sizes).asDoubleStream().toArray()
var chart = LineChart.of("quadratic_deep, f \u2212 f* at equal cost", "batch size", "f \u2212 f*").withLogX().withLogY()
var ends = new LinkedHashMap<String, double[]>()
for (var kind : kinds.entrySet()) {
    double[] end = Arrays.stream(sizes).mapToDouble(size -> best(kind.getValue(), size)).toArray();
    ends.put(kind.getKey(), end);
    var row = new ArrayList<Object>(List.of(kind.getKey()));
    for (double v : end) row.add(v);
    table.row(row.toArray());
    chart = chart.line(kind.getKey(), b, end);
}
claim.figure("At small batches pairs of different batches do worst; where lines cross, the claim ends.", chart)
var pairs = journal(minimize(noisy.sum()).from(noisy.start()).with(method("lbfgs:pairs=naive,rate=0.01"))
    .batches(Batches.shuffled(1000, sizes[0], 1)).until(StoppingRule.NEVER).budget(Budget.UNLIMITED.withPasses(30)))
claim.text("L-BFGS with pairs of different batches, B = " + sizes[0] + ", rate 0.01, made " + pairs + ".")
double[] naive = ends.get("different batches"), same = ends.get("same batch"), sgd = ends.get("SGD")
for (int i = 0; i < sizes.length; i++) {
    claim.atLeast("batch " + sizes[i], "f \u2212 f* with different batches over that of SGD", naive[i] / sgd[i], 1);
}
int works = 0
while (works < sizes.length && naive[works] >= sgd[works]) works++;
String from = works < sizes.length ? "From B = " + sizes[works] + " on different batches do better than SGD" : "At no size here do different batches better than SGD"
// The methods that repair it: which of them comes nearest, at the smallest batch?
var repaired = new LinkedHashMap<>(ends)
repaired.keySet().removeAll(List.of("different batches", "SGD"))
var nearest = repaired.entrySet().stream().min(Comparator.comparingDouble(e -> e.getValue()[0])).get()
var better = claim.table("Repaired methods that end nearer than SGD", "batch", "how many of " + repaired.size(), "the nearest")
for (int i = 0; i < sizes.length; i++) {
    int at = i;
    better.row(sizes[i], repaired.values().stream().filter(v -> v[at] < sgd[at]).count(),
        repaired.entrySet().stream().min(Comparator.comparingDouble(e -> e.getValue()[at])).get().getKey());
}
claim.finding("Full batch: L-BFGS needs %.0f passes, the next best of these %s. Minibatches: at B = %d L-BFGS with pairs of different batches ends at %.3g, with "
    + "pairs of the same batch at %.3g, SGD at %.3g. Of the repaired methods %s comes nearest there, %.3g. %s (at B = %d: %.3g, %.3g, %.3g).", lbfgs,
    other < Double.POSITIVE_INFINITY ? String.format(Locale.ROOT, "%.0f", other) : "did not get there", sizes[0], naive[0],
    same[0], sgd[0], nearest.getKey(), nearest.getValue()[0], from, sizes[sizes.length - 1], naive[sizes.length - 1], same[sizes.length - 1], sgd[sizes.length - 1])
present(claim)
