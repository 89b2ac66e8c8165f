package org.hesse.hipparchus;

import java.util.Arrays;
import org.hesse.autodiff.GenericFunction;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;

/** A function evaluated in decimal arithmetic of many digits, by Hipparchus's Dfp; slow. */
public final class Decimals {
    private static final int DIGITS = 40;

    private final DfpField field = new DfpField(DIGITS);
    private final GenericFunction f;

    /**
     * Takes a function.
     *
     * @param f the function
     */
    public Decimals(GenericFunction f) {
        this.f = f;
    }

    /**
     * The difference of the function and a number, in which digits cancel.
     *
     * @param point the variables, not modified
     * @param decimal which of them stand for the decimal number that they are printed as, as data do, and not for
     *     themselves
     * @param y subtracted, as the decimal number that it is printed as
     * @return f(point) − y, rounded once
     */
    public double less(double[] point, boolean[] decimal, double y) {
        Dfp[] x = new Dfp[point.length];
        Arrays.setAll(x, i -> decimal[i] ? field.newDfp(Double.toString(point[i])) : field.newDfp(point[i]));
        return f.value(x).subtract(field.newDfp(Double.toString(y))).toDouble();
    }
}
