package stoffprobe.bench.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The commit that was measured. */
public final class GitCommit {

  private GitCommit() {}

  /**
   * Its hash, with {@code -dirty} if files differ from it; {@code unknown} outside a repository.
   */
  public static String current() throws InterruptedException {
    Optional<String> hash = output("git", "rev-parse", "HEAD");
    Optional<String> changes = output("git", "status", "--porcelain", "--untracked-files=no");
    return hash.map(h -> h + (changes.orElse("").isEmpty() ? "" : "-dirty")).orElse("unknown");
  }

  private static Optional<String> output(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor() == 0 ? Optional.of(output) : Optional.empty();
    } catch (IOException e) {
      // There is no git.
      return Optional.empty();
    }
  }
}
