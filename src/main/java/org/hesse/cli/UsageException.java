package org.hesse.cli;

import java.util.function.Supplier;

/** An argument that is wrong: which one, and why. */
final class UsageException extends IllegalArgumentException {
    private final String argument;

    UsageException(String argument, String message) {
        super(message);
        this.argument = argument;
    }

    String argument() {
        return argument;
    }

    /** Computes something from an argument; if that rejects it, the argument gets named. */
    static <T> T of(String argument, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new UsageException(argument, e.getMessage());
        }
    }
}
