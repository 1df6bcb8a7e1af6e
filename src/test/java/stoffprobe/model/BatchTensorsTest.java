package stoffprobe.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.types.TFloat32;
import stoffprobe.config.Shape;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.RandomStream;

/** What is fed: tensors are used again, so what a batch does not overwrite is fed once more. */
final class BatchTensorsTest {

  private static final LabelledImages DATA = TestImages.noise(1, 10, 3, 200);
  private static final Shape.Image IMAGE = new Shape.Image(3, 3, 1);
  private static final int[] ORDER = {9, 2, 7, 0, 5, 1, 8, 3, 6, 4};
  private static final int CLASSES = 200;
  private static final DropoutLayer IN_BLOCKS =
      new DropoutLayer(1, 0.5, new Shape.Image(3, 3, 1), 3);
  private static final DropoutLayer WHOLE = new DropoutLayer(4, 0.5, new Shape.Vector(5), 1);

  /** The last batch is smaller than there are blocks. */
  @ParameterizedTest
  @CsvSource({"4, 0, 4", "5, 1, 3", "2, 8, 0", "1, 9, 2"})
  void everyImageOfTheBatchIsFedOnceInOrderWithItsLabelItsShareAndItsMasks(
      int size, int from, int earlier) {
    BatchLayout layout = new BatchLayout(size, 3);
    byte[] early = new byte[size * 9];
    byte[] late = new byte[size * 5];
    DropoutMask.fill(RandomStream.of(1, "dropout", 1), 0.5, early);
    DropoutMask.fill(RandomStream.of(1, "dropout", 4), 0.5, late);
    try (BatchTensors batch = new BatchTensors(layout, IMAGE, CLASSES, List.of(IN_BLOCKS, WHOLE))) {
      batch.fill(DATA, Batches.range(ORDER, earlier, earlier + size, size), 0, ImageChange.NONE);
      batch.drop(0, IN_BLOCKS, RandomStream.of(2, "dropout", 1));
      batch.drop(1, WHOLE, RandomStream.of(2, "dropout", 4));

      batch.fill(DATA, Batches.range(ORDER, from, from + size, size), 0, ImageChange.NONE);
      batch.drop(0, IN_BLOCKS, RandomStream.of(1, "dropout", 1));
      batch.drop(1, WHOLE, RandomStream.of(1, "dropout", 4));

      int place = 0;
      int row = 0;
      for (int block = 0; block < 3; block++) {
        for (int i = 0; i < layout.rows(block); i++, row++) {
          if (i >= layout.images(block)) {
            assertThat(batch.shares().getFloat(row, 0)).as("stands in for no image").isZero();
            assertTarget(batch, row, 0, 0);
            continue;
          }
          int image = ORDER[from + place];
          assertThat(batch.shares().getFloat(row, 0)).isCloseTo(1f / size, within(1e-7f));
          assertTarget(batch, row, DATA.labels().get(image), 1f / size);
          for (int p = 0; p < 9; p++) {
            assertThat(Byte.toUnsignedInt(batch.images(block).getByte(i, p / 3, p % 3, 0)))
                .isEqualTo(DATA.images().pixel(image, p / 3, p % 3));
            assertThat(batch.mask(0, block).getByte(i, p)).isEqualTo(early[place * 9 + p]);
          }
          for (int p = 0; p < 5; p++) {
            assertThat(batch.mask(1, 0).getByte(row, p)).isEqualTo(late[place * 5 + p]);
          }
          place++;
        }
      }
      assertThat(place).as("images fed").isEqualTo(size);
    }
  }

  @Test
  void colourIsFedPixelByPixel() {
    LabelledImages data = TestImages.noise(2, 4, 3, 200, 3);
    BatchLayout layout = new BatchLayout(3, 2);
    try (BatchTensors batch =
        new BatchTensors(layout, new Shape.Image(3, 3, 3), CLASSES, List.of())) {
      batch.fill(data, Batches.range(new int[] {3, 0, 2}, 0, 3, 3), 0, ImageChange.NONE);

      int[] fed = {3, 0, 2};
      for (int i = 0; i < fed.length; i++) {
        int block = i == 0 ? 0 : 1;
        for (int p = 0; p < 27; p++) {
          assertThat(
                  Byte.toUnsignedInt(
                      batch.images(block).getByte(block == 0 ? 0 : i - 1, p / 9, p / 3 % 3, p % 3)))
              .isEqualTo(data.images().pixel(fed[i], p / 9, p / 3 % 3, p % 3));
        }
      }
    }
  }

  /** Worked out by hand; the row of a block without images counts for nothing. */
  @Test
  void theLossIsTheMeanOverTheImages() {
    BatchLayout layout = new BatchLayout(2, 3);
    try (BatchTensors batch = new BatchTensors(layout, IMAGE, CLASSES, List.of());
        TFloat32 logarithms = TFloat32.tensorOf(StdArrays.ndCopyOf(logarithms(batch, layout)))) {
      assertThat(layout.rows()).isEqualTo(3);

      assertThat(batch.loss(logarithms)).isCloseTo((0.5 + 2) / 2, within(1e-7));
    }
  }

  /** For the labels -0.5 in the first image's row and -2 in the second's, else -9. */
  private static float[][] logarithms(BatchTensors batch, BatchLayout layout) {
    batch.fill(DATA, Batches.range(ORDER, 3, 5, 2), 0, ImageChange.NONE);
    float[][] logarithms = new float[layout.rows()][CLASSES];
    for (float[] row : logarithms) {
      Arrays.fill(row, -9);
    }
    int image = 0;
    for (int block = 0; block < layout.blocks(); block++) {
      if (layout.images(block) > 0) {
        int label = DATA.labels().get(ORDER[3 + image]);
        logarithms[layout.rowsBefore(block)][label] = image == 0 ? -0.5f : -2;
        image++;
      }
    }
    return logarithms;
  }

  private static void assertTarget(BatchTensors batch, int row, int label, float share) {
    for (int k = 0; k < CLASSES; k++) {
      assertThat(batch.targets().getFloat(row, k)).isCloseTo(k == label ? share : 0, within(1e-7f));
    }
  }
}
