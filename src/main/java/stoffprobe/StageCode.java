package stoffprobe;

import java.util.Arrays;
import java.util.List;

/**
 * The packages whose code decides a stage's result: the stage's own and those that it builds on. A
 * change in one of them makes the stage stale.
 *
 * <p>The engine is not among them: it moves results, it does not make them.
 */
enum StageCode {
  INGEST("ingest", "data", "config"),
  EXPLORE("explore", "data", "config"),
  PREPROCESS("preprocess", "data", "config"),
  TRAIN("train", "model", "statistics", "data", "config"),
  EVALUATE("evaluate", "predict", "model", "statistics", "data", "config");

  private final String names;

  StageCode(String... names) {
    this.names = String.join(" ", names);
  }

  /** Full names of packages. */
  List<String> packages() {
    return Arrays.stream(names.split(" ")).map(name -> "stoffprobe." + name).toList();
  }

  /** The packages of all stages, each once. */
  static String[] all() {
    return Arrays.stream(values())
        .flatMap(stage -> stage.packages().stream())
        .distinct()
        .toArray(String[]::new);
  }
}
