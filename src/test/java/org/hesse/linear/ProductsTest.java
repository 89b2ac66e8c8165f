package org.hesse.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hesse.objective.Seeds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the three loops of the definition, bit for bit: the terms are added in their order. */
class ProductsTest {
    private static final int SPARE = 3; // the matrices are larger than what is used of them
    private static final double UNTOUCHED = 7;

    @ParameterizedTest
    @CsvSource({"1,1,1", "1,65,33", "2,4,8", "3,7,5", "10,65,256", "10,66,65", "5,3,100", "9,64,1"})
    void productsAreThoseOfTheDefinition(int m, int k, int n) {
        RandomGenerator random = Seeds.random(Seeds.mix(m, Seeds.mix(k, n)));
        double[][] a = matrix(random, m, k);
        double[][] b = matrix(random, k, n);
        double[][] start = matrix(random, m, n);
        double[][] sum = copy(start);
        Products.addProduct(a, m, b, k, n, sum);
        double[][] expected = copy(start);
        addByDefinition(a, m, b, k, n, expected);
        assertThat(sum).isDeepEqualTo(expected);

        double[][] transpose = filled(n, k);
        Products.transpose(b, k, n, transpose);
        double[][] packed = filled(k, n);
        double[][] c = copy(start);
        Products.productTransposed(a, m, transpose, n, k, packed, c);
        double[][] zero = copy(start);
        for (int i = 0; i < m; i++) {
            Arrays.fill(zero[i], 0, n, 0);
        }
        addByDefinition(a, m, b, k, n, zero);
        assertThat(c).isDeepEqualTo(zero);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "4,2", "7,3", "65,9", "33,34"})
    void transposeTakesWhatIsUsed(int k, int n) {
        double[][] b = matrix(Seeds.random(k), k, n);
        double[][] t = filled(n, k);
        Products.transpose(b, k, n, t);
        for (int j = 0; j < n + SPARE; j++) {
            for (int l = 0; l < k + SPARE; l++) {
                assertThat(t[j][l]).isEqualTo(j < n && l < k ? b[l][j] : UNTOUCHED);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "4,5", "7,6", "65,31"})
    void weightedGramMatrixIsThatOfTheDefinition(int k, int n) {
        RandomGenerator random = Seeds.random(n);
        double[][] x = matrix(random, k, n);
        double[] weights = random.doubles(k).toArray();
        double[][] transpose = filled(n, k);
        Products.transpose(x, k, n, transpose);
        double[][] weighted = filled(n, k);
        Products.scaleColumns(transpose, n, weights, k, weighted);
        double[][] gram = matrix(random, n, n);
        double[][] expected = copy(gram);
        Products.addUpper(weighted, x, k, n, gram);
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                for (int l = 0; l < k; l++) {
                    expected[i][j] += weights[l] * x[l][i] * x[l][j];
                }
            }
        }
        assertThat(gram).isDeepEqualTo(expected); // and below the diagonal nothing has changed
    }

    private static void addByDefinition(double[][] a, int m, double[][] b, int k, int n, double[][] c) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                for (int l = 0; l < k; l++) {
                    c[i][j] += a[i][l] * b[l][j];
                }
            }
        }
    }

    private static double[][] matrix(RandomGenerator random, int rows, int columns) {
        double[][] a = filled(rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                a[i][j] = random.nextGaussian();
            }
        }
        return a;
    }

    private static double[][] filled(int rows, int columns) {
        double[][] a = new double[rows + SPARE][columns + SPARE];
        for (double[] row : a) {
            Arrays.fill(row, UNTOUCHED);
        }
        return a;
    }

    private static double[][] copy(double[][] a) {
        return Arrays.stream(a).map(double[]::clone).toArray(double[][]::new);
    }
}
