package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The CNN of {@code pipelines/smoke.yaml}, trained for an epoch and carried away, once a JVM. */
public final class SmokeModel {

  private static final Path FOLDER = trained();

  private SmokeModel() {}

  /** The model's folder: without the run that it comes from. */
  public static Path folder() {
    return FOLDER;
  }

  private static Path trained() {
    try {
      Path output = Files.createTempDirectory("smoke-model");
      CommandLineRun run =
          CommandLineRun.of(
              "run",
              "pipelines/smoke.yaml",
              "evaluate",
              "--output",
              output.toString(),
              "--set",
              "training.epochs=1");
      assertThat(run.exitCode()).as(run.err()).isZero();
      Path carried = Files.createTempDirectory("carried").resolve("cnn");
      Files.move(output.resolve("smoke/5-evaluate/models/cnn"), carried);
      delete(output);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(carried.getParent())));
      return carried;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
