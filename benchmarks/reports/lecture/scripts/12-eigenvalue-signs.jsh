// 12. The signs of the Hessian's eigenvalues tell what kind of critical point it is.
//   bin/hesse shell analysis/lecture/12-eigenvalue-signs.jsh
var claim = Claim.of("12-eigenvalue-signs", "The signs of the eigenvalues classify",
    "At a critical point all eigenvalues of the Hessian positive means minimum, all negative maximum, both signs saddle.")

// What the signs alone say: an eigenvalue within its error bar of 0 has none.
Kind signs(CriticalPoint p) {
    int up = 0, down = 0;
    double[] lambda = p.eigenvalues();
    for (int i = 0; i < lambda.length; i++) {
        up += lambda[i] > p.errorBar(i) ? 1 : 0;
        down += lambda[i] < -p.errorBar(i) ? 1 : 0;
    }
    return up == lambda.length ? Kind.MINIMUM : down == lambda.length ? Kind.MAXIMUM
        : up > 0 && down > 0 ? Kind.SADDLE : Kind.UNDECIDED;
}

// Every critical point that the library knows of its test problems, up to 20 variables, with its kind from the literature.
int right = 0, decided = 0, points = 0
for (var problem : org.hesse.problem.Problems.all()) {
    if (problem.objective().dimension() > 20) continue;
    for (var known : problem.points()) {
        Kind said = signs(classify(problem.objective(), known.x()));
        points++;
        if (said != Kind.UNDECIDED) {
            decided++;
            right += said == known.kind() ? 1 : 0;
        }
    }
}
claim.within("no eigenvalue is 0", "share of " + decided + " known points with signs that the signs classify rightly",
    (double) right / decided, 1, 1)

// Where an eigenvalue is 0 the signs do not tell, and higher derivatives decide. All at 0.
claim.text("Of " + points + " known critical points of the test problems " + decided + " have an eigenvalue sign pattern that "
    + "decides. Where an eigenvalue is 0, functions with the same eigenvalues are of different kinds:")
var table = claim.table("Critical points at 0", "function", "eigenvalues", "the signs say", "it is")
int told = 0
var cases = List.of("x^2 + y^2", "x^2 - y^2", "-x^2 - 2*y^2", "x^2 + y^4", "x^2 - y^4", "x^2 + y^3", "x^3 - 3*x*y^2", "x^4 + y^4",
    "(y - x^2)*(y - 3*x^2)")
for (String text : cases) {
    var p = classify(function(text), 0, 0);
    boolean zero = signs(p) == Kind.UNDECIDED;
    table.row(text, Arrays.stream(p.eigenvalues()).mapToObj(v -> String.format(Locale.ROOT, "%.0f", v + 0.0)).toList(),
        zero ? "nothing" : signs(p), p.kind());
    if (zero) claim.within("an eigenvalue is 0", text + ": whether the signs decide", signs(p) == p.kind() ? 1 : 0, 1, 1);
    else claim.within("no eigenvalue is 0", text + ": whether the signs decide", signs(p) == p.kind() ? 1 : 0, 1, 1);
}

for (String text : List.of("x^2 + y^4", "x^2 - y^4", "x^3 - 3*x*y^2")) {
    var f = function(text);
    claim.figure(classify(f, 0, 0).toString() + ".", Plot.of(f, box("x=-1:1, y=-1:1")).title(text).points(classify(f, 0, 0)));
}
claim.finding("The signs classify %d of %d known points with no zero eigenvalue. x\u00b2 + y\u2074 and x\u00b2 \u2212 y\u2074 have the "
    + "same eigenvalues 2 and 0: one is a %s, the other a %s.", right, decided,
    classify(function("x^2 + y^4"), 0, 0).kind().name().toLowerCase(), classify(function("x^2 - y^4"), 0, 0).kind().name().toLowerCase())
present(claim)
