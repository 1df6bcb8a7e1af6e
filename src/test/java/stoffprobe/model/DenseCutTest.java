package stoffprobe.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;
import stoffprobe.config.Shape;

/** Which kernels are cut: those of {@code 784 x 28} values and more are large enough for two. */
final class DenseCutTest {

  private static final Layer FLATTEN = new Layer.Flatten();
  private static final Layer RELU = new Layer.Relu();
  private static final DenseCut COLUMNS = new DenseCut(2, false);
  private static final DenseCut ROWS = new DenseCut(2, true);

  @Test
  void aDenseLayerAfterOneInColumnsIsInRowsHoweverSmall() {
    assertThat(cuts(FLATTEN, dense(256), RELU, dense(128), RELU, dense(10)))
        .isEqualTo(Map.of(1, COLUMNS, 3, ROWS, 5, DenseCut.NONE));
    assertThat(cuts(FLATTEN, dense(256), dense(3)))
        .as("without a ReLU between them")
        .isEqualTo(Map.of(1, COLUMNS, 2, ROWS));
  }

  @Test
  void twoPairsMayFollowOneAnother() {
    assertThat(cuts(FLATTEN, dense(300), RELU, dense(300), dense(400), RELU, dense(10)))
        .isEqualTo(Map.of(1, COLUMNS, 3, ROWS, 4, COLUMNS, 6, ROWS));
  }

  @Test
  void whatComesBetweenNeedsTheWholeAndEndsAPair() {
    assertThat(cuts(FLATTEN, dense(256), RELU, new Layer.Dropout(0.5), dense(128), RELU, dense(10)))
        .as("a small kernel in columns is not worth it")
        .isEqualTo(Map.of(1, COLUMNS, 4, DenseCut.NONE, 6, DenseCut.NONE));
    assertThat(cuts(FLATTEN, dense(256), RELU, RELU, dense(300), RELU, dense(10)))
        .isEqualTo(Map.of(1, COLUMNS, 4, COLUMNS, 6, ROWS));
  }

  @Test
  void aLayerThatIsNotCutBeginsNoPair() {
    assertThat(cuts(FLATTEN, dense(40), RELU, dense(2000), RELU, dense(10)))
        .isEqualTo(Map.of(1, DenseCut.NONE, 3, COLUMNS, 5, ROWS));
  }

  @Test
  void aResidualBlockEndsAPairAndHasItsOwn() {
    Layer block = new Layer.Residual(List.of(dense(100), RELU, dense(784)), List.of());

    assertThat(cuts(FLATTEN, dense(784), block, dense(10)))
        .isEqualTo(Map.of(1, COLUMNS, 3, COLUMNS, 5, ROWS, 6, DenseCut.NONE));
  }

  @Test
  void aShardIsABlock() {
    Architecture architecture = architecture(FLATTEN, dense(256), dense(10));

    assertThat(DenseCut.of(architecture, 1)).containsOnlyKeys(1, 2);
    assertThat(DenseCut.of(architecture, 1).values()).containsOnly(DenseCut.NONE);
    assertThat(DenseCut.of(architecture, 3)).containsEntry(2, new DenseCut(3, true));
    assertThat(DenseCut.of(architecture, 50))
        .as("200,704 values are enough for six blocks")
        .containsEntry(1, new DenseCut(6, false));
  }

  private static Map<Integer, DenseCut> cuts(Layer... layers) {
    return DenseCut.of(architecture(layers), 2);
  }

  private static Architecture architecture(Layer... layers) {
    return Architecture.of(new Shape.Image(28, 28, 1), List.of(layers));
  }

  private static Layer dense(int units) {
    return new Layer.Dense(units);
  }
}
