package stoffprobe.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class ClassificationTest {

  private static final List<String> NAMES = List.of("Hose", "Kleid", "Mantel");

  @Test
  void theLowestOfTheLargestIsTheAnswer() {
    Classification two = of(OptionalDouble.empty(), 0.4f, 0.4f, 0.2f);

    assertThat(two.label()).isZero();
    assertThat(two.className()).isEqualTo("Hose");
    assertThat(two.probability()).isEqualTo(0.4f);
  }

  @Test
  void theTopComesByProbabilityAndTiesByIndex() {
    Classification one = of(OptionalDouble.empty(), 0.25f, 0.5f, 0.25f);

    assertThat(one.top(2))
        .containsExactly(
            new Classification.Candidate(1, "Kleid", 0.5f),
            new Classification.Candidate(0, "Hose", 0.25f));
    assertThat(one.top(9)).hasSize(3);
  }

  @Test
  void onlyADistanceAboveOneIsUnlike() {
    assertThat(of(OptionalDouble.of(1), 1, 0, 0).unlike()).isFalse();
    assertThat(of(OptionalDouble.of(1.01), 1, 0, 0).unlike()).isTrue();
    assertThat(of(OptionalDouble.empty(), 1, 0, 0).unlike()).isFalse();
  }

  @Test
  void fieldsStandInTheOrderOfTheContract() {
    Answer answer = new Answer("a.png", 7, true, of(OptionalDouble.of(2), 0, 1, 0));

    assertThat(answer.fields().keySet())
        .containsExactly(
            "file",
            "index",
            "class",
            "class_name",
            "probability",
            "probabilities",
            "inverted",
            "distance",
            "unlike");
    assertThat(answer.fields())
        .containsEntry("file", "a.png")
        .containsEntry("index", 7)
        .containsEntry("class", 1)
        .containsEntry("class_name", "Kleid")
        .containsEntry("probability", 1f)
        .containsEntry("inverted", true)
        .containsEntry("unlike", true);
    assertThat(answer.fields(2)).containsKey("top");
  }

  /** Rows of three read as rows of two would name wrong classes without a word. */
  @Test
  void probabilitiesOfOtherClassesFailLoudly() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(OptionalDouble.empty(), 1, 0))
        .withMessageContainingAll("2", "3");
  }

  private static Classification of(OptionalDouble distance, float... probabilities) {
    List<Float> row = new java.util.ArrayList<>();
    for (float probability : probabilities) {
      row.add(probability);
    }
    return new Classification(NAMES, row, distance);
  }
}
