package org.hesse.method;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hesse.io.Names;
import org.hesse.method.firstorder.AdaGrad;
import org.hesse.method.firstorder.Adam;
import org.hesse.method.firstorder.GradientDescent;
import org.hesse.method.firstorder.Momentum;
import org.hesse.method.firstorder.Nesterov;
import org.hesse.method.firstorder.ProjectedGradient;
import org.hesse.method.firstorder.RMSProp;
import org.hesse.method.newton.LevenbergMarquardt;
import org.hesse.method.newton.LineSearchNewton;
import org.hesse.method.newton.Newton;
import org.hesse.method.quasinewton.Bfgs;
import org.hesse.method.quasinewton.Lbfgs;
import org.hesse.method.stochastic.AdaHessian;

/**
 * The methods by name, as the command line and experiment files write them: {@code adam}, or with options {@code
 * momentum:rate=0.1,mu=0.8,form=GRADIENT}.
 *
 * <p>A new method is one line in the table, with numbers that are safe rather than fast on a problem never seen before.
 */
public final class Methods {
    private record Entry(Method<?> method, String summary) {}

    private static final Map<String, Entry> TABLE = new TreeMap<>();

    static {
        add("adagrad", new AdaGrad(0.1), "steps divided by the root of all squared gradients so far");
        add("adahessian", new AdaHessian(0.1), "Adam with a sampled diagonal of the Hessian in place of the gradient");
        add("adam", new Adam(0.01), "steps scaled by running moments of the gradient");
        add("bfgs", new Bfgs(), "quasi-Newton with a dense inverse Hessian; line search; n^2 numbers");
        add("gd", new GradientDescent(1e-3), "gradient descent");
        add("lbfgs", new Lbfgs(), "quasi-Newton from the newest curvature pairs; line search; the first to try");
        add("levenberg-marquardt", new LevenbergMarquardt(), "damped Gauss-Newton, for least squares only");
        add("momentum", new Momentum(1e-3), "gradient descent with a velocity (heavy ball)");
        add("nesterov", new Nesterov(1e-3), "momentum with the gradient at the look-ahead point");
        add("newton", new Newton(), "the pure Newton step: to the next critical point, of whatever kind");
        add("newton-ls", new LineSearchNewton(), "Newton with modified Cholesky and line search: descends");
        add("projected-gradient", new ProjectedGradient(1e-3), "gradient descent within bounds");
        add("rmsprop", new RMSProp(1e-3), "steps divided by a running root mean square of the gradient");
        add("sgd", new GradientDescent(1e-3), "another name of gd: the same rule on minibatches");
    }

    private static void add(String name, Method<?> method, String summary) {
        TABLE.put(name, new Entry(method, summary));
    }

    private Methods() {}

    /**
     * The names there are.
     *
     * @return the names in alphabetical order, aliases included
     */
    public static SortedSet<String> names() {
        return new TreeSet<>(TABLE.keySet());
    }

    /**
     * A method by name, with some options changed.
     *
     * @param text a name, perhaps followed by a colon and {@code option=value} pairs separated by commas; the options are
     *     the components of the method's record that are numbers, booleans, enums, or schedules (given as a constant)
     * @return the method
     * @throws IllegalArgumentException if there is no such name, option or value; the message says what there is
     */
    public static Method<?> named(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        Method<?> method = entry(name).method;
        return colon < 0 ? method : Options.change(name, method, text.substring(colon + 1));
    }

    /**
     * The options of a method and their defaults.
     *
     * @param name one of the names
     * @return in the order of the record's components, perhaps none
     * @throws IllegalArgumentException if there is no such name
     */
    public static Map<String, Object> options(String name) {
        return Options.of(entry(name).method);
    }

    /**
     * What a method is, in a few words.
     *
     * @param name one of the names
     * @return a phrase
     * @throws IllegalArgumentException if there is no such name
     */
    public static String summary(String name) {
        return entry(name).summary;
    }

    private static Entry entry(String name) {
        Entry entry = TABLE.get(name);
        if (entry == null) {
            throw Names.unknown("method", name, TABLE.keySet());
        }
        return entry;
    }
}
