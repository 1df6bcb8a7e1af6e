package stoffprobe.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a valid file means: every default, and every key. */
class PipelineReaderTest {

  @TempDir Path folder;

  @Test
  void everyDefault() throws Exception {
    PipelineFile file = Sample.read(folder, Sample.MINIMAL);

    assertThat(file)
        .isEqualTo(
            new PipelineFile(
                "garments",
                7,
                new DatasetSettings(
                    "Garments",
                    new ClassNames(List.of("shirt", "shoe"), List.of("shirt", "shoe")),
                    28,
                    28,
                    false,
                    Optional.empty(),
                    new DatasetSettings.Files(
                        List.of(
                            new DatasetSettings.SourceFile("train-images", "a", Optional.empty()),
                            new DatasetSettings.SourceFile("train-labels", "b", Optional.empty()),
                            new DatasetSettings.SourceFile("test-images", "c", Optional.empty()),
                            new DatasetSettings.SourceFile("test-labels", "d", Optional.empty())),
                        new DatasetSettings.Sources(List.of(), Optional.empty(), Optional.empty()),
                        0)),
                new ExploreSettings(15),
                new PreprocessSettings(0.5, 0.5, 0.0),
                List.of(
                    new ModelSettings(
                        "mlp",
                        List.of(new Layer.Flatten(), new Layer.Dense(2)),
                        new TrainingSettings(
                            10,
                            64,
                            TrainingSettings.Optimizer.ADAM,
                            0.001,
                            TrainingSettings.Device.AUTO,
                            0,
                            2)))));
  }

  @Test
  void everyKey() throws Exception {
    String sha = "0123456789abcdef".repeat(4);
    PipelineFile file =
        Sample.read(
            folder,
            """
            pipeline: 2024_garments-B
            seed: 9223372036854775807
            dataset:
              title: "Kleider & Schuhe: <neu>"
              license: own pictures
              classes: {de: [Hemd, Schuh], en: [shirt, shoe]}
              size: [30, 40]
              files:
                train-images: {name: a, sha256: %1$s}
                train-labels: {name: b, sha256: %2$s}
                test-images: {name: c, sha256: %1$s}
                test-labels: {name: d}
              sources:
                folders: [data, /srv/more data]
                download: https://example.org/garments
                debian-package: dataset-garments2.0+x
            explore: {samples: 20}
            preprocess: {mean: 0.25, std: 2, validation: 0.1}
            training: {epochs: 3, batch: 32, optimizer: adam, learning-rate: 1e-2, device: cpu,
              threads: 4, shards: 8}
            models:
              first:
                training: {epochs: 5, batch: 16, optimizer: adam, learning-rate: .5, device: gpu,
                  threads: 1, shards: 1}
                layers: [{conv2d: {filters: 4, kernel: 5, padding: valid}}, relu, {max-pool: 2},
                  {conv2d: {filters: 3}}, {dropout: 0.5}, flatten, {dense: 2}]
              second:
                layers: [flatten, {dense: {units: 2}}]
            """
                .formatted(sha, sha.toUpperCase(Locale.ROOT)));

    assertThat(file.name()).isEqualTo("2024_garments-B");
    assertThat(file.seed()).isEqualTo(Long.MAX_VALUE);
    assertThat(file.dataset())
        .isEqualTo(
            new DatasetSettings(
                "Kleider & Schuhe: <neu>",
                new ClassNames(List.of("Hemd", "Schuh"), List.of("shirt", "shoe")),
                30,
                40,
                false,
                Optional.of("own pictures"),
                new DatasetSettings.Files(
                    List.of(
                        new DatasetSettings.SourceFile("train-images", "a", Optional.of(sha)),
                        new DatasetSettings.SourceFile("train-labels", "b", Optional.of(sha)),
                        new DatasetSettings.SourceFile("test-images", "c", Optional.of(sha)),
                        new DatasetSettings.SourceFile("test-labels", "d", Optional.empty())),
                    new DatasetSettings.Sources(
                        List.of(Path.of("data"), Path.of("/srv/more data")),
                        Optional.of("https://example.org/garments"),
                        Optional.of("dataset-garments2.0+x")),
                    0)));
    assertThat(file.explore()).isEqualTo(new ExploreSettings(20));
    assertThat(file.preprocess()).isEqualTo(new PreprocessSettings(0.25, 2, 0.1));
    TrainingSettings own =
        new TrainingSettings(
            5, 16, TrainingSettings.Optimizer.ADAM, 0.5, TrainingSettings.Device.GPU, 1, 1);
    TrainingSettings common =
        new TrainingSettings(
            3, 32, TrainingSettings.Optimizer.ADAM, 0.01, TrainingSettings.Device.CPU, 4, 8);
    assertThat(file.models())
        .containsExactly(
            new ModelSettings(
                "first",
                List.of(
                    new Layer.Conv2d(4, 5, Layer.Padding.VALID),
                    new Layer.Relu(),
                    new Layer.MaxPool(2),
                    new Layer.Conv2d(3, 3, Layer.Padding.SAME),
                    new Layer.Dropout(0.5),
                    new Layer.Flatten(),
                    new Layer.Dense(2)),
                own),
            new ModelSettings("second", List.of(new Layer.Flatten(), new Layer.Dense(2)), common));
  }

  @Test
  void aModelsOwnTrainingOverridesOnlyWhatItNames() throws Exception {
    PipelineFile file =
        Sample.read(
            folder,
            Sample.MINIMAL + "    training: {epochs: 3}\ntraining: {batch: 8, learning-rate: 1}\n");

    assertThat(file.models().get(0).training())
        .isEqualTo(
            new TrainingSettings(
                3, 8, TrainingSettings.Optimizer.ADAM, 1, TrainingSettings.Device.AUTO, 0, 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "flatten | {flatten: {}}",
        "relu | {relu: }",
        "{dense: 3} | {dense: {units: 3}}",
        "{conv2d: 5} | {conv2d: {filters: 5, kernel: 3, padding: same}}",
        "{max-pool: 3} | {max-pool: {size: 3}}",
        "{dropout: 0} | {dropout: {rate: 0.0}}"
      })
  void theShortAndTheLongFormOfALayerMeanTheSame(String brief, String full) throws Exception {
    assertThat(layersWith(brief)).isEqualTo(layersWith(full)).hasSize(3);
  }

  private List<Layer> layersWith(String layer) throws Exception {
    // Where the layer needs a vector it comes after flatten, else before.
    boolean onVector = layer.contains("dense");
    String text =
        onVector
            ? Sample.with("- dense: 2", "- " + layer + "\n      - dense: 2")
            : Sample.with("- flatten", "- " + layer + "\n      - flatten");
    return Sample.read(folder, text).models().get(0).layers();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "1", "true", "null", "0x1F", "1.50", "2020-01-01", "'a: b'"})
  void wordsThatYamlTakesForSomethingElseAreClassNames(String name) throws Exception {
    PipelineFile file =
        Sample.read(folder, Sample.with("[shirt, shoe]", "[" + name + ", \"yes\"]"));

    assertThat(file.dataset().classes().de()).containsExactly(name.replace("'", ""), "yes");
  }

  @Test
  void sectionsWhoseLinesAreAllCommentedOutHaveTheirDefaults() throws Exception {
    PipelineFile file =
        Sample.read(
            folder, Sample.MINIMAL + "explore:\n#  samples: 3\npreprocess:\ntraining: {}\n");

    assertThat(file).isEqualTo(Sample.read(folder, Sample.MINIMAL));
  }

  @Test
  void commentsKeyOrderAndLineEndsDoNotMatter() throws Exception {
    int models = Sample.MINIMAL.indexOf("models:");
    String other =
        "\uFEFF# first\n" + Sample.MINIMAL.substring(models) + Sample.MINIMAL.substring(0, models);

    assertThat(Sample.read(folder, other.replace("\n", "\r\n")))
        .isEqualTo(Sample.read(folder, Sample.MINIMAL));
  }

  @Test
  void modelsKeepTheOrderOfTheFile() throws Exception {
    String more = "  b: {layers: [flatten, {dense: 2}]}\n  a: {layers: [flatten, {dense: 2}]}\n";

    assertThat(Sample.read(folder, Sample.MINIMAL + more).models())
        .extracting(ModelSettings::name)
        .containsExactly("mlp", "b", "a");
  }

  private static final Layer CONV = new Layer.Conv2d(3, 3, Layer.Padding.SAME);

  @Test
  void layersBeyondTheWorkshopsAreReadWithTheirSettingsOrTheirUsualOnes() throws Exception {
    assertThat(layersWith("{leaky-relu: 0.2}").get(0)).isEqualTo(new Layer.LeakyRelu(0.2));
    assertThat(layersWith("leaky-relu").get(0)).isEqualTo(new Layer.LeakyRelu(0.01));
    assertThat(layersWith("elu").get(0))
        .isEqualTo(new Layer.Activation(Layer.Activation.Function.ELU));
    assertThat(layersWith("batch-norm").get(0)).isEqualTo(new Layer.BatchNorm(0.1));
    assertThat(layersWith("{batch-norm: {momentum: 0.5}}").get(0))
        .isEqualTo(new Layer.BatchNorm(0.5));
    assertThat(layersWith("{residual: [tanh, {dropout: 0.5}]}").get(0))
        .isEqualTo(
            new Layer.Residual(
                List.of(
                    new Layer.Activation(Layer.Activation.Function.TANH), new Layer.Dropout(0.5)),
                List.of()));
    assertThat(layersWith("{residual: {layers: [{conv2d: 3}], shortcut: [{conv2d: 3}]}}").get(0))
        .isEqualTo(new Layer.Residual(List.of(CONV), List.of(CONV)));
  }

  @Test
  void trainingHasMoreSettingsThatAModelMayOverride() throws Exception {
    PipelineFile file =
        Sample.read(
            folder,
            Sample.MINIMAL
                + """
                    training: {optimizer: adam, schedule: {step: {every: 3}}, warm-up: 1}
                  b:
                    layers: [flatten, {dense: 2}]
                preprocess: {validation: 0.1}
                training:
                  optimizer: sgd
                  momentum: 0.5
                  weight-decay: 0.001
                  schedule: {cosine: {to: 0.1}}
                  early-stopping: {patience: 4}
                  augmentation: {shift: 2, flip: true}
                """
                    .replaceFirst("^ {4}", "    "));

    MoreTraining own = file.models().get(0).training().more();
    MoreTraining common = file.models().get(1).training().more();
    assertThat(common)
        .isEqualTo(
            new MoreTraining(
                0.5,
                OptionalDouble.of(0.001),
                new Schedule.Cosine(0.1),
                0,
                Optional.of(new EarlyStopping(4)),
                new Augmentation(2, true)));
    assertThat(own.schedule()).isEqualTo(new Schedule.Step(3, 0.1));
    assertThat(own.warmUp()).isEqualTo(1);
    assertThat(own.earlyStopping()).contains(new EarlyStopping(4));
  }

  @Test
  void theUsualWeightDecayIsTheOptimizers() {
    assertThat(MoreTraining.NONE.weightDecay(TrainingSettings.Optimizer.ADAMW)).isEqualTo(0.01);
    assertThat(MoreTraining.NONE.weightDecay(TrainingSettings.Optimizer.ADAM)).isZero();
  }
}
