package org.hesse.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hesse.io.Numbers;

/** What is to be known beside the numbers of a fit. */
final class Remarks {
    private static final double DIFFERENT = 0.1; // of two standard errors, relative
    private static final double UNLIKELY = 1e-3;

    private Remarks() {}

    static List<String> of(Fitted f, Solved solved, Spread spread) {
        List<String> remarks = new ArrayList<>();
        if (f.status() == Fitted.Status.NOT_CONVERGED) {
            remarks.add("not at a minimum: "
                    + (Double.isNaN(solved.move())
                            ? "no Newton step is defined"
                            : "Newton's step would still change parameters by " + Numbers.rounded(solved.move(), 2)
                                    + " of themselves")
                    + "; the method ended " + solved.why());
        }
        if (f.status() == Fitted.Status.NOT_A_MINIMUM) {
            remarks.add("the lowest curvature of chi2 is negative, " + Numbers.rounded(spread.lowest(), 3) + " ± "
                    + Numbers.rounded(spread.error(), 2) + ": a saddle, no errors are defined; start elsewhere");
        }
        f.flatDirections().forEach(v -> remarks.add(flat(f.names(), v)));
        for (int j : solved.held()) {
            remarks.add(f.names().get(j) + " is held by its bound " + Numbers.brief(f.values()[j])
                    + ": beyond it chi2 falls on; the errors of the others are those with it fixed");
        }
        if (f.degreesOfFreedom() == 0) {
            remarks.add("as many rows as parameters: nothing is left to estimate "
                    + (f.isAbsolute() ? "the quality of the fit" : "the variance of the residuals, so no errors"));
        }
        if (spread.flat().isEmpty() && f.status() != Fitted.Status.NOT_A_MINIMUM) {
            curved(f, remarks);
        }
        f.pValue()
                .filter(p -> p < UNLIKELY)
                .ifPresent(p -> remarks.add("a chi2 as large has the probability " + Numbers.rounded(p, 2)
                        + ": the model is wrong, or sigma too small"));
        f.pValue()
                .filter(p -> p > 1 - UNLIKELY)
                .ifPresent(p -> remarks.add("a chi2 as small has the probability " + Numbers.rounded(1 - p, 2)
                        + ": sigma is too large, perhaps"));
        return remarks;
    }

    /** Where the covariances from JᵀJ and from the exact Hessian differ. */
    private static void curved(Fitted f, List<String> remarks) {
        double[] linear = f.standardErrors();
        double[] exact = f.exactErrors();
        int worst = -1;
        for (int j = 0; j < linear.length; j++) {
            double difference = Math.abs(Math.log(exact[j] / linear[j]));
            if (difference > DIFFERENT
                    && (worst < 0 || difference > Math.abs(Math.log(exact[worst] / linear[worst])))) {
                worst = j;
            }
        }
        if (worst >= 0) {
            String name = f.names().get(worst);
            remarks.add("by the exact Hessian the standard error of " + name + " is "
                    + Numbers.rounded(exact[worst] / linear[worst], 3)
                    + " times that of J'J: the model is curved, so trust profile(\"" + name + "\") more");
        }
    }

    /** "k is not identifiable: along 0.98·k − 0.2·c the data say nothing". */
    static String flat(List<String> names, double[] v) {
        int[] part = IntStream.range(0, v.length).filter(j -> v[j] != 0).toArray();
        String who = IntStream.of(part).mapToObj(names::get).collect(Collectors.joining(", "));
        StringBuilder along = new StringBuilder();
        List<Integer> descending = IntStream.of(part)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -Math.abs(v[j])))
                .toList();
        for (int j : descending) {
            String sign = v[j] < 0 ? "− " : "+ ";
            along.append(along.length() > 0 ? " " + sign : v[j] < 0 ? "−" : "");
            along.append(part.length == 1 ? "" : Numbers.rounded(Math.abs(v[j]), 2) + "·")
                    .append(names.get(j));
        }
        return who + (part.length == 1 ? " is" : " are") + " not identifiable: along " + along
                + " the data say nothing";
    }
}
