package stoffprobe.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Guards against images that only look suspicious: right ones, and mistakes that differ. */
class SureMistakesTest {

  private static final int[] LABELS = {0, 0, 0, 0, 0, 1};

  /** Takes image i for class {@code classes[i]} of three, with a probability of sixteenths. */
  private static Predictions model(int[] classes, int... sixteenths) {
    float[] probabilities = new float[classes.length * 3];
    for (int i = 0; i < classes.length; i++) {
      for (int c = 0; c < 3; c++) {
        probabilities[3 * i + c] =
            (c == classes[i] ? sixteenths[i] : (16 - sixteenths[i]) / 2f) / 16f;
      }
    }
    return new Predictions(LABELS, probabilities, 3);
  }

  private static final Predictions A = model(new int[] {0, 1, 1, 1, 2, 0}, 16, 16, 12, 15, 16, 12);
  private static final Predictions B = model(new int[] {0, 1, 1, 1, 1, 0}, 16, 11, 14, 13, 16, 14);

  @Test
  void sharedMistakesAreOfOneClassAndOrderedByTheLeastSureModel() {
    // 0 is right, 4 is taken for two classes; the others by 13, 12 and 12, 11 sixteenths.
    assertThat(SureMistakes.shared(List.of(A, B), 9)).containsExactly(3, 2, 5, 1);
    assertThat(SureMistakes.shared(List.of(B, A), 9)).containsExactly(3, 2, 5, 1);
    assertThat(SureMistakes.shared(List.of(A, B), 2)).containsExactly(3, 2);
  }

  @Test
  void oneModelAloneSharesItsMistakesWithItself() {
    assertThat(SureMistakes.shared(List.of(A), 9)).containsExactly(1, 4, 3, 2, 5);
  }

  @Test
  void anotherModelNeverAddsASharedMistake() {
    Predictions first = Examples.random(400, 31);
    int[] labels = IntStream.range(0, 400).map(first::label).toArray();
    int[] answers = IntStream.range(0, 400).map(i -> first.prediction(i / 2)).toArray();
    Predictions second = Examples.sure(10, labels, answers);
    List<Integer> alone = SureMistakes.shared(List.of(first), 400);
    assertThat(alone).hasSize(400 - ConfusionMatrix.of(first).correct());
    assertThat(SureMistakes.shared(List.of(first, second), 400))
        .hasSizeBetween(1, alone.size() - 1)
        .allMatch(i -> !first.correct(i) && first.prediction(i) == second.prediction(i))
        .isSubsetOf(alone);
  }

  @Test
  void mistakesOfOneKindComeWithTheSurestFirst() {
    assertThat(SureMistakes.of(A, new Confusion(0, 1, 3), 9)).containsExactly(1, 3, 2);
    assertThat(SureMistakes.of(A, new Confusion(0, 1, 3), 1)).containsExactly(1);
    assertThat(SureMistakes.of(A, new Confusion(0, 2, 1), 9)).containsExactly(4);
    assertThat(SureMistakes.of(A, new Confusion(1, 2, 0), 9)).isEmpty();
  }

  @Test
  void asManyAreFoundAsTheConfusionCounts() {
    Predictions predictions = Examples.random(500, 32);
    for (Confusion kind : ConfusionMatrix.of(predictions).topConfusions(100)) {
      assertThat(SureMistakes.of(predictions, kind, 500)).hasSize(kind.count());
    }
  }

  @Test
  void theCellsOfAgreementShareOutAllImages() {
    assertThat(Agreement.BOTH_RIGHT.images(A, B)).containsExactly(0);
    assertThat(Agreement.BOTH_WRONG.images(A, B)).containsExactly(1, 2, 3, 4, 5);
    assertThat(Agreement.ONLY_A.images(A, B)).isEmpty();
    Predictions right = Examples.sure(3, LABELS, LABELS);
    assertThat(Agreement.ONLY_B.images(A, right)).containsExactly(1, 2, 3, 4, 5);
    assertThat(Agreement.ONLY_A.images(right, A)).containsExactly(1, 2, 3, 4, 5);
    assertThat(IntStream.of(Agreement.BOTH_RIGHT.images(A, right))).containsExactly(0);
  }

  @Test
  void predictionsOfOtherImagesFailLoudly() {
    Predictions other = Examples.sure(3, new int[6], new int[6]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SureMistakes.shared(List.of(A, other), 9))
        .withMessageContaining("image 5");
    assertThatIllegalArgumentException().isThrownBy(() -> Agreement.BOTH_WRONG.images(A, other));
  }
}
