package stoffprobe.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesTest {

  @TempDir Path folder;

  @Test
  void anOverrideReplacesAWrittenValue() throws Exception {
    assertThat(read("seed=8").seed()).isEqualTo(8);
    assertThat(read("dataset.title=a = b").dataset().title()).isEqualTo("a = b");
    assertThat(read("models.mlp.layers=[flatten, {dense: 4}, {dense: 2}]").models().get(0).layers())
        .containsExactly(new Layer.Flatten(), new Layer.Dense(4), new Layer.Dense(2));
  }

  @Test
  void anOverrideCreatesTheMapsThatItNeeds() throws Exception {
    PipelineFile file = read("training.epochs=2", "models.mlp.training.batch=8");

    assertThat(file.models().get(0).training().epochs()).isEqualTo(2);
    assertThat(file.models().get(0).training().batch()).isEqualTo(8);
    assertThat(Sample.read(folder, Sample.MINIMAL + "explore:\n", "explore.samples=3").explore())
        .isEqualTo(new ExploreSettings(3));
  }

  @Test
  void aModelsOwnSettingCountsAgainstAnOverrideOfTheCommonOne() throws Exception {
    PipelineFile file =
        Sample.read(folder, Sample.MINIMAL + "    training: {epochs: 5}\n", "training.epochs=2");

    assertThat(file.models().get(0).training().epochs()).isEqualTo(5);
  }

  @Test
  void ofTwoOverridesTheLaterCounts() throws Exception {
    assertThat(read("seed=8", "seed=9").seed()).isEqualTo(9);
    assertThat(read("training={epochs: 3, batch: 8}", "training.epochs=4").models())
        .extracting(ModelSettings::training)
        .extracting(TrainingSettings::epochs, TrainingSettings::batch)
        .containsExactly(tuple(4, 8));
  }

  @Test
  void anOverrideMendsAWrongValue() throws Exception {
    String broken = Sample.with("seed: 7", "seed: seven");

    assertThat(Sample.read(folder, broken, "seed=7"))
        .isEqualTo(Sample.read(folder, Sample.MINIMAL));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "training.epochs=x | training.epochs: found \"x\", expected a whole number from 1 to 100000",
        "training.epochs= | training.epochs: found nothing, expected a whole number from 1 to 100000",
        "training=5 | training: found 5, expected keys and values",
        "seed.x=5 | seed: found 7, expected keys below it; a list or value is set as a whole",
        "models.mlp.layers.x=5 | models.mlp.layers: found a list of 2, expected keys below it; a list or value is set as a whole",
        "modls.mlp=5 | modls: found an unknown key, expected one of pipeline, seed, dataset, explore, preprocess, training, models; did you mean \"models\"?",
        "training.epoch=5 | training.epoch: found an unknown key, expected one of epochs, batch, optimizer, learning-rate, device, threads, shards, momentum, weight-decay, schedule, warm-up, early-stopping, augmentation; did you mean \"epochs\"?",
        "models.cnn.training.epochs=5 | models.cnn.layers: found nothing, expected a list of 1 to 1000 layers",
        "models.mlp.layers=[relu, {dense: 2}] | models.mlp.layers[1]: found the shape [28, 28, 1] before dense, expected a vector: put flatten before it",
        "seed | found no \"=\", expected KEY=VALUE, such as training.epochs=2",
        "=5 | found no such key, expected KEY=VALUE, such as training.epochs=2",
        "a..b=5 | found no such key, expected KEY=VALUE, such as training.epochs=2",
        "seed=[1 | seed: found an error in the notation (while parsing a flow sequence: expected ',' or ']', but got <stream end>), expected valid YAML",
        "seed=&a 1 | seed: found an anchor or alias (& or *), expected the value written out"
      })
  void aProblemNamesTheOverrideInsteadOfALine(String override, String problem) throws Exception {
    assertThat(Sample.problems(folder, Sample.MINIMAL, override))
        .containsExactly("--set " + override + ": " + problem);
  }

  @Test
  void problemsOfTheFileAndOfOverridesAreToldTogether() throws Exception {
    assertThat(
            Sample.problems(
                folder, Sample.with("seed: 7", "seed: x"), "training.epochs=0", "training.batch=0"))
        .extracting(problem -> problem.substring(0, problem.indexOf(": found")))
        .containsExactly(
            "x.yaml:2: seed",
            "--set training.epochs=0: training.epochs",
            "--set training.batch=0: training.batch");
  }

  @Test
  void aKeyOfAThousandPartsIsRefused() throws Exception {
    List<String> problems = Sample.problems(folder, Sample.MINIMAL, "a.".repeat(100_000) + "b=1");

    assertThat(problems).singleElement().asString().contains("found no such key");
  }

  private PipelineFile read(String... overrides) throws Exception {
    return Sample.read(folder, Sample.MINIMAL, overrides);
  }
}
