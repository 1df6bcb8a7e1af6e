package stoffprobe.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import stoffprobe.data.Images;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.Labels;

/** Whatever the split does wrong, the test set would praise or blame the network for it. */
final class TestSplitTest {

  @Test
  void everyClassGivesItsShareAndEveryImageStandsOnOneSide() {
    LabelledImages images = images(500, i -> i, i -> i < 100 ? 0 : 1);

    TestSplit split = TestSplit.byShare(images, 0.2, 42);

    assertThat(split.test().stream().filter(i -> i < 100)).hasSize(20);
    assertThat(split.test().stream().filter(i -> i >= 100)).hasSize(80);
    assertThat(split.train()).isSorted().hasSize(400).doesNotContainAnyElementsOf(split.test());
    assertThat(split.test()).isSorted();
  }

  @Test
  void theSeedDecidesAndNothingElse() {
    LabelledImages images = images(200, i -> i, i -> 0);

    List<Integer> test = TestSplit.byShare(images, 0.2, 42).test();

    assertThat(TestSplit.byShare(images, 0.2, 42).test()).isEqualTo(test);
    Set<Integer> other = new HashSet<>(TestSplit.byShare(images, 0.2, 43).test());
    other.retainAll(test);
    assertThat(other).as("8 of 40 expected by chance").hasSizeBetween(1, 18);
  }

  /** By the order of files, every fifth would move with each picture that is added. */
  @Test
  void anAddedImageMovesHardlyAnother() {
    Set<Integer> before =
        new HashSet<>(TestSplit.byShare(images(200, i -> i, i -> 0), 0.2, 42).test());
    Set<Integer> after =
        TestSplit.byShare(images(201, i -> i - 1, i -> 0), 0.2, 42).test().stream()
            .map(i -> i - 1)
            .collect(Collectors.toSet());

    Set<Integer> both = new HashSet<>(before);
    both.retainAll(after);
    assertThat(both).hasSizeGreaterThanOrEqualTo(39);
  }

  @Test
  void equalImagesStayOnOneSide() {
    LabelledImages images = images(300, i -> i / 7, i -> 0);
    for (long seed = 0; seed < 50; seed++) {
      TestSplit split = TestSplit.byShare(images, 0.2, seed);

      assertThat(split.test()).hasSizeBetween(60, 66);
      Set<Integer> twins = split.test().stream().map(i -> i / 7).collect(Collectors.toSet());
      assertThat(split.train().stream().map(i -> i / 7)).doesNotContainAnyElementsOf(twins);
    }
  }

  /** In files sorted by class, most batches would show a network one class alone. */
  @Test
  void theOrderIsMixedWithoutMovingAnyImageAcross() {
    LabelledImages images = images(400, i -> i, i -> i / 200);
    TestSplit sorted = TestSplit.byShare(images, 0.2, 42);

    TestSplit mixed = sorted.mixed(images, 42);

    assertThat(mixed.test()).containsExactlyInAnyOrderElementsOf(sorted.test());
    assertThat(mixed.train()).containsExactlyInAnyOrderElementsOf(sorted.train());
    assertThat(mixed.train().subList(0, 64).stream().filter(i -> i < 200)).hasSizeBetween(20, 44);
  }

  @Test
  void smallClassesKeepOneImageOnEachSideIfTheyCan() {
    assertThat(TestSplit.byShare(images(2, i -> i, i -> 0), 0.01, 1).test()).hasSize(1);
    assertThat(TestSplit.byShare(images(2, i -> i, i -> 0), 0.5, 1).train()).hasSize(1);
    assertThat(TestSplit.byShare(images(1, i -> i, i -> 0), 0.5, 1).train()).hasSize(1);
    assertThat(TestSplit.byShare(images(4, i -> 7, i -> 0), 0.5, 1).test())
        .as("nothing but equal images")
        .hasSize(2);
  }

  /** Images of two pixels, which hold a number. */
  private static LabelledImages images(
      int count, IntUnaryOperator pixels, IntUnaryOperator labels) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * count);
    IntStream.range(0, count).forEach(i -> bytes.putShort(2 * i, (short) pixels.applyAsInt(i)));
    byte[] classes = new byte[count];
    IntStream.range(0, count).forEach(i -> classes[i] = (byte) labels.applyAsInt(i));
    return new LabelledImages(new Images(bytes, count, 1, 2), new Labels(classes));
  }
}
