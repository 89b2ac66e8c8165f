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
    private static final Map<String, Method<?>> TABLE = new TreeMap<>();

    static {
        TABLE.put("adagrad", new AdaGrad(0.1));
        TABLE.put("adam", new Adam(0.01));
        TABLE.put("adahessian", new AdaHessian(0.01));
        TABLE.put("bfgs", new Bfgs());
        TABLE.put("gd", new GradientDescent(1e-3));
        TABLE.put("lbfgs", new Lbfgs());
        TABLE.put("levenberg-marquardt", new LevenbergMarquardt());
        TABLE.put("momentum", new Momentum(1e-3));
        TABLE.put("nesterov", new Nesterov(1e-3));
        TABLE.put("newton", new Newton());
        TABLE.put("newton-ls", new LineSearchNewton());
        TABLE.put("projected-gradient", new ProjectedGradient(1e-3));
        TABLE.put("rmsprop", new RMSProp(1e-3));
        TABLE.put("sgd", TABLE.get("gd")); // the same rule on minibatches
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
        Method<?> method = TABLE.get(name);
        if (method == null) {
            throw Names.unknown("method", name, TABLE.keySet());
        }
        return colon < 0 ? method : Options.change(name, method, text.substring(colon + 1));
    }
}
