// liblbfgs (Okazaki): L-BFGS with the line search of Moré and Thuente. c++ -O2 liblbfgs.cpp -llbfgs
#include "wire.hpp"
#include <algorithm>
#include <lbfgs.h>

static lbfgsfloatval_t evaluate(void *, const lbfgsfloatval_t *x, lbfgsfloatval_t *g, const int n,
                                const lbfgsfloatval_t) {
    return wire::ask(x, g, n);
}

int main() {
    return wire::serve([](bool defaults, std::vector<double> &x) {
        int n = static_cast<int>(x.size());
        lbfgs_parameter_t parameters;
        lbfgs_parameter_init(&parameters);
        if (!defaults) {
            parameters.m = 10;
            parameters.epsilon = 0;
        }
        lbfgsfloatval_t *y = lbfgs_malloc(n); // aligned
        std::copy(x.begin(), x.end(), y);
        int status = lbfgs(n, y, nullptr, evaluate, nullptr, nullptr, &parameters);
        std::copy(y, y + n, x.begin());
        return status == LBFGS_SUCCESS || status == LBFGS_STOP || status == LBFGS_ALREADY_MINIMIZED;
    });
}
