// Ill-conditioning and momentum: what a badly scaled valley costs, and what each remedy is worth.
//   bin/hesse shell analysis/ill-conditioning.jsh

// A quadratic with curvatures from 1 to kappa, so with the condition number kappa. Its minimum is 0, at 0.
// The best constant rate of gradient descent is 2/(1 + kappa): a faster one bounces off the walls of the valley.
GradientDescent descent(double kappa) { return new GradientDescent(2 / (1 + kappa)); }

// Two variables, one axis along the valley and one across it. Look at the second: it changes its sign in every step.
var valley = new Quadratic(2, 100, 0)
var path = new ArrayList<double[]>()
var zigzag = minimize(valley).from(100, 1).with(descent(100)).budget(Budget.UNLIMITED.withSteps(4)).every(1, p -> path.add(p.x().clone())).run()
for (double[] x : path) System.out.println(Arrays.toString(x))

// Every step multiplies the error by q = (kappa - 1)/(kappa + 1), so it takes ln(1/eps)/ln(1/q) ~ kappa/2 * ln(1/eps)
// steps to shrink it to eps. The heavy ball with the right rate and mu has q = (sqrt(kappa) - 1)/(sqrt(kappa) + 1), so
// ~ sqrt(kappa)/2 * ln(1/eps) steps; really somewhat more, for its error falls as k*q^k. Both by Polyak (1964).
Momentum heavyBall(double kappa) {
    double root = Math.sqrt(kappa);
    double mu = Math.pow((root - 1) / (root + 1), 2);
    return new Momentum(Schedule.constant(4 / ((1 + root) * (1 + root))), mu, Momentum.Form.VELOCITY);
}

// The steps until the gradient is a millionth of the one at the start.
long steps(double kappa, Algorithm method) {
    var f = new Quadratic(10, kappa, 1);
    double[] start = new double[10];
    Arrays.fill(start, 1);
    double[] g = new double[10];
    f.valueAndGradient(start, g);
    double goal = 1e-6 * Arrays.stream(g).map(Math::abs).max().getAsDouble();
    return minimize(f).from(start).with(method).until(StoppingRule.gradientNorm(goal)).run().steps();
}

double predicted(double root) { return Math.log(1e-6) / Math.log((root - 1) / (root + 1)); }

// Against the theory. A method that evaluates first and then moves takes one step more to see that it has arrived.
System.out.println("    kappa   descent  predicted   heavy ball  predicted   L-BFGS   Newton")
for (double kappa : new double[] {1, 100, 10000}) {
    System.out.printf(Locale.ROOT, "%9.0f %9d %10.0f %12d %10.0f %8d %8d%n", kappa,
            steps(kappa, descent(kappa)), predicted(kappa), steps(kappa, heavyBall(kappa)), predicted(Math.sqrt(kappa)),
            steps(kappa, new Lbfgs()), steps(kappa, new Newton()));
}

// Newton's method goes to the minimum of the Taylor model, and a quadratic is its own Taylor model: one step, whatever
// kappa (the second only sees that the gradient is 0). L-BFGS learns the curvatures on its way: kappa matters little.
show(minimize(new Quadratic(10, 1e4, 1)).from(1, 1, 1, 1, 1, 1, 1, 1, 1, 1).with(new Newton()).run())

// What it costs is another question: that step took a Hessian, which is charged as n gradients, and a factorisation.
