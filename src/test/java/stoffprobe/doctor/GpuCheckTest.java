package stoffprobe.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.doctor.Finding.State;
import stoffprobe.gpu.CudaLibrary;
import stoffprobe.gpu.MadeUpMachine;
import stoffprobe.gpu.Requirements;

/** What doctor shows of machines that don't exist. */
final class GpuCheckTest {

  private static final Requirements GPU = new Requirements("linux-x86_64-gpu");

  @TempDir private Path root;

  @Test
  void aMachineThatIsWellShowsDriverCardAndWhereEachLibraryIs() {
    List<Finding> findings = examine(MadeUpMachine.well(root), false);

    assertThat(findings)
        .extracting(Finding::subject)
        .containsExactly(
            "NVIDIA driver",
            "card 0",
            "libcuda.so.1",
            "libcudart.so.12",
            "libcublas.so.12",
            "libcublasLt.so.12",
            "libcufft.so.11",
            "libcusolver.so.11",
            "libcusparse.so.12",
            "libcudnn.so.9",
            "GPU");
    assertThat(findings).allMatch(finding -> finding.state() == State.WORKS);
    assertThat(findings.get(0).found()).isEqualTo("version 535.161.08");
    assertThat(findings.get(1).found())
        .isEqualTo("NVIDIA A100-SXM4-40GB, compute capability 8.0, 40960 MiB");
    assertThat(findings.get(9).found()).endsWith("/usr/lib/x86_64-linux-gnu/libcudnn.so.9");
  }

  @Test
  void withoutADriverOneLineSaysThatNoneIsNeeded() {
    List<Finding> findings = examine(MadeUpMachine.bare(root), false);

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).state()).isEqualTo(State.OPTIONAL);
    assertThat(findings.get(0).advice().orElse(""))
        .endsWith("None is needed: the CPU trains the standard models in minutes.");
  }

  @Test
  void whatLacksIsAFailureOnlyIfThePipelineFileAsksForAGpu() {
    MadeUpMachine machine = MadeUpMachine.well(root).without(CudaLibrary.DNN);

    for (boolean needed : new boolean[] {false, true}) {
      List<Finding> findings = examine(machine, needed);
      assertThat(findings)
          .filteredOn(finding -> finding.state() != State.WORKS)
          .extracting(Finding::subject)
          .containsExactly("libcudnn.so.9", "GPU");
      assertThat(findings.get(9).state()).isEqualTo(needed ? State.FAILS : State.OPTIONAL);
      assertThat(findings.get(10).advice().orElse("")).startsWith("Install cuDNN 9");
    }
  }

  @Test
  void anOldDriverAndAnOldCardAreEachMarkedAtTheirOwnLine() {
    List<Finding> findings =
        examine(
            MadeUpMachine.well(root)
                .driver("470.256.02")
                .card("NVIDIA GeForce GTX 980, 5.2, 470.256.02, 4040 MiB"),
            true);

    assertThat(findings)
        .filteredOn(finding -> finding.state() == State.FAILS)
        .extracting(Finding::subject)
        .containsExactly("NVIDIA driver", "card 0", "GPU");
    assertThat(findings.get(10).found())
        .isEqualTo("the NVIDIA driver 470.256.02 is too old for CUDA 12.");
    assertThat(findings.get(10).advice().orElse(""))
        .as("both things at once")
        .startsWith("Install 525.60.13 or newer. The NVIDIA GeForce GTX 980 is too old:");
  }

  @Test
  void aLibraryOutOfReachIsShownWithItsFolder() {
    List<Finding> findings =
        examine(
            MadeUpMachine.well(root)
                .without(CudaLibrary.BLAS)
                .file("usr/local/cuda/lib64/libcublas.so.12", ""),
            false);

    assertThat(findings.get(4).found())
        .isEqualTo(
            root.resolve("usr/local/cuda/lib64/libcublas.so.12")
                + ", where the loader does not look");
    assertThat(findings.get(10).advice().orElse("")).contains("LD_LIBRARY_PATH");
  }

  /** Advice stands wherever something lacks, and nowhere else. */
  @Test
  void everyLineThatLacksSomethingSaysWhatToDo() {
    MadeUpMachine machine = MadeUpMachine.well(root).withoutSmi().without(CudaLibrary.DRIVER);

    for (String natives : List.of("linux-x86_64", "linux-x86_64-gpu")) {
      assertThat(new GpuCheck(new Requirements(natives), machine.read(), true).examine())
          .allMatch(
              finding ->
                  finding.state() == State.WORKS
                      ? finding.advice().isEmpty()
                      : finding.advice().filter(advice -> !advice.isBlank()).isPresent());
    }
  }

  private static List<Finding> examine(MadeUpMachine machine, boolean needed) {
    return new GpuCheck(GPU, machine.read(), needed).examine();
  }
}
