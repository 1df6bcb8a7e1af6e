package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signal ends a run, but what the run did is still written down. */
final class InterruptTest {

  @TempDir private Path folder;

  @Test
  void aTerminatedTrainingIsRecordedAsInterruptedAndLeavesNoWorkBehind() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "stoffprobe.Main",
                "run",
                "pipelines/smoke.yaml",
                "train-mlp",
                "--set",
                "training.epochs=100000",
                "--output",
                folder.toString())
            .redirectErrorStream(true)
            .start();

    try (BufferedReader messages = process.inputReader()) {
      String line = messages.readLine();
      while (line != null && !line.startsWith("Epoch 2/")) {
        line = messages.readLine();
      }
      assertThat(line).as("the training goes on").isNotNull();
      process.toHandle().destroy(); // SIGTERM; Process.destroy would close the reader
      messages.lines().forEach(rest -> {}); // so that it does not wait for a reader
    }

    assertThat(process.waitFor()).isEqualTo(130);
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
}
