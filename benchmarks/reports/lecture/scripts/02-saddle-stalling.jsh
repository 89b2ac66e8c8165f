// 02. Saddles: gradient descent stalls near them; noise and momentum help it out.
//   bin/hesse shell analysis/lecture/02-saddle-stalling.jsh
var claim = Claim.of("02-saddle-stalling", "Saddles stall gradient descent",
    "Near a saddle the gradient is small, so gradient descent stalls there; on the stable manifold it never leaves. Noise and "
    + "momentum help it escape.")

// x^4/4 - x^2/2 + y^2/2: a saddle at 0 with curvatures -1 and 1, minima at x = -1 and 1 with f = -1/4.
var f = function("x^4/4 - x^2/2 + y^2/2")
double rate = 0.1
double[] distances = {1e-1, 1e-2, 1e-4, 1e-6, 1e-8, 1e-10, 1e-12}

// Steps until f is below -1/8: out of the saddle.
double steps(Algorithm method, double distance) {
    var r = minimize(f).from(distance, 1).with(method).until(StoppingRule.valueAtMost(-0.125))
        .budget(Budget.UNLIMITED.withSteps(20000)).verdict(false).run();
    return r.isConverged() ? r.steps() : Double.POSITIVE_INFINITY;
}
var methods = new LinkedHashMap<String, Algorithm>()
methods.put("gradient descent", new GradientDescent(rate))
methods.put("heavy ball, \u03bc = 0.9", new Momentum(Schedule.constant(rate), 0.9, Momentum.Form.VELOCITY))
methods.put("Newton in a trust region", new TrustRegion())
methods.put("L-BFGS", new Lbfgs())

claim.text("The function x\u2074/4 \u2212 x\u00b2/2 + y\u00b2/2 has a saddle at 0. The start is (d, 1): at the distance d from the "
    + "stable manifold x = 0. In each step of gradient descent x grows by the factor 1 + \u03b7, \u03b7 = 0.1, so it needs about "
    + "ln(1/d)/ln(1 + \u03b7) steps to leave: the logarithm of the distance.")
var table = claim.table("Steps until f < \u22121/8", "d", "gradient descent", "heavy ball", "trust region", "L-BFGS")
var times = new LinkedHashMap<String, double[]>()
for (var m : methods.entrySet()) times.put(m.getKey(), Arrays.stream(distances).map(d -> steps(m.getValue(), d)).toArray())
double[][] t = times.values().toArray(new double[0][])
for (int i = 0; i < distances.length; i++) table.row(distances[i], t[0][i], t[1][i], t[2][i], t[3][i]);
var chart = LineChart.of("Steps to leave the saddle", "distance from the stable manifold", "steps").withLogX()
for (var m : times.entrySet()) chart = chart.line(m.getKey(), distances, m.getValue());
claim.figure("Gradient descent and the heavy ball need steps in proportion to log(1/d), with different slopes.", chart)
double slope = (t[0][6] - t[0][1]) / (Math.log(distances[1]) - Math.log(distances[6]))
double slopeHeavy = (t[1][6] - t[1][1]) / (Math.log(distances[1]) - Math.log(distances[6]))
claim.within("near the manifold gradient descent stalls", "steps per ln(1/d), times ln(1 + rate)", slope * Math.log(1 + rate), 0.95, 1.05)

// Exactly on the manifold: x stays 0, and the run ends at the saddle.
var stuck = minimize(f).from(0, 1).with(new GradientDescent(rate)).run()
claim.within("on the manifold it never leaves", "|x| at the end", Math.abs(stuck.x()[0]), 0, 0)
claim.within("on the manifold it never leaves", "whether it ends at the saddle", stuck.verdict().get().kind() == Kind.SADDLE ? 1 : 0, 1, 1)
claim.within("momentum, from the manifold itself", "whether the heavy ball leaves it",
    minimize(f).from(0, 1).with(methods.get("heavy ball, \u03bc = 0.9")).run().verdict().get().kind() == Kind.SADDLE ? 0 : 1, 1, 1)

// Noise: the same function as a mean of terms with other slopes, f + a_i*x with the a_i summing to 0. Batches of one are noisy.
double[][] slopes = new double[200][1]
for (int i = 0; i < 200; i++) slopes[i][0] = 0.05 * (i % 2 == 0 ? 1 : -1);
var noisy = sum(slopes, 2, (w, a) -> Math.pow(w[0], 4) / 4 - w[0] * w[0] / 2 + w[1] * w[1] / 2 + a[0] * w[0])
int seeds = Lecture.isQuick() ? 5 : 25
double[] out = new double[seeds]
List<double[]> way = new ArrayList<>()
for (int seed = 1; seed <= seeds; seed++) {
    var path = new ArrayList<double[]>();
    var r = minimize(noisy).from(0, 1).with(new GradientDescent(rate)).batches(Batches.withReplacement(200, 1, seed))
        .budget(Budget.UNLIMITED.withSteps(400)).verdict(false).measure(Cadence.everySteps(400)).every(1, p -> path.add(p.x().clone())).run();
    int k = 0;
    while (k < path.size() && f.value(path.get(k)) > -0.125) k++;
    out[seed - 1] = k < path.size() ? k : Double.POSITIVE_INFINITY;
    if (seed == 1) way.addAll(path);
}
var noise = Quartiles.of(out)
claim.text("On the manifold itself, (0, 1), with noise of 0.05 in the gradient of x (batches of one of 200 terms), " + seeds
    + " seeds: median " + Math.round(noise.median()) + " steps, quartiles " + Math.round(noise.low()) + " and " + Math.round(noise.high()) + ".")
claim.atMost("noise leads off the manifold", "median of steps to leave, from d = 0", noise.median(), 200)
claim.atMost("momentum, near the manifold", "its steps per ln(1/d) over those of gradient descent", slopeHeavy / slope, 0.5)
var escaped = minimize(f).from(0, 1).with(new Escape<>(new GradientDescent(rate))).run()
claim.within("a look at the curvature leads off it", "whether escape ends at a minimum", escaped.isMinimum() ? 1 : 0, 1, 1)

Result gd = minimize(f).from(1e-4, 1).with(new GradientDescent(rate)).run()
Result ball = minimize(f).from(1e-4, 1).with(methods.get("heavy ball, \u03bc = 0.9")).run()
claim.figure("From (0.0001, 1) gradient descent goes to the saddle first; the heavy ball overshoots and swings.",
    Plot.of(f, box("x=-1.5:1.5, y=-1.2:1.2")).title("Past a saddle").run("gradient descent", gd).run("heavy ball", ball))
double[] step = IntStream.rangeClosed(0, 250).asDoubleStream().toArray()
double[] value(Algorithm method, double x0) {
    double[] v = new double[251];
    Arrays.fill(v, Double.NaN);
    minimize(f).from(x0, 1).with(method).budget(Budget.UNLIMITED.withSteps(250)).verdict(false)
        .every(1, p -> v[(int) p.clock().steps()] = f.value(p.x())).run();
    return v;
}
claim.figure("The plateau is the saddle. On the manifold it has no end; noise ends it.",
    LineChart.of("The loss, from y = 1", "step", "f").between(-0.3, 0.5).line("gd, d = 0", step, value(new GradientDescent(rate), 0))
        .line("gd, d = 1e-2", step, value(new GradientDescent(rate), 1e-2)).line("gd, d = 1e-6", step, value(new GradientDescent(rate), 1e-6))
        .line("heavy ball, d = 1e-6", step, value(methods.get("heavy ball, \u03bc = 0.9"), 1e-6))
        .line("noise, d = 0", step, way.stream().limit(251).mapToDouble(x -> f.value(x)).toArray()))
claim.finding("From d = 1e-2 gradient descent takes %.0f steps, from 1e-12 %.0f (theory: %.1f a decade, measured %.1f); the heavy ball "
    + "%.0f and %.0f. From d = 0 both end at the saddle; with noise gradient descent is out in %.0f steps.", t[0][1], t[0][6],
    Math.log(10) / Math.log(1 + rate), slope * Math.log(10), t[1][1], t[1][6], noise.median())
present(claim)
