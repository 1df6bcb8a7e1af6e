package stoffprobe.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChildrenTest {

  @TempDir private Path folder;
  private Children children;

  @BeforeEach
  void newChildren() {
    children = new Children(folder.resolve("logs"));
  }

  @Test
  void whatAProgramPrintsIsRead() throws Exception {
    Finished finished = children.run(shell("echo seconds=$LONG; echo noise >&2"));

    assertThat(finished.output()).containsExactly("seconds=1.5");
    assertThat(finished.readings().number("seconds")).isEqualTo(1.5);
    assertThat(finished.seconds()).isPositive();
  }

  @Test
  void aFailedProgramIsNamedWithItsLastLines() {
    assertThatExceptionOfType(FailedChildException.class)
        .isThrownBy(() -> children.run(shell("seq 1 40; echo out of memory >&2; exit 3")))
        .withMessageContaining("training mlp, peer failed with exit code 3")
        .withMessageContaining("40\n  out of memory")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n  20\n"));
  }

  @Test
  void thePeakOfMemoryAndTheProcessorTimeAreRead() throws Exception {
    Files.writeString(
        folder.resolve("status"), "Name:\tjava\nVmPeak:\t 900 kB\nVmHWM:\t  2048 kB\n");
    Files.writeString(
        folder.resolve("stat"),
        "17 (a (strange) name) S 1 17 17 0 -1 4194304 9 8 7 6 250 50 3 2\n");
    ProcessWatch watch = new ProcessWatch(folder);

    watch.look();

    assertThat(watch.peakMebibytes()).isEqualTo(2);
    assertThat(watch.ticks()).isEqualTo(300);
  }

  @Test
  void aProcessThatHasGoneKeepsWhatWasSeen() throws Exception {
    Files.writeString(folder.resolve("status"), "VmHWM:\t  1024 kB\n");
    ProcessWatch watch = new ProcessWatch(folder);
    watch.look();
    Files.delete(folder.resolve("status"));

    watch.look();

    assertThat(watch.peakMebibytes()).isEqualTo(1);
    assertThat(watch.ticks()).isZero();
  }

  private static Program shell(String script) {
    return new Program("training mlp, peer", List.of("sh", "-c", script), Map.of("LONG", "1.5"));
  }
}
