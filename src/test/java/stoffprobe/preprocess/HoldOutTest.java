package stoffprobe.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import stoffprobe.Sample;
import stoffprobe.data.Idx;
import stoffprobe.data.Labels;
import stoffprobe.engine.StageException;

class HoldOutTest {

  @Test
  void drawsTheImagesThatTheDocumentedStreamGives() throws Exception {
    Labels labels = Idx.readLabels(Sample.folder().resolve("train-labels-idx1-ubyte.gz")).values();

    HoldOut holdOut = HoldOut.stratified(labels, 0.1, 42);

    // Computed by another program after the documented stream.
    assertThat(holdOut.heldOut())
        .hasSize(50)
        .startsWith(1, 10, 14, 37, 41, 43, 77, 92, 116, 119)
        .endsWith(470, 474, 484, 490, 493, 494);
    assertThat(holdOut.kept())
        .hasSize(450)
        .isSorted()
        .doesNotContainAnyElementsOf(holdOut.heldOut());
    for (int label = 0; label < 10; label++) {
      int wanted = label;
      assertThat(holdOut.heldOut()).filteredOn(i -> labels.get(i) == wanted).hasSize(5);
    }
  }

  @Test
  void anotherSeedDrawsOtherImages() throws Exception {
    Labels labels = new Labels(new byte[100]);

    assertThat(HoldOut.stratified(labels, 0.5, 1).heldOut())
        .hasSize(50)
        .isNotEqualTo(HoldOut.stratified(labels, 0.5, 2).heldOut());
  }

  @Test
  void classOfOneImageStaysInTraining() throws Exception {
    HoldOut holdOut = HoldOut.stratified(new Labels(new byte[] {0, 0, 1}), 0.5, 1);

    assertThat(holdOut.kept()).contains(2).hasSize(2);
    assertThat(holdOut.heldOut()).hasSize(1);
  }

  @Test
  void shareThatIsNoSingleImageIsRefused() {
    Labels labels = new Labels(new byte[20]);

    assertThatThrownBy(() -> HoldOut.stratified(labels, 0.01, 1))
        .isInstanceOf(StageException.class)
        .hasMessageContaining("preprocess.validation 0.01")
        .hasMessageContaining("20 training images");
  }

  @Test
  void bothPartsTogetherAreAllImages() throws Exception {
    HoldOut holdOut = HoldOut.stratified(new Labels(new byte[] {3, 1, 3, 1, 3, 3, 1}), 0.4, 9);

    assertThat(IntStream.range(0, 7).boxed())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(holdOut.kept().stream(), holdOut.heldOut().stream()).toList());
  }
}
