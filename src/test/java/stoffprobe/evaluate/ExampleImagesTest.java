package stoffprobe.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.statistics.ConfusionMatrix;
import stoffprobe.statistics.Percentiles;
import stoffprobe.statistics.Predictions;

/** Three models that are right by chance, on images of which none is of the last class. */
class ExampleImagesTest {

  private static final int IMAGES = 600;
  private static final int CLASSES = 4;
  private static final EvaluatedModel A = model("a", 1);
  private static final EvaluatedModel B = model("b", 2);
  private static final EvaluatedModel C = model("c", 3);

  @TempDir Path folder;

  @Test
  void eightImagesOfEachCellAreDrawnFromIt() {
    List<Example> drawn = chosen(42, A, B).stream().filter(e -> !e.a().isEmpty()).toList();
    assertThat(drawn).hasSize(32);
    assertThat(drawn)
        .extracting(Example::position)
        .containsExactlyElementsOf(IntStream.range(0, 32).map(i -> i % 8).boxed().toList());
    for (int i = 0; i < 32; i++) {
      Example example = drawn.get(i);
      boolean a = A.predictions().correct(example.index());
      boolean b = B.predictions().correct(example.index());
      String cell = a ? b ? "both_right" : "only_a" : b ? "only_b" : "both_wrong";
      assertThat(example.group()).isEqualTo(cell);
      assertThat(example.models()).containsExactly(A, B);
      if (example.position() > 0) {
        assertThat(example.index()).isGreaterThan(drawn.get(i - 1).index());
      }
    }
  }

  @Test
  void theSeedAloneDecidesWhichAreDrawn() {
    assertThat(chosen(42, A, B)).isEqualTo(chosen(42, A, B)).isNotEqualTo(chosen(43, A, B));
  }

  /** The stream is that of the pair: a pipeline with one more model shows the same images. */
  @Test
  void anotherModelShiftsNothingOfAPair() {
    List<Example> two = chosen(42, A, B).stream().filter(e -> !e.a().isEmpty()).toList();
    List<Example> three =
        chosen(42, C, A, B).stream().filter(e -> e.a().equals("a") && e.b().equals("b")).toList();
    assertThat(three).isEqualTo(two);
  }

  @Test
  void drawnImagesAreSpreadOverTheCell() {
    assertThat(chosen(42, A, B).stream().filter(e -> e.group().equals("only_a")))
        .anyMatch(e -> e.index() > IMAGES / 2);
  }

  @Test
  void suspectsAndConfusionsStandForTheirModels() {
    List<Example> examples = chosen(42, A, B);
    List<Example> suspects =
        examples.stream().filter(e -> e.group().equals(Example.SUSPECT)).toList();
    assertThat(suspects).hasSize(12).allMatch(e -> e.models().equals(List.of(A, B)));
    List<Example> confusions =
        examples.stream().filter(e -> e.group().equals(Example.CONFUSION)).toList();
    assertThat(confusions).hasSize(2 * 5 * 4).extracting(Example::position).startsWith(0, 1, 2, 3);
    assertThat(confusions.subList(0, 20)).allMatch(e -> e.models().equals(List.of(A)));
    assertThat(confusions.subList(20, 40)).allMatch(e -> e.models().equals(List.of(B)));
  }

  @Test
  void oneModelHasNoPairsButSuspectsAndConfusions() {
    assertThat(chosen(42, A))
        .extracting(Example::group)
        .containsOnly(Example.SUSPECT, Example.CONFUSION);
  }

  /** What is not defined stays empty; a zero would read as a result. */
  @Test
  void aClassWithoutImagesAndABinWithoutThemHaveEmptyFields() throws IOException {
    List<String> names = List.of("null", "eins", "zwei, drei", "nie");
    List<EvaluatedModel> models = List.of(A, B);
    Path comparisons = folder.resolve("class-comparisons.csv");
    ClassComparisonsCsv.write(comparisons, EvaluatedPair.all(models), names);
    assertThat(Files.readAllLines(comparisons))
        .hasSize(5)
        .endsWith("a,b,3,nie,0,0,0,,,,1.0,1.0,undecided")
        .anyMatch(line -> line.startsWith("a,b,2,\"zwei, drei\",200,"));
    Path reliability = folder.resolve("reliability.csv");
    ReliabilityCsv.write(reliability, models);
    assertThat(Files.readAllLines(reliability))
        .hasSize(31)
        .contains("a,0,0.0,0.06666666666666667,0,,,,", "b,0,0.0,0.06666666666666667,0,,,,");
    Path classes = folder.resolve("per-class.csv");
    PerClassCsv.write(classes, models, names);
    assertThat(Files.readAllLines(classes).get(4))
        .startsWith("a,3,nie,0.0,0.0,0.0,0,0.0,")
        .matches(".*,0\\.0,0\\.0[0-9]+,,,0\\.0,0\\.0[0-9]+");
  }

  private static List<Example> chosen(long seed, EvaluatedModel... models) {
    List<EvaluatedModel> list = List.of(models);
    return ExampleImages.of(seed, list, EvaluatedPair.all(list));
  }

  private static EvaluatedModel model(String name, long seed) {
    Random random = new Random(seed);
    int[] labels = new int[IMAGES];
    float[] probabilities = new float[IMAGES * CLASSES];
    for (int i = 0; i < IMAGES; i++) {
      labels[i] = i % (CLASSES - 1);
      int answer = random.nextInt(2) == 0 ? labels[i] : random.nextInt(CLASSES);
      float sureness = 0.5f + random.nextInt(512) / 1024f;
      for (int c = 0; c < CLASSES; c++) {
        probabilities[CLASSES * i + c] = c == answer ? sureness : (1 - sureness) / (CLASSES - 1);
      }
    }
    Predictions predictions = new Predictions(labels, probabilities, CLASSES);
    return new EvaluatedModel(
        name,
        64,
        new TrainedModel(1, "weights", 0.25),
        predictions,
        ConfusionMatrix.of(predictions),
        "predictions",
        new Timing(new Percentiles(1, 2, 3), 9, 1_000, 100));
  }
}
