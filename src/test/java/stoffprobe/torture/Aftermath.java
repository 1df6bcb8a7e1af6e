package stoffprobe.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import stoffprobe.CommandLineRun;

/** What has to hold after a fault. */
final class Aftermath {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String UP_TO_DATE = "up to date";

  private final Ground ground;
  private final Extent extent;

  private Aftermath(Ground ground, Extent extent) {
    this.ground = ground;
    this.extent = extent;
  }

  /**
   * After a fault that damaged no result: {@code verify} finds nothing, and the next plain run ends
   * with what an undisturbed one comes to. Results that were good before it are not made again.
   *
   * @return the run
   */
  static Ended isGood(Ground ground, Extent extent) throws Exception {
    CommandLineRun verify = ground.ask("verify");
    assertThat(verify.exitCode()).as("verify after the fault: %s", verify).isZero();
    return new Aftermath(ground, extent).endsWell();
  }

  /**
   * After a fault that damaged results: {@code status} and {@code verify} name exactly these, and
   * the next plain run makes them good.
   *
   * @param damage lines of {@code verify}
   */
  static void isNamedAndRepaired(Ground ground, Extent extent, String... damage) throws Exception {
    isNamed(ground, damage);
    new Aftermath(ground, extent).endsWell();
  }

  /** The first half of that. Each line begins with the folder of a stage. */
  static void isNamed(Ground ground, String... damage) {
    CommandLineRun verify = ground.ask("verify");
    assertThat(verify.out().lines()).as("%s", verify).containsExactlyInAnyOrder(damage);
    assertThat(verify.exitCode()).as("%s", verify).isEqualTo(4);
    Map<String, List<String>> expected = new TreeMap<>();
    for (String line : damage) {
      String folder = line.split("[/: ]", 2)[0];
      String reason = line.startsWith(folder + ": ") ? line.substring(folder.length() + 2) : line;
      expected.computeIfAbsent(Extent.stage(folder), s -> new ArrayList<>()).add(reason);
    }
    ground
        .status()
        .forEach(
            (stage, told) -> {
              List<String> own =
                  told.equals(UP_TO_DATE)
                      ? List.of()
                      : List.of(told.replaceFirst("stale: ", "").split("; ")).stream()
                          .filter(
                              reason ->
                                  !reason.startsWith("waits for ") && !reason.equals("never run"))
                          .toList();
              assertThat(own)
                  .as("what status tells of %s: %s", stage, told)
                  .containsExactlyInAnyOrderElementsOf(expected.getOrDefault(stage, List.of()));
            });
  }

  /** The next plain run, and how things are then. */
  static Ended endsWell(Ground ground, Extent extent) throws Exception {
    return new Aftermath(ground, extent).endsWell();
  }

  private Ended endsWell() throws Exception {
    Map<String, String> good = good();
    Ended run = ground.run(extent.named());
    assertThat(run.exitCode()).as("the next run: %s", run).isZero();
    assertPlain(run);
    assertThat(ground.status())
        .as("status after the next run")
        .containsAllEntriesOf(all(UP_TO_DATE));
    CommandLineRun verify = ground.ask("verify");
    assertThat(verify.exitCode()).as("verify after the next run: %s", verify).isZero();
    assertThat(
            Outcome.differences(
                Outcome.of(ground.root(), extent.folders()), ground.reference().outcome(extent)))
        .as("files after the next run that are not those of an undisturbed one")
        .isEmpty();
    for (Map.Entry<String, String> stage : good.entrySet()) {
      assertThat(manifest(stage.getKey()))
          .as("%s was up to date before that run and is not made again", stage.getKey())
          .isEqualTo(stage.getValue());
    }
    assertNothingIsLeft();
    return run;
  }

  /** No sentence of Java's reaches the user. */
  static void assertPlain(Ended ended) {
    assertThat(ended.err()).as("%s", ended).doesNotContain("Exception", "\tat ", "Internal error");
  }

  /**
   * The whole lines of {@code runs.jsonl}; the last one is whole, and says that a run ended well.
   */
  static List<JsonNode> journal(Path root) throws IOException {
    String text =
        new String(Files.readAllBytes(root.resolve("runs.jsonl")), StandardCharsets.UTF_8);
    assertThat(text).endsWith("\n");
    List<JsonNode> lines = new ArrayList<>();
    for (String line : text.lines().toList()) {
      try {
        lines.add(JSON.readTree(line));
      } catch (JsonProcessingException e) {
        lines.add(JSON.missingNode());
      }
    }
    assertThat(lines.get(lines.size() - 1).path("result").asText()).isEqualTo("done");
    return lines;
  }

  private void assertNothingIsLeft() throws IOException {
    assertThat(ground.root().resolve(".staging")).isEmptyDirectory();
    List<JsonNode> runs = journal(ground.root());
    for (JsonNode stage : runs.get(runs.size() - 1).get("stages")) {
      if (stage.get("result").asText().equals("ran")) {
        String folder = Extent.FOLDERS.get(stage.get("stage").asText());
        assertThat(ground.root().resolve(".checkpoints").resolve(folder)).doesNotExist();
      }
    }
  }

  private Map<String, String> good() throws IOException {
    Map<String, String> good = new TreeMap<>();
    for (Map.Entry<String, String> stage : ground.status().entrySet()) {
      if (stage.getValue().equals(UP_TO_DATE)) {
        good.put(stage.getKey(), manifest(stage.getKey()));
      }
    }
    return good;
  }

  private Map<String, String> all(String word) {
    Map<String, String> all = new TreeMap<>();
    extent.stages().forEach(stage -> all.put(stage, word));
    return all;
  }

  private String manifest(String stage) throws IOException {
    String folder = Extent.FOLDERS.get(stage);
    Path published = ground.root().resolve(folder);
    Path replaced = ground.root().resolve(".staging").resolve(folder + ".old");
    Path complete = Files.exists(published) ? published : replaced;
    return Files.readString(complete.resolve("manifest.json"), StandardCharsets.UTF_8);
  }
}
