package stoffprobe.nightly;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import stoffprobe.engine.Canonical;
import stoffprobe.engine.Sha256;

/** What a spread over seeds was measured for: the settings of all stages but the seed. */
final class Recipe {

  private static final Set<String> SEED = Set.of("seed");

  private Recipe() {}

  /** Equal for stages whose settings are the same but for the seed. */
  static String parameters(Map<String, Object> parameters) {
    Map<String, Object> kept = new TreeMap<>(parameters);
    kept.keySet().removeAll(SEED);
    return Canonical.json(kept);
  }

  /** Equal for runs that differ in their seed, code or environment alone. */
  static String of(Trial trial) {
    Map<String, Object> recipe = new TreeMap<>();
    for (StageResult stage : trial.stages()) {
      Map<String, Object> parameters = new TreeMap<>(stage.parameters());
      parameters.keySet().removeAll(SEED);
      recipe.put(stage.stage(), Map.of("parameters", parameters, "sources", stage.sources()));
    }
    return Sha256.of(Canonical.json(recipe).getBytes(StandardCharsets.UTF_8));
  }
}
