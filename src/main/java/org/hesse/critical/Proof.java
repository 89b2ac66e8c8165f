package org.hesse.critical;

/** How a critical point was found to be near. */
public enum Proof {
    /** By h = βLη &lt; ½: {@link Certificate}. */
    NEWTON_KANTOROVICH("Newton-Kantorovich"),
    /** By the operator of Krawczyk on a box, and the inertia of the Hessian over it. */
    KRAWCZYK("Krawczyk");

    private final String shown;

    Proof(String shown) {
        this.shown = shown;
    }

    @Override
    public String toString() {
        return shown;
    }
}
