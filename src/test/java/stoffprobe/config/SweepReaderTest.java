package stoffprobe.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepReaderTest {

  /** Two models, of which one has training settings of its own. */
  private static final String BASE =
      Sample.MINIMAL
          + """
            deep:
              layers: [flatten, {dense: 3}, relu, {dense: 2}]
              training: {epochs: 5, learning-rate: 0.01}
          training: {epochs: 4}
          """;

  @TempDir private Path folder;

  @Test
  void runsAreAllModelsWithAllSeeds() throws Exception {
    SweepFile sweep = read("seeds: [3, 1]\n");

    assertThat(sweep.name()).isEqualTo("many");
    assertThat(sweep.base()).isEqualTo(folder.resolve("base.yaml"));
    assertThat(sweep.runs())
        .extracting(SweepRun::id)
        .containsExactly("mlp-seed-3", "deep-seed-3", "mlp-seed-1", "deep-seed-1");
  }

  @Test
  void aRunIsAPipelineOfItsOwnWithOneModel() throws Exception {
    SweepFile sweep = read("seeds: [3]\ngrid: {training.batch: [16, 32]}\n");
    PipelineFile base = PipelineReader.read(folder.resolve("base.yaml"), List.of());

    PipelineFile run = pipeline(sweep.runs().get(3));

    assertThat(run.name()).matches("deep-[0-9a-f]{8}-seed-3");
    assertThat(run.seed()).isEqualTo(3);
    assertThat(run.dataset()).isEqualTo(base.dataset());
    assertThat(run.preprocess()).isEqualTo(base.preprocess());
    ModelSettings deep = base.models().get(1);
    assertThat(run.models())
        .containsExactly(new ModelSettings("deep", deep.layers(), withBatch(deep.training(), 32)));
  }

  /** A value for all would otherwise change nothing for a model that overrides it. */
  @Test
  void aCommonSettingReachesAModelThatHasItsOwn() throws Exception {
    SweepFile sweep = read("seeds: [3]\ngrid: {training.learning-rate: [0.1, 0.2]}\n");

    assertThat(sweep.runs())
        .extracting(run -> pipeline(run).models().get(0).training().learningRate())
        .containsExactly(0.1, 0.2, 0.1, 0.2);
  }

  @Test
  void aKeyOfAModelIsNotVariedForAnother() throws Exception {
    SweepFile sweep = read("seeds: [3]\ngrid: {models.deep.training.epochs: [1, 2, 3]}\n");

    assertThat(sweep.variants())
        .extracting(SweepVariant::model)
        .containsExactly("mlp", "deep", "deep", "deep");
    assertThat(sweep.variants().get(0).values()).isEmpty();
    assertThat(sweep.variants().get(2).values())
        .isEqualTo(Map.of("models.deep.training.epochs", "2"));
  }

  @Test
  void listsAndMapsAreValues() throws Exception {
    SweepFile sweep =
        read(
            """
            seeds: [3]
            models: [mlp]
            grid:
              models.mlp.layers:
                - [flatten, {dense: 2}]
                - [flatten, {dense: 9}, relu, {dense: 2}]
              training.schedule: [constant, {step: {every: 2, factor: 0.5}}]
            """);

    assertThat(sweep.variants()).hasSize(4);
    assertThat(sweep.variants().get(3).values())
        .containsEntry("models.mlp.layers", "[flatten, {dense: 9}, relu, {dense: 2}]")
        .containsEntry("training.schedule", "{step: {every: 2, factor: 0.5}}");
    assertThat(pipeline(sweep.runs().get(3)).models().get(0).layers()).hasSize(4);
  }

  @Test
  void namesStayWhenOtherValuesComeAndGo() throws Exception {
    Set<String> few = ids(read("seeds: [3]\ngrid: {training.batch: [32]}\n"));
    Set<String> more = ids(read("seeds: [5, 3]\ngrid: {training.batch: [8, 32, 64]}\n"));

    assertThat(more).containsAll(few).hasSize(12);
    assertThat(ids(read("seeds: [3]\ngrid: {training.batch: [8], preprocess.std: [1, 2]}\n")))
        .isEqualTo(ids(read("seeds: [3]\ngrid: {preprocess.std: [2, 1], training.batch: [8]}\n")));
  }

  @Test
  void aSampleIsDrawnFromItsSeedAlone() throws Exception {
    String grid =
        """
        grid:
          training.batch: [8, 16, 32]
          training.learning-rate: {from: 0.0001, to: 0.01, scale: log}
          training.epochs: {from: 2, to: 6}
        """;
    SweepFile one = read("seeds: [3]\nmodels: [mlp]\nsample: {runs: 40, seed: 1}\n" + grid);
    SweepFile again = read("seeds: [3]\nmodels: [mlp]\nsample: {runs: 40, seed: 1}\n" + grid);
    SweepFile other = read("seeds: [3]\nmodels: [mlp]\nsample: {runs: 40, seed: 2}\n" + grid);

    assertThat(ids(one)).isEqualTo(ids(again)).isNotEqualTo(ids(other)).hasSize(40);
    List<TrainingSettings> drawn =
        one.runs().stream().map(run -> pipeline(run).models().get(0).training()).toList();
    assertThat(drawn).allMatch(t -> t.learningRate() >= 0.0001 && t.learningRate() <= 0.01);
    assertThat(drawn)
        .as("each power of ten is as likely")
        .filteredOn(t -> t.learningRate() < 0.001)
        .hasSizeBetween(10, 30);
    assertThat(drawn)
        .extracting(TrainingSettings::epochs)
        .contains(2, 6)
        .allMatch(e -> e >= 2 && e <= 6);
  }

  @Test
  void everyMistakeIsNamedAtItsLine() throws Exception {
    assertThat(
            problems(
                """
                seeds: [3, 3, x]
                models: [mlp, dep]
                grid:
                  seed: [1, 2]
                  training.batch: 32
                  training.learning-rate: {from: 0.1, to: 0.2}
                retries: 3
                """))
        .containsExactlyInAnyOrder(
            "many.yaml:2: seeds[1]: found the seed a second time, expected each seed once",
            "many.yaml:2: seeds[2]: found \"x\", expected a whole number from 0 to "
                + Long.MAX_VALUE,
            "many.yaml:5: grid.\"seed\"".replace("\"", "")
                + ": found the key seed, expected it under seeds of the sweep's file",
            "many.yaml:6: grid.\"training.batch\": found 32, expected a list of values, such as"
                + " [0.001, 0.0003]",
            "many.yaml:7: grid.\"training.learning-rate\": found a range, expected a list of"
                + " values; a range needs a sample: sample: {runs: 20, seed: 1}",
            "many.yaml:8: retries: found an unknown key, expected one of sweep, base, seeds,"
                + " models, sample, grid");
  }

  @Test
  void aModelThatTheBaseLacksIsNamed() throws Exception {
    assertThat(problems("seeds: [3]\nmodels: [mlp, dep]\n"))
        .containsExactly(
            "many.yaml:3: models[1]: found the model \"dep\", expected one of mlp, deep; did you"
                + " mean \"deep\"?");
  }

  /** Where it stands in the sweep's file, and before the first training. */
  @Test
  void aValueThatNoTrainingCanHaveIsFound() throws Exception {
    assertThat(problems("seeds: [3]\nmodels: [mlp]\ngrid:\n  training.batch: [32, 0]\n"))
        .singleElement()
        .asString()
        .startsWith("many.yaml:5: models.mlp.training.batch: found 0, expected a whole number");
    assertThat(problems("seeds: [3]\nmodels: [mlp]\ngrid:\n  training.bach: [32]\n"))
        .singleElement()
        .asString()
        .contains("models.mlp.training.bach: found an unknown key", "batch");
    assertThat(problems("seeds: [3]\nmodels: [mlp]\ngrid:\n  models.deep.training.batch: [32]\n"))
        .singleElement()
        .asString()
        .contains("found a key of no model here");
  }

  @Test
  void aMissingBaseIsSaid() throws Exception {
    Files.writeString(folder.resolve("many.yaml"), "base: nowhere.yaml\nseeds: [1]\n");
    assertThat(problemsOfFile())
        .singleElement()
        .asString()
        .contains("nowhere.yaml", "no such file");
  }

  @Test
  void anOverrideCountsForAllRuns() throws Exception {
    Files.writeString(folder.resolve("base.yaml"), BASE);
    Path file = Files.writeString(folder.resolve("many.yaml"), text("seeds: [3]\n"));
    SweepFile sweep = SweepReader.read(file, List.of("preprocess.mean=0.25"));

    assertThat(sweep.runs())
        .allMatch(run -> pipeline(run).preprocess().mean().equals(PerChannel.of(0.25)));
  }

  private SweepFile read(String more) throws Exception {
    Files.writeString(folder.resolve("base.yaml"), BASE);
    return SweepReader.read(Files.writeString(folder.resolve("many.yaml"), text(more)), List.of());
  }

  private String text(String more) {
    return "base: " + folder.resolve("base.yaml") + "\n" + more;
  }

  private List<String> problems(String more) throws IOException {
    Files.writeString(folder.resolve("base.yaml"), BASE);
    Files.writeString(folder.resolve("many.yaml"), text(more));
    return problemsOfFile();
  }

  private List<String> problemsOfFile() throws IOException {
    try {
      SweepReader.read(folder.resolve("many.yaml"), List.of());
      return List.of();
    } catch (InvalidPipelineException e) {
      return e.problems().stream().map(line -> line.replace(folder + "/", "")).toList();
    }
  }

  private PipelineFile pipeline(SweepRun run) {
    try {
      return PipelineReader.read(
          Files.writeString(folder.resolve("run.yaml"), run.yaml()), List.of());
    } catch (IOException | InvalidPipelineException e) {
      throw new AssertionError(run.yaml(), e);
    }
  }

  private static Set<String> ids(SweepFile sweep) {
    return sweep.runs().stream().map(SweepRun::id).collect(Collectors.toSet());
  }

  private TrainingSettings withBatch(TrainingSettings training, int batch) throws Exception {
    PipelineFile file =
        Sample.read(
            folder,
            BASE.replace("learning-rate: 0.01}", "learning-rate: 0.01, batch: " + batch + "}"));
    assertThat(file.models().get(1).training().epochs()).isEqualTo(training.epochs());
    return file.models().get(1).training();
  }
}
