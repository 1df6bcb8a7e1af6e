package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stoffprobe.ProgramProcess.Ended;

/** A signal ends a run, but what the run did is still written down, and a word helps on. */
final class InterruptTest {

  private static final String SMOKE = "pipelines/smoke.yaml";
  private static final String ADVICE =
      "Interrupted. Complete results are kept, and so are the epochs that a training has"
          + " completed; run the same command again to go on.";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void aTrainingIsRecordedAsInterruptedAndLeavesNoWorkBehind(String signal) throws Exception {
    assumeFalse(ignored(signal), "this process and its children ignore SIG" + signal);
    Ended ended =
        interrupted(
            signal, "Epoch 2/", "run", SMOKE, "train-mlp", "--set", "training.epochs=100000");

    assertThat(ended.exitCode()).isEqualTo(130);
    assertThat(ended.lines()).contains(ADVICE);
    assertThat(ended.lines())
        .last()
        .asString()
        .matches(
            "train-mlp was interrupted \\(its epochs up to \\d+ are kept\\);"
                + " its last result stays as it was\\.");
    List<String> runs = Files.readAllLines(folder.resolve("smoke/runs.jsonl"));
    assertThat(runs).hasSize(1);
    JsonNode run = new ObjectMapper().readTree(runs.get(0));
    assertThat(run.get("result").asText()).isEqualTo("interrupted");
    assertThat(run.get("stages").findValuesAsText("stage"))
        .containsExactly("ingest", "preprocess", "train-mlp");
    assertThat(run.get("stages").findValuesAsText("result"))
        .containsExactly("ran", "ran", "interrupted");
    assertThat(folder.resolve("smoke/.staging")).isEmptyDirectory();
    assertThat(folder.resolve("smoke/4-train-mlp")).doesNotExist();
  }

  /** The table of layers is the last line before TensorFlow's library is loaded. */
  @Test
  void aRunIsInterruptedWhileTensorFlowStarts() throws Exception {
    Ended ended = interrupted("TERM", "total ", "run", SMOKE, "train-mlp");

    assertThat(ended.exitCode()).isEqualTo(130);
    assertThat(ended.lines()).contains(ADVICE);
    assertThat(folder.resolve("smoke/4-train-mlp")).doesNotExist();
    assertThat(ProgramProcess.run("verify", SMOKE, "--output", folder.toString()).exitCode())
        .isZero();
  }

  /** Starts a command, sends a signal as soon as a line begins with {@code line}, and waits. */
  private Ended interrupted(String signal, String line, String... args) throws Exception {
    List<String> command = new java.util.ArrayList<>(List.of(args));
    command.addAll(List.of("--output", folder.toString()));
    Process process = ProgramProcess.start(command.toArray(String[]::new));
    try (BufferedReader messages = process.inputReader()) {
      String read = messages.readLine();
      while (read != null && !read.startsWith(line)) {
        read = messages.readLine();
      }
      assertThat(read).as("the command comes to " + line).isNotNull();
      send(signal, process);
      List<String> rest = messages.lines().toList();
      return new Ended(process.waitFor(), rest);
    }
  }

  private static void send(String signal, Process process) throws Exception {
    if (signal.equals("TERM")) {
      process.toHandle().destroy(); // Process.destroy would close the reader
    } else {
      String pid = Long.toString(process.pid());
      assertThat(new ProcessBuilder("kill", "-" + signal, pid).start().waitFor()).isZero();
    }
  }

  /** A shell lets background jobs ignore Ctrl-C, and a JVM leaves it at that. */
  private static boolean ignored(String signal) throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!signal.equals("INT") || !Files.exists(status)) {
      return false;
    }
    String mask =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> line.substring("SigIgn:".length()).strip())
            .findFirst()
            .orElse("0");
    int sigint = 2;
    return (Long.parseUnsignedLong(mask, 16) >> (sigint - 1) & 1) == 1;
  }
}
