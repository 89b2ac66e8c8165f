// Fitting a differential equation: the derivatives go through the integrator.
//   bin/hesse shell analysis/ode.jsh

import org.hipparchus.ode.*;
import org.hipparchus.ode.nonstiff.ClassicalRungeKuttaFieldIntegrator;

// Pelts of snowshoe hares and Canadian lynxes bought by the Hudson's Bay Company, in thousands, 1900 to 1920. Source: the
// table in Howard, "Modeling Basics" (2009), as used by Carpenter, "Predator-Prey Population Dynamics: the Lotka-Volterra
// model in Stan" (2018).
double[] hares = {30, 47.2, 70.2, 77.4, 36.3, 20.6, 18.1, 21.4, 22, 25.4, 27.1, 40.3, 57, 76.6, 52.3, 19.5, 11.2, 7.6, 14.6,
        16.2, 24.7};
double[] lynxes = {4, 6.1, 9.8, 35.2, 59.4, 41.7, 19, 13, 8.3, 9.1, 7.4, 8, 12.3, 19.5, 45.7, 51.1, 29.7, 15.8, 9.7, 10.1,
        8.6};

// Lotka and Volterra: hares u and lynxes v with u' = (a - b*v)*u and v' = (d*u - c)*v.
class Volterra implements FieldOrdinaryDifferentialEquation<Var> {
    final Var a, b, c, d;
    Volterra(Var a, Var b, Var c, Var d) { this.a = a; this.b = b; this.c = c; this.d = d; }
    public int getDimension() { return 2; }
    public Var[] computeDerivatives(Var t, Var[] y) {
        return new Var[] {a.subtract(b.multiply(y[1])).multiply(y[0]), d.multiply(y[0]).subtract(c).multiply(y[1])};
    }
}

// Everything is positive, so the variables are logarithms: of a, b, c, d and of both populations in 1900. What is
// minimised is the mean of (log model - log data)^2/2. The integrator is Hipparchus's, with steps of a tenth of a year.
var integrator = new ClassicalRungeKuttaFieldIntegrator<>(Var.field(), Var.field().getOne().multiply(0.1))

Var misfit(Var[] p) {
    var equation = new FieldExpandableODE<>(new Volterra(p[0].exp(), p[1].exp(), p[2].exp(), p[3].exp()));
    Var zero = Var.field().getZero(), year = Var.field().getOne(), sum = zero;
    Var[] y = {p[4].exp(), p[5].exp()};
    for (int i = 0; i < hares.length; i++) {
        if (i > 0) y = integrator.integrate(equation, new FieldODEState<>(zero, y), year).getPrimaryState();
        sum = sum.add(y[0].log().subtract(Math.log(hares[i])).square());
        sum = sum.add(y[1].log().subtract(Math.log(lynxes[i])).square());
    }
    return sum.divide(4.0 * hares.length);
}
var f = function(6, p -> misfit(p))

// A rough start: the periods are about ten years, the populations some tens of thousands.
double[] start = {Math.log(0.5), Math.log(0.025), Math.log(0.8), Math.log(0.025), Math.log(30), Math.log(4)};

// The gradient comes back through all 200 steps at once: six variables cost no more than one.
var r = minimize(f).from(start).run()
System.out.println(r)
// Newton's method wants the Hessian too, forward over reverse through the same steps, and needs far fewer of them.
var s = minimize(f).from(start).with(method("newton-ls")).run()
System.out.println(s)

// Both agree, and on what Carpenter found by sampling: a = 0.55, b = 0.028, c = 0.80, d = 0.024.
for (var run : List.of(r, s)) {
    System.out.println(Arrays.stream(run.x()).map(Math::exp).mapToObj(p -> String.format(Locale.ROOT, "%.4f", p)).toList());
}

// Is it a minimum, and how well are the parameters known? The softest direction is the least certain combination.
var p = classify(f, s.x())
show(p)
