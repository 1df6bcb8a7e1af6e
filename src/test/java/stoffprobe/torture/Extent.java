package stoffprobe.torture;

import java.util.List;
import java.util.Map;

/** How much of the pipeline a trial is about: what needs no training takes a second. */
enum Extent {
  INGEST("ingest", "ingest"),
  DATA("explore preprocess", "ingest explore preprocess"),
  TRAINING("train-mlp", "ingest preprocess train-mlp"),
  ALL("", "ingest explore preprocess train-mlp train-cnn evaluate report");

  /** The folders of all stages, by their names. */
  static final Map<String, String> FOLDERS =
      Map.of(
          "ingest", "1-ingest",
          "explore", "2-explore",
          "preprocess", "3-preprocess",
          "train-mlp", "4-train-mlp",
          "train-cnn", "4-train-cnn",
          "evaluate", "5-evaluate",
          "report", "6-report");

  private final String named;
  private final String stages;

  Extent(String named, String stages) {
    this.named = named;
    this.stages = stages;
  }

  /** What a plain run of these is given; nothing for all. */
  String[] named() {
    return named.isEmpty() ? new String[0] : named.split(" ");
  }

  /** All that such a run brings up to date, in order. */
  List<String> stages() {
    return List.of(stages.split(" "));
  }

  List<String> folders() {
    return stages().stream().map(FOLDERS::get).toList();
  }

  /** The stage of a folder. */
  static String stage(String folder) {
    return ALL.stages().stream()
        .filter(stage -> FOLDERS.get(stage).equals(folder))
        .findFirst()
        .orElseThrow();
  }
}
