package stoffprobe.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import stoffprobe.config.Augmentation;
import stoffprobe.config.Shape;
import stoffprobe.data.RandomStream;

/** What is changed in images, against all that may come of a small one. */
final class ShiftAndFlipTest {

  private static final byte[] IMAGE = {1, 2, 3, 4, 5, 6};

  @Test
  void allShiftsByOneOccurWithTheBorderRepeatedAndNothingElse() {
    assertThat(results(new Augmentation(1, false)))
        .containsExactlyInAnyOrder(
            // up and left, up, up and right
            "[5, 6, 6, 5, 6, 6]",
            "[4, 5, 6, 4, 5, 6]",
            "[4, 4, 5, 4, 4, 5]",
            "[2, 3, 3, 5, 6, 6]",
            "[1, 2, 3, 4, 5, 6]",
            "[1, 1, 2, 4, 4, 5]",
            "[2, 3, 3, 2, 3, 3]",
            "[1, 2, 3, 1, 2, 3]",
            "[1, 1, 2, 1, 1, 2]");
  }

  @Test
  void aFlipTurnsLeftToRightOrNot() {
    assertThat(results(new Augmentation(0, true)))
        .containsExactlyInAnyOrder("[1, 2, 3, 4, 5, 6]", "[3, 2, 1, 6, 5, 4]");
  }

  @Test
  void theSameStreamGivesTheSameImagesWhateverStandsAround() {
    byte[] alone = IMAGE.clone();
    byte[] within = new byte[20];
    System.arraycopy(IMAGE, 0, within, 7, IMAGE.length);

    changes(new Augmentation(1, true), 3).apply(alone, 0);
    changes(new Augmentation(1, true), 3).apply(within, 7);

    assertThat(Arrays.copyOfRange(within, 7, 13)).isEqualTo(alone);
    assertThat(Arrays.copyOfRange(within, 0, 7)).containsOnly(0);
    assertThat(Arrays.copyOfRange(within, 13, 20)).containsOnly(0);
  }

  /** Grey images whose three channels are alike, moved by the same chances. */
  @Test
  void aPixelInColourMovesWithAllItsChannels() {
    for (int step = 0; step < 50; step++) {
      byte[] grey = IMAGE.clone();
      byte[] colour = new byte[18];
      for (int i = 0; i < colour.length; i++) {
        colour[i] = (byte) (IMAGE[i / 3] + 10 * (i % 3));
      }

      changes(new Augmentation(1, true), step).apply(grey, 0);
      new ShiftAndFlip(
              new Augmentation(1, true),
              new Shape.Image(2, 3, 3),
              RandomStream.of(42, "augmentation", step))
          .apply(colour, 0);

      for (int i = 0; i < colour.length; i++) {
        assertThat((int) colour[i]).isEqualTo(grey[i / 3] + 10 * (i % 3));
      }
    }
  }

  private static Set<String> results(Augmentation augmentation) {
    Set<String> results = new HashSet<>();
    ShiftAndFlip changes = changes(augmentation, 1);
    for (int i = 0; i < 200; i++) {
      byte[] image = IMAGE.clone();
      changes.apply(image, 0);
      results.add(Arrays.toString(image));
    }
    return results;
  }

  private static ShiftAndFlip changes(Augmentation augmentation, long step) {
    return new ShiftAndFlip(
        augmentation, new Shape.Image(2, 3, 1), RandomStream.of(42, "augmentation", step));
  }
}
