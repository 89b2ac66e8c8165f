// 11. What a step costs as the number of variables grows.
//   bin/hesse shell analysis/lecture/11-cost-growth.jsh
var claim = Claim.of("11-cost-growth", "The cost of a step",
    "A step of Newton's method costs O(n\u00b3), one of BFGS O(n\u00b2), one of L-BFGS O(mn).")

// CPU seconds of a step, the least of some runs: what else goes on in the machine only adds. The function is cheap: a
// gradient costs O(n), a Hessian O(n^2).
var clock = java.lang.management.ManagementFactory.getThreadMXBean()
double seconds(Algorithm method, int n, int steps, int repeats) {
    double least = Double.POSITIVE_INFINITY;
    var f = new Quadratic(n, 1e6, 1);
    double[] start = new double[n];
    Arrays.fill(start, 1);
    for (int k = 0; k < repeats; k++) {
        long before = clock.getCurrentThreadCpuTime();
        var r = minimize(f).from(start).with(method).budget(Budget.UNLIMITED.withSteps(steps)).verdict(false).run();
        least = Math.min(least, (clock.getCurrentThreadCpuTime() - before) / 1e9 / r.steps());
    }
    return least;
}
// The slope of a line through the logarithms, by least squares.
double slope(double[] x, double[] y) {
    double mx = 0, my = 0, xy = 0, xx = 0;
    for (int i = 0; i < x.length; i++) { mx += Math.log(x[i]) / x.length; my += Math.log(y[i]) / x.length; }
    for (int i = 0; i < x.length; i++) {
        xy += (Math.log(x[i]) - mx) * (Math.log(y[i]) - my);
        xx += Math.pow(Math.log(x[i]) - mx, 2);
    }
    return xy / xx;
}
boolean quick = Lecture.isQuick()
double[] newtonN = quick ? new double[] {200, 400, 800} : new double[] {800, 1600, 3200}
double[] bfgsN = quick ? new double[] {200, 400, 800} : new double[] {500, 1000, 2000, 4000}
double[] lbfgsN = quick ? new double[] {2e4, 4e4, 8e4} : new double[] {5e4, 1e5, 2e5, 4e5, 8e5}
double[] memories = quick ? new double[] {10, 20, 40} : new double[] {10, 20, 40, 80}
int repeats = 3

for (int k = 0; k < 3; k++) { // the JVM warms up
    seconds(new Newton(), 300, 1, 5);
    seconds(new Bfgs(), 100, 20, 5);
    seconds(new Lbfgs(), 1000, 40, 5);
}
double[] newton = Arrays.stream(newtonN).map(n -> seconds(new Newton(), (int) n, 1, repeats)).toArray()
double[] bfgs = Arrays.stream(bfgsN).map(n -> seconds(new Bfgs(), (int) n, 12, repeats)).toArray()
double[] lbfgs = Arrays.stream(lbfgsN).map(n -> seconds(new Lbfgs(), (int) n, 30, repeats)).toArray()
double[] memory = Arrays.stream(memories).map(m -> seconds(new Lbfgs((int) m), 20000, quick ? 120 : 250, repeats)).toArray()
claim.text("CPU time of a step on dense quadratics, whose gradients cost O(n). Times depend on the machine and differ from run to run; so "
    + "what is reported is how they grow: the ratio to the smallest size, and the slope on logarithmic axes. An O( ) is a bound: with few pairs "
    + "the share of m in a step of L-BFGS is hidden by the rest of the step, and at small n the others are, too" + (quick ? "; this quick run "
    + "has only small n." : "."))
var table = claim.table("Growth", "method", "size", "times larger", "times slower")
double[] ratios(double[] t) { return Arrays.stream(t).map(v -> v / t[0]).toArray(); }
void rows(String method, double[] x, double[] t) {
    double[] r = ratios(t);
    for (int i = 1; i < x.length; i++) table.row(method, String.format(Locale.ROOT, "%.0f to %.0f", x[0], x[i]), x[i] / x[0], r[i]);
}
rows("Newton, n", newtonN, newton)
rows("BFGS, n", bfgsN, bfgs)
rows("L-BFGS, n", lbfgsN, lbfgs)
rows("L-BFGS, m", memories, memory)
double[] slopes = {slope(newtonN, newton), slope(bfgsN, bfgs), slope(lbfgsN, lbfgs), slope(memories, memory)}
claim.within("Newton: O(n\u00b3)", "slope of log time against log n", slopes[0], quick ? 0 : 2.4, 3.5)
claim.within("BFGS: O(n\u00b2)", "slope of log time against log n", slopes[1], quick ? 0 : 1.6, 2.5)
claim.within("L-BFGS: O(mn)", "slope of log time against log n", slopes[2], quick ? 0 : 0.75, 1.35)
claim.atMost("L-BFGS: O(mn)", "slope of log time against log m", slopes[3], 1.3)
claim.figure("Slopes 3, 2 and 1: at a hundred thousand variables only L-BFGS is left.",
    LineChart.of("Time of a step", "variables n", "CPU seconds").withLogX().withLogY().line("Newton", newtonN, newton)
        .line("BFGS", bfgsN, bfgs).line("L-BFGS, m = 10", lbfgsN, lbfgs))
claim.finding("Twice as many variables take a step of Newton's method %.1f times as long, of BFGS %.1f, of L-BFGS %.1f; slopes %.2f, %.2f and %.2f. "
    + "Twice the memory: %.1f times.", Math.pow(2, slopes[0]), Math.pow(2, slopes[1]), Math.pow(2, slopes[2]), slopes[0], slopes[1],
    slopes[2], Math.pow(2, slopes[3]))
present(claim)
