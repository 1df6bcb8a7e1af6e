package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.model.DecisiveVariables;

/** What stands in the environment when Java starts: TensorFlow reads it without a word. */
final class LauncherTest {

  @TempDir private Path folder;

  @Test
  void flagsArePinnedWhateverIsSet() throws Exception {
    Map<String, String> seen =
        environment(Map.of("TF_ENABLE_ONEDNN_OPTS", "0", "TF_DETERMINISTIC_OPS", "0"));

    assertThat(seen)
        .containsEntry("TF_ENABLE_ONEDNN_OPTS", "1")
        .containsEntry("TF_DETERMINISTIC_OPS", "1");
  }

  @Test
  void whatWouldChangeTheArithmeticIsRemoved() throws Exception {
    Map<String, String> set = new HashMap<>();
    DecisiveVariables.changing().forEach(name -> set.put(name, "1"));

    Map<String, String> seen = environment(set);

    assertThat(set).containsKey("TF_XLA_FLAGS");
    assertThat(seen).doesNotContainKeys(set.keySet().toArray(String[]::new));
  }

  @Test
  void theLimitOfInstructionsIsTheUsers() throws Exception {
    assertThat(environment(Map.of("ONEDNN_MAX_CPU_ISA", "AVX2")))
        .containsEntry("ONEDNN_MAX_CPU_ISA", "AVX2");
  }

  @Test
  void anArchiveOfClassesIsUsedIfItIsWhole() throws Exception {
    Files.writeString(folder.resolve("stoffprobe-7.jsa"), "classes");
    assertThat(printed("printf '%s\\n' \"$@\"", Map.of()))
        .contains("-XX:SharedArchiveFile=" + folder.toRealPath().resolve("stoffprobe-7.jsa"))
        .contains("-XX:+VerifySharedSpaces");
  }

  @Test
  void aCutArchiveOfClassesWhichWouldCrashTheJvmIsNotUsed() throws Exception {
    Files.writeString(folder.resolve("stoffprobe-7.jsa"), "class");
    assertThat(printed("printf '%s\\n' \"$@\"", Map.of()))
        .contains("-jar")
        .noneMatch(argument -> argument.contains("SharedArchiveFile"));
  }

  @Test
  void sparksLibrariesComeWithItsOptionAlone() throws Exception {
    Files.createDirectories(folder.resolve("spark/jars"));
    String jars = folder.toRealPath().resolve("spark/jars/*").toString();

    assertThat(printed("printf '%s\\n' \"$@\"", Map.of(), "predict", "--spark", "local[2]"))
        .anyMatch(argument -> argument.endsWith(":" + jars))
        .contains("--add-opens=java.base/sun.nio.ch=ALL-UNNAMED")
        .containsSubsequence("stoffprobe.Main", "predict", "--spark", "local[2]");
    assertThat(printed("printf '%s\\n' \"$@\"", Map.of(), "predict", "spark"))
        .contains("-jar")
        .noneMatch(argument -> argument.contains("spark/jars"));
  }

  /** Its Scala module refuses another Jackson. */
  @Test
  void aSparkOfTheMachinesOwnGoesBeforeTheProgramsLibraries() throws Exception {
    Files.createDirectories(folder.resolve("spark/jars"));

    assertThat(
            printed(
                "printf '%s\\n' \"$@\"",
                Map.of("SPARK_HOME", "/opt/spark"), "sweep", "--spark=yarn"))
        .anyMatch(argument -> argument.startsWith("/opt/spark/jars/*:"))
        .doesNotContain("-jar");
  }

  @Test
  void aBuildWithoutSparkStartsAsEver() throws Exception {
    assertThat(printed("printf '%s\\n' \"$@\"", Map.of(), "predict", "--spark=local[2]"))
        .contains("-jar")
        .doesNotContain("-cp");
  }

  /** Runs the launcher with a Java that prints its environment. */
  private Map<String, String> environment(Map<String, String> set) throws Exception {
    Map<String, String> seen = new HashMap<>();
    for (String line : printed("exec env", set)) {
      String[] parts = line.split("=", 2);
      seen.put(parts[0], parts.length > 1 ? parts[1] : "");
    }
    return seen;
  }

  /** What the launcher prints if Java is a shell script. */
  private List<String> printed(String script, Map<String, String> set, String... arguments)
      throws Exception {
    Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    executable(java, "#!/bin/sh\n" + script + "\n");
    Path launcher = folder.resolve("stoffprobe");
    executable(launcher, Files.readString(Path.of("src/main/launcher/stoffprobe")));
    Files.writeString(folder.resolve("stoffprobe.jar"), "");
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments.length > 0 ? arguments : new String[] {"status"}));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("SPARK_HOME");
    builder.environment().putAll(set);
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String> lines = process.inputReader().lines().toList();
    assertThat(process.waitFor()).isZero();
    return lines;
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
