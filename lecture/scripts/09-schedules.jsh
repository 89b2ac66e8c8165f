// 09. Schedules of the rate: every curve, and what it does to minibatch training.
//   bin/hesse shell analysis/lecture/09-schedules.jsh
var claim = Claim.of("09-schedules", "Schedules of the rate",
    "At a constant rate the noise of minibatches does not die out; a rate that falls lets it. After each drop of a step decay "
    + "the loss falls at once.")

// Any schedule of this library can be added here: all begin with the rate 1.
int epochs = Lecture.isQuick() ? 6 : 30
var schedules = new LinkedHashMap<String, Schedule>()
schedules.put("constant", Schedule.constant(1))
schedules.put("step decay", Schedule.step(1, 0.1, epochs / 3.0, Unit.EPOCHS))
schedules.put("exponential", Schedule.exponential(1, 5.0 / epochs, Unit.EPOCHS))
schedules.put("1/t", Schedule.inverse(1, 20.0 / epochs, Unit.EPOCHS))
schedules.put("inverse square root", Schedule.inverseSquareRoot(1, Unit.EPOCHS))
schedules.put("linear", Schedule.linear(1, epochs, Unit.EPOCHS))
schedules.put("cosine", Schedule.cosine(1, epochs, Unit.EPOCHS))
schedules.put("cosine after warm-up", Schedule.cosine(1, epochs, Unit.EPOCHS).afterWarmup(epochs / 10.0, Unit.EPOCHS))

double[] at = IntStream.rangeClosed(0, 300).mapToDouble(i -> epochs * i / 300.0).toArray()
var curves = LineChart.of("The rate", "epoch", "rate").between(0, 1.05)
for (var s : schedules.entrySet()) {
    curves = curves.line(s.getKey(), at, Arrays.stream(at).map(t -> Math.min(1, s.getValue().at(new Clock(0, t, t)))).toArray());
}
claim.text("Softmax regression on the digits, batches of 32, gradient descent, the rate 1 at first, " + epochs + " epochs. The same "
    + "batches for every schedule.")
claim.figure("Every schedule, as a function of the epoch.", curves)

var digits = StandardExperiments.digits()
int seeds = Lecture.isQuick() ? 1 : 5
var entries = schedules.entrySet().stream().map(s -> Entry.of(s.getKey(), new GradientDescent(s.getValue()))).toList()
var c = compare(digits).batches(32).seeds(seeds).passes(epochs).change(e -> e.with(entries)).experiment().run()
var regime = new Regime(32)
var chart = LineChart.of("F \u2212 F*, median of " + seeds, "data passes", "F \u2212 F*").withLogY()
for (String name : schedules.keySet()) {
    var curve = c.curve(name, regime);
    chart = chart.line(name, curve.passes(), curve.excess().stream().mapToDouble(q -> q.median()).toArray());
}
claim.figure("The constant rate stays at its noise. The others fall below it when their rates do.", chart)
var ends = new LinkedHashMap<String, Double>()
for (Summary s : c.summaries()) ends.put(s.entry().label(), s.finalExcess().median());
var table = claim.table("F \u2212 F* after " + epochs + " epochs, median", "schedule", "F \u2212 F*", "constant / this", "rate at the end")
for (var e : ends.entrySet()) {
    table.row(e.getKey(), e.getValue(), ends.get("constant") / e.getValue(), schedules.get(e.getKey()).at(new Clock(0, epochs, epochs)));
    if (!e.getKey().equals("constant")) {
        claim.atMost("the rate falls: " + e.getKey(), "its F \u2212 F* over that of the constant rate", e.getValue() / ends.get("constant"), 0.5);
    }
}

// The drops: the excess one epoch before, and one after. Too early a drop costs: then the slow directions are not done.
var step = c.curve("step decay", regime)
double before = step.medianAt(epochs / 3.0), after = step.medianAt(epochs / 3.0 + 1)
double second = step.medianAt(2 * epochs / 3.0), later = step.medianAt(2 * epochs / 3.0 + 1)
claim.atMost("the first drop of a step decay", "F \u2212 F* an epoch after it over that before", after / before, 0.7)
claim.atMost("the second drop", "F \u2212 F* an epoch after it over that before", later / second, 0.7)
var best = ends.entrySet().stream().min(Map.Entry.comparingByValue()).get()
claim.finding("F \u2212 F* ends at %.2g with the constant rate, at %.2g with the best schedule here, %s. The first tenfold drop of the rate takes it "
    + "from %.2g to %.2g within an epoch, the second from %.2g to %.2g.", ends.get("constant"), best.getValue(), best.getKey(), before, after,
    second, later)
present(claim)
