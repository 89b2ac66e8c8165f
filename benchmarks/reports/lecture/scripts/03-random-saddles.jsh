// 03. How often is a random critical point a saddle, as the number of variables grows?
//   bin/hesse shell analysis/lecture/03-random-saddles.jsh
var claim = Claim.of("03-random-saddles", "Random critical points are saddles",
    "At a critical point of a random function each eigenvalue of the Hessian has either sign, so the more variables, the "
    + "likelier a saddle; in high dimensions nearly all critical points are saddles, as if each sign were tossed with a coin.")
claim.text("The random function is a Gaussian field: a sum of cosines with normal wave vectors and uniform phases. First we "
    + "search a box for all its critical points. Then we integrate: by the formula of Kac and Rice the critical points have "
    + "the signs of the field's Hessian, a random symmetric matrix, weighted by |det H|. For such fields in two variables "
    + "half of all critical points are saddles, in three 75.3 % (Bardeen, Bond, Kaiser and Szalay 1986).")

// A field of 60 waves in n variables, as text.
Objective field(int n, long seed) {
    var random = Seeds.random(seed);
    var terms = new ArrayList<String>();
    for (int k = 0; k < 60; k++) {
        var phase = new StringBuilder(String.format(Locale.ROOT, "%.6f", 2 * Math.PI * random.nextDouble()));
        for (int i = 1; i <= n; i++) phase.append(String.format(Locale.ROOT, " + %.6f*x%d", random.nextGaussian(), i));
        terms.add("cos(" + phase + ")");
    }
    return function(String.join(" + ", terms));
}
Box cube(int n, double side) {
    return box(IntStream.rangeClosed(1, n).mapToObj(i -> "x" + i + "=0:" + side).collect(Collectors.joining(", ")));
}

// All critical points within a box, by many starts; the point counts if it lies inside.
boolean quick = Lecture.isQuick()
var search = new LinkedHashMap<Integer, List<CensusPoint>>()
int[] starts = quick ? new int[] {0, 200, 400} : new int[] {0, 500, 2000, 4000}
double[] sides = {0, 60, 12, 7}
for (int n = 1; n < starts.length; n++) {
    search.put(n, Multistart.of(field(n, n), cube(n, sides[n])).starts(starts[n]).seed(1).run().points());
}

// The Hessian of such a field: covariance of H_ij and H_kl is d_ij d_kl + d_ik d_jl + d_il d_jk (waves of unit variance).
// Shares of minima and of saddles among critical points, by weights |det H|.
double[] shares(int n, boolean weighted, double common, int draws) {
    var random = Seeds.random(100 + n);
    double all = 0, minima = 0, saddles = 0;
    double[][] h = new double[n][n];
    for (int k = 0; k < draws; k++) {
        double shift = common * random.nextGaussian();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) h[i][j] = h[j][i] = random.nextGaussian();
            h[i][i] = Math.sqrt(2) * random.nextGaussian() + shift;
        }
        double[] lambda = org.hesse.linear.Spectrum.valuesOf(h);
        double weight = 1;
        for (double v : lambda) weight *= weighted ? Math.abs(v) : 1;
        all += weight;
        minima += lambda[0] > 0 ? weight : 0;
        saddles += lambda[0] < 0 && lambda[n - 1] > 0 ? weight : 0;
    }
    return new double[] {minima / all, saddles / all};
}
int most = quick ? 4 : 6, draws = quick ? 20000 : 100000
double[] n = IntStream.rangeClosed(1, most).asDoubleStream().toArray()
double[] saddles = new double[most], coin = new double[most], minima = new double[most], goe = new double[most], toss = new double[most]
var table = claim.table("Share of saddles among the critical points of a random field", "n", "found in a box", "of", "Kac and Rice",
    "coins", "minima by Kac and Rice", "a coin each, 2\u207b\u207f", "GOE matrix positive")
for (int i = 1; i <= most; i++) {
    double[] field = shares(i, true, 1, draws);
    saddles[i - 1] = field[1]; minima[i - 1] = field[0];
    coin[i - 1] = 1 - Math.pow(2, 1 - i); toss[i - 1] = Math.pow(2, -i);
    goe[i - 1] = shares(i, false, 0, draws)[0];
    var found = search.getOrDefault(i, List.of());
    long count = found.stream().filter(p -> p.kind() == Kind.SADDLE).count();
    table.row(i, found.isEmpty() ? "" : String.format(Locale.ROOT, "%.3f", (double) count / found.size()),
        found.isEmpty() ? "" : found.size(), field[1], coin[i - 1], field[0], toss[i - 1], goe[i - 1]);
}
claim.figure("The share of saddles grows with n, and stays near that of tossed coins.",
    LineChart.of("Share of saddles among critical points", "variables n", "share").between(0, 1.02).line("Kac and Rice", n, saddles)
        .line("coins: 1 \u2212 2\u00b7(1/2)\u207f", n, coin).dots("found in a box",
        search.keySet().stream().mapToDouble(i -> i).toArray(), search.values().stream()
            .mapToDouble(p -> p.stream().filter(q -> q.kind() == Kind.SADDLE).count() / (double) p.size()).toArray()))
claim.figure("Minima: a GOE matrix is positive with a chance of about 3^(\u2212n\u00b2/4), far smaller than with coins; for critical points "
    + "the weights and the common part of the diagonal make minima commoner than that.",
    LineChart.of("Share of minima", "variables n", "share").withLogY().between(1e-6, 1).line("Kac and Rice", n, minima)
        .line("coins: (1/2)\u207f", n, toss).line("GOE matrix positive", n, goe))

// Low critical points are another matter: value against kind, where most variables were searched.
int deep = starts.length - 1
var lowest = search.get(deep).stream().sorted(Comparator.comparingDouble(p -> p.value())).toList()
var chart = LineChart.of("Height and index, " + deep + " variables", "number of the point, from the lowest", "f")
for (int index = 0; index <= deep; index++) {
    int wanted = index;
    int[] at = IntStream.range(0, lowest.size()).filter(i -> lowest.get(i).index() == wanted).toArray();
    chart = chart.dots("index " + index, Arrays.stream(at).asDoubleStream().toArray(),
        Arrays.stream(at).mapToDouble(i -> lowest.get(i).value()).toArray());
}
claim.figure("The index grows with the height: low critical points are minima, high ones maxima, saddles lie between.", chart)
int tenth = Math.max(1, lowest.size() / 10)
double low = lowest.subList(0, tenth).stream().filter(p -> p.kind() == Kind.SADDLE).count() / (double) tenth
claim.within("all critical points count", "share of saddles for n = 2 by Kac and Rice (1/2 by theory)", saddles[1], 0.47, 0.53)
if (!quick) claim.within("all critical points count", "share of saddles for n = 3 by Kac and Rice (0.753 by theory)", saddles[2], 0.73, 0.775);
claim.atLeast("all critical points count", "share of saddles for n = " + most, saddles[most - 1], 0.85)
claim.atLeast("only the lowest tenth count", "share of saddles for n = " + deep, low, 0.5)
claim.text("What this does not show: a search from random starts may miss points, and finds those of wide basins first; and a loss of a "
    + "network is no Gaussian field. The integral has no such bias, but holds for this "
    + "field alone; its weights scatter more and more with n, so it stops here at n = " + most + ".")
claim.finding("By Kac and Rice the share of saddles is %.3f for n = 2, %.3f for n = 3, %.4f for n = %d; coins would give %.4f. But of the lowest "
    + "tenth of the points found for n = %d it is %.2f.", saddles[1], saddles[2], saddles[most - 1], most, coin[most - 1], deep, low)
present(claim)
