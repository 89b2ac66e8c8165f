package org.hesse.autodiff.reverse;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.hesse.autodiff.graph.Pool;
import org.hesse.linear.StarColouring;
import org.hesse.objective.Hessian;

/**
 * The Hessian of a recorded function where all is finite: H = Tᵀ·C·T, with T the derivatives by x of those slots that
 * something curved depends on, and C their second derivatives, weighted by adjoints and summed. What is linear from a slot
 * to the result is left out; of many functions that is most.
 *
 * <p>A product is one sweep forward for the tangents t_k = c_a·t_a + c_b·t_b, then s = C·t, and one in reverse,
 * s_a += c_a·s_k. Source: Griewank and Walther, Evaluating Derivatives (2nd edition, 2008), section 5.1. The matrix is
 * read from few products where there is a colouring for that, or else takes {@value #WIDTH} columns a sweep and passes
 * over slots that none of them reaches. Immutable: any number of threads may use it.
 */
final class ReducedHessian implements Hessian {
    private static final int WIDTH = 8;
    private static final int SMALL = 32; // so few columns are made faster than the colouring is looked up

    private final int n;
    private final int end; // of the slots: those from n on are functions and operations
    private final int[] args; // of slot n + k, at 2k: a and b; twice the same one where there is one only
    private final double[] partials; // ∂y/∂a, ∂y/∂b, the latter 0 where there is one only
    private final double[] diagonal; // of C
    private final int[] pairs; // i ≠ j, at 2q, of the other entries of C,
    private final double[] entries; // each for c_ij and c_ji; several of a pair count as their sum
    private final boolean finite;
    private final Supplier<Optional<StarColouring>> colouring;
    private final Pool<double[][]> buffers;

    /**
     * Takes what it needs of a recording.
     *
     * @param n the number of variables
     * @param result the slot of the result, which may be −1
     * @param from the arguments of slot k at 2k; b = k where there is none
     * @param slopes the partial derivatives by them
     * @param number for each slot 1, or 0 where nothing curved depends on it, <em>modified</em>
     * @param weighted the second derivatives, by adjoints
     * @param colouring is asked each time the sparse matrix is wanted
     */
    ReducedHessian(
            int n,
            int result,
            int[] from,
            double[] slopes,
            int[] number,
            Curvatures weighted,
            Supplier<Optional<StarColouring>> colouring) {
        this.n = n;
        this.colouring = colouring;
        int slots = 0;
        for (int k = n; k <= result; k++) {
            slots += number[k];
        }
        for (int i = 0; i < n; i++) {
            number[i] = i;
        }
        end = n + slots;
        int[] ends = new int[2 * slots];
        double[] c = new double[2 * slots];
        double zero = 0;
        int p = 0;
        for (int k = n; p < ends.length; k++) {
            if (number[k] != 0) {
                number[k] = n + p / 2;
                int i = number[from[2 * k]];
                boolean one = from[2 * k + 1] == k;
                ends[p] = i;
                ends[p + 1] = one ? i : number[from[2 * k + 1]];
                c[p] = slopes[2 * k];
                c[p + 1] = one ? 0 : slopes[2 * k + 1];
                zero += 0 * (c[p] + c[p + 1]);
                p += 2;
            }
        }
        args = ends;
        partials = c;
        diagonal = new double[end];
        pairs = new int[2 * weighted.mixed()];
        entries = new double[weighted.mixed()];
        finite = zero + weighted.split(number, diagonal, pairs, entries) == 0;
        buffers = new Pool<>(() -> new double[][] {new double[end], new double[end]});
    }

    /** Whether no derivative in it is infinite or NaN. */
    boolean isFinite() {
        return finite;
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public void times(double[] v, double[] hv) {
        double[][] buffer = buffers.take();
        product(buffer[0], buffer[1], v);
        System.arraycopy(buffer[1], 0, hv, 0, n);
        buffers.giveBack(buffer);
    }

    private void product(double[] t, double[] s, double[] v) {
        for (int i = 0; i < n; i++) {
            t[i] = v[i];
            s[i] = diagonal[i] * v[i];
        }
        for (int k = n, p = 0; k < end; k++, p += 2) {
            double tk = partials[p] * t[args[p]] + partials[p + 1] * t[args[p + 1]];
            t[k] = tk;
            s[k] = diagonal[k] * tk;
        }
        for (int q = 0; q < entries.length; q++) {
            int i = pairs[2 * q];
            int j = pairs[2 * q + 1];
            s[i] += entries[q] * t[j];
            s[j] += entries[q] * t[i];
        }
        for (int k = end - 1, p = args.length - 2; k >= n; k--, p -= 2) {
            double sk = s[k];
            s[args[p]] += partials[p] * sk;
            s[args[p + 1]] += partials[p + 1] * sk;
        }
    }

    @Override
    public Optional<StarColouring> colouring() {
        return colouring.get();
    }

    @Override
    public double[][] dense() {
        return (n < SMALL ? Optional.<StarColouring>empty() : colouring())
                .filter(few -> few.colours() <= n / WIDTH)
                .map(few -> few.recover(this::times).dense())
                .orElseGet(this::columns);
    }

    private double[][] columns() {
        double[][] h = new double[n][n];
        double[] t = new double[end * WIDTH];
        double[] s = new double[end * WIDTH];
        boolean[] moves = new boolean[end]; // where t is not 0
        boolean[] feels = new boolean[end]; // where s is not 0
        for (int j = 0; j < n; j += WIDTH) {
            int width = Math.min(WIDTH, n - j);
            columns(j, width, t, s, moves, feels);
            for (int i = j; i < n; i++) { // below the diagonal; above it the same numbers
                for (int c = 0; c < width && feels[i] && j + c <= i; c++) {
                    h[i][j + c] = s[i * WIDTH + c];
                    h[j + c][i] = h[i][j + c];
                }
            }
        }
        return h;
    }

    /** The sweeps of {@link #times} for the unit vectors from j on, side by side. */
    private void columns(int j, int width, double[] t, double[] s, boolean[] moves, boolean[] feels) {
        Arrays.fill(moves, false);
        Arrays.fill(feels, false);
        Arrays.fill(t, j * WIDTH, (j + width) * WIDTH, 0);
        for (int c = 0; c < width; c++) {
            moves[j + c] = true;
            t[(j + c) * WIDTH + c] = 1;
            add(diagonal[j + c], t, j + c, s, j + c, feels);
        }
        for (int k = n, p = 0; k < end; k++, p += 2) {
            if (moves[args[p]]) {
                add(partials[p], t, args[p], t, k, moves);
            }
            if (moves[args[p + 1]]) {
                add(partials[p + 1], t, args[p + 1], t, k, moves);
            }
            if (moves[k]) {
                add(diagonal[k], t, k, s, k, feels);
            }
        }
        for (int q = 0; q < entries.length; q++) {
            int i = pairs[2 * q];
            int l = pairs[2 * q + 1];
            if (moves[l]) {
                add(entries[q], t, l, s, i, feels);
            }
            if (moves[i]) {
                add(entries[q], t, i, s, l, feels);
            }
        }
        for (int k = end - 1, p = args.length - 2; k >= n; k--, p -= 2) {
            if (feels[k]) {
                add(partials[p], s, k, s, args[p], feels);
                add(partials[p + 1], s, k, s, args[p + 1], feels);
            }
        }
    }

    /** c times row {@code from} of p to row {@code to} of q, which counts as 0 before it is touched. */
    private static void add(double c, double[] p, int from, double[] q, int to, boolean[] touched) {
        if (c == 0) {
            return;
        }
        int i = from * WIDTH;
        int o = to * WIDTH;
        if (touched[to]) {
            for (int l = 0; l < WIDTH; l++) {
                q[o + l] += c * p[i + l];
            }
        } else {
            touched[to] = true;
            for (int l = 0; l < WIDTH; l++) {
                q[o + l] = c * p[i + l];
            }
        }
    }

    @Override
    public String toString() {
        return "Hessian " + n + " x " + n + " of a recording";
    }
}
