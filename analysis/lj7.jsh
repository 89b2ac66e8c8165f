// Seven atoms with Lennard-Jones forces: the stationary points of a cluster, counted once for all its copies.
//   bin/hesse shell analysis/lj7.jsh

// The energy is the sum of 4 (r^-12 - r^-6) over all pairs. To move or turn the cluster changes nothing: so the first atom
// stands at 0, the second on the x axis, the third in the plane z = 0, and 21 coordinates become 15 without zero modes.
Var pair(Var dx, Var dy, Var dz) {
    var s = dx.square().add(dy.square()).add(dz.square()).pow(-3);
    return s.square().subtract(s).multiply(4);
}
Var energy(Var[] x) { // of all 21 coordinates
    var sum = x[0].multiply(0);
    for (int a = 1; a < 7; a++) {
        for (int b = 0; b < a; b++) {
            sum = sum.add(pair(
                x[3 * a].subtract(x[3 * b]), x[3 * a + 1].subtract(x[3 * b + 1]), x[3 * a + 2].subtract(x[3 * b + 2])));
        }
    }
    return sum;
}
int[] place = {3, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20} // of the 15 among the 21
Var[] all(Var[] x) {
    var y = new Var[21];
    Arrays.fill(y, x[0].multiply(0));
    for (int i = 0; i < 15; i++) y[place[i]] = x[i];
    return y;
}
var cluster = function(15, x -> energy(all(x)))

// Copies by permutation or reflection have the same distances between atoms.
double[] atoms(double[] x) {
    double[] y = new double[21];
    for (int i = 0; i < 15; i++) y[place[i]] = x[i];
    return y;
}
double[] distances(double[] x) {
    double[] y = atoms(x);
    double[] all = new double[21];
    for (int a = 1, k = 0; a < 7; a++) {
        for (int b = 0; b < a; b++, k++) {
            all[k] = Math.hypot(Math.hypot(y[3 * a] - y[3 * b], y[3 * a + 1] - y[3 * b + 1]), y[3 * a + 2] - y[3 * b + 2]);
        }
    }
    Arrays.sort(all);
    return all;
}

// From random places eigenvectors are followed to minima and to saddles of index 1.
double[] low = new double[15]
double[] high = new double[15]
Arrays.fill(low, -1.6)
Arrays.fill(high, 1.6)
low[0] = 0.9
var names = new ArrayList<String>()
for (int i = 0; i < 15; i++) names.add(cluster.layout().name(i))
var search = Multistart.of(cluster, new Box(names, low, high)).indices(0, 1, 1, 1).canonical(x -> distances(x))
var found = search.starts(200).run()
System.out.println(found)

// Where the first three atoms lie on one line the third one cannot leave it: a force on it may remain that the 15
// coordinates do not show. So every point is asked again in all 21, where nothing is held fast.
var free = function(21, x -> energy(x))
double force(double[] x) {
    double[] g = new double[21];
    free.valueAndGradient(atoms(x), g);
    return Arrays.stream(g).map(Math::abs).max().getAsDouble();
}
for (var p : found.points()) {
    if (p.index() <= 1) {
        System.out.printf(Locale.ROOT, "index %d  energy %.6f  %s  force %.0e%n", p.index(), p.value(), p.evidence(), force(p.x()));
    }
}
long real(int index) { return found.points().stream().filter(p -> p.index() == index && force(p.x()) < 1e-9).count(); }
// Doye, Miller and Wales (1999) count 4 minima and 12 transition states, the lowest at -15.444734.
System.out.println(real(0) + " minima, " + real(1) + " transition states")
