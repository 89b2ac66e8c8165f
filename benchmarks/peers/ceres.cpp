// Ceres' gradient solver, argument lbfgs or bfgs. c++ -O2 -I/usr/include/eigen3 ceres.cpp -lceres -lglog
#include "wire.hpp"
#include <ceres/ceres.h>

class Function final : public ceres::FirstOrderFunction {
  public:
    explicit Function(int n) : n(n) {}
    bool Evaluate(const double *x, double *f, double *g) const override {
        *f = wire::ask(x, g, n);
        return true;
    }
    int NumParameters() const override { return n; }

  private:
    int n;
};

int main(int count, char **arguments) {
    bool full = count > 1 && std::strcmp(arguments[1], "bfgs") == 0;
    return wire::serve([full](bool defaults, std::vector<double> &x) {
        ceres::GradientProblem problem(new Function(static_cast<int>(x.size())));
        ceres::GradientProblemSolver::Options options;
        options.line_search_direction_type = full ? ceres::BFGS : ceres::LBFGS;
        options.logging_type = ceres::SILENT;
        if (!defaults) {
            options.max_num_iterations = 1000000;
            options.function_tolerance = 0;
            options.gradient_tolerance = 0;
            options.parameter_tolerance = 0;
        }
        ceres::GradientProblemSolver::Summary summary;
        ceres::Solve(options, problem, x.data(), &summary);
        return summary.termination_type == ceres::CONVERGENCE;
    });
}
