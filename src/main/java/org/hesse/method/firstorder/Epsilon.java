package org.hesse.method.firstorder;

/** Where the small number ε that keeps a scaled step finite is added: libraries differ, and so do their iterates. */
public enum Epsilon {
    /** g/(√v + ε), as in PyTorch. */
    OUTSIDE_ROOT,
    /** g/√(v + ε), as in the lectures that write it under the root. */
    INSIDE_ROOT
}
