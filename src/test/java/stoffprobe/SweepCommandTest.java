package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a user gives it: runs in processes of their own. */
final class SweepCommandTest {

  @TempDir private Path folder;

  @Test
  void weightsDoNotDependOnHowManyRunAtATime() throws Exception {
    Path file = sweep("seeds: [1, 2]\nmodels: [mlp]\n");

    var two = sweep(file, "two", "--parallel", "2");
    var one = sweep(file, "one", "--parallel", "1");

    assertThat(two.exitCode()).as(String.join("\n", two.lines())).isZero();
    assertThat(two.lines())
        .anyMatch(line -> line.contains("2 of 2: mlp-seed-"))
        .last()
        .asString()
        .endsWith("sweep.html");
    assertThat(one.exitCode()).as(String.join("\n", one.lines())).isZero();
    assertThat(weights("two")).hasSize(2).isEqualTo(weights("one"));
    assertThat(folder.resolve("one/many/sweep.html")).content().contains("mlp-seed-2");
  }

  /** A learning rate that no training survives. */
  @Test
  void aRunThatFailsIsReportedAndTheOthersAreKept() throws Exception {
    Path file = sweep("seeds: [1]\nmodels: [mlp]\ngrid: {training.learning-rate: [0.001, 10]}\n");

    var ended = sweep(file, "out", "--retries", "0", "--set", "training.optimizer=sgd");

    assertThat(ended.exitCode()).as(String.join("\n", ended.lines())).isEqualTo(1);
    assertThat(ended.lines())
        .anyMatch(line -> line.contains("failed: ") && line.contains("train-mlp"))
        .anyMatch(line -> line.startsWith("1 of 2 runs failed; run.json"));
    assertThat(weights("out").values()).filteredOn(hash -> !hash.isEmpty()).hasSize(1);
  }

  @Test
  void aWrongUseIsSaidPlainly() throws Exception {
    Path file = sweep("seeds: [1]\nmodels: [mpl]\n");

    assertThat(CommandLineRun.of("sweep", file.toString()).exitCode()).isEqualTo(2);
    assertThat(CommandLineRun.of("sweep", file.toString()).err()).contains("did you mean \"mlp\"?");
    assertThat(CommandLineRun.of("sweep", file.toString(), "--parallel", "0").err())
        .startsWith("--parallel takes at least 1.");
    assertThat(CommandLineRun.of("sweep", folder.resolve("none.yaml").toString()).exitCode())
        .isEqualTo(2);
  }

  private ProgramProcess.Ended sweep(Path file, String output, String... more) throws Exception {
    List<String> command =
        Stream.concat(
                Stream.of("sweep", file.toString(), "--output", folder.resolve(output).toString()),
                Stream.of(more))
            .toList();
    return ProgramProcess.run(command.toArray(String[]::new));
  }

  private Path sweep(String settings) throws Exception {
    String smoke = Files.readString(Path.of("pipelines/smoke.yaml"));
    Path base = folder.resolve("base.yaml");
    Files.writeString(
        base, smoke.substring(0, smoke.indexOf("  cnn:")).replace("epochs: 2", "epochs: 1"));
    return Files.writeString(folder.resolve("many.yaml"), "base: " + base + "\n" + settings);
  }

  private Map<String, String> weights(String output) throws Exception {
    Map<String, String> weights = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder.resolve(output + "/many/runs"), 2)) {
      for (Path file : files.filter(f -> f.endsWith("run.json")).toList()) {
        var json = new ObjectMapper().readTree(file.toFile());
        weights.put(json.at("/run").asText(), json.at("/weights_sha256").asText());
      }
    }
    return weights;
  }
}
