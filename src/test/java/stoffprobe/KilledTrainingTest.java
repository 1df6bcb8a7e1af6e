package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.ProgramProcess.Ended;

/**
 * A training killed with SIGKILL at seeded random instants ends as if nothing had happened. The
 * checkpoint is written right after the line of an epoch, so the short delays fall into that.
 */
final class KilledTrainingTest {

  private static final String SMOKE = "pipelines/smoke.yaml";
  private static final int SIGKILLED = 128 + 9;

  /** Long enough that no kill comes too late. */
  private static final List<String> TRAINING =
      List.of("train-cnn", "--set", "training.epochs=20", "--set", "training.batch=16");

  /** The line to wait for, and the longest time to wait after it, in milliseconds. */
  private record Instant(String line, int longest) {}

  private static final List<Instant> INSTANTS =
      List.of(
          new Instant("total ", 500), // TensorFlow starts, and the first epoch
          new Instant("Epoch 2/", 5),
          new Instant("Epoch 5/", 100),
          new Instant("Epoch 8/", 5),
          new Instant("Goes on after epoch ", 100));

  @TempDir private Path folder;

  @Test
  void killedFiveTimesATrainingEndsWithTheBitsOfAnUndisturbedOne() throws Exception {
    Path undisturbed = folder.resolve("undisturbed");
    assertThat(run(undisturbed).exitCode()).isZero();
    Path killed = folder.resolve("killed");
    Random random = new Random(4);
    for (Instant instant : INSTANTS) {
      killAt(instant, random, killed);

      CommandLineRun verify = CommandLineRun.of("verify", SMOKE, "--output", killed.toString());
      assertThat(verify.exitCode()).as(verify.out() + verify.err()).isZero();
      assertThat(killed.resolve("smoke/4-train-cnn")).doesNotExist();
    }

    Ended last = run(killed);

    assertThat(last.exitCode()).isZero();
    assertThat(last.lines()).anyMatch(line -> line.matches("Goes on after epoch \\d+/20 of .*"));
    assertThat(epochs(last.lines())).isBetween(1, 13);
    assertThat(Trained.read(killed.resolve("smoke"), "cnn"))
        .isEqualTo(Trained.read(undisturbed.resolve("smoke"), "cnn"));
    JsonNode training =
        new ObjectMapper().readTree(killed.resolve("smoke/4-train-cnn/training.json").toFile());
    double seconds = 0;
    for (String row : Files.readAllLines(killed.resolve("smoke/4-train-cnn/history.csv"))) {
      String field = row.split(",", -1)[7];
      seconds += field.equals("train_seconds") ? 0 : Double.parseDouble(field);
    }
    assertThat(training.get("train_seconds").asDouble()).isCloseTo(seconds, within(1e-9));
    assertThat(killed.resolve("smoke/.checkpoints")).isEmptyDirectory();
  }

  @Test
  void whatIsSavedUnderOtherSettingsOrDamagedIsNotUsedAndThatIsTold() throws Exception {
    Path output = folder.resolve("output");
    killAt(INSTANTS.get(1), new Random(1), output);
    Path checkpoint = output.resolve("smoke/.checkpoints/4-train-cnn");
    byte[] saved = Files.readAllBytes(checkpoint);

    Ended other = run(output, "--set", "training.epochs=1");

    assertThat(other.lines())
        .anyMatch(line -> line.matches("WARN.*4-train-cnn was saved under other settings.*"))
        .anyMatch(line -> line.startsWith("Epoch 1/1.."));

    saved[saved.length / 2] ^= 1;
    Files.write(checkpoint, saved);
    killAt(new Instant("WARN: " + checkpoint + " is damaged", 50), new Random(2), output);
  }

  private static void killAt(Instant instant, Random random, Path output) throws Exception {
    Process process = ProgramProcess.start(Map.of(), command(output));
    try (BufferedReader messages = process.inputReader()) {
      String line = messages.readLine();
      while (line != null && !line.startsWith(instant.line())) {
        line = messages.readLine();
      }
      assertThat(line).as("the training comes to " + instant.line()).isNotNull();
      Thread.sleep(random.nextInt(instant.longest()));
      process.toHandle().destroyForcibly();
      messages.lines().forEach(rest -> {}); // so that it does not wait for a reader
    }
    assertThat(process.waitFor()).isEqualTo(SIGKILLED);
  }

  private static Ended run(Path output, String... more) throws Exception {
    List<String> command = new ArrayList<>(command(output));
    command.addAll(List.of(more));
    return ProgramProcess.run(Map.of(), command);
  }

  private static List<String> command(Path output) {
    List<String> command = new ArrayList<>(List.of("run", SMOKE, "--output", output.toString()));
    command.addAll(TRAINING);
    return command;
  }

  private static int epochs(List<String> lines) {
    return (int) lines.stream().filter(line -> line.startsWith("Epoch ")).count();
  }
}
