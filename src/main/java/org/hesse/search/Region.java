package org.hesse.search;

/** How long a step (H + λI)p = −g may be: in a trust region at most Δ, with a cubic term as long as λ/σ. */
sealed interface Region {
    /** The length at which λ solves. */
    double length(double lambda);

    /** The derivative of −1/length. */
    double slope(double lambda);

    /** The λ at which ‖g‖ = (c + λ)·length, for a curvature c: a bound of the solution if c is one of the eigenvalues. */
    double balance(double norm, double c);

    /** What part of λ·length² is twice the least that the term outside the quadratic adds to the dual bound. */
    double share();

    /** ‖p‖ ≤ Δ. */
    record Ball(double radius) implements Region {
        @Override
        public double length(double lambda) {
            return radius;
        }

        @Override
        public double slope(double lambda) {
            return 0;
        }

        @Override
        public double balance(double norm, double c) {
            return norm / radius - c;
        }

        @Override
        public double share() {
            return 1;
        }
    }

    /** The term ⅓σ‖p‖³. */
    record Cube(double sigma) implements Region {
        @Override
        public double length(double lambda) {
            return lambda / sigma;
        }

        @Override
        public double slope(double lambda) {
            return sigma / (lambda * lambda);
        }

        @Override
        public double balance(double norm, double c) {
            double root = Math.sqrt(c * c / 4 + sigma * norm);
            return c > 0 ? sigma * norm / (c / 2 + root) : root - c / 2;
        }

        @Override
        public double share() {
            return 1.0 / 3;
        }
    }
}
