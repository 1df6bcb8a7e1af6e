package stoffprobe.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.data.BrokenFileException;
import stoffprobe.engine.Environment;
import stoffprobe.engine.Input;
import stoffprobe.engine.StageException;
import stoffprobe.statistics.ConfusionMatrix;
import stoffprobe.statistics.Percentiles;
import stoffprobe.statistics.Predictions;

/**
 * The whole stage on five images. The expected files were not written by this program but with
 * scikit-learn, by {@code src/test/python/evaluate_reference.py}.
 */
class EvaluateTest {

  private static final Timing TIMING = new Timing(new Percentiles(1, 2, 3), 10, 1_000, 5);

  @TempDir Path root;
  private TinyRun run;

  @BeforeEach
  void prepare() throws IOException {
    run = new TinyRun(root);
  }

  @Test
  void theStageReadsWhatPreprocessingAndEachTrainingWrote() {
    Evaluate stage = run.stage();
    assertThat(stage.name()).isEqualTo("evaluate");
    assertThat(stage.folder()).isEqualTo("5-evaluate");
    assertThat(stage.inputs())
        .containsExactly(
            new Input.StageFiles("preprocess", "test-*.npy"),
            new Input.StageFiles("preprocess", "train-images.npy"),
            new Input.StageFiles("preprocess", "normalization.json"),
            new Input.StageFiles("train-mlp", "saved_model/**"),
            new Input.StageFiles("train-mlp", "training.json"),
            new Input.StageFiles("train-mlp", "history.csv"),
            new Input.StageFiles("train-mlp", "first-convolution.npy"),
            new Input.StageFiles("train-mlp", "first-convolution-bias.npy"),
            new Input.StageFiles("train-cnn", "saved_model/**"),
            new Input.StageFiles("train-cnn", "training.json"),
            new Input.StageFiles("train-cnn", "history.csv"),
            new Input.StageFiles("train-cnn", "first-convolution.npy"),
            new Input.StageFiles("train-cnn", "first-convolution-bias.npy"));
  }

  @Test
  void parametersAreWhatChangesAFileOfTheStage() {
    assertThat(run.stage().parameters())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "pipeline",
                "tiny",
                "seed",
                42L,
                "dataset.title",
                "Tiny <set>",
                "dataset.license",
                "CC0",
                "dataset.classes.de",
                TinyRun.CLASSES.de(),
                "dataset.classes.en",
                TinyRun.CLASSES.en(),
                "models.mlp.training.batch",
                2,
                "models.cnn.training.batch",
                3));
  }

  @Test
  void metricsAreThoseOfScikitLearnUnderTheSameKeysInTheSameOrder() throws Exception {
    run.stage().run(run.workspace());
    ObjectMapper mapper = new ObjectMapper();
    assertSame(
        mapper.readTree(expected("metrics.json")), mapper.readTree(written("metrics.json")), "");
  }

  @Test
  void tablesAreWrittenByteForByteAsExpected() throws Exception {
    run.stage().run(run.workspace());
    for (String file : List.of("predictions-mlp.csv", "predictions-cnn.csv")) {
      assertThat(written(file)).isEqualTo(expected(file));
    }
    assertThat(written("confusion-mlp.csv"))
        .isEqualTo(
            """
            label_index,predicted_index,count
            0,0,1
            0,1,0
            0,2,1
            1,0,1
            1,1,1
            1,2,0
            2,0,0
            2,1,0
            2,2,1
            """);
  }

  @Test
  void scoresOfTheClassesAreThoseOfScikitLearnWithTheIntervalsOfSciPy() throws Exception {
    run.stage().run(run.workspace());
    List<CSVRecord> expected =
        CSVFormat.RFC4180.parse(new StringReader(expected("per-class.csv"))).getRecords();
    List<CSVRecord> written =
        CSVFormat.RFC4180.parse(new StringReader(written("per-class.csv"))).getRecords();
    assertThat(written).hasSameSizeAs(expected);
    assertThat(written.get(0).toList()).isEqualTo(expected.get(0).toList());
    for (int row = 1; row < expected.size(); row++) {
      assertThat(written.get(row).toList().subList(0, 3))
          .isEqualTo(expected.get(row).toList().subList(0, 3));
      for (int column = 3; column < expected.get(0).size(); column++) {
        assertThat(Double.parseDouble(written.get(row).get(column)))
            .as("row %d, column %d", row, column)
            .isCloseTo(Double.parseDouble(expected.get(row).get(column)), within(1e-12));
      }
    }
  }

  /** So few images that nothing is left out: in each cell of the pair, and of each confusion. */
  @Test
  void examplesNameEachModelsAnswerToEachImage() throws Exception {
    run.stage().run(run.workspace());
    assertThat(written("examples.csv"))
        .isEqualTo(
            """
            group,a,b,position,index,label,model,prediction,probability,label_probability
            both_right,mlp,cnn,0,0,0,mlp,0,0.5,0.5
            both_right,mlp,cnn,0,0,0,cnn,0,0.8,0.8
            both_right,mlp,cnn,1,2,2,mlp,2,0.7,0.7
            both_right,mlp,cnn,1,2,2,cnn,2,0.6,0.6
            only_a,mlp,cnn,0,3,1,mlp,1,0.4,0.4
            only_a,mlp,cnn,0,3,1,cnn,0,0.5,0.5
            only_b,mlp,cnn,0,1,1,mlp,0,0.5,0.4
            only_b,mlp,cnn,0,1,1,cnn,1,0.5,0.5
            only_b,mlp,cnn,1,4,0,mlp,2,0.5,0.2
            only_b,mlp,cnn,1,4,0,cnn,0,1.0,1.0
            confusion,,,0,4,0,mlp,2,0.5,0.2
            confusion,,,0,1,1,mlp,0,0.5,0.4
            confusion,,,0,3,1,cnn,0,0.5,0.5
            """);
  }

  @Test
  void theFolderHoldsNothingElse() throws Exception {
    run.stage().run(run.workspace());
    try (Stream<Path> files = Files.list(run.staging())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "predictions-mlp.csv",
              "predictions-cnn.csv",
              "confusion-mlp.csv",
              "confusion-cnn.csv",
              "per-class.csv",
              "class-comparisons.csv",
              "reliability.csv",
              "coverage.csv",
              "examples.csv",
              "models",
              "timing.json",
              "metrics.json");
    }
    assertThat(run.open()).as("models left open").isZero();
  }

  /** What another program computes from the CSV is what stands in metrics.json, bit for bit. */
  @Test
  void metricsOfThePredictionsReadBackAreTheSame() throws Exception {
    run.stage().run(run.workspace());
    Path metrics = run.staging().resolve("metrics.json");
    List<EvaluatedModel> models =
        List.of(readBack("mlp", 2, 235146, 0.1), readBack("cnn", 3, 421642, 0.0625));
    Path again = root.resolve("again.json");
    MetricsJson.write(again, "tiny", 42, models, EvaluatedPair.all(models));
    assertThat(again).hasSameTextualContentAs(metrics);
  }

  @Test
  void aProbabilityThatIsNoNumberNamesModelAndImage() throws IOException {
    run.cnn(1, 0, 0, 1, 0, 0, 1, 0, Float.NaN, 1, 0, 0, 1, 0, 0);
    assertThatExceptionOfType(StageException.class)
        .isThrownBy(() -> run.stage().run(run.workspace()))
        .withMessageContainingAll("model cnn", "NaN", "class 2", "test image 2", "train-cnn")
        .withNoCause();
    assertThat(run.open()).as("models left open").isZero();
  }

  @Test
  void anInfiniteProbabilityFailsToo() {
    float[] infinite = new float[15];
    infinite[4] = Float.POSITIVE_INFINITY;
    run.mlp(infinite);
    assertThatExceptionOfType(StageException.class)
        .isThrownBy(() -> run.stage().run(run.workspace()))
        .withMessageContainingAll("mlp", "Infinity", "test image 1");
  }

  @Test
  void aModelOfOtherClassesFailsLoudly() {
    run.mlp(new float[10]);
    assertThatExceptionOfType(StageException.class)
        .isThrownBy(() -> run.stage().run(run.workspace()))
        .withMessageContainingAll("mlp", "10 probabilities", "5 test images of 3 classes");
  }

  @Test
  void aTestSetThatIsNoneFailsLoudly() throws IOException {
    run.labels(0, 1, 2, 3, 0);
    assertBroken("test-labels.npy", "label 3", "3 classes");
    run.labels(0, 1, 2, 1);
    assertBroken("test-labels.npy", "4 labels for 5 images");
    run.labels();
    run.images(0);
    assertBroken("test-labels.npy", "0 images");
  }

  @Test
  void aTrainingRecordThatLacksSomethingFailsLoudly() throws IOException {
    run.training("cnn", "training.json", "{\"weights_sha256\": \"ab\"}");
    assertBroken("4-train-cnn", "training.json", "parameters");
    run.training("cnn", "training.json", "{\"parameters\": 7, \"weights_sha256\": 5}");
    assertBroken("4-train-cnn", "training.json", "weights_sha256");
    run.training("cnn", "training.json", "{\"parameters\": ");
    assertBroken("4-train-cnn", "training.json", "JSON");
  }

  @Test
  void aHistoryWithoutTheUntrainedModelFailsLoudly() throws IOException {
    run.training("mlp", "history.csv", "epoch,test_accuracy\n1,0.5\n");
    assertBroken("4-train-mlp", "history.csv", "epoch 0");
    run.training("mlp", "history.csv", "epoch,test_loss\n0,0.5\n");
    assertBroken("4-train-mlp", "history.csv", "no column test_accuracy");
    run.training("mlp", "history.csv", "epoch,test_accuracy\n0,\n");
    assertBroken("4-train-mlp", "history.csv", "row 1", "no number", "test_accuracy");
  }

  @Test
  void aPipelineWithoutModelsHasNothingToEvaluate() {
    Environment none = new Environment(Map.of(), Map.of());
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Evaluate(TinyRun.EXPERIMENT, List.of(), run, Map.of(), none, () -> 0));
  }

  private void assertBroken(String... words) throws IOException {
    try (Stream<Path> files = Files.walk(run.staging())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    assertThatExceptionOfType(BrokenFileException.class)
        .isThrownBy(() -> run.stage().run(run.workspace()))
        .withMessageContainingAll(words);
  }

  private EvaluatedModel readBack(String model, int batch, long parameters, double untrained)
      throws IOException {
    Predictions predictions =
        PredictionsCsv.read(run.staging().resolve("predictions-" + model + ".csv"), 3);
    String sha256 =
        new ObjectMapper()
            .readTree(written("metrics.json"))
            .at("/models/" + model + "/predictions_sha256")
            .textValue();
    return new EvaluatedModel(
        model,
        batch,
        new TrainedModel(parameters, "weights of " + model, untrained),
        predictions,
        ConfusionMatrix.of(predictions),
        sha256,
        TIMING);
  }

  private static void assertSame(JsonNode expected, JsonNode actual, String path) {
    assertThat(actual.fieldNames())
        .as(path)
        .toIterable()
        .containsExactlyElementsOf(expected::fieldNames);
    assertThat(actual.size()).as(path).isEqualTo(expected.size());
    expected
        .fieldNames()
        .forEachRemaining(key -> assertSame(expected.get(key), actual.get(key), path + "/" + key));
    if (expected.isArray()) {
      for (int i = 0; i < expected.size(); i++) {
        assertSame(expected.get(i), actual.get(i), path + "/" + i);
      }
    } else if (expected.isDouble()) {
      assertThat(actual.isNumber()).as(path).isTrue();
      assertThat(actual.doubleValue()).as(path).isCloseTo(expected.doubleValue(), within(1e-12));
    } else if (expected.isValueNode()) {
      assertThat(actual).as(path).isEqualTo(expected);
    }
  }

  private String written(String file) throws IOException {
    return Files.readString(run.staging().resolve(file));
  }

  private static String expected(String file) throws IOException {
    try (InputStream in = Objects.requireNonNull(EvaluateTest.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
