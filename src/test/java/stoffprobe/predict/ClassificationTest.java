package stoffprobe.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import stoffprobe.data.Images;

final class ClassificationTest {

  private static final List<String> NAMES = List.of("Hose", "Kleid", "Mantel");
  private static final PictureFiles.Batch TWO =
      new PictureFiles.Batch(
          new Images(ByteBuffer.allocate(2), 2, 1, 1),
          List.of(
              new PictureFiles.Picture(Path.of("a.png"), 0),
              new PictureFiles.Picture(Path.of("b.idx"), 7)));

  @Test
  void eachImageGetsItsRowAndTheLowestOfTheLargest() {
    float[] probabilities = {0.25f, 0.25f, 0.5f, 0.4f, 0.4f, 0.2f};

    assertThat(Classification.of(TWO, probabilities, NAMES))
        .containsExactly(
            new Classification("a.png", 0, 2, "Mantel", List.of(0.25f, 0.25f, 0.5f)),
            new Classification("b.idx", 7, 0, "Hose", List.of(0.4f, 0.4f, 0.2f)));
  }

  @Test
  void fieldsStandInTheOrderOfTheContract() {
    Classification one = Classification.of(TWO, new float[] {0, 1, 0, 0, 0, 1}, NAMES).get(0);

    assertThat(one.fields().keySet())
        .containsExactly("file", "index", "class", "class_name", "probability", "probabilities");
    assertThat(one.fields())
        .containsEntry("class", 1)
        .containsEntry("class_name", "Kleid")
        .containsEntry("probability", 1f);
  }

  /** Rows of three read as rows of two would name wrong classes without a word. */
  @Test
  void probabilitiesOfOtherClassesFailLoudly() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Classification.of(TWO, new float[6], NAMES.subList(0, 2)))
        .withMessageContainingAll("6", "2");
  }
}
