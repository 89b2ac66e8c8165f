// 09. Schedules of the rate: every curve, and what it does to minibatch training.
//   bin/hesse shell analysis/lecture/09-schedules.jsh
var claim = Claim.of("09-schedules", "Schedules of the rate",
    "At a constant rate the noise of minibatches does not die out; a rate that falls lets it. After each drop of a step decay "
    + "the loss falls at once.")

// Two families, all from the rate 1: those that fall from the start, and those that end at an end.
int epochs = Lecture.isQuick() ? 6 : 30
double third = epochs / 3.0
var falling = new LinkedHashMap<String, Schedule>()
falling.put("constant", Schedule.constant(1))
falling.put("step decay", Schedule.step(1, 0.1, third, Unit.EPOCHS))
falling.put("exponential", Schedule.exponential(1, 5.0 / epochs, Unit.EPOCHS))
falling.put("1/t", Schedule.inverse(1, 20.0 / epochs, Unit.EPOCHS))
falling.put("inverse square root", Schedule.inverseSquareRoot(1, Unit.EPOCHS))
var ending = new LinkedHashMap<String, Schedule>()
ending.put("linear", Schedule.linear(1, epochs, Unit.EPOCHS))
ending.put("polynomial, power 2", Schedule.polynomial(1, 2, epochs, Unit.EPOCHS))
ending.put("cosine", Schedule.cosine(1, epochs, Unit.EPOCHS))
ending.put("cosine after warm-up", Schedule.cosine(1, 0.9 * epochs, Unit.EPOCHS).afterWarmup(epochs / 10.0, Unit.EPOCHS))
ending.put("cosine restarts", Schedule.restarts(1, third, 1, Unit.EPOCHS))
ending.put("one-cycle", Schedule.oneCycle(1, epochs, Unit.EPOCHS))
ending.put("constant, then linear", Schedule.constant(1).then(Schedule.linear(1, third, Unit.EPOCHS), 2 * third, Unit.EPOCHS))
var schedules = new LinkedHashMap<>(falling)
schedules.putAll(ending)

double[] at = IntStream.rangeClosed(0, 600).mapToDouble(i -> epochs * i / 600.0).toArray()
LineChart curves(String title, Map<String, Schedule> of) {
    var chart = LineChart.of(title, "epoch", "rate").between(0, 1.05);
    for (var s : of.entrySet()) {
        chart = chart.line(s.getKey(), at, Arrays.stream(at).map(t -> Math.min(1, s.getValue().at(new Clock(0, t, t)))).toArray());
    }
    return chart;
}
claim.text("Softmax regression on the digits, batches of 32, gradient descent, the rate 1 at most, " + epochs + " epochs. The same "
    + "batches for every schedule.")
claim.figure("Schedules that fall from the start, beside the constant rate.", curves("The rate", falling))

var digits = StandardExperiments.digits()
int seeds = Lecture.isQuick() ? 1 : 5
var entries = schedules.entrySet().stream().map(s -> Entry.of(s.getKey(), new GradientDescent(s.getValue()))).toList()
var c = compare(digits).batches(32).seeds(seeds).passes(epochs).change(e -> e.with(entries)).experiment().run()
var regime = new Regime(32)
LineChart effect(String title, List<String> names) {
    var chart = LineChart.of(title, "data passes", "F \u2212 F*").withLogY();
    for (String name : names) {
        var curve = c.curve(name, regime);
        chart = chart.line(name, curve.passes(), curve.excess().stream().mapToDouble(q -> q.median()).toArray());
    }
    return chart;
}
String of = "F \u2212 F*" + (seeds == 1 ? "" : ", median of " + seeds + " seeds")
claim.figure("What they do. A rate that falls too early leaves the slow directions undone.", effect(of, List.copyOf(falling.keySet())))
claim.text("The others know the end of the run, and reach their least rate there.")
claim.figure("Schedules that know the end of the run.", curves("The rate, to an end", ending))
var withConstant = new ArrayList<>(List.of("constant"))
withConstant.addAll(ending.keySet())
claim.figure("What they do, beside the constant rate.", effect(of + ", to an end", withConstant))
var ends = new LinkedHashMap<String, Double>()
for (Summary s : c.summaries()) ends.put(s.entry().label(), s.finalExcess().median());
var table = claim.table("F \u2212 F* after " + epochs + " epochs, median", "schedule", "F \u2212 F*", "constant / this", "rate of the last step")
double end = epochs - 32.0 / digits.sum().terms()
Clock last = new Clock(0, end, end)
for (var e : ends.entrySet()) {
    table.row(e.getKey(), e.getValue(), ends.get("constant") / e.getValue(), schedules.get(e.getKey()).at(last));
    if (!e.getKey().equals("constant")) {
        claim.atMost(e.getKey(), "its F \u2212 F* over that of the constant rate", e.getValue() / ends.get("constant"), 0.5);
    }
}

// The drops: the excess one epoch before, and one after. Too early a drop costs: then the slow directions are not done.
var step = c.curve("step decay", regime)
double before = step.medianAt(epochs / 3.0), after = step.medianAt(epochs / 3.0 + 1)
double second = step.medianAt(2 * epochs / 3.0), later = step.medianAt(2 * epochs / 3.0 + 1)
claim.atMost("after the first drop of a step decay", "F \u2212 F* an epoch after it over that before", after / before, 0.7)
claim.atMost("after the second drop", "F \u2212 F* an epoch after it over that before", later / second, 0.7)
var best = ends.entrySet().stream().min(Map.Entry.comparingByValue()).get()
claim.finding("F \u2212 F* ends at %.2g with the constant rate, at %.2g with the best schedule here (%s). The first tenfold drop of the rate takes it "
    + "from %.2g to %.2g within an epoch, the second from %.2g to %.2g.", ends.get("constant"), best.getValue(), best.getKey(), before, after,
    second, later)
present(claim)
