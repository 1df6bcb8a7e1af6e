package stoffprobe.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PeakMemoryTest {

  private static final int BLOCK = 192 << 20;

  @TempDir Path folder;

  @Test
  void readsWhatLinuxTells() throws Exception {
    Files.createFile(folder.resolve("clear_refs"));
    Files.writeString(folder.resolve("status"), "VmPeak:\t 9999 kB\nVmHWM:\t  1234 kB\n");
    PeakMemory memory = new PeakMemory(folder);
    assertThat(memory.bytes()).as("not started").isEmpty();
    memory.restart();
    assertThat(memory.bytes()).contains(1234L * 1024);
    assertThat(folder.resolve("clear_refs")).hasContent("5");
  }

  @Test
  void saysNothingWhereTheSystemDoesNot() {
    PeakMemory memory = new PeakMemory(folder.resolve("absent"));
    memory.restart();
    assertThat(memory.bytes()).isEmpty();
  }

  @Test
  void countsWhatIsTakenAfterTheRestartAlone() throws Exception {
    Path resetable = Path.of("/proc/self/clear_refs");
    assumeTrue(Files.exists(resetable), "no /proc/self/clear_refs on this system");
    PeakMemory memory = new PeakMemory();
    memory.restart();
    Optional<Long> before = memory.bytes();
    ByteBuffer block =
        ByteBuffer.allocateDirect(BLOCK); // beyond the heap, which may be there already
    Optional<Long> after = memory.bytes();
    assertThat(block.get(BLOCK - 1)).isZero();
    assertThat(after.orElseThrow()).isGreaterThan(before.orElseThrow() + BLOCK / 2);
  }
}
