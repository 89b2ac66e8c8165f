package org.hesse.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A fit as a document, for {@code --json}. */
final class FittedDocument {
    private FittedDocument() {}

    static Map<String, Object> of(Fitted f) {
        Map<String, Object> d = new LinkedHashMap<>();
        d.put("model", f.title());
        d.put("status", f.status());
        d.put("steps", f.steps());
        d.put("rows", f.rows());
        d.put("degreesOfFreedom", f.degreesOfFreedom());
        d.put("chi2", f.chiSquare());
        d.put("residualStandardDeviation", f.residualDeviation());
        d.put("pValue", f.pValue().orElse(null));
        d.put("absoluteSigma", f.isAbsolute());
        List<Object> parameters = new ArrayList<>();
        double[] errors = f.standardErrors();
        double[] exact = f.exactErrors();
        for (int j = 0; j < errors.length; j++) {
            Map<String, Object> p = new LinkedHashMap<>();
            p.put("name", f.names().get(j));
            p.put("value", f.values()[j]);
            p.put("role", f.role(f.names().get(j)));
            p.put("standardError", errors[j]);
            p.put("standardErrorByExactHessian", exact[j]);
            parameters.add(p);
        }
        d.put("parameters", parameters);
        d.put("covariance", List.of(f.covariance()));
        d.put("covarianceByExactHessian", List.of(f.exactCovariance()));
        d.put("correlation", List.of(f.correlation()));
        d.put("flatDirections", f.flatDirections());
        d.put("remarks", f.remarks());
        return d;
    }

    static Map<String, Object> of(Interval i) {
        Map<String, Object> d = new LinkedHashMap<>();
        d.put("name", i.name());
        d.put("level", i.level());
        d.put("value", i.value());
        d.put("lower", i.lower());
        d.put("upper", i.upper());
        d.put("threshold", i.threshold());
        d.put("note", i.note());
        return d;
    }
}
