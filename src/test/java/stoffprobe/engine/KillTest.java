package stoffprobe.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Ends the program at every single step that it takes on disk. Guards against the one kill in a
 * thousand that leaves a mixture of two results which looks complete.
 */
class KillTest {

  private static final int MORE_STEPS_THAN_A_RUN_HAS = 500;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void afterAFaultAtAnyStepOfTheFirstRunTheNextOneEndsWell(FaultyOperations.Fault fault)
      throws Exception {
    for (int step = 1; ; step++) {
      ToyPipeline toy = new ToyPipeline(folder.resolve(fault + "-" + step));
      if (!struck(toy, step, fault)) {
        return;
      }
      assertThat(toy.engine().verify()).as("step %d", step).isEmpty();
      endsWell(toy, "STOFF");
    }
  }

  @ParameterizedTest
  @EnumSource
  void afterAFaultAtAnyStepOfAReplacementOldOrNewIsThere(FaultyOperations.Fault fault)
      throws Exception {
    for (int step = 1; ; step++) {
      ToyPipeline toy = new ToyPipeline(folder.resolve(fault + "-" + step));
      toy.run();
      toy.text = "kette";
      if (!struck(toy, step, fault)) {
        return;
      }
      assertThat(toy.engine().verify()).as("step %d", step).isEmpty();
      assertThat(toy.engine().status())
          .as("step %d", step)
          .noneMatch(status -> status.reasons().contains("never run"));
      endsWell(toy, "KETTE");
    }
  }

  @ParameterizedTest
  @EnumSource
  void afterAFaultAtAnyStepOfARecoveryOldOrNewIsThere(FaultyOperations.Fault fault)
      throws Exception {
    for (int step = 1; ; step++) {
      ToyPipeline toy = new ToyPipeline(folder.resolve(fault + "-" + step));
      toy.run();
      Layout layout = new Layout(toy.root);
      DiskOperations disk = new DiskOperations();
      disk.rename(layout.published("1-copy"), layout.replaced("1-copy"));
      disk.createFolder(layout.stagingArea().resolve("2-upper-1/deep"));
      if (!struck(toy, step, fault)) {
        return;
      }
      assertThat(toy.engine().verify()).as("step %d", step).isEmpty();
      endsWell(toy, "STOFF");
    }
  }

  /** Runs with a fault; false if the run has fewer steps than that. */
  private static boolean struck(ToyPipeline toy, int step, FaultyOperations.Fault fault) {
    assertThat(step).isLessThan(MORE_STEPS_THAN_A_RUN_HAS);
    FaultyOperations files = new FaultyOperations(step, fault);
    Throwable failure = catchThrowable(() -> toy.engine(files).run(RunRequest.all()));
    if (fault.name().startsWith("KILLED")) {
      assertThat(failure == null).isEqualTo(!files.struck());
    } else if (failure != null) {
      assertThat(failure)
          .hasMessageMatching(
              ".*(is full; free space and run again.|may not be written by this user.*)");
    }
    return files.struck();
  }

  private static void endsWell(ToyPipeline toy, String expected) throws Exception {
    toy.run();
    assertThat(toy.read("2-upper/deep/er/upper.txt")).isEqualTo(expected);
    assertThat(toy.read("3-count/count.txt")).isEqualTo("5");
    assertThat(toy.engine().verify()).isEmpty();
    assertThat(toy.engine().status()).allMatch(StageStatus::upToDate);
    assertThat(FileTree.children(toy.root.resolve(".staging"))).isEmpty();
    assertLinesAreWhole(toy);
  }

  /** All lines of the journal are JSON but those that a kill tore. */
  private static void assertLinesAreWhole(ToyPipeline toy) throws IOException {
    String journal = toy.read("runs.jsonl");
    assertThat(journal).endsWith("\n");
    String last = journal.lines().reduce((a, b) -> b).orElseThrow();
    assertThat(Json.MAPPER.readTree(last).at("/result").asText()).isEqualTo("done");
  }
}
