// Saddles and verdicts: where a method ends is not always what was wanted, and the gradient alone does not tell.
//   bin/hesse shell analysis/saddles.jsh

// Himmelblau's function has nine critical points. What does the verdict make of each?
var himmelblau = problem("himmelblau")
var f = himmelblau.objective()
for (var known : himmelblau.points()) System.out.println(classify(f, known.x()))

// An index is the number of directions that go down: 0 at a minimum, 1 at these saddles, 2 at the maximum.
// The error bars matter: an eigenvalue gets a sign only if it is larger than what its computation may be wrong by.
show(classify(f, himmelblau.points().get(4).x()))

// Newton's method solves gradient = 0, and does not care what kind of zero that is. From 0 it climbs to the maximum.
var climbed = minimize(f).from(0, 0).with(new Newton()).run()
System.out.println(climbed)
// From a point near a saddle it goes to the saddle.
var stayed = minimize(f).from(0.1, 2.8).with(new Newton()).run()
System.out.println(stayed)
// With a line search, and curvature made positive, the same starts end in minima.
for (double[] start : new double[][] {{0, 0}, {0.1, 2.8}}) {
    System.out.println(minimize(f).from(start).with(method("newton-ls")).run());
}

// A method that only goes downhill can end at a saddle too. On the ridge x = 0 the gradient has no component across it:
// BFGS never learns that x^4 - 2x^2 falls on both sides, and says CONVERGED.
var ridge = function("x^4 - 2*x^2 + y^2 + y^4")
var r = minimize(ridge).from("x=0, y=1").with(new Bfgs()).run()
show(r)
// The verdict says which way is down. A small step along it, and on.
double[] off = r.x().clone();
for (int i = 0; i < off.length; i++) off[i] += 1e-3 * r.verdict().get().lowestDirection()[i];
System.out.println(minimize(ridge).from(off).with(new Bfgs()).run())

// The monkey saddle x^3 - 3xy^2 has three valleys, and a Hessian of zeros: its cubic term decides.
System.out.println(classify(function("x^3 - 3*x*y^2"), 0, 0))
// Nor does the Hessian decide for x^4 + y^2, which does have a minimum, nor for x^3 + y^2, which has none.
System.out.println(classify(function("x^4 + y^2"), 0, 0))
System.out.println(classify(function("x^3 + y^2"), 0, 0))
// Peano's function rises along every line through 0, and is a saddle: along y = 2x^2 it falls.
System.out.println(classify(function("(y - x^2)*(y - 3*x^2)"), 0, 0))
// A valley is a curve of minima: along it nothing changes.
System.out.println(classify(function("(x*y - 1)^2"), 2, 0.5))

// Beside a saddle the point is not critical, and the saddle nearby is proved.
System.out.println(classify(function("(x^2 + y - 11)^2 + (x + y^2 - 7)^2"), 3.485, 0.0739))

// All of this rests on the Taylor model f(x + d) = f(x) + g'd + d'Hd/2. How well does it predict, for longer and longer
// steps from Himmelblau's minimum (3, 2)? The error is O(|d|^3), so a tenth of the step leaves a tenth of it in the ratio.
var model = taylor(f, 3, 2)
for (double t : new double[] {0.001, 0.01, 0.1, 1}) {
    System.out.println("step " + t + ": " + model.compare(f, new double[] {t, t}));
}
// Its minimiser is Newton's next point: the model knows near the minimum, and misleads far from it.
System.out.println(Arrays.toString(taylor(f, 3.1, 2.1).minimiser().get()))
System.out.println(taylor(f, 0, 0).minimiser().isPresent())
