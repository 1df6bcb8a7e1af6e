package stoffprobe.nightly;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import stoffprobe.engine.Journal;
import stoffprobe.engine.RecordJson;
import stoffprobe.statistics.SeedSpread;

/** Measures how far metrics spread over seeds; a run that is done is not run again. */
final class Calibrator {

  private static final Logger LOG = LogManager.getLogger();

  private final Journal journal;
  private final String recipe;

  /** One run with another seed: a line of {@code calibration.jsonl}. */
  record SeedRun(String recipe, long seed, Map<String, ModelResult> models) {}

  /** Runs the pipeline with a seed. */
  @FunctionalInterface
  interface Trials {
    Trial run(long seed) throws Exception;
  }

  /**
   * The measurements for one recipe.
   *
   * @param file where runs are kept
   * @param recipe of the baseline
   */
  Calibrator(Path file, String recipe) {
    journal = new Journal(file);
    this.recipe = recipe;
  }

  /**
   * The spread over seeds.
   *
   * @param seeds at least 2
   * @param trials called for those that were not run yet
   */
  Calibration measure(List<Long> seeds, Trials trials) throws Exception {
    Map<Long, SeedRun> runs = known();
    for (long seed : seeds) {
      if (runs.containsKey(seed)) {
        LOG.info("Seed {}: measured before", seed);
        continue;
      }
      LOG.info("Seed {}: {} of {}", seed, seeds.indexOf(seed) + 1, seeds.size());
      Trial trial = trials.run(seed);
      SeedRun run = new SeedRun(Recipe.of(trial), seed, trial.models());
      if (!run.recipe().equals(recipe)) {
        throw new IOException(
            "The baseline was made with other data or settings than the pipeline file has now;"
                + " make a new one with 'stoffprobe nightly --accept-baseline' first.");
      }
      journal.append(RecordJson.MAPPER.writeValueAsString(run));
      runs.put(seed, run);
    }
    return calibration(
        seeds,
        seeds.stream().map(runs::get).filter(Objects::nonNull).map(SeedRun::models).toList());
  }

  /**
   * The spread over seeds that were run already.
   *
   * @param runs what came of each seed's models, at least 2
   */
  static Calibration calibration(List<Long> seeds, List<Map<String, ModelResult>> runs) {
    Map<String, ModelResult> models = runs.get(0);
    int metrics = models.values().stream().mapToInt(model -> model.metrics().size()).sum();
    Map<String, Map<String, Double>> deviations = new LinkedHashMap<>();
    Map<String, Map<String, Double>> tolerances = new LinkedHashMap<>();
    models.forEach(
        (model, result) -> {
          Map<String, Double> deviation = new LinkedHashMap<>();
          Map<String, Double> tolerance = new LinkedHashMap<>();
          for (String metric : result.metrics().keySet()) {
            SeedSpread spread = SeedSpread.of(values(runs, model, metric));
            deviation.put(metric, spread.deviation());
            tolerance.put(metric, spread.tolerance(metrics));
          }
          deviations.put(model, deviation);
          tolerances.put(model, tolerance);
        });
    return new Calibration(seeds, deviations, tolerances);
  }

  private static double[] values(List<Map<String, ModelResult>> runs, String model, String metric) {
    return runs.stream()
        .flatMap(run -> Optional.ofNullable(run.get(model)).stream())
        .flatMap(result -> Optional.ofNullable(result.metrics().get(metric)).stream())
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private Map<Long, SeedRun> known() throws IOException {
    Map<Long, SeedRun> runs = new TreeMap<>();
    List<String> lines = new ArrayList<>(journal.lines());
    for (String line : lines) {
      try {
        SeedRun run = RecordJson.MAPPER.readValue(line, SeedRun.class);
        if (recipe.equals(run.recipe())) {
          runs.put(run.seed(), run);
        }
      } catch (JsonProcessingException | NullPointerException e) {
        LOG.debug("A torn line; its seed is measured again", e);
      }
    }
    return runs;
  }
}
