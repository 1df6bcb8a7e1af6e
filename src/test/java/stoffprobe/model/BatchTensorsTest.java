package stoffprobe.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tensorflow.types.TFloat32;
import stoffprobe.data.LabelledImages;

/** What is fed: tensors are used again, so what a batch does not overwrite is fed once more. */
final class BatchTensorsTest {

  private static final LabelledImages DATA = TestImages.noise(1, 10, 3, 200);
  private static final int[] ORDER = {9, 2, 7, 0, 5, 1, 8, 3, 6, 4};

  @Test
  void everyImageOfTheBatchIsFedOnceInOrderWithItsLabelAndItsShareOfTheMean() {
    try (BatchTensors tensors = new BatchTensors(3, 3, 3)) {
      assertFed(tensors, 0, 4);
      assertFed(tensors, 4, 8);
      assertFed(tensors, 8, 10); // the last one, smaller than the shards
      assertFed(tensors, 0, 4);
    }
  }

  private static void assertFed(BatchTensors tensors, int from, int to) {
    BatchTensors.Batch batch = tensors.fill(DATA, ORDER, from, to);
    int next = from;
    double sum = 0;
    for (int shard = 0; shard < 3; shard++) {
      TFloat32 weights = batch.weights(shard);
      for (int i = 0; i < weights.size(); i++) {
        if (weights.getFloat(i) == 0) {
          continue; // stands in for an empty shard
        }
        int image = ORDER[next++];
        sum += weights.getFloat(i);
        assertThat(batch.labels(shard).getByte(i)).isEqualTo((byte) DATA.labels().get(image));
        for (int pixel = 0; pixel < 9; pixel++) {
          assertThat(Byte.toUnsignedInt(batch.images(shard).getByte(i, pixel / 3, pixel % 3)))
              .isEqualTo(DATA.images().pixel(image, pixel / 3, pixel % 3));
        }
      }
    }
    assertThat(next).as("images fed").isEqualTo(to);
    assertThat(sum).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-6));
  }
}
