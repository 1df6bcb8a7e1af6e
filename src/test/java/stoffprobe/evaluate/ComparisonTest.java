package stoffprobe.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.statistics.ConfusionMatrix;
import stoffprobe.statistics.PairedComparison;
import stoffprobe.statistics.Percentiles;
import stoffprobe.statistics.Predictions;

/** Three models, of which one is wrong in every way that there is. */
class ComparisonTest {

  private static final int CLASSES = 5;
  private static final int IMAGES = CLASSES * CLASSES;

  /** Right for one image of each class. */
  private static final EvaluatedModel RIGHT_AT_TIMES = model("linear", false);

  private static final EvaluatedModel RIGHT = model("cnn", true);

  @TempDir Path folder;

  @Test
  void everyModelIsComparedWithEveryLaterOneInTheOrderOfThePipelineFile() {
    List<EvaluatedModel> models = List.of(RIGHT_AT_TIMES, RIGHT, model("again", false));
    assertThat(EvaluatedPair.all(models))
        .containsExactly(
            new EvaluatedPair(
                models.get(0), models.get(1), new PairedComparison(0, 20, 5, 0), 3 * 0x1p-19),
            new EvaluatedPair(models.get(0), models.get(2), new PairedComparison(0, 0, 5, 20), 1),
            new EvaluatedPair(
                models.get(1), models.get(2), new PairedComparison(20, 0, 5, 0), 3 * 0x1p-19));
    assertThat(EvaluatedPair.all(List.of(RIGHT))).isEmpty();
  }

  @Test
  void metricsNameTheBetterModelAndTenConfusionsAtMost() throws IOException {
    Path file = folder.resolve("metrics.json");
    List<EvaluatedModel> models = List.of(RIGHT_AT_TIMES, RIGHT, model("again", false));
    MetricsJson.write(file, "three", -1, models, EvaluatedPair.all(models));
    JsonNode metrics = new ObjectMapper().readTree(file.toFile());
    assertThat(metrics.at("/seed").longValue()).isEqualTo(-1);
    assertThat(metrics.at("/models/linear/top_confusions")).hasSize(10);
    assertThat(metrics.at("/models/linear/top_confusions/9").toString())
        .isEqualTo("{\"label\":2,\"predicted\":1,\"count\":1}");
    assertThat(metrics.at("/models/cnn/top_confusions")).isEmpty();
    assertThat(metrics.at("/comparisons").findValuesAsText("better"))
        .containsExactly("b", "undecided", "a");
    assertThat(metrics.at("/comparisons/0/mcnemar_p").doubleValue()).isEqualTo(0x1p-19);
    assertThat(metrics.at("/comparisons/0/mcnemar_p_holm").doubleValue()).isEqualTo(3 * 0x1p-19);
    assertThat(metrics.at("/comparisons").findValuesAsText("better_holm"))
        .containsExactly("b", "undecided", "a");
  }

  @Test
  void logLinesHoldDecimalPointsInEveryLocale() {
    assertThat(LogLine.of(RIGHT_AT_TIMES))
        .isEqualTo(
            "linear: accuracy 0.2000 (95 % interval 0.0886 to 0.3913), macro-F1 0.2000"
                + " on 25 test images");
    assertThat(EvaluatedPair.all(List.of(RIGHT_AT_TIMES, RIGHT)))
        .map(LogLine::of)
        .containsExactly(
            "cnn against linear: accuracy +0.8000 (95 % interval +0.6432 to +0.9568), exact McNemar"
                + " p 1.91e-06: cnn is better");
    assertThat(EvaluatedPair.all(List.of(RIGHT, RIGHT_AT_TIMES)))
        .map(LogLine::of)
        .allMatch(line -> line.endsWith(": cnn is better"));
    assertThat(EvaluatedPair.all(List.of(RIGHT, RIGHT)))
        .map(LogLine::of)
        .allMatch(line -> line.endsWith("p 1.00: undecided"));
  }

  /** Image i is of class i / 5; a model that is not always right takes it for class i % 5. */
  private static EvaluatedModel model(String name, boolean right) {
    int[] labels = new int[IMAGES];
    float[] probabilities = new float[IMAGES * CLASSES];
    for (int i = 0; i < IMAGES; i++) {
      labels[i] = i / CLASSES;
      probabilities[i * CLASSES + (right ? i / CLASSES : i % CLASSES)] = 1;
    }
    Predictions predictions = new Predictions(labels, probabilities, CLASSES);
    return new EvaluatedModel(
        name,
        8,
        new TrainedModel(1, "weights", 0.2),
        predictions,
        ConfusionMatrix.of(predictions),
        "predictions",
        new Timing(new Percentiles(0.25, 0.5, 0.75), 10, 12_345.6, 25));
  }
}
