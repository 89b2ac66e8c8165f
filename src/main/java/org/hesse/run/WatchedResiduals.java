package org.hesse.run;

import static org.hesse.linear.Vectors.axpy;
import static org.hesse.linear.Vectors.dot;

import org.hesse.objective.Batch;
import org.hesse.objective.Evaluation;
import org.hesse.objective.LeastSquares;

/** Residuals of which an algorithm that owns its loop makes steps: ½‖r‖² and Jᵀr are told to the session as any evaluation. */
final class WatchedResiduals implements LeastSquares {
    private final LeastSquares inner;
    private final Session session;
    private final Batch batch;

    WatchedResiduals(LeastSquares inner, Session session, Batch batch) {
        this.inner = inner;
        this.session = session;
        this.batch = batch;
    }

    @Override
    public int dimension() {
        return inner.dimension();
    }

    @Override
    public int residualCount() {
        return inner.residualCount();
    }

    @Override
    public void residuals(double[] x, double[] r) {
        inner.residuals(x, r);
        session.evaluated(x, 0.5 * dot(r, r), batch);
    }

    @Override
    public void residualsAndJacobian(double[] x, double[] r, double[][] jacobian) {
        inner.residualsAndJacobian(x, r, jacobian);
        double[] g = new double[x.length];
        for (int i = 0; i < r.length; i++) {
            axpy(r[i], jacobian[i], g);
        }
        session.evaluated(new Evaluation(x.clone(), 0.5 * dot(r, r), g, batch.id()));
    }
}
