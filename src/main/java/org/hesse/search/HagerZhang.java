package org.hesse.search;

/**
 * The line search of Hager and Zhang: slopes decide, so that it works to the last digit of x, where values drown.
 *
 * <p>Ends with the Wolfe conditions φ(α) ≤ φ(0) + δαφ'(0), φ'(α) ≥ σφ'(0), or the approximate ones, φ(α) ≤ φ(0) + ε|φ(0)|
 * and (2δ − 1)φ'(0) ≥ φ'(α) ≥ σφ'(0). An interval [a, b] with φ(a) ≤ φ(0) + ε|φ(0)|, φ'(a) &lt; 0 and φ'(b) ≥ 0 shrinks
 * by two secant steps, and by half if they leave more than γ of it.
 *
 * <p>Source: Hager and Zhang (2005), SIAM J. Optimization 16(1), 170–192, section 4: (4.1) to (4.4), the steps U0 to U3
 * with θ = ½, S1 to S4 and L0 to L3; Hager and Zhang (2006), Algorithm 851, ACM Transactions on Mathematical Software
 * 32(1), 113–137: the bracketing B0 to B3.
 *
 * <p>Departs from the source: the error of values is ε|φ(0)|, as if Q = 1 and C = |f| in (26) of the second paper, for a
 * search has no memory. B2 goes on from the last low trial, not from 0. A trial that is not finite is contracted: towards the last one by 0.1 before there is an interval,
 * as a trial that is too high within one.
 *
 * @param delta δ, sufficient decrease, in (0, ½)
 * @param sigma σ, curvature, in [δ, 1)
 * @param eps ε, the relative error of values, in [0, 1)
 * @param gamma γ, the part of an interval that two secant steps may leave, in (0, 1)
 * @param rho ρ, by how much step lengths grow while φ falls, greater than 1
 * @param maxTrials the most trials, at least 1
 */
public record HagerZhang(double delta, double sigma, double eps, double gamma, double rho, int maxTrials)
        implements LineSearch {
    /** Checks the ranges. */
    public HagerZhang {
        check("delta", delta, delta > 0 && delta < 0.5, "0 < delta < 0.5");
        check("sigma", sigma, sigma >= delta && sigma < 1, delta + " = delta <= sigma < 1");
        check("eps", eps, eps >= 0 && eps < 1, "0 <= eps < 1");
        check("gamma", gamma, gamma > 0 && gamma < 1, "0 < gamma < 1");
        check("rho", rho, rho > 1 && rho < Double.POSITIVE_INFINITY, "a finite number > 1");
        check("maxTrials", maxTrials, maxTrials >= 1, "at least 1");
    }

    /** The constants of the papers: δ = 0.1, σ = 0.9, ε = 1e-6, γ = ⅔, ρ = 5; at most 40 trials. */
    public HagerZhang() {
        this(0.1, 0.9, Noise.MOST, 2.0 / 3, 5, 40);
    }

    private static void check(String name, double value, boolean holds, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "Hager–Zhang search: " + name + " = " + value + ", expected " + expected);
        }
    }

    @Override
    public Searched search(Ray phi, double first) {
        Trials trials = new Trials(phi, first, maxTrials);
        Trial start = new Trial(0, phi.value(), phi.slope(), null);
        return new SecantInterval(this, phi, trials, start, null, Double.POSITIVE_INFINITY).search(first);
    }
}
