package org.hesse.problem.mgh;

import static org.hesse.problem.mgh.Definition.each;

import java.util.List;
import org.hesse.autodiff.reverse.Var;
import org.hesse.problem.catalog.Entry;
import org.hesse.problem.catalog.TestProblem;

/** Models fitted to the paper's data. */
final class Fits {
    private static final double[] BARD = {
        0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39
    };
    private static final double[] GAUSSIAN = {0.0009, 0.0044, 0.0175, 0.0540, 0.1295, 0.2420, 0.3521, 0.3989};
    private static final double[] MEYER = {
        34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307, 2872
    };
    private static final double[] KOWALIK = {
        0.1957, 0.1947, 0.1735, 0.1600, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246
    };
    private static final double[] KOWALIK_U = {4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625};
    private static final double[] OSBORNE_1 = {
        0.844, 0.908, 0.932, 0.936, 0.925, 0.908, 0.881, 0.850, 0.818, 0.784, 0.751, 0.718, 0.685, 0.658, 0.628, 0.603,
        0.580, 0.558, 0.538, 0.522, 0.506, 0.490, 0.478, 0.467, 0.457, 0.448, 0.438, 0.431, 0.424, 0.420, 0.414, 0.411,
        0.406
    };
    private static final double[] OSBORNE_2 = {
        1.366, 1.191, 1.112, 1.013, 0.991, 0.885, 0.831, 0.847, 0.786, 0.725, 0.746, 0.679, 0.608, 0.655, 0.616, 0.606,
        0.602, 0.626, 0.651, 0.724, 0.649, 0.649, 0.694, 0.644, 0.624, 0.661, 0.612, 0.558, 0.533, 0.495, 0.500, 0.423,
        0.395, 0.375, 0.372, 0.391, 0.396, 0.405, 0.428, 0.429, 0.523, 0.562, 0.607, 0.653, 0.672, 0.708, 0.633, 0.668,
        0.645, 0.632, 0.591, 0.559, 0.597, 0.625, 0.739, 0.710, 0.729, 0.720, 0.636, 0.581, 0.428, 0.292, 0.162, 0.098,
        0.054
    };

    private Fits() {}

    static List<Entry> entries() {
        return List.of(
                new Entry("bard", List.of(), p -> bard()),
                new Entry("gaussian", List.of(), p -> gaussian()),
                new Entry("meyer", List.of(), p -> meyer()),
                new Entry("kowalik-osborne", List.of(), p -> kowalikOsborne()),
                new Entry("osborne-1", List.of(), p -> osborne1()),
                new Entry("osborne-2", List.of(), p -> osborne2()));
    }

    /** The value is approached as x₂ and x₃ go to −∞: the variance of the data, times 15. */
    private static TestProblem bard() {
        return Definition.of(
                        "bard",
                        Definition.constant(3, 1),
                        x -> each(15, i -> {
                            Var denominator = x[1].multiply(16 - i).add(x[2].multiply(Math.min(i, 16 - i)));
                            return x[0].add(denominator.reciprocal().multiply(i))
                                    .negate()
                                    .add(BARD[i - 1]);
                        }))
                .minimum(0.008214877306578975, 0.08241055974978893, 1.1330360920297216, 2.343695178642537)
                .minimum(0.9327752438983008, 0.22363974464079767, -8.76150550897236, 12.583951266949176)
                .minimum(1.0038205868219474, 0.05216520704856963, -0.3865185116632731, 3.97457131788705)
                .minimum(1.8862748135913527, 0.12740585374135396, -0.8535447172979249, 4.704844580210898)
                .minimum(2.3629162971918465, 0.18803849882653098, -1.5530063869059407, 5.595103809564217)
                .values(17.42869333333333)
                .number(8, "Bard (1970)");
    }

    private static TestProblem gaussian() {
        return Definition.of(
                        "gaussian",
                        new double[] {0.4, 1, 0},
                        x -> each(15, i -> {
                            Var d = x[2].negate().add((8 - i) / 2.0).square();
                            return x[0].multiply(x[1].multiply(d).divide(-2).exp())
                                    .subtract(GAUSSIAN[Math.min(i, 16 - i) - 1]);
                        }))
                .minimum(1.127932769618648e-08, 0.39895613783875666, 1.0000190844878056, 0)
                .number(9, "unpublished");
    }

    private static TestProblem meyer() {
        return Definition.of(
                        "meyer",
                        new double[] {0.02, 4000, 250},
                        x -> each(
                                MEYER.length,
                                i -> x[0].multiply(x[1].divide(x[2].add(45 + 5 * i))
                                                .exp())
                                        .subtract(MEYER[i - 1])))
                .minimum(87.94585517085112, 0.005609636471028053, 6181.346346286372, 345.2236346241365)
                .number(10, "Meyer (1970)");
    }

    /** The second value is approached as x₁ and −x₃ and −x₄ go to ∞ together. */
    private static TestProblem kowalikOsborne() {
        return Definition.of(
                        "kowalik-osborne",
                        new double[] {0.25, 0.39, 0.415, 0.39},
                        x -> each(KOWALIK.length, i -> {
                            double u = KOWALIK_U[i - 1];
                            Var ratio = x[1].multiply(u)
                                    .add(u * u)
                                    .divide(x[2].multiply(u).add(u * u).add(x[3]));
                            return x[0].multiply(ratio).negate().add(KOWALIK[i - 1]);
                        }))
                .minimum(
                        0.00030750560384923745,
                        0.19280693457903786,
                        0.19128232873436696,
                        0.12305650692632066,
                        0.13606233068379484)
                .minimum(
                        0.0004236746264698345,
                        0.2253564377988867,
                        -0.41475380600553824,
                        -0.02445269621513163,
                        -0.17796965980126556)
                .minimum(
                        0.001594352026021962,
                        0.2339237308689686,
                        -1.292283387337197,
                        -0.8358331955370851,
                        -0.5506774225155381)
                .minimum(
                        0.001622955515064394,
                        0.22993603600755372,
                        -0.1889842049387054,
                        0.19801019857670765,
                        -0.07552664151918063)
                .minimum(
                        0.0016360197067015684,
                        0.23075129421261664,
                        -0.10147751055315163,
                        0.29028517262668346,
                        -0.040032405815411516)
                .values(0.0010273430486954578)
                .number(15, "Kowalik and Osborne (1968)");
    }

    private static TestProblem osborne1() {
        return Definition.of(
                        "osborne-1",
                        new double[] {0.5, 1.5, -1, 0.01, 0.02},
                        x -> each(OSBORNE_1.length, i -> {
                            double t = 10 * (i - 1);
                            Var decay = x[1].multiply(x[3].multiply(-t).exp())
                                    .add(x[2].multiply(x[4].multiply(-t).exp()));
                            return x[0].add(decay).negate().add(OSBORNE_1[i - 1]);
                        }))
                .minimum(
                        5.464894697482907e-05,
                        0.37541005210695205,
                        1.9358469127123674,
                        -1.464687136613423,
                        0.012867534640057288,
                        0.02212269966167261)
                .values(0.02451829513874637)
                .number(17, "Osborne (1972)");
    }

    private static TestProblem osborne2() {
        double[] start = {1.3, 0.65, 0.65, 0.7, 0.6, 3, 5, 7, 2, 4.5, 5.5};
        return Definition.of(
                        "osborne-2",
                        start,
                        x -> each(OSBORNE_2.length, i -> {
                            double t = (i - 1) / 10.0;
                            Var model = x[0].multiply(x[4].multiply(-t).exp());
                            for (int k = 1; k <= 3; k++) {
                                Var d = x[7 + k].negate().add(t).square();
                                model = model.add(x[k].multiply(
                                        x[4 + k].multiply(d).negate().exp()));
                            }
                            return model.negate().add(OSBORNE_2[i - 1]);
                        }))
                .minimum(
                        0.040137736293547735,
                        1.3099771546273005,
                        0.4315537946029889,
                        0.633661698960724,
                        0.5994305347859163,
                        0.7541832263280113,
                        0.9042885798596336,
                        1.3658118352370285,
                        4.8236988172271555,
                        2.3986848661317546,
                        4.568874597667672,
                        5.6753414705806415)
                .minimum( // where Newton with a line search leads, proved
                        0.08759472409341579,
                        2.829750943292677,
                        -1.4724262609701182,
                        0.4818694665380977,
                        0.5966552565768317,
                        0.5640715813707806,
                        0.36281446315617566,
                        2.3780274702356277,
                        5.074397124503087,
                        -0.15779974678730613,
                        4.603394834904877,
                        5.633702624448679)
                .number(19, "Osborne (1972)");
    }
}
