// 05. Momentum has two forms. Where are they the same?
//   bin/hesse shell analysis/lecture/05-momentum-forms.jsh
var claim = Claim.of("05-momentum-forms", "The two forms of momentum",
    "Momentum can be written with a velocity, v \u2190 \u03bcv \u2212 \u03b7g, x \u2190 x + v, or with a sum of gradients, "
    + "b \u2190 \u03bcb + g, x \u2190 x \u2212 \u03b7b: the same method.")

// The way of either on x^2/2 from 1, with mu = 0.9.
double[] way(Schedule rate, Momentum.Form form, int steps) {
    double[] x = new double[steps + 1];
    x[0] = 1;
    minimize(function("x^2/2")).from(1).with(new Momentum(rate, 0.9, form)).budget(Budget.UNLIMITED.withSteps(steps))
        .verdict(false).every(1, p -> x[(int) p.clock().steps()] = p.x()[0]).run();
    return x;
}
double apart(double[] a, double[] b) {
    double most = 0;
    for (int i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i] - b[i]));
    return most;
}

var schedules = new LinkedHashMap<String, Schedule>()
schedules.put("the rate is constant", Schedule.constant(0.1))
schedules.put("the rate drops tenfold at step 10", Schedule.milestones(0.1, 0.1, Unit.STEPS, 10))
schedules.put("the rate falls as a cosine", Schedule.cosine(0.1, 20, Unit.STEPS))
schedules.put("the rate warms up over 10 steps", Schedule.constant(0.1).afterWarmup(10, Unit.STEPS))

claim.text("On x\u00b2/2, from 1, \u03bc = 0.9, 20 steps. The velocity form keeps the speed that it gained at the old rate; "
    + "the gradient form rescales all of it at once.")
var table = claim.table("The iterate after 20 steps", "schedule", "velocity form", "gradient form", "largest gap on the way")
for (var s : schedules.entrySet()) {
    double[] a = way(s.getValue(), Momentum.Form.VELOCITY, 20), b = way(s.getValue(), Momentum.Form.GRADIENT, 20);
    table.row(s.getKey(), a[20], b[20], apart(a, b));
    claim.atMost(s.getKey(), "largest gap between the two forms", apart(a, b), 1e-14);
}
double[] steps = IntStream.rangeClosed(0, 40).asDoubleStream().toArray()
var drop = schedules.get("the rate drops tenfold at step 10")
double[] a = way(drop, Momentum.Form.VELOCITY, 40), b = way(drop, Momentum.Form.GRADIENT, 40)
claim.figure("The rate drops from 0.1 to 0.01 after 10 steps. Until then the forms agree; then the velocity form rushes on, "
    + "and the gradient form crawls.",
    LineChart.of("Both forms through a drop of the rate", "step", "x").line("velocity form", steps, a).line("gradient form", steps, b))

// A third form, with a mean of gradients, m <- mu*m + (1-mu)*g, x <- x - eta*m, is the second at the rate eta*(1-mu).
double x = 1, m = 0, gap = 0
double[] sum = way(Schedule.constant(0.01), Momentum.Form.GRADIENT, 20)
for (int k = 1; k <= 20; k++) {
    m = 0.9 * m + 0.1 * x;
    x -= 0.1 * m;
    gap = Math.max(gap, Math.abs(x - sum[k]));
}
claim.atMost("a mean of gradients at \u03b7 is a sum at \u03b7(1\u2212\u03bc)", "largest gap", gap, 1e-14)

claim.finding("At a constant rate the forms agree to %.0e. After a drop of the rate at step 10 of 20 they end at %.4f "
    + "(velocity) and %.4f (gradients).", apart(way(Schedule.constant(0.1), Momentum.Form.VELOCITY, 20),
    way(Schedule.constant(0.1), Momentum.Form.GRADIENT, 20)), a[20], b[20])
present(claim)
