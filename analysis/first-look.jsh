// A first look: minimise, ask what kind of point that is, and what it cost.
//   bin/hesse shell analysis/first-look.jsh

// A function is text. It echoes the order of its variables.
var f = function("x^4 - 2*x^2 + y^2")

// Start on the axis x = 0: the gradient never shows the way off it, and every method stops at the saddle.
var r = minimize(f).from("x=0, y=1").run()
System.out.println(r)

// "Converged" was the truth, and not the whole truth. Which way is down?
var p = classify(f, r.x())
System.out.println(p)
System.out.println("downhill along " + Arrays.toString(p.lowestDirection()))

// A step that way, and on.
double[] off = r.x().clone();
for (int i = 0; i < off.length; i++) off[i] += 0.1 * p.lowestDirection()[i];
var s = minimize(f).from(off).run()
System.out.println(s)
show(classify(f, s.x()))

// The Taylor model there: what it predicts for a step, and what happens.
System.out.println(taylor(f, s.x()).compare(f, new double[] {0.01, 0.01}))

// Two methods from the same start: what does a first-order method pay for not knowing the curvature?
var rosenbrock = problem("rosenbrock")
for (String name : List.of("lbfgs", "newton-ls", "nesterov:rate=2e-4", "gd:rate=1e-3")) {
    var run = minimize(rosenbrock.objective()).from(rosenbrock.start()).with(method(name)).run();
    System.out.println(name + ": " + run);
}

// A function that is code, known by its values alone.
var g = numeric(2, x -> Math.cosh(x[0] - 1) + Math.pow(x[0] - x[1], 2))
System.out.println(minimize(g).from(0, 3).run())
