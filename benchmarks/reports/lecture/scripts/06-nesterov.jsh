// 06. Nesterov's momentum beside the heavy ball and gradient descent.
//   bin/hesse shell analysis/lecture/06-nesterov.jsh
var claim = Claim.of("06-nesterov", "Nesterov's look-ahead",
    "Momentum needs steps in proportion to \u221a\u03ba instead of \u03ba. Nesterov's gradient at the look-ahead point corrects "
    + "the heavy ball, and converges faster.")

// Each at the rates that theory calls best, for curvatures from 1 to kappa (heavy ball: Polyak 1964; Nesterov 2004, 2.2.11).
GradientDescent descent(double k) { return new GradientDescent(2 / (1 + k)); }
Momentum ball(double k) {
    double r = Math.sqrt(k);
    return new Momentum(Schedule.constant(4 / ((1 + r) * (1 + r))), Math.pow((r - 1) / (r + 1), 2), Momentum.Form.VELOCITY);
}
Nesterov nesterov(double k) {
    double r = Math.sqrt(k);
    return new Nesterov(Schedule.constant(1 / k), (r - 1) / (r + 1), Nesterov.Form.REWRITTEN);
}
double steps(Objective f, double[] start, double goal, Algorithm method) {
    var r = minimize(f).from(start).with(method).until(StoppingRule.valueAtMost(goal)).verdict(false)
        .budget(Budget.UNLIMITED.withSteps(400000)).run();
    return r.isConverged() ? r.steps() : Double.POSITIVE_INFINITY;
}
double[] kappas = Lecture.isQuick() ? new double[] {10, 100, 1000} : new double[] {10, 30, 100, 300, 1000, 3000, 10000}
int n = kappas.length
double[] gd = new double[n], hb = new double[n], ne = new double[n]
var table = claim.table("Steps to 1e-12 of the value, quadratic in 10 variables from the worst start", "\u03ba", "gradient descent",
    "heavy ball", "Nesterov", "Nesterov / heavy ball")
for (int i = 0; i < n; i++) {
    var f = new Quadratic(10, kappas[i], 0);
    double[] start = Arrays.stream(f.eigenvalues()).map(v -> 1 / v).toArray(); // an equal share of each curvature in the gradient
    double goal = 1e-12 * f.value(start);
    gd[i] = steps(f, start, goal, descent(kappas[i]));
    hb[i] = steps(f, start, goal, ball(kappas[i]));
    ne[i] = steps(f, start, goal, nesterov(kappas[i]));
    table.row(kappas[i], gd[i], hb[i], ne[i], ne[i] / hb[i]);
}
double growth(double[] y) { return Math.log(y[n - 1] / y[n - 2]) / Math.log(kappas[n - 1] / kappas[n - 2]); }
claim.within("momentum on a quadratic", "exponent of \u03ba in the steps of Nesterov", growth(ne), 0.4, 0.6)
claim.within("momentum on a quadratic", "exponent of \u03ba in those of the heavy ball", growth(hb), 0.4, 0.6)
claim.within("momentum on a quadratic", "exponent of \u03ba in those of gradient descent", growth(gd), 0.9, 1.1)
claim.atMost("Nesterov beside the heavy ball, on a quadratic", "ratio of their steps at \u03ba = " + (int) kappas[n - 1], ne[n - 1] / hb[n - 1], 1)
claim.figure("Slope 1 for gradient descent, 1/2 with momentum. On quadratics the heavy ball is the fastest.",
    LineChart.of("Steps to 1e-12 of the value", "condition number \u03ba", "steps").withLogX().withLogY()
        .line("gradient descent", kappas, gd).line("heavy ball", kappas, hb).line("Nesterov", kappas, ne))

// Not a quadratic: strongly convex, curvature 25 for x < 1, 1 from 1 to 2, 25 beyond (Lessard, Recht and Packard 2016, 4.6).
// There the heavy ball, at the very rates that are best for quadratics with these curvatures, goes round in a cycle.
Objective f = function("if(x < 1, 12.5*x^2, if(x < 2, 0.5*x^2 + 24*x - 12, 12.5*x^2 - 24*x + 36))")
double[] value(Algorithm method, int count) {
    double[] v = new double[count + 1];
    minimize(f).from(3.3).with(method).budget(Budget.UNLIMITED.withSteps(count)).verdict(false)
        .every(1, p -> v[(int) p.clock().steps()] = f.value(p.x())).run();
    return v;
}
int count = 150
double[] k = IntStream.rangeClosed(0, count).asDoubleStream().toArray()
double lessard = 1.0 / 9, beta = 4.0 / 9
double[] a = value(descent(25), count), b = value(new Momentum(Schedule.constant(lessard), beta, Momentum.Form.VELOCITY), count)
double[] c = value(nesterov(25), count)
claim.figure("A convex function with curvatures 1 and 25, but not a quadratic: the heavy ball never arrives. Nesterov is there at once, as its rate 1/25 is "
    + "just right for the curvature at 0.",
    LineChart.of("f of Lessard, Recht and Packard, from 3.3", "step", "f").withLogY().between(1e-14, 1e3)
        .line("gradient descent", k, a).line("heavy ball", k, b).line("Nesterov", k, c))
claim.atMost("Nesterov beside the heavy ball, not on a quadratic", "f after 150 steps over that of the heavy ball", c[count] / b[count], 1)

// And where is it no better than plain descent? Well-conditioned, and with the usual mu = 0.9 whatever the problem.
var easy = new Quadratic(10, 2, 0)
double[] one = Arrays.stream(easy.eigenvalues()).map(v -> 1 / v).toArray()
double plain = steps(easy, one, 1e-12 * easy.value(one), descent(2))
double usual = steps(easy, one, 1e-12 * easy.value(one), new Nesterov(Schedule.constant(0.5), 0.9, Nesterov.Form.REWRITTEN))
claim.atMost("Nesterov with \u03bc = 0.9 at \u03ba = 2", "its steps over those of gradient descent", usual / plain, 1)
claim.finding("At \u03ba = %.0f: gradient descent %.0f steps, Nesterov %.0f, heavy ball %.0f. Off quadratics the heavy ball can "
    + "cycle for ever (f = %.2g after 150 steps, with Nesterov %s). At \u03ba = 2 Nesterov with \u03bc = 0.9 takes %.0f, plain descent %.0f.",
    kappas[n - 1], gd[n - 1], ne[n - 1], hb[n - 1], b[count], c[count] == 0 ? "0" : String.format(Locale.ROOT, "%.0e", c[count]), usual, plain)
present(claim)
