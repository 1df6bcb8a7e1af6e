package stoffprobe.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Problems of keys, of layers that don't fit, and many of them at once. */
class InvalidStructureTest {

  @TempDir Path folder;

  @Test
  void anUnknownKeyIsRefusedWithAHint() throws Exception {
    assertThat(Sample.problems(folder, Sample.MINIMAL + "training: {epoch: 3}\n"))
        .containsExactly(
            "x.yaml:16: training.epoch: found an unknown key, expected one of epochs, batch,"
                + " optimizer, learning-rate, device, threads, shards, momentum, weight-decay,"
                + " schedule, warm-up, early-stopping, augmentation; did you mean \"epochs\"?");
    assertThat(Sample.problems(folder, Sample.MINIMAL + "wheels: 4\n"))
        .containsExactly(
            "x.yaml:16: wheels: found an unknown key, expected one of pipeline, seed, dataset,"
                + " explore, preprocess, training, models");
  }

  @Test
  void aDuplicateKeyIsRefused() throws Exception {
    assertThat(Sample.problems(folder, Sample.MINIMAL + "seed: 8\n"))
        .containsExactly(
            "x.yaml:16: seed: found the key a second time, expected it once (it stands in line 2"
                + " already)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "pipeline: garments | x.yaml:1: pipeline: found nothing, expected a name of at most",
        "seed: 7 | x.yaml:1: seed: found nothing, expected a whole number",
        "  title: Garments | x.yaml:3: dataset.title: found nothing, expected text",
        "  classes: [shirt, shoe] | x.yaml:3: dataset.classes: found nothing, expected a list",
        "    test-labels: {name: d} | x.yaml:6: dataset.files.test-labels: found nothing, expected keys and values"
      })
  void aMissingKeyIsToldWhereItBelongs(String line, String problem) throws Exception {
    // The comment keeps the other lines where they are.
    assertThat(Sample.problems(folder, Sample.MINIMAL.replaceFirst(quote(line), "#")))
        .singleElement()
        .asString()
        .startsWith(problem);
  }

  private static String quote(String line) {
    return "(?m)^ *" + Pattern.quote(line);
  }

  @Test
  void anEmptyFileLacksAllThatIsRequired() throws Exception {
    assertThat(Sample.problems(folder, "# nothing\n"))
        .hasSize(4)
        .allMatch(problem -> problem.matches("x.yaml:1: (pipeline|seed|dataset|models): found .*"));
  }

  @Test
  void aFileOfAnotherKindIsNoPipeline() throws Exception {
    assertThat(Sample.problems(folder, "- 1\n- 2\n"))
        .containsExactly("x.yaml:1: found a list of 2, expected keys and values");
  }

  @Test
  void withoutAModelThereIsNothingToDo() throws Exception {
    String none = Sample.MINIMAL.substring(0, Sample.MINIMAL.indexOf("models:"));

    assertThat(Sample.problems(folder, none + "models: {}\n"))
        .containsExactly("x.yaml:11: models: found nothing, expected at least one model");
    assertThat(Sample.problems(folder, none + "models:\n"))
        .containsExactly("x.yaml:11: models: found nothing, expected at least one model");
    assertThat(Sample.problems(folder, none + "models: {mlp: {}}\n"))
        .containsExactly(
            "x.yaml:11: models.mlp.layers: found nothing, expected a list of 1 to 1000 layers");
    assertThat(Sample.problems(folder, none + "models: {mlp: {layers: []}}\n"))
        .containsExactly(
            "x.yaml:11: models.mlp.layers: found an empty list, expected a list of 1 to 1000"
                + " layers");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "conv2d: {filters: many} | .filters: found \"many\", expected a whole number from 1 to 4096",
        "conv2d: {kernel: 3} | .filters: found nothing, expected a whole number from 1 to 4096",
        "conv2d: {filters: 1, kernel: 0} | .kernel: found 0, expected a whole number from 1 to 31",
        "conv2d: {filters: 1, padding: none} | .padding: found \"none\", expected same or valid",
        "conv2d: {filters: 1, stride: 0} | .stride: found 0, expected a whole number from 1 to 31",
        "max-pool: 0 | .size: found 0, expected a whole number from 1 to 1024",
        "dropout: 1 | .rate: found 1, expected a number from 0 to below 1",
        "dense: {units: 65537} | .units: found 65537, expected a whole number from 1 to 65536",
        "dense: [3] | .units: found a list of 1, expected a whole number from 1 to 65536",
        "dense | .units: found nothing, expected a whole number from 1 to 65536",
        "dens: 3 | : found the unknown layer \"dens\", expected one of flatten, relu, leaky-relu, elu, sigmoid, tanh, dense, conv2d, max-pool, avg-pool, global-avg-pool, batch-norm, dropout, residual; did you mean \"dense\"?",
        "relu: 3 | : found 3 after relu, expected relu alone: it has no settings",
        "relu: {slope: 0} | .slope: found an unknown key, expected none",
        "{dense: 3, relu: } | : found a map with 2 keys, expected a layer: relu, or {dense: 128}, or one word with its settings indented below it",
        "[relu] | : found a list of 1, expected a layer: relu, or {dense: 128}, or one word with its settings indented below it"
      })
  void aLayerThatCannotBe(String layer, String problem) throws Exception {
    assertThat(Sample.problems(folder, Sample.with("- flatten", "- " + layer)))
        .containsExactly("x.yaml:14: models.mlp.layers[0]" + problem);
  }

  @Test
  void layersWhoseShapesDoNotFitAreToldByTheirIndex() throws Exception {
    assertThat(Sample.problems(folder, Sample.with("- flatten", "- relu")))
        .containsExactly(
            "x.yaml:15: models.mlp.layers[1]: found the shape [28, 28, 1] before dense, expected a"
                + " vector: put flatten before it");
    assertThat(
            Sample.problems(
                folder,
                Sample.with("  title:", "  size: [4, 3]\n  title:")
                    .replace("- flatten", "- max-pool: 4\n      - flatten")))
        .containsExactly(
            "x.yaml:15: models.mlp.layers[0]: found the shape [4, 3, 1] before max-pool, expected an"
                + " image of at least 4 x 4 for one window");
  }

  @Test
  void theLastLayerPassesOnAValueAClass() throws Exception {
    assertThat(Sample.problems(folder, Sample.with("dense: 2", "dense: 3")))
        .containsExactly(
            "x.yaml:15: models.mlp.layers[1]: found the shape [3] after the last layer, expected"
                + " [2], a value a class: end with {dense: 2}");
    assertThat(Sample.problems(folder, Sample.with("- dense: 2", "- relu")))
        .containsExactly(
            "x.yaml:15: models.mlp.layers[1]: found the shape [784] after the last layer, expected"
                + " [2], a value a class: end with {dense: 2}");
  }

  @Test
  void aNetworkThatLearnsNothingIsRefused() throws Exception {
    assertThat(
            Sample.problems(
                folder,
                Sample.with("  title:", "  size: [1, 2]\n  title:")
                    .replace("- dense: 2", "- relu")))
        .containsExactly(
            "x.yaml:16: models.mlp.layers[1]: found no layer that learns, expected at least one"
                + " dense or conv2d");
  }

  @Test
  void everyProblemIsReportedAtOnceInTheOrderOfTheFile() throws Exception {
    String text =
        """
        models:
          cnn:
            layers: [{conv2d: {filters: many, kernal: 3}}, {dense: 2}]
          mlp:
            layers: [relu, {dense: 2}]
            training: {epochs: 0}
        sead: 7
        dataset:
          title: 3
          size: [x, 28]
          classes: {de: [a], en: [b, c]}
          files: 5
        pipeline: a b
        """;

    assertThat(Sample.problems(folder, text))
        .extracting(problem -> problem.replaceFirst("(x.yaml:\\d+: [^:]*): .*", "$1"))
        .containsExactly(
            "x.yaml:1: seed",
            "x.yaml:3: models.cnn.layers[0].filters",
            "x.yaml:3: models.cnn.layers[0].kernal",
            "x.yaml:6: models.mlp.training.epochs",
            "x.yaml:7: sead",
            "x.yaml:10: dataset.size[0]",
            "x.yaml:11: dataset.classes.de",
            "x.yaml:12: dataset.files",
            "x.yaml:13: pipeline");
  }

  @Test
  void aMistakeElsewhereDoesNotHideAShapeThatDoesNotFit() throws Exception {
    assertThat(
            Sample.problems(
                folder,
                Sample.with("- flatten", "- relu").replace("seed: 7", "seed: x"),
                "nonsense"))
        .hasSize(3)
        .anyMatch(problem -> problem.contains("put flatten before it"));
  }
}
