package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.ProgramProcess.Ended;

/** The command as a user or cron calls it, with runs in processes of their own. */
final class NightlyCommandTest {

  private static final String SMOKE = "pipelines/smoke.yaml";

  @TempDir private Path folder;

  @Test
  void theFirstNightIsAcceptedAndTheSecondReproducesIt() throws Exception {
    String output = folder.resolve("Nächte mit Leerzeichen").toString();

    Ended first =
        run("nightly", SMOKE, "--output", output, "--accept-baseline", "--reason", "erste Nacht");
    assertThat(first.exitCode()).as(String.join("\n", first.lines())).isZero();
    assertThat(first.lines()).anyMatch(line -> line.startsWith("not comparable: there is no"));

    Ended second = run("nightly", SMOKE, "--output", output);
    assertThat(second.exitCode()).as(String.join("\n", second.lines())).isZero();
    assertThat(second.lines()).contains("reproduced bit for bit");
    assertThat(Path.of(output, "smoke/nightly/nightly.xml")).content().contains("failures=\"0\"");
    assertThat(Path.of(output, "smoke/1-ingest")).as("the user's own results").doesNotExist();
  }

  @Test
  void aRunThatFailsIsAFailedNight() throws Exception {
    Path broken = folder.resolve("broken.yaml");
    Files.writeString(
        broken,
        Files.readString(Path.of(SMOKE))
            .replace("src/test/resources/fashion-mnist-sample", folder.resolve("absent").toString())
            .replaceAll("name: train-images-idx3-ubyte", "name: no-such-file"));

    Ended night = run("nightly", broken.toString(), "--output", folder.toString());

    assertThat(night.exitCode()).isEqualTo(1);
    assertThat(night.lines())
        .anyMatch(line -> line.matches("failed: ingest failed: .*no-such-file.*"));
  }

  @Test
  void wrongUsageIsToldBeforeAnythingRuns() throws Exception {
    assertThat(CommandLineRun.of("nightly", SMOKE, "--reason", "why"))
        .satisfies(
            run -> {
              assertThat(run.exitCode()).isEqualTo(2);
              assertThat(run.err()).contains("add --accept-baseline");
            });
    assertThat(CommandLineRun.of("nightly", SMOKE, "--calibrate", "2"))
        .satisfies(
            run -> {
              assertThat(run.exitCode()).isEqualTo(2);
              assertThat(run.err()).contains("at least 3 runs");
            });
  }

  @Test
  void tolerancesNeedABaseline() {
    CommandLineRun run =
        CommandLineRun.of("nightly", SMOKE, "--output", folder.toString(), "--calibrate", "3");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("there is no baseline", "--accept-baseline");
  }

  /** A night that cron's owner ends must not leave a training behind. */
  @Test
  void aSignalEndsTheNightAndItsRun() throws Exception {
    Process night =
        ProgramProcess.start(Map.of(), List.of("nightly", SMOKE, "--output", folder.toString()));
    List<ProcessHandle> runs = new ArrayList<>();
    try (BufferedReader messages = night.inputReader()) {
      String line = messages.readLine();
      while (line != null && !line.startsWith("Device:")) {
        line = messages.readLine();
      }
      assertThat(line).as("the run comes to its training").isNotNull();
      runs.addAll(night.toHandle().descendants().toList());
      assertThat(runs).hasSize(1);
      night.toHandle().destroy();
      messages.lines().forEach(rest -> {}); // so that it does not wait for a reader
    }

    assertThat(night.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertThat(night.exitValue()).isEqualTo(130);
    runs.get(0).onExit().get(5, TimeUnit.SECONDS);
    assertThat(folder.resolve("smoke/nightly/history.jsonl")).doesNotExist();
  }

  private static Ended run(String... args) throws Exception {
    return ProgramProcess.run(args);
  }
}
