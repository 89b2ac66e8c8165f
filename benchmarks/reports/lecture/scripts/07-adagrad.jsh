// 07. AdaGrad's step dies; RMSProp cures it. And what a slide's += does.
//   bin/hesse shell analysis/lecture/07-adagrad.jsh
var claim = Claim.of("07-adagrad", "AdaGrad's dying step, and RMSProp",
    "AdaGrad divides by the root of all squared gradients so far, so its step only falls, and dies; RMSProp forgets, and its "
    + "step lives.")

// A gradient of constant size: the step of AdaGrad is rate/sqrt(k).
int steps = Lecture.isQuick() ? 1000 : 10000
double[] k = IntStream.rangeClosed(1, steps).asDoubleStream().toArray()
double[] lengths(Algorithm method) {
    double[] x = new double[steps + 1], length = new double[steps];
    minimize(function("3*x")).from(0).with(method).budget(Budget.UNLIMITED.withSteps(steps)).verdict(false)
        .every(1, p -> x[(int) p.clock().steps()] = p.x()[0]).run();
    for (int i = 0; i < steps; i++) length[i] = Math.abs(x[i + 1] - x[i]) / 0.01;
    return length;
}

// A lecture slide writes v += rho*v + (1 - rho)*g^2 where v <- rho*v + (1 - rho)*g^2 is meant. As a method of its own:
record Slide(double rate, double rho) implements Method<Slide.State> {
    record State(double[] x, Step step, Evaluation evaluation, double[] v) implements org.hesse.method.State {}
    public State init(Oracle f, double[] x0) { return new State(x0.clone(), Step.START, null, new double[x0.length]); }
    public State step(Oracle f, State s) {
        Evaluation e = f.at(s.x());
        double[] x = s.x().clone(), v = s.v().clone();
        for (int i = 0; i < x.length; i++) {
            double g = e.gradient()[i];
            v[i] += rho * v[i] + (1 - rho) * g * g; // sic
            x[i] -= rate * g / (Math.sqrt(v[i]) + 1e-8);
        }
        return new State(x, Step.accepted(rate), e, v);
    }
    public State moveTo(State s, double[] x) { return new State(x, s.step(), null, s.v()); }
}

double[] ada = lengths(new AdaGrad(0.01)), rms = lengths(new RMSProp(0.01)), slide = lengths(new Slide(0.01, 0.9))
var table = claim.table("Length of step k at a constant gradient, in rates", "k", "AdaGrad", "1/\u221ak", "RMSProp", "the slide's +=",
    "its factor from step to step")
for (int i : new int[] {2, 5, 10, 30, 100, 1000}) {
    table.row(i, ada[i - 1], 1 / Math.sqrt(i), rms[i - 1], slide[i - 1], slide[i - 1] < 1e-8 ? "" : slide[i - 1] / slide[i - 2]);
}
claim.figure("AdaGrad's step falls as 1/\u221ak, RMSProp's settles at the rate. With += the moment grows as (1+\u03c1)\u1d4f: dead after 60 steps.",
    LineChart.of("Step lengths at a constant gradient", "step k", "length / rate").withLogX().withLogY().between(1e-8, 10)
        .line("AdaGrad", k, ada).line("RMSProp", k, rms).line("the slide's +=", k, slide))
claim.within("the gradient does not shrink", "AdaGrad's step " + steps + " times \u221ak", ada[steps - 1] * Math.sqrt(steps), 0.99, 1.01)
claim.within("the gradient does not shrink", "RMSProp's step " + steps, rms[steps - 1], 0.99, 1.01)
claim.within("the gradient does not shrink", "factor by which v grows in a step with the slide's +=", Math.pow(slide[29] / slide[30], 2), 1.899, 1.901)

// A steep wall, where the gradient is large, and then a long way at a small one.
var cliff = function("exp(-4*x) + 0.05*(x-40)^2/40 + y^2/2")
double[] value(Algorithm method) {
    double[] v = new double[steps + 1];
    minimize(cliff).from(-1.5, 1).with(method).budget(Budget.UNLIMITED.withSteps(steps)).verdict(false)
        .every(1, p -> v[(int) p.clock().steps()] = p.x()[0]).run();
    return v;
}
double rate = 0.1
double[] t = IntStream.rangeClosed(0, steps).asDoubleStream().toArray()
double[] a = value(new AdaGrad(rate)), b = value(new RMSProp(rate)), c = value(new Slide(rate, 0.9))
claim.figure("A steep wall first, then a long gentle slope to x = 40. AdaGrad remembers the wall for ever.",
    LineChart.of("exp(\u22124x) + (x\u221240)\u00b2/800 + y\u00b2/2 from x = \u22121.5", "step", "x").line("AdaGrad", t, a).line("RMSProp", t, b)
        .line("the slide's +=", t, c))
claim.atMost("a steep wall, then a gentle slope", "x that AdaGrad comes to, of 40", a[steps], 4)
claim.atLeast("a steep wall, then a gentle slope", "x that RMSProp comes to, of 40", b[steps], 38)

// Where the gradient shrinks by itself, as on a convex problem, the dying step is no harm: it is a schedule.
var digits = StandardExperiments.digits()
int passes = Lecture.isQuick() ? 3 : 30
int seeds = Lecture.isQuick() ? 1 : 3
double[] rates = Lecture.isQuick() ? new double[] {0.02, 0.2} : new double[] {0.003, 0.01, 0.03, 0.1, 0.3, 1}
var losses = claim.table("Digits softmax, batches of 32, " + passes + " passes, each at the best of the rates "
    + Arrays.toString(rates).replaceAll("[\\[\\]]", "") + ": F \u2212 F*", "method", "rate", "F \u2212 F*")
double best(String name, java.util.function.DoubleFunction<Method<?>> method) {
    var entries = Arrays.stream(rates).mapToObj(r -> Entry.of(name + " " + r, method.apply(r))).toList();
    var ends = compare(digits).batches(32).seeds(seeds).passes(passes).change(e -> e.with(entries)).experiment().run().summaries();
    var end = ends.stream().min(Comparator.comparingDouble(s -> s.finalExcess().median())).get();
    losses.row(name, end.entry().label().substring(name.length() + 1), end.finalExcess().median());
    return end.finalExcess().median();
}
double adaEnd = best("AdaGrad", r -> new AdaGrad(r)), rmsEnd = best("RMSProp", r -> new RMSProp(r)), slideEnd = best("the slide's +=", r -> new Slide(r, 0.9))
claim.atLeast("a convex loss on minibatches", "F \u2212 F* of AdaGrad over that of RMSProp", adaEnd / rmsEnd, 1)
claim.finding("At a constant gradient AdaGrad's step %d is %.3g rates long, RMSProp's %.3f; with the slide's += v grows by %.3f a step. On the "
    + "slope AdaGrad comes to x = %.1f of 40, RMSProp to %.1f. On the convex digits the dying step helps: F \u2212 F* %.2g beside %.2g.",
    steps, ada[steps - 1], rms[steps - 1], Math.pow(slide[29] / slide[30], 2), a[steps], b[steps], adaEnd, rmsEnd)
present(claim)
