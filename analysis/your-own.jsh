// Your own data and your own method.
//   bin/hesse shell analysis/your-own.jsh

// A table as it comes: a header, numbers, and a column with the classes. Here we make one, of two kinds of plants.
var file = Files.createTempFile("plants", ".csv")
var random = new Random(1)
var text = new StringBuilder("width,length,kind\n")
for (int i = 0; i < 200; i++) {
    int kind = i % 2;
    text.append(String.format(Locale.ROOT, "%.3f,%.3f,%s%n", 2 + kind + random.nextGaussian(),
            5 - kind + random.nextGaussian(), kind == 0 ? "oak" : "elm"));
}
Files.writeString(file, text)

// Read it, and hold a quarter of it out.
var data = CsvFormat.classification().withTarget("kind").read(file)
var split = data.split(0.25, 1)

// Logistic regression is there. A column of ones gives it an intercept.
var model = new LogisticRegression(split.train().withConstant(), 1e-3)
var fit = minimize(model).from(0, 0, 0).run()
show(fit)
System.out.println("held out: " + model.accuracy(fit.x(), split.heldOut().withConstant()))

// A loss of your own takes one line: the mean over the samples of what you say for the weights w, the features x and the
// target y. Its gradient is taken by differences, 2n values each, and charged.
var mine = sum(data, 3, (w, x, y) -> Math.log1p(Math.exp((1 - 2 * y) * (w[0] * x[0] + w[1] * x[1] + w[2]))))
System.out.println(minimize(mine).from(0, 0, 0).run())

// A method of your own is a record of its hyperparameters, with a record for what it remembers. This one goes along the
// signs of the gradient, and makes its step longer where a sign stays and shorter where it turns (Riedmiller and Braun
// 1993, Rprop).
record Rprop(double first) implements Method<Rprop.State> {
    record State(double[] x, Step step, Evaluation evaluation, double[] sizes) implements org.hesse.method.State {
        public Optional<Evaluation> last() { return Optional.ofNullable(evaluation); }
    }
    public State init(Oracle f, double[] x0) {
        double[] sizes = new double[x0.length];
        Arrays.fill(sizes, first);
        return new State(x0.clone(), Step.START, null, sizes);
    }
    public State step(Oracle f, State s) {
        Evaluation e = f.at(s.x());
        double[] x = s.x().clone(), sizes = s.sizes().clone();
        for (int i = 0; i < x.length; i++) {
            double turn = s.evaluation() == null ? 0 : e.gradient()[i] * s.evaluation().gradient()[i];
            sizes[i] *= turn > 0 ? 1.2 : turn < 0 ? 0.5 : 1;
            x[i] -= Math.signum(e.gradient()[i]) * sizes[i];
        }
        return new State(x, Step.accepted(1), e, sizes);
    }
    public State moveTo(State s, double[] x) { return new State(x, s.step(), null, s.sizes()); }
}

// It runs wherever the others do: budgets, stopping tests and the verdict are the loop's.
System.out.println(minimize(model).from(0, 0, 0).with(new Rprop(0.1)).every(200, p -> System.out.println(p)).run())
show(compare(model).with(new Rprop(0.1), new Lbfgs(), new Adam(0.1)).batches(FULL, 50).passes(40).run())
// On minibatches the signs are those of the noise: a method that looks at signs alone wants the full batch.
Files.delete(file)
