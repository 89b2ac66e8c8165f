/**
 * Families of test problems in any number of variables: sums of elements that have a few variables each.
 *
 * <p>A family is one static method that writes its elements down once, with their first and second derivatives;
 * {@link org.hesse.problem.scalable.ElementSum} makes value, gradient, sparse Hessian and residuals of them in O(n). Sources:
 * <ul>
 *   <li>"MGH": Moré, Garbow and Hillstrom, Testing unconstrained optimization software, ACM TOMS 7(1), 1981;
 *   <li>"CUTE": Bongartz, Conn, Gould and Toint, ACM TOMS 21(1), 1995;
 *   <li>"Andrei": An unconstrained optimization test functions collection, Advanced Modeling and Optimization 10, 2008.
 * </ul>
 *
 * <p>Begin with {@link org.hesse.problem.scalable.Families}. May depend on {@code problem.catalog}, {@code objective} and
 * {@code linear} only.
 */
package org.hesse.problem.scalable;
