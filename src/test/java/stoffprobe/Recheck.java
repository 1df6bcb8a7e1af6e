package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What a script answers that computes statistics again. */
record Recheck(int exitCode, String output) {

  /** A Python that has SciPy and scikit-learn; without one, the test is skipped. */
  static String python() throws Exception {
    Optional<String> found = pythonWithScikitLearn();
    if (found.isEmpty()) {
      Skipped.because(
          "no python3 with NumPy, SciPy and scikit-learn here"
              + " (Debian: python3-sklearn python3-scipy)");
    }
    return found.orElseThrow();
  }

  /** The script's answer for a folder. */
  static Recheck of(String python, String script, Path root) throws Exception {
    return run(python, script, root.toString());
  }

  private static Optional<String> pythonWithScikitLearn() throws Exception {
    for (String candidate : List.of("python3", "/usr/bin/python3")) {
      // By way of the shell, to which a program that is not there is an exit code.
      String imports = candidate + " -c 'import numpy, scipy.stats, sklearn'";
      if (Recheck.run("/bin/sh", "-c", imports).exitCode() == 0) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private static Recheck run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return new Recheck(process.exitValue(), output);
  }
}
