package org.hesse.census;

import org.hesse.Hesse;
import org.hesse.autodiff.Expression;

/** The functions of the inventories, as text. */
final class Texts {
    private Texts() {}

    static Expression named(String name) {
        int n = name.indexOf('=');
        return switch (n < 0 ? name : name.substring(0, n)) {
            case "himmelblau" -> Hesse.function("(x^2+y-11)^2 + (x+y^2-7)^2");
            case "six-hump-camel" -> Hesse.function("(4 - 2.1*x^2 + x^4/3)*x^2 + x*y + (-4 + 4*y^2)*y^2");
            case "styblinski-tang:n" ->
                Hesse.function("sum(i, 1, n, x[i]^4 - 16*x[i]^2 + 5*x[i])/2", "n=" + name.substring(n + 1));
            case "rastrigin" -> Hesse.function("20 + x^2 - 10*cos(2*pi*x) + y^2 - 10*cos(2*pi*y)");
            case "egg-crate" -> Hesse.function("x^2 + y^2 + 25*(sin(x)^2 + sin(y)^2)");
            case "muller-brown" ->
                Hesse.function("-200*exp(-(x-1)^2 - 10*y^2) - 100*exp(-x^2 - 10*(y-0.5)^2)"
                        + " - 170*exp(-6.5*(x+0.5)^2 + 11*(x+0.5)*(y-1.5) - 6.5*(y-1.5)^2)"
                        + " + 15*exp(0.7*(x+1)^2 + 0.6*(x+1)*(y-1) + 0.7*(y-1)^2)");
            case "peaks" ->
                Hesse.function(
                        "3*(1-x)^2*exp(-x^2-(y+1)^2) - 10*(x/5-x^3-y^5)*exp(-x^2-y^2)" + " - exp(-(x+1)^2-y^2)/3");
            default -> throw new IllegalArgumentException(name);
        };
    }
}
