// 14. Is Adam a good default?
//   bin/hesse shell analysis/lecture/14-adam-default.jsh
var claim = Claim.of("14-adam-default", "Adam is a good default",
    "Adam at its default rate, 0.001, is a good first choice without any tuning.")
boolean quick = Lecture.isQuick()

// Four problems: a convex loss, a perceptron, an ill-conditioned quadratic with noise, and the convex loss on the full batch.
record Case(String name, Problem problem, int batch, int passes) {}
var cases = List.of(new Case("digits softmax, B = 32", StandardExperiments.digits(), 32, quick ? 2 : 30),
    new Case("digits perceptron, B = 32", StandardExperiments.digitsPerceptron(), 32, quick ? 1 : 30),
    new Case("quadratic_deep, B = 32", StandardExperiments.quadraticDeep(), 32, quick ? 5 : 100),
    new Case("digits softmax, full batch", StandardExperiments.digits(), FULL, quick ? 5 : 100))
var methods = new LinkedHashMap<String, String>()
methods.put("Adam", "adam")
methods.put("SGD", "gd")
methods.put("momentum 0.9", "momentum")
methods.put("RMSProp", "rmsprop")
methods.put("AdaGrad", "adagrad")
String[] rates = quick ? new String[] {"0.001", "0.03"} : new String[] {"0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1"}
int seeds = quick ? 1 : 3
claim.text("Each method at the rate 0.001, the default of Adam in most libraries, and at the best of " + String.join(", ", rates)
    + " for the problem, chosen by the training loss: that costs " + rates.length + " times as many passes. Median of " + seeds
    + " seeds. Compared is the excess F \u2212 F*; of the perceptron, whose F* nobody knows, the loss itself. A good "
    + "default is one whose excess at its default rate is at most twice that of the best method tuned.")

// The excess of every method at every rate; a run that blows up is infinite.
Map<String, double[]> excess(Case c) {
    var entries = new ArrayList<Entry>();
    for (var m : methods.entrySet()) {
        for (String rate : rates) entries.add(Entry.of(m.getKey() + " " + rate, method(m.getValue() + ":rate=" + rate)));
    }
    entries.add(Entry.of("L-BFGS", new Lbfgs()));
    var run = compare(c.problem()).batches(c.batch()).seeds(seeds).passes(c.passes()).change(e -> e.with(entries)).experiment().run();
    double above = c.problem().optimum().isPresent() ? 0 : run.optimum().value(); // what is known is the loss alone
    var all = new LinkedHashMap<String, double[]>();
    for (Summary s : run.summaries()) {
        String label = s.entry().label();
        int cut = label.lastIndexOf(' ');
        double[] of = all.computeIfAbsent(cut < 0 ? label : label.substring(0, cut), k -> new double[cut < 0 ? 1 : rates.length]);
        of[cut < 0 ? 0 : Arrays.asList(rates).indexOf(label.substring(cut + 1))] = s.finalExcess().median() + above;
    }
    return all;
}
double[] grid = Arrays.stream(rates).mapToDouble(Double::parseDouble).toArray()
double worst = 0, worstTuned = 0, fullBatch = 0
for (Case c : cases) {
    var all = excess(c);
    double best = all.values().stream().flatMapToDouble(Arrays::stream).min().getAsDouble();
    String winner = all.entrySet().stream().filter(e -> Arrays.stream(e.getValue()).min().getAsDouble() == best).findFirst().get().getKey();
    var table = claim.table(c.name() + ", " + c.passes() + " passes: " + (c.problem().optimum().isPresent() ? "F \u2212 F*" : "loss"), "method", "at 0.001", "tuned", "its best rate");
    var chart = LineChart.of(c.name(), "rate", (c.problem().optimum().isPresent() ? "F \u2212 F*" : "loss") + " after " + c.passes() + " passes").withLogX().withLogY();
    for (var e : all.entrySet()) {
        double[] v = e.getValue();
        double least = Arrays.stream(v).min().getAsDouble();
        if (v.length == 1) {
            table.row(e.getKey() + " (no rate)", v[0], least, "");
            continue;
        }
        int at = IntStream.range(0, v.length).filter(i -> v[i] == least).findFirst().getAsInt();
        table.row(e.getKey(), v[0], least, rates[at] + (at == 0 || at == v.length - 1 ? ", the edge of the grid" : ""));
        chart = chart.line(e.getKey(), grid, v);
    }
    claim.figure("The wider the valley of a curve, the less its method needs tuning; the left end is the default of Adam.", chart);
    double[] adam = all.get("Adam");
    double tuned = Arrays.stream(adam).min().getAsDouble();
    claim.atMost("untuned, " + c.name(), "excess of Adam at 0.001 over that of the best tuned, " + winner, adam[0] / best, 2);
    String where = c.batch() == FULL ? ", full batch" : ", minibatches";
    claim.atMost("tuned" + where, c.name() + ": excess of Adam tuned over that of the best tuned, " + winner, tuned / best, 2);
    double others = methods.keySet().stream().filter(m -> !m.equals("Adam")).mapToDouble(m -> all.get(m)[0]).min().getAsDouble();
    claim.atMost("beside the others at 0.001" + where, c.name() + ": excess of Adam at 0.001 over the least of the others there", adam[0] / others, 1);
    if (c.batch() == FULL) {
        fullBatch = tuned / best;
    } else {
        worst = Math.max(worst, adam[0] / best);
        worstTuned = Math.max(worstTuned, tuned / best);
    }
}
claim.finding("On minibatches Adam at its default rate ends at up to %.3g times the excess of the best tuned method, and tuned at up to %.3g "
    + "times. On the full batch even tuned Adam ends at %.2g times the best, which is L-BFGS without any tuning.", worst, worstTuned, fullBatch)
present(claim)
