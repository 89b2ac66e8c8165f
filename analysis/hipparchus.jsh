// Hipparchus's optimizers beside ours: what does each pay, by one counter, to |g| <= 1e-8?
//   bin/hesse shell analysis/hipparchus.jsh

// Each optimizer of Hipparchus is an algorithm with a name. It cannot spend more than the budget.
var budget = Budget.UNLIMITED.withEvaluations(1000)
var names = List.of("lbfgs", "newton-ls", "levenberg-marquardt", "hipparchus-cg", "hipparchus-lm",
        "hipparchus-gauss-newton", "hipparchus-bobyqa", "hipparchus-powell", "hipparchus-nelder-mead", "hipparchus-cmaes")
var problems = org.hesse.problem.Problems.moreGarbowHillstrom().subList(0, 10)

// Values, gradients and Hessians together; the status where it did not converge. What ends by itself is ENDED.
System.out.println(" ".repeat(24) + String.join("  ", problems.stream().map(p -> p.name()).toList()))
for (String name : names) {
    System.out.printf("%-24s", name);
    for (var p : problems) {
        var r = minimize(p.objective()).from(p.start()).with(algorithm(name)).budget(budget).verdict(false).run();
        String cost = r.isConverged() ? "" + r.counts().evaluations() : r.status().code().toString();
        System.out.printf("%" + p.name().length() + "s  ", cost);
    }
    System.out.println();
}

// The other way: a method of ours as an optimizer of Hipparchus.
var optimizer = new org.hesse.hipparchus.HesseOptimizer(method("bfgs"))
var end = optimizer.optimize(
        new org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction(x -> Math.cosh(x[0] - 1) + x[1] * x[1]),
        org.hipparchus.optim.nonlinear.scalar.GoalType.MINIMIZE,
        new org.hipparchus.optim.InitialGuess(new double[] {0, 3}),
        new org.hipparchus.optim.MaxEval(1000))
System.out.println(Arrays.toString(end.getPoint()) + ", " + optimizer.getResult())
show(optimizer.getRuns().verdict())
