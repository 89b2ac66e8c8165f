// 04. The noise of a minibatch gradient falls as one over the root of the batch size.
//   bin/hesse shell analysis/lecture/04-gradient-noise.jsh
var claim = Claim.of("04-gradient-noise", "Gradient noise against batch size",
    "The gradient of a batch of B is the full gradient plus noise that falls as 1/\u221aB: a hundred times the work for a tenth of "
    + "the noise.")

var digits = StandardExperiments.digits()
var sum = digits.sum()
int n = sum.dimension(), terms = (int) sum.terms()
double[] gradient(Objective f, double[] x) {
    double[] g = new double[n];
    f.valueAndGradient(x, g);
    return g;
}
double distance(double[] a, double[] b) {
    double s = 0;
    for (int i = 0; i < a.length; i++) s += (a[i] - b[i]) * (a[i] - b[i]);
    return s;
}
// The root mean square of the noise over many batches.
double noise(Batches batches, double[] x, int draws) {
    double[] full = gradient(sum, x);
    double s = 0;
    for (int k = 0; k < draws; k++) s += distance(gradient(sum.on(batches.at(k)), x), full);
    return Math.sqrt(s / draws);
}

// One term's noise, from all terms one by one: what theory starts from.
double[] x = digits.start()
double sigma = noise(Batches.shuffled(terms, 1, 1), x, terms)
int[] sizes = Lecture.isQuick() ? new int[] {1, 16, 256, 1024} : new int[] {1, 4, 16, 64, 256, 1024, 1536, 1796}
int draws = Lecture.isQuick() ? 100 : 1000
claim.text("Softmax regression on the digits, " + terms + " terms, at the start. Drawn with replacement, the noise is \u03c3/\u221aB "
    + "exactly, \u03c3 that of single terms. Batches that are drawn without replacement, as in an epoch of shuffled data, have "
    + "less: times \u221a((N\u2212B)/(N\u22121)), and none at B = N.")
var table = claim.table("Root mean square of |g_B \u2212 g|, " + draws + " batches each", "B", "with replacement", "\u03c3/\u221aB",
    "without", "\u03c3/\u221aB\u00b7\u221a((N\u2212B)/(N\u22121))")
double[] b = Arrays.stream(sizes).asDoubleStream().toArray()
double[] with = new double[b.length], without = new double[b.length], theory = new double[b.length], finite = new double[b.length]
for (int i = 0; i < b.length; i++) {
    int size = sizes[i];
    with[i] = noise(Batches.withReplacement(terms, size, 7), x, draws);
    // a new shuffle for each batch: the batches of one epoch depend on each other
    double s = 0;
    double[] full = gradient(sum, x);
    for (int k = 0; k < draws; k++) s += distance(gradient(sum.on(Batches.shuffled(terms, size, 100 + k).at(0)), x), full);
    without[i] = Math.sqrt(s / draws);
    theory[i] = sigma / Math.sqrt(b[i]);
    finite[i] = theory[i] * Math.sqrt((terms - b[i]) / (terms - 1));
    table.row(size, with[i], theory[i], without[i], finite[i]);
    claim.within("batches are drawn with replacement", "noise \u00b7 \u221aB / \u03c3 at B = " + size, with[i] / theory[i], 0.9, 1.1);
    String where = size <= terms / 10 ? "without replacement, B < N/10" : "without replacement, B > N/10";
    claim.within(where, "noise \u00b7 \u221aB / \u03c3 at B = " + size, without[i] / theory[i], 0.9, 1.1);
    claim.within("without replacement, with its factor", "noise over its formula at B = " + size, without[i] / finite[i], 0.85, 1.15);
}
claim.figure("Slope \u22121/2, until a batch without replacement is a good part of all the data.",
    LineChart.of("Noise of the gradient, digits softmax at 0", "batch size", "|g_B \u2212 g|, root mean square").withLogX().withLogY()
        .line("\u03c3/\u221aB", b, theory).dots("with replacement", b, with).dots("without replacement", b, without)
        .line("with the factor for it", b, finite))

// What the noise is to the signal, on the way down.
double[] later = minimize(sum).from(digits.start()).with(new Lbfgs()).budget(Budget.UNLIMITED.withSteps(15)).verdict(false).run().x()
double signal0 = Math.sqrt(distance(gradient(sum, x), new double[n])), signal = Math.sqrt(distance(gradient(sum, later), new double[n]))
double late = noise(Batches.shuffled(terms, 1, 1), later, terms)
var beside = claim.table("Noise beside signal: the batch B at which \u03c3/\u221aB = |g|", "where", "|g|", "\u03c3", "B = (\u03c3/|g|)\u00b2")
beside.row("at the start", signal0, sigma, Math.pow(sigma / signal0, 2))
beside.row("after 15 steps of L-BFGS", signal, late, Math.pow(late / signal, 2))
claim.finding("With replacement the noise is within %.0f %% of \u03c3/\u221aB at every B; without, at B = %d of %d, it is %.2f of it. At the "
    + "start a batch of %.0f has as much noise as signal, after 15 steps of L-BFGS one of %.0f.",
    100 * IntStream.range(0, b.length).mapToDouble(i -> Math.abs(with[i] / theory[i] - 1)).max().getAsDouble(),
    sizes[b.length - 1], terms, without[b.length - 1] / theory[b.length - 1], Math.pow(sigma / signal0, 2), Math.pow(late / signal, 2))
present(claim)
