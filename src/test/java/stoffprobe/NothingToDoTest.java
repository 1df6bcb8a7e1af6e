package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An up-to-date run has to answer at once, so it may not load TensorFlow to find nothing to do. */
final class NothingToDoTest {

  @TempDir private Path folder;

  @Test
  void anUpToDateRunLoadsNoClassOfTensorFlow() throws Exception {
    List<String> first = loadedClasses("first");
    List<String> second = loadedClasses("second");

    assertThat(first).anyMatch(line -> line.contains("org.tensorflow."));
    assertThat(second).anyMatch(line -> line.contains("stoffprobe.engine.Engine"));
    assertThat(second).noneMatch(line -> line.contains("org.tensorflow."));
    assertThat(second).noneMatch(line -> line.contains("org.jfree."));
  }

  private List<String> loadedClasses(String name) throws IOException, InterruptedException {
    Path log = folder.resolve(name + ".log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                "stoffprobe.Main",
                "run",
                "pipelines/smoke.yaml",
                "--output",
                folder.resolve("out").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".out").toFile())
            .start();
    assertThat(process.waitFor()).as(() -> read(folder.resolve(name + ".out"))).isZero();
    return Files.readAllLines(log);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
