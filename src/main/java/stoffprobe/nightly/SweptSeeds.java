package stoffprobe.nightly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import stoffprobe.engine.Manifest;
import stoffprobe.engine.StageException;
import stoffprobe.sweep.RunRecord;

/**
 * The runs of a sweep that differ from the baseline in their seed alone: another way to measure how
 * far metrics spread.
 *
 * @param sweep {@code output/<sweep>}
 */
record SweptSeeds(Path sweep) {

  /** The stages before a training, by folder. */
  private static final Map<String, String> DATA =
      Map.of("1-ingest", "ingest", "3-preprocess", "preprocess");

  /**
   * What came of the baseline's models with each seed that all of them were trained with.
   *
   * @throws StageException if there is no such sweep
   */
  Map<Long, Map<String, ModelResult>> like(Trial baseline) throws IOException, StageException {
    Map<Long, Map<String, ModelResult>> seeds = new TreeMap<>();
    for (Path folder : folders()) {
      Optional<RunRecord> run = RunRecord.read(folder).filter(RunRecord::done);
      if (run.isPresent() && sameBut(folder, run.get().model(), baseline)) {
        seeds
            .computeIfAbsent(run.get().seed(), seed -> new TreeMap<>(order(baseline)))
            .put(run.get().model(), result(run.get()));
      }
    }
    seeds.values().removeIf(found -> !found.keySet().equals(baseline.models().keySet()));
    return seeds;
  }

  /** As the baseline has its models. */
  private static Comparator<String> order(Trial baseline) {
    List<String> models = List.copyOf(baseline.models().keySet());
    return Comparator.<String>comparingInt(models::indexOf).thenComparing(model -> model);
  }

  private static ModelResult result(RunRecord run) {
    return new ModelResult(
        String.valueOf(run.weightsSha256()),
        String.valueOf(run.predictionsSha256()),
        run.metrics());
  }

  private List<Path> folders() throws IOException, StageException {
    Path runs = sweep.resolve("runs");
    if (!Files.isDirectory(runs)) {
      throw new StageException(
          "There is no sweep in " + sweep + "; give the folder that 'stoffprobe sweep' wrote.");
    }
    try (Stream<Path> entries = Files.list(runs)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** Whether data and training are those of the baseline but for the seed. */
  private static boolean sameBut(Path folder, String model, Trial baseline) throws IOException {
    for (Map.Entry<String, String> data : DATA.entrySet()) {
      if (!sameStage(folder.resolve(data.getKey()), data.getValue(), baseline)) {
        return false;
      }
    }
    return sameStage(folder.resolve("4-train-" + model), "train-" + model, baseline);
  }

  private static boolean sameStage(Path folder, String name, Trial baseline) throws IOException {
    Optional<StageResult> stage =
        baseline.stages().stream().filter(result -> result.stage().equals(name)).findFirst();
    if (stage.isEmpty()) {
      return false;
    }
    Manifest manifest = Manifest.read(folder.resolve(Manifest.FILE));
    boolean sameSources =
        stage.get().sources().entrySet().stream()
            .allMatch(source -> source.getValue().equals(manifest.inputs().get(source.getKey())));
    return sameSources
        && Recipe.parameters(manifest.parameters())
            .equals(Recipe.parameters(stage.get().parameters()));
  }
}
