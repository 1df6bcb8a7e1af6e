package stoffprobe;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The packages whose code decides a stage's result: the stage's own and those that it builds on. A
 * change in one of them makes the stage stale.
 *
 * <p>The engine is not among them: it moves results, it does not make them. Nor is {@code gpu},
 * which tells of the machine what the environment records as the device.
 */
enum StageCode {
  INGEST("ingest pictures data config"),
  EXPLORE("explore data config"),
  PREPROCESS("preprocess data config"),
  TRAIN("train model statistics data config"),
  EVALUATE("evaluate filters predict pictures model statistics data config"),
  REPORT("report report.facts report.text report.chart data config") {
    @Override
    Stream<String> templates() {
      String root = "gg.jte.generated.precompiled";
      return Stream.of(root, root + ".sections", root + ".parts");
    }
  };

  /** Below {@code stoffprobe}, a space between two. */
  private final String names;

  StageCode(String names) {
    this.names = names;
  }

  /** Full names of packages. */
  List<String> packages() {
    return Stream.concat(
            Arrays.stream(names.split(" ")).map(name -> "stoffprobe." + name), templates())
        .toList();
  }

  /** The packages that the page's templates are compiled to. */
  Stream<String> templates() {
    return Stream.empty();
  }

  /** The packages of all stages, each once. */
  static String[] all() {
    return Arrays.stream(values())
        .flatMap(stage -> stage.packages().stream())
        .distinct()
        .toArray(String[]::new);
  }
}
