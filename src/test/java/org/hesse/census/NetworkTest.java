package org.hesse.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.hesse.Hesse.box;
import static org.hesse.Hesse.function;

import java.io.IOException;
import java.nio.file.Path;
import org.hesse.autodiff.Expression;
import org.hesse.linear.Vectors;
import org.hesse.report.TreePicture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkTest {
    private static final Expression MULLER = Texts.named("muller-brown");

    @TempDir
    private Path directory;

    private static Census muller() {
        return Network.join(
                MULLER, Exhaustive.of(MULLER, box("x=-1.5:1.2, y=-0.5:2")).run());
    }

    /** Minima 1, 2, 3 from the lowest: A (−0.56, 1.44), B (0.62, 0.03), C (−0.05, 0.47); A - C - B are joined in a chain. */
    @Test
    void saddlesJoinTheMinimaBelowThem() throws IOException {
        Census census = muller();
        assertThat(census.certified()).isTrue();
        assertThat(census.links()).hasSize(2);
        assertThat(census.links())
                .anySatisfy(l -> assertThat(new int[] {l.saddle(), l.first(), l.second()})
                        .containsExactlyInAnyOrder(3, 1, 2));
        assertThat(census.links())
                .anySatisfy(l -> assertThat(new int[] {l.saddle(), l.first(), l.second()})
                        .containsExactlyInAnyOrder(4, 0, 2));
        Path file = directory.resolve("network.json");
        census.save(file);
        assertThat(Census.load(file).report()).isEqualTo(census.report());
    }

    @Test
    void barriersAreThoseOfTheLowestWay() throws IOException {
        DisconnectivityTree tree = DisconnectivityTree.of(muller());
        assertThat(tree.toString()).isEqualTo("TREE of 3 minima in 1 part");
        assertThat(tree.barrier(0, 1)).isCloseTo(-40.664844 + 146.699517, within(2e-6));
        assertThat(tree.barrier(1, 0)).isCloseTo(-40.664844 + 108.166724, within(2e-6));
        assertThat(tree.barrier(2, 1)).isCloseTo(-72.248940 + 80.767818, within(2e-6));
        assertThat(tree.report().lines()).hasSize(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tree.barrier(0, 4))
                .withMessageContaining("point 4 is no minimum");
        Path picture = TreePicture.write(tree, directory.resolve("tree.svg"));
        assertThat(picture).content().contains("<svg", "width=\"100%\"", "minimum 1, f = −146.6", "saddle 5", "</svg>");
    }

    @Test
    void himmelblausNetworkIsARing() {
        Expression f = Texts.named("himmelblau");
        Census census = Network.join(f, Exhaustive.of(f, box("x=-6:6, y=-6:6")).run());
        assertThat(census.links()).hasSize(4).allMatch(Link::isWhole);
        int[] degrees = new int[4];
        census.links().forEach(l -> {
            degrees[l.first()]++;
            degrees[l.second()]++;
        });
        assertThat(degrees).containsOnly(2);
    }

    @Test
    void aWayThatLeavesTheBoxJoinsNothing() {
        Expression f = function("x^3 - 3*x + y^2"); // a minimum at 1, a saddle at −1, and −∞ beyond
        Census census = Network.join(f, Exhaustive.of(f, box("x=-2:2, y=-1:1")).run());
        assertThat(census.links()).hasSize(1);
        assertThat(census.links().get(0).first()).isEqualTo(-1);
        assertThat(census.links().get(0).second()).isZero();
        assertThat(census.report()).contains("nothing in the box");
    }

    @Test
    void aWayGoesOverAllTheSaddlesBetween() {
        ReactionPath path = Paths.between(MULLER, new double[] {-0.55, 1.4}, new double[] {0.6, 0});
        assertThat(path.found()).as(path.why()).isTrue();
        assertThat(path.stations().stream().map(CensusPoint::index)).containsExactly(0, 1, 0, 1, 0);
        assertThat(path.stations()).allMatch(CensusPoint::certified);
        assertThat(path.barrier()).isCloseTo(106.034673, within(2e-6));
        assertThat(path.toString()).startsWith("PATH over 2 saddles, barrier 106.03467");
        double[] last = path.stations().get(4).x();
        assertThat(Vectors.norm(Vectors.minus(path.curve().get(path.curve().size() - 1), last)))
                .isLessThan(1e-6);
        for (int k = 1; k < path.curve().size(); k++) { // no jumps
            assertThat(Vectors.norm(
                            Vectors.minus(path.curve().get(k), path.curve().get(k - 1))))
                    .isLessThan(0.2);
        }
    }

    /** Of one variable, a maximum has index 1. */
    @Test
    void ofOneVariableAMaximumIsTheBarrier() {
        Expression f = function("(x^2-1)^2");
        ReactionPath path = Paths.between(f, new double[] {-1}, new double[] {1});
        assertThat(path.barrier()).isEqualTo(1);
        Census census = Network.join(f, Exhaustive.of(f, box("x=-2:2")).run());
        assertThat(census.links()).containsExactly(new Link(2, 0, 1));
    }

    @Test
    void aWayFromAMinimumToItselfIsNone() {
        ReactionPath path = Paths.between(MULLER, new double[] {0.6, 0}, new double[] {0.61, 0});
        assertThat(path.found()).isTrue();
        assertThat(path.barrier()).isZero();
    }

    @Test
    void aWayInAValleyGoesAlongIt() {
        Expression f = function("(x^2 + y^2 - 1)^2");
        ReactionPath path = Paths.between(f, new double[] {1.2, 0.1}, new double[] {-0.3, 1});
        assertThat(path.found()).as(path.why()).isTrue();
        assertThat(path.barrier()).isCloseTo(0, within(1e-12));
        assertThat(path.curve())
                .hasSizeGreaterThan(10)
                .allSatisfy(x -> assertThat(Vectors.norm(x)).isCloseTo(1, within(1e-6)));
    }

    @Test
    void misuseIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Paths.between(MULLER, new double[3], new double[2]))
                .withMessageContaining("3 numbers, expected 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Paths.between(function("x + y"), new double[2], new double[] {1, 1}))
                .withMessageContaining("'from'");
    }
}
