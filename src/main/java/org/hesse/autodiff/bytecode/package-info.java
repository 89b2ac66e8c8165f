/**
 * From a program to a hidden class with its value and gradient. {@link org.hesse.autodiff.bytecode.Compiler} writes the
 * class: {@code ForwardCode} the values, {@code ReverseCode} and {@code AdjointCode} the gradient after them, {@code
 * Arithmetic} each function and operation, all by the instructions of {@code Bytecode}. {@code Chunks} spreads a long
 * program over methods that HotSpot compiles.
 *
 * <p>Begin with {@code Compiler}. May depend on {@code text} and {@code graph}; the only package that imports asm.
 */
package org.hesse.autodiff.bytecode;
