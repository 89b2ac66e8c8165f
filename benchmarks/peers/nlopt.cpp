// NLopt's L-BFGS (Luksan's PLIS). It has no tolerances of its own to claim success by. c++ -O2 nlopt.cpp -lnlopt
#include "wire.hpp"
#include <nlopt.h>

static double evaluate(unsigned n, const double *x, double *g, void *) {
    return wire::ask(x, g, static_cast<int>(n));
}

int main() {
    return wire::serve([](bool, std::vector<double> &x) {
        nlopt_opt solver = nlopt_create(NLOPT_LD_LBFGS, static_cast<unsigned>(x.size()));
        nlopt_set_min_objective(solver, evaluate, nullptr);
        double f;
        return nlopt_optimize(solver, x.data(), &f) > 0;
    });
}
