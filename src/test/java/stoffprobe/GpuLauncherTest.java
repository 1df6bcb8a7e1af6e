package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher does for a GPU: the loader reads its path before the program runs. */
final class GpuLauncherTest {

  @TempDir private Path folder;

  private Path home;

  @BeforeEach
  void aLauncherBesideTheProgram() throws IOException {
    home = Files.createDirectory(folder.resolve("a home"));
    executable(
        home.resolve("stoffprobe"), Files.readString(Path.of("src/main/launcher/stoffprobe")));
    executable(
        Files.createDirectories(folder.resolve("jdk/bin")).resolve("java"),
        "#!/bin/sh\nexec env\n");
    Files.writeString(home.resolve("stoffprobe.jar"), "");
  }

  @Test
  void librariesThatTheBuildBroughtComeFirst() throws Exception {
    Path cuda = Files.createDirectory(home.resolve("cuda"));

    assertThat(environment(Map.of("LD_LIBRARY_PATH", "/mine")))
        .containsEntry("LD_LIBRARY_PATH", cuda.toRealPath() + ":/mine");
    assertThat(environment(Map.of()))
        .containsEntry("LD_LIBRARY_PATH", cuda.toRealPath().toString());
  }

  @Test
  void withoutThemThePathStaysAsItIs() throws Exception {
    assertThat(environment(Map.of("LD_LIBRARY_PATH", "/mine")))
        .containsEntry("LD_LIBRARY_PATH", "/mine");
    assertThat(environment(Map.of())).doesNotContainKey("LD_LIBRARY_PATH");
  }

  @Test
  void aGpuComputesWithWholeFloatsAndTakesMemoryAsNeededWhateverIsSet() throws Exception {
    assertThat(
            environment(Map.of("NVIDIA_TF32_OVERRIDE", "1", "TF_FORCE_GPU_ALLOW_GROWTH", "false")))
        .containsEntry("NVIDIA_TF32_OVERRIDE", "0")
        .containsEntry("TF_FORCE_GPU_ALLOW_GROWTH", "true");
  }

  /** The environment in which the launcher starts Java. */
  private Map<String, String> environment(Map<String, String> set) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(home.resolve("stoffprobe").toString(), "status");
    builder.environment().remove("LD_LIBRARY_PATH");
    builder.environment().putAll(set);
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Map<String, String> seen = new HashMap<>();
    process
        .inputReader()
        .lines()
        .map(line -> line.split("=", 2))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> seen.put(parts[0], parts[1]));
    assertThat(process.waitFor()).isZero();
    return seen;
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
