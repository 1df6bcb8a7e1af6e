package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.ProgramProcess.Ended;
import stoffprobe.model.DecisiveVariables;

/**
 * The smoke pipeline (an MLP, and a CNN with dropout) trained in processes of their own: the first
 * session of a process fixes its threads, so within one process no number of threads is tested.
 */
final class DeterminismTest {

  private static final String SMOKE = "pipelines/smoke.yaml";
  private static final List<String> MODELS = List.of("mlp", "cnn");

  @TempDir private static Path folder;
  private static Path reference;

  @BeforeAll
  static void trainWithOneThread() throws Exception {
    reference = trained("one", "1");
  }

  @Test
  void theNumberOfThreadsChangesNoBit() throws Exception {
    same(trained("two", "2"));
  }

  @Test
  void fourThreadsOnABusyMachineChangeNoBit() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    List<Thread> spinning = new ArrayList<>();
    for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
      Thread thread = new Thread(() -> spin(done));
      thread.setDaemon(true);
      thread.start();
      spinning.add(thread);
    }
    try {
      same(trained("busy", "4"));
    } finally {
      done.set(true);
      for (Thread thread : spinning) {
        thread.join();
      }
    }
  }

  /** Initial values, orders and dropout are drawn by purpose, layer and step, for each anew. */
  @Test
  void neitherTheOrderOfTheModelsNorOthersBesideThemChangeABit() throws Exception {
    String text = Files.readString(Path.of(SMOKE));
    int mlp = text.indexOf("  mlp:");
    int cnn = text.indexOf("  cnn:");
    Path file = folder.resolve("turned.yaml");
    Files.writeString(
        file,
        text.substring(0, mlp)
            + text.substring(cnn)
            + "  other:\n    layers: [flatten, {dropout: 0.5}, {dense: 20}, relu, {dense: 10}]\n"
            + text.substring(mlp, cnn));

    same(run("turned", Map.of(), file.toString(), "evaluate"));
  }

  @Test
  void theNumberOfShardsMakesATrainingStale() {
    assertThat(status(reference, "--set", "training.shards=3"))
        .contains("train-mlp: stale: shards: 2 -> 3", "train-cnn: stale: shards: 2 -> 3");
    assertThat(status(reference, "--set", "training.threads=7"))
        .contains("train-mlp: up to date", "train-cnn: up to date");
  }

  /** Fewer instructions add up in another order, and the fingerprint knows. */
  @Test
  void aLimitOfInstructionsChangesTheBitsAndMakesATrainingStale() throws Exception {
    String here = DecisiveVariables.instructionSet();
    assumeTrue(here.startsWith("avx"), "there is nothing to limit here: " + here);

    Path old = run("old", Map.of("ONEDNN_MAX_CPU_ISA", "SSE41"), SMOKE, "train-mlp");

    assertThat(Trained.read(old, "mlp").weights())
        .isNotEqualTo(Trained.read(reference, "mlp").weights());
    assertThat(status(old)).contains("train-mlp: stale: instruction-set: sse41 -> " + here);
  }

  private static void same(Path root) throws IOException {
    for (String model : MODELS) {
      assertThat(Trained.read(root, model)).as(model).isEqualTo(Trained.read(reference, model));
      String predictions = "5-evaluate/predictions-" + model + ".csv";
      assertThat(root.resolve(predictions)).hasSameBinaryContentAs(reference.resolve(predictions));
    }
  }

  /** Runs up to the evaluation in a process; returns {@code output/<pipeline>}. */
  private static Path trained(String name, String threads) throws Exception {
    return run(name, Map.of(), SMOKE, "evaluate", "--set", "training.threads=" + threads);
  }

  private static Path run(String name, Map<String, String> variables, String... args)
      throws Exception {
    Path output = folder.resolve(name);
    List<String> command = new ArrayList<>(List.of("run"));
    command.addAll(List.of(args));
    command.addAll(List.of("--output", output.toString()));
    Ended ended = ProgramProcess.run(variables, command);
    assertThat(ended.exitCode()).as(String.join("\n", ended.lines())).isZero();
    return output.resolve("smoke");
  }

  private static String status(Path root, String... options) {
    List<String> args = new ArrayList<>(List.of("status", SMOKE));
    args.addAll(List.of("--output", root.getParent().toString()));
    args.addAll(List.of(options));
    return CommandLineRun.of(args.toArray(String[]::new)).out();
  }

  private static void spin(AtomicBoolean done) {
    long count = 0;
    while (!done.get()) {
      count++;
    }
    assertThat(count).isNotNegative();
  }
}
