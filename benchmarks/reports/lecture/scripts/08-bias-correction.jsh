// 08. Adam's first steps, with and without bias correction.
//   bin/hesse shell analysis/lecture/08-bias-correction.jsh
var claim = Claim.of("08-bias-correction", "Adam's bias correction",
    "Adam's moments start at 0 and are biased towards 0. Without a correction its first steps are too small; with it they "
    + "have the length of the rate \u03b7.")

// The lengths of the steps, in units of the rate, where the gradient is constant.
double[] lengths(boolean corrected, int steps) {
    double[] x = new double[steps + 1];
    minimize(function("3*x")).from(0).with(new Adam(Schedule.constant(1e-3), 0.9, 0.999, 1e-8, corrected))
        .budget(Budget.UNLIMITED.withSteps(steps)).verdict(false).every(1, p -> x[(int) p.clock().steps()] = p.x()[0]).run();
    double[] length = new double[steps];
    for (int k = 0; k < steps; k++) length[k] = Math.abs(x[k + 1] - x[k]) / 1e-3;
    return length;
}
double formula(int k) { return (1 - Math.pow(0.9, k)) / Math.sqrt(1 - Math.pow(0.999, k)); }

int steps = Lecture.isQuick() ? 1000 : 5000
double[] with = lengths(true, steps), without = lengths(false, steps)
double[] k = IntStream.rangeClosed(1, steps).asDoubleStream().toArray()
double[] theory = IntStream.rangeClosed(1, steps).mapToDouble(i -> formula(i)).toArray()
claim.text("Where the gradient is constant, step k without correction is (1\u2212\u03b2\u2081\u1d4f)/\u221a(1\u2212\u03b2\u2082\u1d4f) "
    + "rates long: both moments are biased, but the root of the second far more than the first.")
var table = claim.table("Length of step k, in rates", "k", "with correction", "without", "formula")
for (int i : new int[] {1, 2, 5, 10, 20, 50, 100, 1000}) table.row(i, with[i - 1], without[i - 1], theory[i - 1])
claim.figure("Without correction the steps are too long, not too short, and most so around step 10; it takes a thousand "
    + "steps to wear off.",
    LineChart.of("Step lengths of Adam at a constant gradient", "step k", "length / rate").withLogX().between(0, 8)
        .line("with correction", k, with).line("without", k, without))

// Does it matter? Softmax regression on the digits, batches of 64: the first epochs.
var digits = StandardExperiments.digits()
var sum = digits.sum()
int epochs = Lecture.isQuick() ? 1 : 5
double[][] train(double rate, boolean corrected) {
    var run = minimize(sum).from(digits.start()).with(new Adam(Schedule.constant(rate), 0.9, 0.999, 1e-8, corrected))
        .batches(Batches.shuffled(sum.terms(), 64, 1)).measure(Cadence.everySteps(2)).verdict(false)
        .budget(Budget.UNLIMITED.withPasses(epochs)).run();
    return new double[][] {run.trace().rows().stream().mapToDouble(r -> r.steps()).toArray(),
        run.trace().rows().stream().mapToDouble(r -> r.value()).toArray()};
}
var chart = LineChart.of("Adam on the digits, batches of 64", "step", "mean loss").withLogY()
var losses = claim.table("Largest loss on the way (it starts at 2.303), and loss after " + epochs + (epochs == 1 ? " epoch" : " epochs"),
    "rate", "with: largest", "without: largest", "with: end", "without: end")
for (double rate : new double[] {0.01, 0.1}) {
    double[][] a = train(rate, true), b = train(rate, false);
    chart = chart.line(rate + ", with correction", a[0], a[1]).line(rate + ", without", b[0], b[1]);
    losses.row(rate, Arrays.stream(a[1]).max().getAsDouble(), Arrays.stream(b[1]).max().getAsDouble(),
        a[1][a[1].length - 1], b[1][b[1].length - 1]);
}
claim.figure("At a modest rate the longer first steps do no harm, they even help; at a high one they throw the iterate away.", chart)

claim.within("the moments are corrected", "first step / rate", with[0], 0.999, 1.001)
claim.within("the moments are corrected", "longest step / rate", Arrays.stream(with).max().getAsDouble(), 0.999, 1.001)
claim.atMost("they are not: steps that are too small", "first step / rate", without[0], 0.999)
claim.atMost("they are not: steps that are too small", "longest step / rate", Arrays.stream(without).max().getAsDouble(), 0.999)
claim.finding("With the correction the first step is %.3f rates long. Without it, it is %.3f, and the longest %.2f: "
    + "too long, not too short.", with[0], without[0], Arrays.stream(without).max().getAsDouble())
present(claim)
