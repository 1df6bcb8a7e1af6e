package stoffprobe.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text in the forms in which drivers of several years write it. */
final class MachineTest {

  @TempDir private Path root;

  @Test
  void theOpenKernelModuleWritesItsVersionInOtherWords() {
    Machine machine =
        MadeUpMachine.bare(root)
            .file(
                "proc/driver/nvidia/version",
                "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  560.35.03  Release"
                    + " Build  (dvs-builder@U16)  Fri Aug 16 21:22:33 UTC 2024\n")
            .read();

    assertThat(machine.nvidia()).isTrue();
    assertThat(machine.driver()).contains(new Version("560.35.03"));
  }

  @Test
  void aDriverWhoseFileTellsNoVersionIsAskedForIt() {
    Machine machine =
        MadeUpMachine.bare(root)
            .file("proc/driver/nvidia/version", "NVRM version: a new form\n")
            .card("NVIDIA L4, 8.9, 550.54.15, 23034 MiB")
            .read();

    assertThat(machine.driver()).contains(new Version("550.54.15"));
  }

  @Test
  void smiTellsCapabilityAndMemory() {
    assertThat(MadeUpMachine.well(root).read().cards())
        .containsExactly(
            new Card(
                "NVIDIA A100-SXM4-40GB", Optional.of(new Version("8.0")), Optional.of("40960 MiB")))
        .extracting(Card::toString)
        .containsExactly("NVIDIA A100-SXM4-40GB, compute capability 8.0, 40960 MiB");
  }

  @Test
  void withoutSmiTheKernelModuleNamesTheCards() {
    Machine machine =
        MadeUpMachine.well(root)
            .withoutSmi()
            .file(
                "proc/driver/nvidia/gpus/0000:01:00.0/information",
                "Model: \t\t NVIDIA GeForce RTX 3090\nIRQ:   \t\t 85\nGPU UUID: \t GPU-1\n")
            .read();

    assertThat(machine.cards())
        .extracting(Card::toString)
        .containsExactly("NVIDIA GeForce RTX 3090, compute capability unknown");
  }

  @Test
  void anAnswerThatNamesNoCardIsNone() {
    assertThat(NvidiaSmi.parse("No devices were found\n").cards()).isEmpty();
    assertThat(NvidiaSmi.parse("").driver()).isEmpty();
  }

  @Test
  void theLoadersFoldersComeInItsOrder() {
    MadeUpMachine machine =
        MadeUpMachine.well(root)
            .ldconfig(
                """
                2 libs found in cache `/etc/ld.so.cache'
                \tlibcudnn.so.9 (libc6) => /lib32/libcudnn.so.9
                \tlibcudnn.so.9 (libc6,x86-64) => /opt/cudnn/libcudnn.so.9
                """);

    assertThat(machine.read().library(CudaLibrary.DNN))
        .as("the cache before the system's folder, and nothing for 32 bits")
        .isEqualTo(new Location.Found(Path.of("/opt/cudnn/libcudnn.so.9")));

    Path own = root.resolve("own folder");
    machine.file("own folder/libcudnn.so.9", "").variable("LD_LIBRARY_PATH", "/nowhere::" + own);
    assertThat(machine.read().library(CudaLibrary.DNN))
        .as("LD_LIBRARY_PATH before the cache")
        .isEqualTo(new Location.Found(own.resolve("libcudnn.so.9")));
  }

  @Test
  void aProgramThatIsMissingFailsOrHangsSaysNothing() {
    assertThat(new SystemPrograms(5).output("no-such-program-here")).isEmpty();
    assertThat(new SystemPrograms(5).output("sh", "-c", "echo x; exit 6")).isEmpty();
    assertThat(new SystemPrograms(0).output("sleep", "30")).isEmpty();
    assertThat(new SystemPrograms(20).output("sh", "-c", "echo x; echo y >&2")).contains("x\n");
  }
}
