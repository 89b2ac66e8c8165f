package org.hesse.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hesse.linear.SparseSymmetric;
import org.hesse.linear.StarColouring;
import org.hesse.linear.SymmetricPattern;
import org.junit.jupiter.api.Test;

class SparseHessianTest {
    private static final SparseSymmetric MATRIX =
            SparseSymmetric.of(4, new int[] {0, 1, 2, 3, 1}, new int[] {0, 1, 2, 3, 0}, new double[] {3, 4, 5, 6, 7});

    private static Hessian hessian(boolean known) {
        return new Hessian() {
            @Override
            public int dimension() {
                return 4;
            }

            @Override
            public void times(double[] v, double[] hv) {
                MATRIX.times(v, hv);
            }

            @Override
            public Optional<StarColouring> colouring() {
                return known ? Optional.of(StarColouring.of(MATRIX.pattern())) : Optional.empty();
            }
        };
    }

    @Test
    void isChargedProductByProduct() {
        List<Work> charged = new ArrayList<>();
        Meter meter = new Meter() {
            @Override
            public <T> T charge(Work work, long times, Supplier<T> call) {
                for (long k = 0; k < times; k++) {
                    charged.add(work);
                }
                return call.get();
            }
        };
        Curved curved = x -> hessian(x[0] > 0);
        SparseSymmetric sparse = curved.metered(meter)
                .hessianAt(new double[] {1, 0, 0, 0})
                .sparse()
                .orElseThrow();
        assertThat(sparse.dense()).isDeepEqualTo(MATRIX.dense());
        assertThat(charged).containsExactly(Work.PRODUCT, Work.PRODUCT);
        charged.clear();
        assertThat(curved.metered(meter).hessianAt(new double[4]).sparse()).isEmpty();
        assertThat(charged).isEmpty();
    }

    @Test
    void aShiftedViewHasTheSameColouring() { // as of weight decay: the diagonal is in every pattern
        SymmetricPattern none = SymmetricPattern.of(3, new int[0], new int[0]);
        SparseSymmetric shift = StarColouring.of(none).recover((v, hv) -> {
            for (int i = 0; i < 3; i++) {
                hv[i] = 0.5 * v[i];
            }
        });
        assertThat(shift.dense()).isDeepEqualTo(new double[][] {{0.5, 0, 0}, {0, 0.5, 0}, {0, 0, 0.5}});
    }
}
