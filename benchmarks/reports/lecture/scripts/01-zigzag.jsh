// 01. Gradient descent zigzags: iterations against the condition number.
//   bin/hesse shell analysis/lecture/01-zigzag.jsh
var claim = Claim.of("01-zigzag", "Gradient descent zigzags in a narrow valley",
    "In an ill-conditioned valley gradient descent bounces from wall to wall; each step shrinks the error by "
    + "(\u03ba\u22121)/(\u03ba+1) only, so the number of steps grows with the condition number \u03ba.")

// A quadratic with curvatures 1 and kappa, from its worst start, where both directions have an equal share in the gradient.
Result descend(double kappa, Algorithm method) {
    double[] start = {kappa, 1};
    var f = new Quadratic(2, kappa, 0);
    return minimize(f).from(start).with(method).until(StoppingRule.valueAtMost(1e-12 * f.value(start))).verdict(false)
        .run();
}
double predicted(double kappa) { return Math.log(1e-6) / Math.log((kappa - 1) / (kappa + 1)); }

List<double[]> points(Result r) { return r.trace().rows().stream().map(row -> row.x()).toList(); }

// The share of the first 200 steps that turn back across the valley.
double turns(double kappa, double rate) {
    double[] start = {kappa, 1};
    var path = points(minimize(new Quadratic(2, kappa, 0)).from(start).with(new GradientDescent(rate))
        .budget(Budget.UNLIMITED.withSteps(200)).verdict(false).run());
    int turned = 0;
    for (int i = 2; i < path.size(); i++) {
        double before = path.get(i - 1)[1] - path.get(i - 2)[1], after = path.get(i)[1] - path.get(i - 1)[1];
        turned += before * after < 0 ? 1 : 0;
    }
    return (double) turned / (path.size() - 2);
}

claim.text("The error has to shrink by 1e-6. At the best constant rate, 2/(1+\u03ba), theory says "
    + "ln(1e-6)/ln((\u03ba\u22121)/(\u03ba+1)) steps. The rate 1/\u03ba is the largest that never overshoots.")
double[] kappas = Lecture.isQuick() ? new double[] {3, 10, 100} : new double[] {3, 10, 30, 100, 300, 1000, 3000, 10000}
int n = kappas.length
double[] best = new double[n], short_ = new double[n], theory = new double[n]
var table = claim.table("Steps until the error is a millionth",
    "\u03ba", "rate 2/(1+\u03ba)", "theory", "share that turns back", "rate 1/\u03ba", "share that turns back")
for (int i = 0; i < n; i++) {
    double fastest = 2 / (1 + kappas[i]), sure = 1 / kappas[i];
    Result a = descend(kappas[i], new GradientDescent(fastest)), b = descend(kappas[i], new GradientDescent(sure));
    double turning = turns(kappas[i], fastest), sliding = turns(kappas[i], sure);
    best[i] = a.steps(); short_[i] = b.steps(); theory[i] = predicted(kappas[i]);
    table.row(kappas[i], a.steps(), theory[i], turning, b.steps(), sliding);
    claim.within("the rate is 2/(1+\u03ba)", "steps / theory at \u03ba = " + (int) kappas[i], a.steps() / theory[i], 0.95, 1.3);
    claim.atLeast("the rate is 2/(1+\u03ba)", "share of the first steps that turn back at \u03ba = " + (int) kappas[i], turning, 0.9);
    claim.atLeast("the rate is 1/\u03ba", "share of the first steps that turn back at \u03ba = " + (int) kappas[i], sliding, 0.9);
}
claim.figure("On logarithmic axes all are lines of slope 1: ten times the condition number, ten times the steps.",
    LineChart.of("Steps to a millionth of the error", "condition number \u03ba", "steps").withLogX().withLogY()
        .line("rate 2/(1+\u03ba)", kappas, best).line("theory", kappas, theory).line("rate 1/\u03ba", kappas, short_))

// The ways, at kappa = 20.
var valley = new Quadratic(2, 20, 0)
var zigzag = descend(20, new GradientDescent(2.0 / 21))
var slide = descend(20, new GradientDescent(1.0 / 20))
claim.figure("\u03ba = 20. At 2/(1+\u03ba) the way bounces off both walls; at 1/\u03ba it slides along the floor, half as fast.",
    Plot.of(valley, box("x=-6:22, y=-1.2:1.2")).title("Two ways down the valley").run("gd, rate 2/(1+\u03ba)", zigzag)
        .run("gd, rate 1/\u03ba", slide))

claim.finding("At \u03ba = %.0f it takes %.0f steps, where theory says %.0f. The zigzag belongs to the long rate, the slowness"
    + " to \u03ba: at rate 1/\u03ba no step turns back, and it takes %.0f.", kappas[n - 1], best[n - 1], theory[n - 1], short_[n - 1])
present(claim)
