package stoffprobe.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Guards against images of one class that count in another's comparison. */
class ClassComparisonTest {

  private static final int[] LABELS = labels();

  /** Right but for the last two images of class 0. */
  private static final Predictions A = wrongAt(18, 19);

  /** Right but for the first seven images of class 1. */
  private static final Predictions B = wrongAt(20, 21, 22, 23, 24, 25, 26);

  /**
   * By hand: 2 against 0 has p = 1/2, 0 against 7 has p = 1/64; three classes, one without images.
   */
  @Test
  void eachClassIsComparedOnItsOwnImages() {
    List<ClassComparison> classes = ClassComparison.all(A, B);
    assertThat(classes).extracting(ClassComparison::label).containsExactly(0, 1, 2);
    assertThat(classes).extracting(ClassComparison::support).containsExactly(20, 20, 0);
    assertThat(classes.get(0).images()).contains(new PairedComparison(0, 2, 18, 0));
    assertThat(classes.get(1).images()).contains(new PairedComparison(7, 0, 13, 0));
    assertThat(classes.get(2).images()).isEqualTo(Optional.empty());
    assertThat(classes).extracting(ClassComparison::mcNemarP).containsExactly(0.5, 0.015625, 1.0);
    assertThat(classes).extracting(ClassComparison::holmP).containsExactly(1.0, 0.046875, 1.0);
    assertThat(classes)
        .extracting(ClassComparison::better)
        .containsExactly(Verdict.UNDECIDED, Verdict.A, Verdict.UNDECIDED);
  }

  /** Alone 1/32 would decide, but not as one of three classes. */
  @Test
  void aClassDecidedAloneMayBeUndecidedAmongSeveral() {
    ClassComparison six = ClassComparison.all(wrongAt(), wrongAt(20, 21, 22, 23, 24, 25)).get(1);
    assertThat(six.images().orElseThrow().better()).isEqualTo(Verdict.A);
    assertThat(six.holmP()).isEqualTo(3.0 / 32);
    assertThat(six.better()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void swappingTheModelsNegatesEveryDifferenceAndKeepsEveryP() {
    List<ClassComparison> forth = ClassComparison.all(A, B);
    List<ClassComparison> back = ClassComparison.all(B, A);
    for (int c = 0; c < 2; c++) {
      PairedComparison one = forth.get(c).images().orElseThrow();
      PairedComparison other = back.get(c).images().orElseThrow();
      assertThat(other.difference()).isEqualTo(-one.difference());
      assertThat(other.interval().low()).isEqualTo(-one.interval().high());
      assertThat(back.get(c).mcNemarP()).isEqualTo(forth.get(c).mcNemarP());
      assertThat(back.get(c).holmP()).isEqualTo(forth.get(c).holmP());
    }
    assertThat(back.get(1).better()).isEqualTo(Verdict.B);
  }

  @Test
  void permutingTheClassesPermutesTheComparisons() {
    Predictions a = Examples.random(600, 12);
    Predictions b = shuffled(a);
    int[] names = {3, 1, 4, 0, 5, 9, 2, 6, 8, 7};
    List<ClassComparison> classes = ClassComparison.all(a, b);
    List<ClassComparison> renamed =
        ClassComparison.all(Examples.renamed(a, names), Examples.renamed(b, names));
    for (int c = 0; c < 10; c++) {
      assertThat(renamed.get(names[c]).images()).isEqualTo(classes.get(c).images());
      assertThat(renamed.get(names[c]).holmP()).isEqualTo(classes.get(c).holmP());
    }
  }

  /** The classes share out what the whole comparison counts. */
  @Test
  void differencesAddUpToThatOfAllImages() {
    Predictions a = Examples.random(600, 13);
    Predictions b = shuffled(a);
    PairedComparison all = PairedComparison.of(a, b);
    double sum =
        ClassComparison.all(a, b).stream()
            .filter(c -> c.support() > 0)
            .mapToDouble(c -> c.support() * c.images().orElseThrow().difference())
            .sum();
    assertThat(all.difference()).isNotZero();
    assertThat(sum / 600).isCloseTo(all.difference(), within(1e-14));
  }

  /** The difference of a class is that of its recalls. */
  @Test
  void differencesAreThoseOfTheRecalls() {
    ConfusionMatrix a = ConfusionMatrix.of(A);
    ConfusionMatrix b = ConfusionMatrix.of(B);
    for (int c = 0; c < 2; c++) {
      assertThat(ClassComparison.all(A, B).get(c).images().orElseThrow().difference())
          .isCloseTo(b.recall(c) - a.recall(c), within(1e-15));
    }
  }

  @Test
  void predictionsOfOtherImagesFailLoudly() {
    Predictions turned = Examples.renamed(A, 1, 0, 2);
    assertThatIllegalArgumentException().isThrownBy(() -> ClassComparison.all(A, turned));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClassComparison.all(A, Examples.sure(4, LABELS, LABELS)))
        .withMessageContaining("3 and 4 classes");
  }

  /** Twenty images of class 0, then twenty of class 1; of class 2 there is none. */
  private static int[] labels() {
    return IntStream.range(0, 40).map(i -> i / 20).toArray();
  }

  private static Predictions wrongAt(int... images) {
    int[] predictions = LABELS.clone();
    for (int image : images) {
      predictions[image] = 2;
    }
    return Examples.sure(3, LABELS, predictions);
  }

  /** Another model of the same images: each third answer is its neighbour's. */
  private static Predictions shuffled(Predictions predictions) {
    int[] labels = IntStream.range(0, predictions.count()).map(predictions::label).toArray();
    int[] answers =
        IntStream.range(0, predictions.count())
            .map(i -> predictions.prediction(i % 3 == 0 ? Math.max(0, i - 1) : i))
            .toArray();
    return Examples.sure(10, labels, answers);
  }
}
