package org.hesse.fit;

import java.util.List;
import java.util.Optional;

/**
 * A problem ready to be solved.
 *
 * @param names of all parameters, p
 * @param residuals the residuals
 * @param observed the data; empty where residuals were given as code
 */
record Posed(List<String> names, Residuals residuals, Optional<Observed> observed) {}
