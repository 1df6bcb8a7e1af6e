package stoffprobe.nightly;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import stoffprobe.engine.Manifest;
import stoffprobe.engine.RecordJson;
import stoffprobe.engine.StageException;

/**
 * The runs of a sweep that differ from the baseline in their seed alone: another way to measure how
 * far metrics spread.
 *
 * @param sweep {@code output/<sweep>}
 */
record SweptSeeds(Path sweep) {

  private static final Logger LOG = LogManager.getLogger();

  /** The stages before a training, by folder. */
  private static final Map<String, String> DATA =
      Map.of("1-ingest", "ingest", "3-preprocess", "preprocess");

  private static final String DONE = "done";

  /** What is read of {@code run.json}. */
  private record SweptRun(
      String run,
      String model,
      long seed,
      String state,
      String weightsSha256,
      String predictionsSha256,
      Map<String, Double> metrics) {}

  /**
   * What came of the baseline's models with each seed that all of them were trained with.
   *
   * @throws StageException if there is no such sweep
   */
  Map<Long, Map<String, ModelResult>> like(Trial baseline) throws IOException, StageException {
    Map<Long, Map<String, ModelResult>> seeds = new TreeMap<>();
    for (Path folder : folders()) {
      Optional<SweptRun> run = run(folder).filter(found -> found.state().equals(DONE));
      if (run.isPresent() && sameBut(folder, run.get().model(), baseline)) {
        seeds
            .computeIfAbsent(run.get().seed(), seed -> new HashMap<>())
            .put(
                run.get().model(),
                new ModelResult(
                    run.get().weightsSha256(), run.get().predictionsSha256(), run.get().metrics()));
      }
    }
    Map<Long, Map<String, ModelResult>> complete = new LinkedHashMap<>();
    Set<String> models = baseline.models().keySet();
    seeds.forEach(
        (seed, found) -> {
          if (found.keySet().equals(models)) {
            Map<String, ModelResult> ordered = new LinkedHashMap<>();
            models.forEach(
                model ->
                    Optional.ofNullable(found.get(model))
                        .ifPresent(result -> ordered.put(model, result)));
            complete.put(seed, ordered);
          }
        });
    return complete;
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

  private static Optional<SweptRun> run(Path folder) throws IOException {
    try {
      String text = Files.readString(folder.resolve("run.json"));
      return Optional.of(RecordJson.MAPPER.readValue(text, SweptRun.class));
    } catch (NoSuchFileException | JsonProcessingException e) {
      LOG.debug("No record of a run in {}", folder, e);
      return Optional.empty();
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
