package org.hesse.problem.scalable;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.hesse.problem.catalog.Entry;
import org.hesse.problem.catalog.TestProblem;

/** The families by name, such as {@code liarwhd:n=1000}. */
public final class Families {
    private static final List<Entry> USUAL = List.of(
            family("penalty-1", 10, CoupledSquares::penalty1),
            family("trigonometric", 10, CoupledSquares::trigonometric),
            family("variably-dimensioned", 10, CoupledSquares::variablyDimensioned),
            family("broyden-banded", 10, SquaresOfSystems::broydenBanded),
            family("broyden-tridiagonal", 10, SquaresOfSystems::broydenTridiagonal),
            family("discrete-boundary-value", 10, SquaresOfSystems::discreteBoundaryValue),
            family("extended-powell", 100, SquaresOfSystems::extendedPowell),
            family("extended-freudenstein-roth", 20, Pairs::freudensteinRoth),
            family("extended-beale", 20, Pairs::beale),
            family("extended-himmelblau", 20, Pairs::himmelblau),
            family("extended-white-holst", 20, Pairs::whiteHolst),
            family("extended-tridiagonal-1", 20, Pairs::tridiagonal1),
            family("extended-block-diagonal", 20, Pairs::blockDiagonal),
            family("extended-denschnb", 20, Pairs::denschnb),
            family("extended-denschnf", 20, Pairs::denschnf),
            family("extended-maratos", 20, EnergyPairs::maratos),
            family("extended-cliff", 20, EnergyPairs::cliff),
            family("extended-psc1", 20, EnergyPairs::psc1),
            family("extended-quadratic-exponential", 20, EnergyPairs::quadraticExponential),
            family("extended-three-exponentials", 20, EnergyPairs::threeExponentials),
            family("himmelbg", 20, EnergyPairs::himmelbg),
            family("extended-wood", 20, Chains::extendedWood),
            family("chained-wood", 20, Chains::chainedWood),
            family("chained-powell", 20, Chains::chainedPowell),
            family("generalized-white-holst", 10, Chains::whiteHolst),
            family("cube", 10, Chains::cube),
            family("nonscomp", 20, Chains::nonscomp),
            family("genrose", 20, Chains::genrose),
            family("fletchcr", 20, Chains::fletchcr),
            family("dixon-price", 20, Chains::dixonPrice),
            family("liarwhd", 20, Arrows::liarwhd),
            family("nondia", 20, Arrows::nondia),
            family("tquartic", 20, Arrows::tquartic),
            family("arwhead", 20, Arrows::arwhead),
            family("nondquar", 20, Arrows::nondquar),
            family("sinquad", 20, Arrows::sinquad),
            family("eg2", 20, Arrows::eg2),
            family("dqdrtic", 20, Quadratics::dqdrtic),
            family("tridia", 20, Quadratics::tridia),
            family("dixon3dq", 20, Quadratics::dixon3dq),
            family("biggsb1", 20, Quadratics::biggsb1),
            family("power", 20, Quadratics::power),
            family("quadratic-qf1", 20, Quadratics::qf1),
            family("almost-perturbed-quadratic", 20, Quadratics::almostPerturbed),
            family("perturbed-tridiagonal-quadratic", 20, Quadratics::perturbedTridiagonal),
            family("perturbed-quadratic", 20, Quadratics::perturbed),
            family("staircase-1", 20, Quadratics::staircase),
            family("diagonal-4", 20, Quadratics::diagonal4),
            family("trid", 20, Quadratics::trid),
            family("raydan-1", 20, Separable::raydan1),
            family("raydan-2", 20, Separable::raydan2),
            family("diagonal-1", 20, Separable::diagonal1),
            family("diagonal-2", 20, Separable::diagonal2),
            family("diagonal-3", 20, Separable::diagonal3),
            family("diagonal-5", 20, Separable::diagonal5),
            family("diagonal-9", 20, Separable::diagonal9),
            family("hager", 20, Separable::hager),
            family("quartc", 20, Separable::quartc),
            family("quadratic-qf2", 20, Separable::qf2),
            family("engval1", 20, Energies::engval1),
            family("edensch", 20, Energies::edensch),
            family("bdqrtic", 20, Energies::bdqrtic),
            family("extended-cragg-levy", 20, Energies::extendedCraggLevy),
            family("chained-cragg-levy", 20, Energies::chainedCraggLevy),
            family("cosine", 20, Energies::cosine),
            family("sine", 20, Energies::sine),
            family("generalized-tridiagonal-1", 20, Energies::tridiagonal1),
            family("generalized-psc1", 20, Energies::psc1),
            family("generalized-tridiagonal-2", 20, Systems::tridiagonal2),
            family("singular-broyden", 20, Systems::singularBroyden),
            family("trigexp", 20, Systems::trigexp),
            family("tridiagonal-system", 20, Systems::tridiagonalSystem),
            family("allgower-boundary-value", 20, Systems::allgower),
            family("fletcbv2", 20, Systems::fletcbv2),
            family("quadratic-penalty-qp1", 20, CoupledSums::qp1),
            family("quadratic-penalty-qp2", 20, CoupledSums::qp2),
            family("zakharov", 20, CoupledSums::zakharov),
            family("minimal-surface", 25, Grids::plane),
            family("minimal-surface-saddle", 25, Grids::saddle),
            family("bratu-2d", 25, Grids::bratu),
            family("extended-rosenbrock", 100, ExtendedRosenbrock::problem));

    private Families() {}

    private static Entry family(String name, int usual, IntFunction<TestProblem> member) {
        return new Entry(name, List.of("n"), p -> member.apply(p.integer("n", usual)));
    }

    /**
     * The lines of the catalogue.
     *
     * @return an entry for each family, its parameter n
     */
    public static List<Entry> entries() {
        Stream<Entry> maany = Arrays.stream(DixonMaany.all()).map(letter -> family(letter.name(), 15, letter::of));
        return Stream.concat(USUAL.stream(), maany).toList();
    }
}
