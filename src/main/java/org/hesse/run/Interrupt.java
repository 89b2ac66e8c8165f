package org.hesse.run;

/** Ends a step from inside an evaluation: private to oracle and loop, without a stack trace, never caught by methods. */
final class Interrupt extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Status status;

    Interrupt(Status status, Throwable cause) {
        super(status.toString(), cause, false, false);
        this.status = status;
    }

    Status status() {
        return status;
    }
}
