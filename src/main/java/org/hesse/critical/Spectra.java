package org.hesse.critical;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hesse.linear.Spectrum;

/** Parts of a spectrum. */
final class Spectra {
    private Spectra() {}

    /** The k-th smallest |λ|; below 0 for k = 0, so that nothing is as small. */
    static double smallest(double[] values, int k) {
        double[] sizes = Arrays.stream(values).map(Math::abs).sorted().toArray();
        return k == 0 ? -1 : sizes[k - 1];
    }

    static int negative(double[] values) {
        return (int) Arrays.stream(values).filter(lambda -> lambda < 0).count();
    }

    /** The places of the eigenvalues that are 0 within {@code e}. */
    static int[] zeros(double[] values, double e) {
        return IntStream.range(0, values.length)
                .filter(i -> Math.abs(values[i]) <= e)
                .toArray();
    }

    static double[][] vectors(Spectrum s, int[] places) {
        return Arrays.stream(places).mapToObj(i -> s.vectors()[i]).toArray(double[][]::new);
    }

    static double[] values(Spectrum s, int[] places) {
        return Arrays.stream(places).mapToDouble(i -> s.values()[i]).toArray();
    }

    /** Without the {@code k} eigenvalues nearest to 0: those that declared symmetries make. */
    static Spectrum without(Spectrum s, int k) {
        if (k == 0) {
            return s;
        }
        int[] kept = IntStream.range(0, s.values().length)
                .boxed()
                .sorted((i, j) -> Double.compare(Math.abs(s.values()[i]), Math.abs(s.values()[j])))
                .skip(k)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        double[] residuals =
                Arrays.stream(kept).mapToDouble(i -> s.residuals()[i]).toArray();
        return new Spectrum(values(s, kept), vectors(s, kept), residuals, s.asymmetry());
    }
}
