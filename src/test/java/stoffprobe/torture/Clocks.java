package stoffprobe.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Nothing may be decided by a clock: not by the files' times, not by the program's dates. */
final class Clocks {

  private static final String[] FEWER_SAMPLES = {"--set", "explore.samples=7"};

  private Clocks() {}

  static List<Trial> trials(Setting setting) {
    List<Trial> trials = new ArrayList<>();
    for (String date : List.of("1970-01-02T00:00:00Z", "2099-01-01T00:00:00Z")) {
      trials.add(new Trial("files of " + date, ground -> files(ground, Instant.parse(date))));
    }
    for (int days : List.of(-20_000, -1, 1, 20_000)) {
      trials.add(new Trial("a clock off by " + days + " days", ground -> clock(ground, days)));
    }
    return setting.scale().some(trials, 1, setting.random());
  }

  private static void files(Ground ground, Instant date) throws Exception {
    ground.finished(Extent.ALL);
    touch(ground.root(), FileTime.from(date));
    assertThat(ground.ask("status").exitCode()).as("status").isZero();
    Aftermath.isGood(ground, Extent.ALL);
    Ground.flip(ground.root().resolve("2-explore/samples.csv"));
    touch(ground.root(), FileTime.from(date));
    Aftermath.isNamedAndRepaired(ground, Extent.ALL, "2-explore/samples.csv changed");
  }

  /** A result by a wrong clock stands, is replaced by a right one, and replaces one. */
  private static void clock(Ground ground, int days) throws Exception {
    Program wrong = Program.withClock(days);
    assertRan(ground, ground.run(wrong, "explore", "preprocess"), "ran");
    assertThat(started(ground)).as("the wrong clock").startsWith(years(days));
    Aftermath.isGood(ground, Extent.DATA);
    List<JsonNode> lines = Aftermath.journal(ground.root());
    assertThat(lines.get(1).at("/stages").findValuesAsText("result")).containsOnly("up to date");

    ground.with(FEWER_SAMPLES);
    assertRan(ground, ground.run("explore"), "ran");
    assertRan(ground, ground.run(wrong, "explore"), "up to date");
    ground.plain();
    assertRan(ground, ground.run(wrong, "explore"), "ran");
    Aftermath.isGood(ground, Extent.DATA);
  }

  private static void assertRan(Ground ground, Ended run, String result) throws Exception {
    assertThat(run.exitCode()).as("%s", run).isZero();
    List<JsonNode> lines = Aftermath.journal(ground.root());
    for (JsonNode stage : lines.get(lines.size() - 1).get("stages")) {
      if (stage.get("stage").asText().equals("explore")) {
        assertThat(stage.get("result").asText()).isEqualTo(result);
      }
    }
  }

  private static String years(int days) {
    return Instant.now().plusSeconds(86_400L * days).toString().substring(0, 10);
  }

  private static String started(Ground ground) throws Exception {
    Path manifest = ground.root().resolve("2-explore/manifest.json");
    return new ObjectMapper().readTree(manifest.toFile()).get("started").asText();
  }

  private static void touch(Path root, FileTime time) throws Exception {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.toList()) {
        Files.setLastModifiedTime(path, time);
      }
    }
  }
}
