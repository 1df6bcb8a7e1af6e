package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line used wrongly: the exit code is 2, and the words help. */
final class UsageTest {

  private static final String SMOKE = "pipelines/smoke.yaml";

  @TempDir private Path folder;

  @Test
  void noCommandAsksForOne() {
    CommandLineRun run = CommandLineRun.of();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("Which command?").contains("--help");
  }

  @Test
  void anUnknownCommandIsNamedWithTheKnownOnes() {
    CommandLineRun run = CommandLineRun.of("rnu");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("rnu")
        .contains("run, status, verify, accept, nightly, sweep, new, predict, serve, doctor");
  }

  @Test
  void aMissingPipelineFileIsNamed() {
    CommandLineRun run = CommandLineRun.of("run", "nowhere.yaml");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("nowhere.yaml");
  }

  @Test
  void anUnknownStageIsNamedWithTheKnownOnes() {
    CommandLineRun run = CommandLineRun.of("run", SMOKE, "train-cnm", "--output", output());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("train-cnm").contains("train-mlp, train-cnn, evaluate, report");
  }

  @Test
  void everyProblemOfAPipelineFileIsToldAndNothingIsWritten() throws IOException {
    Path file = folder.resolve("broken.yaml");
    Files.writeString(
        file,
        Files.readString(Path.of(SMOKE))
            .replace("epochs: 2", "epochs: many")
            .replace("{dense: 64}", "{dance: 64}"));

    CommandLineRun run = CommandLineRun.of("run", file.toString(), "--output", output());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines())
        .anySatisfy(line -> assertThat(line).contains("training.epochs").contains("many"))
        .anySatisfy(line -> assertThat(line).contains("models.mlp.layers[1]").contains("dance"));
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void anUnknownModelIsNamedWithTheKnownOnes() {
    CommandLineRun run =
        CommandLineRun.of("predict", "x.png", "--pipeline", SMOKE, "--model", "rnn");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("rnn").contains("mlp, cnn");
  }

  @Test
  void predictingWithAnUntrainedModelSaysHowToTrainIt() {
    CommandLineRun run =
        CommandLineRun.of(
            "predict", "x.png", "--pipeline", SMOKE, "--model", "cnn", "--output", output());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("not trained yet").contains("train-cnn");
  }

  @Test
  void statusOfAFreshFolderIsStaleAndWritesNothing() {
    CommandLineRun run = CommandLineRun.of("status", SMOKE, "--output", output());

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out().lines()).first().asString().isEqualTo("ingest: stale: never run");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void verifyingAFolderWithoutResultsDoesNotCallThemVerified() {
    CommandLineRun run = CommandLineRun.of("verify", SMOKE, "--output", output());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("nothing to verify").contains(output());
  }

  @Test
  void helpOfEveryCommandExitsWithZero() {
    for (String command :
        new String[] {"run", "status", "verify", "accept", "predict", "serve", "doctor"}) {
      CommandLineRun run = CommandLineRun.of(command, "--help");

      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).contains("stoffprobe " + command).contains("--output");
    }
  }

  private String output() {
    return folder.resolve("out").toString();
  }
}
