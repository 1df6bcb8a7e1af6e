package stoffprobe.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stoffprobe.gpu.Obstacle.Part;

/** Each way in which a machine with a GPU can't use it, on machines that don't exist. */
final class RequirementsTest {

  private static final String GPU = "linux-x86_64-gpu";

  @TempDir private Path root;

  @Test
  void nothingStandsInTheWayOfAMachineThatIsWell() {
    assertThat(obstacles(MadeUpMachine.well(root))).isEmpty();
  }

  @Test
  void aMachineWithoutADriverHasOneObstacleAlone() {
    List<Obstacle> obstacles = obstacles(MadeUpMachine.bare(root));

    assertThat(obstacles).extracting(Obstacle::part).containsExactly(Part.MACHINE);
    assertThat(obstacles.get(0).reason()).contains("no NVIDIA driver");
    assertThat(obstacles.get(0).advice()).contains("525.60.13");
  }

  @ParameterizedTest
  @ValueSource(strings = {"linux-arm64", "macosx-arm64", "windows-x86_64"})
  void otherSystemsHaveNoGpuLibraryAtAll(String natives) {
    List<Obstacle> obstacles = new Requirements(natives).obstacles(MadeUpMachine.well(root).read());

    assertThat(obstacles).extracting(Obstacle::part).containsExactly(Part.MACHINE);
    assertThat(obstacles.get(0).reason()).contains("Linux on x86-64");
  }

  @Test
  void aProgramBuiltBeforeTheDriverCameHasToBeBuiltAgain() {
    List<Obstacle> obstacles =
        new Requirements("linux-x86_64").obstacles(MadeUpMachine.well(root).read());

    assertThat(obstacles).extracting(Obstacle::part).containsExactly(Part.BUILD);
    assertThat(obstacles.get(0).advice()).contains("make clean build");
  }

  /** The bounds are from NVIDIA's table for CUDA 12; 525.60.9 is older although 9 is not 13. */
  @ParameterizedTest
  @CsvSource({"470.256.02, true", "525.60.9, true", "525.60.13, false", "560.35.03, false"})
  void aDriverBeforeCuda12IsTooOld(String version, boolean tooOld) {
    List<Obstacle> obstacles = obstacles(MadeUpMachine.well(root).driver(version));

    assertThat(obstacles)
        .extracting(Obstacle::part)
        .isEqualTo(tooOld ? List.of(Part.DRIVER) : List.of());
    assertThat(obstacles).allMatch(obstacle -> obstacle.reason().contains(version));
  }

  @ParameterizedTest
  @CsvSource({
    "NVIDIA GeForce GTX 980, 5.2, too old",
    "Tesla P100-PCIE-16GB, 6.0, ''",
    "NVIDIA GeForce RTX 4090, 8.9, ''",
    "NVIDIA B200, 10.0, too new",
    "NVIDIA GeForce RTX 5090, 12.0, too new",
    "NVIDIA of an unknown kind, [N/A], ''"
  })
  void aCardHasToFitTheKernels(String name, String capability, String complaint) {
    List<Obstacle> obstacles =
        obstacles(
            MadeUpMachine.well(root)
                .driver("580.65.06")
                .card(name + ", " + capability + ", 580.65.06, 16384 MiB"));

    if (complaint.isEmpty()) {
      assertThat(obstacles).isEmpty();
    } else {
      assertThat(obstacles).extracting(Obstacle::part).containsExactly(Part.CARD);
      assertThat(obstacles.get(0).reason()).contains(name, complaint, capability, "6.0 to 9.0");
    }
  }

  @Test
  void oneCardThatFitsIsEnough() {
    assertThat(
            obstacles(
                MadeUpMachine.well(root)
                    .card(
                        "NVIDIA GeForce GTX 980, 5.2, 535.161.08, 4096 MiB\n"
                            + "NVIDIA A100-SXM4-40GB, 8.0, 535.161.08, 40960 MiB")))
        .isEmpty();
  }

  /** Part of the kernels for 9.0 is PTX 8.3, which drivers know from CUDA 12.3 on. */
  @ParameterizedTest
  @CsvSource({"535.161.08, true", "545.23.06, false"})
  void anH100NeedsADriverThatCanTranslate(String driver, boolean tooOld) {
    List<Obstacle> obstacles =
        obstacles(
            MadeUpMachine.well(root)
                .driver(driver)
                .card("NVIDIA H100 80GB HBM3, 9.0, " + driver + ", 81559 MiB"));

    assertThat(obstacles).hasSize(tooOld ? 1 : 0);
    assertThat(obstacles)
        .allMatch(
            obstacle ->
                obstacle.reason().contains("H100") && obstacle.advice().contains("545.23.06"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-1"})
  void aHiddenCardIsNotLookedForElsewhere(String value) {
    List<Obstacle> obstacles =
        obstacles(MadeUpMachine.well(root).variable("CUDA_VISIBLE_DEVICES", value));

    assertThat(obstacles).extracting(Obstacle::part).containsExactly(Part.CARD);
    assertThat(obstacles.get(0).reason()).startsWith("CUDA_VISIBLE_DEVICES is '" + value + "'");
  }

  @Test
  void aChosenCardIsNoObstacle() {
    assertThat(obstacles(MadeUpMachine.well(root).variable("CUDA_VISIBLE_DEVICES", "0"))).isEmpty();
  }

  @Test
  void aContainerWithoutItsGpusLacksTheCardAndTheDriversLibrary() {
    List<Obstacle> obstacles =
        obstacles(MadeUpMachine.well(root).withoutSmi().without(CudaLibrary.DRIVER));

    assertThat(obstacles).extracting(Obstacle::part).containsExactly(Part.CARD, Part.LIBRARIES);
    assertThat(obstacles).allMatch(obstacle -> obstacle.advice().contains("--gpus all"));
    assertThat(obstacles.get(1).reason()).contains("libcuda.so.1");
  }

  @Test
  void aDriverWithoutCudaIsToldWhatIsMissingAndHowToGetIt() {
    MadeUpMachine machine = MadeUpMachine.well(root);
    for (CudaLibrary library : CudaLibrary.values()) {
      if (library != CudaLibrary.DRIVER) {
        machine.without(library);
      }
    }

    List<Obstacle> obstacles = obstacles(machine);

    assertThat(obstacles).extracting(Obstacle::part).containsExactly(Part.LIBRARIES);
    assertThat(obstacles.get(0).reason())
        .isEqualTo(
            "libraries are missing: libcudart.so.12, libcublas.so.12, libcublasLt.so.12,"
                + " libcufft.so.11, libcusolver.so.11, libcusparse.so.12, libcudnn.so.9.");
    assertThat(obstacles.get(0).advice())
        .isEqualTo(
            "Install CUDA 12 and cuDNN 9, or let the build bring both (2 GB):"
                + " 'make clean build CUDA=1'.");
  }

  @Test
  void whoLacksCudnnAloneNeedNotInstallCuda() {
    List<Obstacle> obstacles = obstacles(MadeUpMachine.well(root).without(CudaLibrary.DNN));

    assertThat(obstacles.get(0).reason()).isEqualTo("libraries are missing: libcudnn.so.9.");
    assertThat(obstacles.get(0).advice()).startsWith("Install cuDNN 9 for CUDA 12,");
  }

  @Test
  void cuda11IsNamed() {
    List<Obstacle> obstacles =
        obstacles(
            MadeUpMachine.well(root)
                .without(CudaLibrary.RUNTIME, CudaLibrary.BLAS)
                .file("usr/local/cuda-11.8/lib64/libcudart.so.11.0", ""));

    assertThat(obstacles.get(0).reason())
        .isEqualTo(
            "CUDA 11 is installed, but CUDA 12 is needed: libcudart.so.12, libcublas.so.12.");
  }

  @Test
  void cudaWhereTheLoaderDoesNotLookIsNotMissingButOutOfReach() {
    List<Obstacle> obstacles =
        obstacles(
            MadeUpMachine.well(root)
                .without(CudaLibrary.RUNTIME)
                .file("usr/local/cuda-12.4/lib64/libcudart.so.12", ""));

    assertThat(obstacles.get(0).reason())
        .isEqualTo(
            "CUDA's libraries are in "
                + root.resolve("usr/local/cuda-12.4/lib64")
                + ", where the loader does not look.");
    assertThat(obstacles.get(0).advice()).contains("LD_LIBRARY_PATH");
  }

  @ParameterizedTest
  @CsvSource({"libcudnn.so.9.1.0, true", "libcudnn.so.9.3.0, false", "libcudnn.so.9.10.2, false"})
  void cudnnHasToBeAsNewAsTheOneThatTensorFlowWasBuiltWith(String file, boolean tooOld)
      throws IOException {
    MadeUpMachine machine = MadeUpMachine.well(root).without(CudaLibrary.DNN);
    Path folder = root.resolve("usr/lib/x86_64-linux-gnu");
    Files.createFile(folder.resolve(file));
    Files.createSymbolicLink(folder.resolve("libcudnn.so.9"), Path.of(file));

    List<Obstacle> obstacles = obstacles(machine);

    assertThat(obstacles).hasSize(tooOld ? 1 : 0);
    assertThat(obstacles).allMatch(o -> o.reason().equals("cuDNN 9.1.0 is too old."));
  }

  private static List<Obstacle> obstacles(MadeUpMachine machine) {
    return new Requirements(GPU).obstacles(machine.read());
  }
}
