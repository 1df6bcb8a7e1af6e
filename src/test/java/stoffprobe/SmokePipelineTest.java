package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;
import stoffprobe.data.Images;
import stoffprobe.data.Npy;

/** The whole pipeline on the small real sample, as a user runs it. */
final class SmokePipelineTest {

  private static final String SMOKE = "pipelines/smoke.yaml";

  @TempDir private static Path folder;
  private static String output;
  private static Path root;

  @BeforeAll
  static void runEverything() {
    output = folder.resolve("mit Leerzeichen und Ümläuten").toString();
    root = Path.of(output, "smoke");
    CommandLineRun run = CommandLineRun.of("run", SMOKE, "--output", output);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().strip()).isEqualTo(root.resolve("6-report/report.html").toString());
  }

  @Test
  void everyStageLeavesWhatTheContractLists() {
    assertThat(
            List.of(
                "1-ingest/train-images.npy",
                "1-ingest/test-labels.npy",
                "1-ingest/source.json",
                "2-explore/class-counts.csv",
                "2-explore/samples.csv",
                "2-explore/first-image.txt",
                "2-explore/statistics.json",
                "3-preprocess/train-images.npy",
                "3-preprocess/normalization.json",
                "4-train-mlp/history.csv",
                "4-train-cnn/architecture.txt",
                "4-train-cnn/training.json",
                "4-train-cnn/saved_model/saved_model.pb",
                "5-evaluate/predictions-mlp.csv",
                "5-evaluate/confusion-cnn.csv",
                "5-evaluate/per-class.csv",
                "5-evaluate/class-comparisons.csv",
                "5-evaluate/reliability.csv",
                "5-evaluate/coverage.csv",
                "5-evaluate/examples.csv",
                "5-evaluate/timing.json",
                "5-evaluate/metrics.json",
                "6-report/report.html",
                "6-report/metrics.json",
                "6-report/manifest.json"))
        .allSatisfy(file -> assertThat(root.resolve(file)).isNotEmptyFile());
  }

  @Test
  void theReportLoadsNothingFromAnywhere() throws IOException {
    Document report = Jsoup.parse(root.resolve("6-report/report.html"));

    assertThat(report.select("[src], link[href], image[href], use[href], script[src], iframe"))
        .allSatisfy(element -> assertThat(target(element)).matches("(data:|#).*"));
    assertThat(report.select("style").text()).doesNotContain("@import").doesNotContain("url(http");
    Element verdict = report.selectFirst("section#verdict");
    assertThat(verdict).isNotNull();
    assertThat(verdict.attr("data-verdict")).isIn("a", "b", "undecided");
  }

  @Test
  void theVerdictIsThatOfTheMetrics() throws IOException {
    JsonNode metrics =
        new ObjectMapper().readTree(root.resolve("5-evaluate/metrics.json").toFile());
    Document report = Jsoup.parse(root.resolve("6-report/report.html"));

    assertThat(report.select("section#verdict").attr("data-verdict"))
        .isEqualTo(metrics.get("comparisons").get(0).get("better").asText());
    assertThat(root.resolve("6-report/metrics.json"))
        .hasSameBinaryContentAs(root.resolve("5-evaluate/metrics.json"));
  }

  /** Rows of a table change places easily, and every value in them looks plausible. */
  @Test
  void theVerdictsTableShowsEachModelsOwnMetrics() throws IOException {
    JsonNode models =
        new ObjectMapper().readTree(root.resolve("5-evaluate/metrics.json").toFile()).get("models");
    Document report = Jsoup.parse(root.resolve("6-report/report.html"));
    Element table = report.selectFirst("table:has(caption[id=costs.caption])");
    List<String> shown = table.select("thead th").eachText();

    assertThat(shown).containsExactlyInAnyOrder("MLP", "CNN");
    for (String label : shown) {
      JsonNode model = models.get(label.toLowerCase(Locale.ROOT));
      String own = "td:nth-of-type(" + (shown.indexOf(label) + 1) + ")";
      List<String> cells = table.select("tbody tr " + own).eachText();
      assertThat(cells.get(0)).contains(digits("%.1f", 100 * model.get("accuracy").asDouble()));
      assertThat(cells.get(2)).contains(digits("%.3f", model.get("macro_f1").asDouble()));
      assertThat(cells.get(3)).contains(digits("%,d", model.get("parameters").asInt()));
    }
  }

  @Test
  void everyStageIsUpToDateAfterwards() {
    CommandLineRun status = CommandLineRun.of("status", SMOKE, "--output", output);
    CommandLineRun verify = CommandLineRun.of("verify", SMOKE, "--output", output);

    assertThat(status.out().lines()).hasSize(7).allMatch(line -> line.endsWith(": up to date"));
    assertThat(status.exitCode()).isZero();
    assertThat(verify.exitCode()).isZero();
  }

  @Test
  void anotherLayerInOneModelRetrainsThatModelAlone() {
    CommandLineRun status =
        CommandLineRun.of(
            "status",
            SMOKE,
            "--output",
            output,
            "--set",
            "models.mlp.layers=[flatten, {dense: 48}, relu, {dense: 32}, relu, {dense: 10}]");

    assertThat(status.exitCode()).isEqualTo(3);
    assertThat(status.out().lines())
        .contains(
            "preprocess: up to date",
            "train-mlp: stale: models.mlp.layers[1].units: 64 -> 48",
            "train-cnn: up to date",
            "evaluate: stale: waits for train-mlp");
  }

  /** A network knows indices: another name must not train it again. */
  @Test
  void anotherNameOfAClassTrainsNothingAgain() throws IOException {
    Path renamed = folder.resolve("renamed.yaml");
    Files.writeString(renamed, Files.readString(Path.of(SMOKE)).replace("Ankle boot", "Boot"));

    CommandLineRun status = CommandLineRun.of("status", renamed.toString(), "--output", output);

    assertThat(status.out().lines())
        .contains("preprocess: up to date", "train-mlp: up to date", "train-cnn: up to date")
        .anyMatch(line -> line.startsWith("evaluate: stale: dataset.classes.en"));
  }

  @Test
  void aModelThatIsNotEvaluatedAnswersButCallsNothingUnlike() throws IOException {
    Path other = folder.resolve("not evaluated");
    Path trained = root.resolve("4-train-cnn");
    try (Stream<Path> files = Files.walk(trained)) {
      for (Path file : files.toList()) {
        Path copy = other.resolve("smoke/4-train-cnn").resolve(trained.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    String idx = "src/test/resources/fashion-mnist-sample/t10k-images-idx3-ubyte.gz";

    CommandLineRun run =
        CommandLineRun.of(
            "predict", idx, "--pipeline", SMOKE, "--output", other.toString(), "--model", "cnn");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines()).hasSize(200).noneMatch(line -> line.contains("unlike"));
    assertThat(run.err()).contains("cnn is not evaluated", "run evaluate");
  }

  @Test
  void anotherSeedMakesExploreAndEveryTrainingStale() {
    CommandLineRun status =
        CommandLineRun.of("status", SMOKE, "--output", output, "--set", "seed=7");

    assertThat(status.out().lines())
        .contains(
            "ingest: up to date",
            "explore: stale: seed: 42 -> 7",
            "preprocess: up to date",
            "train-mlp: stale: seed: 42 -> 7",
            "train-cnn: stale: seed: 42 -> 7");
  }

  @Test
  void aSecondRunInAnotherFolderGivesTheSameBits() throws IOException {
    String other = folder.resolve("second").toString();

    assertThat(CommandLineRun.of("run", SMOKE, "--output", other).exitCode()).isZero();

    Path second = Path.of(other, "smoke");
    try (Stream<Path> files = Files.walk(root.resolve("5-evaluate"))) {
      assertThat(files.filter(Files::isRegularFile))
          .hasSizeGreaterThan(20)
          .filteredOn(file -> !file.toString().matches(".*(timing|manifest).json"))
          .allSatisfy(
              file ->
                  assertThat(second.resolve(root.relativize(file))).hasSameBinaryContentAs(file));
    }
    assertThat(second.resolve("2-explore/samples.csv"))
        .hasSameBinaryContentAs(root.resolve("2-explore/samples.csv"));
  }

  /** A program that knows only the signature: no class of ours between it and the model. */
  @Test
  void theSavedModelGivesTheProbabilitiesOfThePredictions() throws IOException {
    Images images = Npy.readImages(root.resolve("3-preprocess/test-images.npy"));
    byte[] pixels = new byte[images.count() * images.size()];
    images.pixels().get(pixels);
    List<String> rows = Files.readAllLines(root.resolve("5-evaluate/predictions-cnn.csv"));
    String model = root.resolve("4-train-cnn/saved_model").toString();
    try (SavedModelBundle bundle = SavedModelBundle.load(model);
        TUint8 input = TUint8.tensorOf(Shape.of(images.count(), 28, 28))) {
      input.asRawTensor().data().write(pixels);
      try (Result result =
          bundle.function("serving_default").call(java.util.Map.of("images", input))) {
        TFloat32 probabilities = (TFloat32) result.get("probabilities").orElseThrow();
        for (int i = 0; i < images.count(); i++) {
          String[] fields = rows.get(i + 1).split(",", -1);
          for (int k = 0; k < 10; k++) {
            assertThat(Float.parseFloat(fields[3 + k]))
                .isCloseTo(
                    probabilities.getFloat(i, k), org.assertj.core.api.Assertions.within(1e-6f));
          }
        }
      }
    }
  }

  @Test
  void predictAnswersAsTheEvaluationDid() throws IOException {
    Path idx = Path.of("src/test/resources/fashion-mnist-sample/t10k-images-idx3-ubyte.gz");
    List<String> rows = Files.readAllLines(root.resolve("5-evaluate/predictions-cnn.csv"));

    CommandLineRun run =
        CommandLineRun.of(
            "predict",
            idx.toString(),
            "--pipeline",
            SMOKE,
            "--output",
            output,
            "--model",
            "cnn",
            "--json");

    assertThat(run.exitCode()).isZero();
    JsonNode answers = new ObjectMapper().readTree(run.out());
    assertThat(answers).hasSize(200);
    for (int i = 0; i < 200; i++) {
      String[] fields = rows.get(i + 1).split(",", -1);
      assertThat(answers.get(i).get("index").asInt()).isEqualTo(i);
      assertThat(answers.get(i).get("class").asText()).isEqualTo(fields[2]);
      assertThat(answers.get(i).get("probabilities")).hasSize(10);
    }
  }

  @Test
  void aModelOfOtherClassesThanThePipelineFileNamesIsNotAsked() throws IOException {
    Path file = folder.resolve("eleven.yaml");
    Files.writeString(
        file,
        Files.readString(Path.of(SMOKE))
            .replace("Stiefel]", "Stiefel, Schal]")
            .replace("Ankle boot]", "Ankle boot, Scarf]")
            .replace("dense: 10", "dense: 11"));
    String idx = "src/test/resources/fashion-mnist-sample/t10k-images-idx3-ubyte.gz";

    CommandLineRun run =
        CommandLineRun.of(
            "predict", idx, "--pipeline", file.toString(), "--output", output, "--model", "mlp");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("4-train-mlp", "10 classes", "names for 11", "train the model again");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aFlippedByteInAResultIsFoundAndMadeGoodByTheNextRun() throws IOException {
    Path file = root.resolve("5-evaluate/per-class.csv");
    byte[] bytes = Files.readAllBytes(file);
    byte[] flipped = bytes.clone();
    flipped[100] ^= 1;
    Files.write(file, flipped);

    CommandLineRun verify = CommandLineRun.of("verify", SMOKE, "--output", output);
    CommandLineRun status = CommandLineRun.of("status", SMOKE, "--output", output);
    CommandLineRun run = CommandLineRun.of("run", SMOKE, "--output", output);

    assertThat(verify.exitCode()).isEqualTo(4);
    assertThat(verify.out()).contains("5-evaluate/per-class.csv");
    assertThat(status.exitCode()).isEqualTo(3);
    assertThat(status.out()).contains("evaluate: stale: 5-evaluate/per-class.csv changed");
    assertThat(run.exitCode()).isZero();
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
  }

  @Test
  void brokenSourceFilesGiveAPlainErrorAndLeaveTheLastResult() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Path sample = Path.of("src/test/resources/fashion-mnist-sample");
    try (Stream<Path> files = Files.list(sample)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".gz")).toList()) {
        Files.copy(file, data.resolve(file.getFileName()));
      }
    }
    Path labels = data.resolve("train-labels-idx1-ubyte.gz");
    Files.write(labels, java.util.Arrays.copyOf(Files.readAllBytes(labels), 50));
    byte[] before = Files.readAllBytes(root.resolve("1-ingest/train-labels.npy"));

    CommandLineRun run =
        CommandLineRun.of("run", SMOKE, "--output", output, "--data", data.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("train-labels-idx1-ubyte.gz")
        .doesNotContain("Exception")
        .doesNotContain("\tat ");
    assertThat(Files.readAllBytes(root.resolve("1-ingest/train-labels.npy"))).isEqualTo(before);
    assertThat(CommandLineRun.of("verify", SMOKE, "--output", output).exitCode()).isZero();
  }

  private static String digits(String format, Object value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static String target(Element element) {
    return element.hasAttr("src") ? element.attr("src") : element.attr("href");
  }
}
