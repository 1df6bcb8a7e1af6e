package stoffprobe.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class SameImagesTest {

  /** Images of two pixels. */
  private static Images pairs(int... pixels) {
    byte[] bytes = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      bytes[i] = (byte) pixels[i];
    }
    return new Images(ByteBuffer.wrap(bytes), pixels.length / 2, 1, 2);
  }

  @Test
  void threeCopiesOfAnImageAreTwoDuplicates() {
    assertThat(SameImages.duplicates(pairs(1, 2, 3, 4, 1, 2, 5, 6, 1, 2))).isEqualTo(2);
  }

  @Test
  void distinctImagesAreNoDuplicates() {
    assertThat(SameImages.duplicates(pairs(1, 2, 2, 1, 0, 0))).isZero();
  }

  @Test
  void imagesWithTheSameHashAreToldApartByTheirBytes() {
    // ByteBuffer hashes by 31 * h + byte: 0, 31 and 1, 0 collide.
    Images colliding = pairs(31, 0, 0, 1);
    assertThat(colliding.view(0).hashCode()).isEqualTo(colliding.view(1).hashCode());

    assertThat(SameImages.duplicates(colliding)).isZero();
    assertThat(SameImages.shared(pairs(31, 0), pairs(0, 1))).isEmpty();
  }

  @Test
  void sharedImagesAreFoundWithBothIndices() {
    Images first = pairs(9, 9, 1, 2, 3, 4, 1, 2);
    Images second = pairs(3, 4, 7, 7, 1, 2, 3, 4);

    assertThat(SameImages.shared(first, second))
        .containsExactly(
            new SameImages.Pair(2, 0), new SameImages.Pair(1, 2), new SameImages.Pair(2, 3));
  }

  @Test
  void imagesOfAnotherShapeAreNotTheSame() {
    Images column = new Images(ByteBuffer.wrap(new byte[] {1, 2}), 1, 2, 1);

    assertThat(SameImages.shared(pairs(1, 2), column)).isEmpty();
  }
}
