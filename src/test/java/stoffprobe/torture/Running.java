package stoffprobe.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process under way, whose output goes to files, so that it never waits for a reader. */
final class Running {

  private static final int LONGEST_SECONDS = 180;
  private static final int POLL_MILLIS = 2;

  private final Process process;
  private final Path out;
  private final Path err;
  private long start = System.nanoTime();

  private Running(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /**
   * Starts a command.
   *
   * @param log what the files of its output begin with
   */
  static Running start(List<String> command, Path log) throws IOException {
    Path out = Path.of(log + ".out");
    Path err = Path.of(log + ".err");
    Files.createDirectories(out.getParent());
    Files.writeString(Path.of(log + ".command"), String.join("\n", command) + "\n");
    Process process =
        new ProcessBuilder(command)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new Running(process, out, err);
  }

  long pid() {
    return process.pid();
  }

  /** Waits until standard error holds a text. */
  void await(String text) throws IOException, InterruptedException {
    while (!Files.readString(err).contains(text)) {
      assertThat(process.isAlive()).as("the program comes to %s%n%s", text, read(err)).isTrue();
      Thread.sleep(POLL_MILLIS);
    }
  }

  /** Waits; false if it ended by itself meanwhile. */
  boolean lives(long millis) throws InterruptedException {
    return !process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  /** Sends a signal, {@code KILL}; its seconds count from here. */
  void signal(String name) throws IOException, InterruptedException {
    start = System.nanoTime();
    if (name.equals("KILL")) {
      process.destroyForcibly();
    } else {
      new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
    }
  }

  /** Waits for its end. */
  Ended ended() throws IOException, InterruptedException {
    boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended).as("it ends within %d s%n%s", LONGEST_SECONDS, read(err)).isTrue();
    return new Ended(process.exitValue(), read(out), read(err), seconds);
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8);
  }
}
