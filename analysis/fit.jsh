// A model fitted to measurements, from the first look to what a scientist reports.
//   bin/hesse shell analysis/fit.jsh

// Counts that decay to a background, each with its standard deviation.
var decay = columns("analysis/decay.csv")
System.out.println(decay)

// Names that are columns are predictors, the others parameters.
var r = fit("a*exp(-k*t)+c", decay, "y", "sigma").start("a=1, k=0.1, c=0").run()
show(r)

// The standard errors take the model for linear near the minimum. The profile does not: so its intervals lean to a side.
System.out.println(r.profile("k"))
System.out.println(r.profile("c"))

// Without a background the fit is bad, and chi2 says so.
var bare = fit("a*exp(-k*t)+c", decay, "y", "sigma").start("a=1, k=0.1").fixed("c=0").positive("k").run()
show(bare)

// Only the product of a and b is determined by the data: the page says along which direction they are silent.
show(fit("a*b*exp(-k*t)+c", decay, "y", "sigma").start("a=1, b=1, k=0.1, c=0").run())

// The same model as code, and as residuals.
var code = fit((b, x) -> b[0].multiply(b[1].multiply(x[0]).negate().exp()).add(b[2]), decay, "t", "y", "sigma")
System.out.println(code.start("a=1, k=0.1, c=0").run())

// A regression of the NIST from its far start: the certified values are 2.3894212918E+02 +- 2.7070075241E+00 and
// 5.5015643181E-04 +- 7.2668688436E-06.
show(Fit.of(org.hesse.problem.nist.Nist.named("Misra1a"), 1).run())

// Data with the model above, residuals below.
var picture = java.nio.file.Files.createTempFile("fit", ".svg")
plot(r, picture)
System.out.println("the plot is " + picture)
