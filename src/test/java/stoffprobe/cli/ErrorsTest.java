package stoffprobe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stoffprobe.engine.StageException;

/** What a user reads when a command fails, and what a script gets. */
final class ErrorsTest {

  private static final PrintStream STDERR = System.err;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stopListening() {
    System.setErr(STDERR);
  }

  @Test
  void plainMessagesAreShownAsTheyAre() {
    assertThat(exitCode(new StageException("ingest failed: no disk."))).isEqualTo(1);
    assertThat(stderr()).isEqualTo("ingest failed: no disk.\n");
  }

  /** The JDK's own message is the name of the file and nothing else. */
  @Test
  void theJdksReportsBecomeSentences() {
    assertThat(exitCode(new AccessDeniedException("/nowhere/shirt.png"))).isEqualTo(1);
    assertThat(stderr()).contains("/nowhere/shirt.png may not be", "permissions");
  }

  @Test
  void anInterruptionHasTheShellsExitCode() {
    assertThat(exitCode(new InterruptedIOException("train-mlp was interrupted"))).isEqualTo(130);
  }

  @Test
  void aBugIsCalledOne() {
    assertThat(exitCode(new IllegalStateException("k"))).isEqualTo(1);
    assertThat(stderr()).contains("Internal error", "IllegalStateException: k", "--debug");
    assertThat(stderr()).doesNotContain("\tat ");
  }

  @Test
  void memoryThatRanOutIsAPlainErrorAndNoInterruption() {
    assertThat(exitCode(new OutOfMemoryError("Java heap space"))).isEqualTo(1);
    assertThat(stderr()).contains("ran out of memory", "-Xmx").doesNotContain("\tat ");
  }

  @Test
  void aStackTraceComesWithDebugAlone() {
    int code =
        Stoffprobe.commandLine(
                (file, data) -> {
                  throw new IOException("no classes");
                },
                new Interruption())
            .execute("status", "pipelines/smoke.yaml", "--debug");

    assertThat(code).isEqualTo(1);
    assertThat(stderr()).startsWith("no classes\n").contains("\tat stoffprobe.cli");
  }

  /** The exit code of a command in whose middle {@code failure} is thrown. */
  private static int exitCode(Throwable failure) {
    return Stoffprobe.commandLine(
            (file, data) -> {
              throw ErrorsTest.<RuntimeException>unchecked(failure);
            },
            new Interruption())
        .execute("status", "pipelines/smoke.yaml");
  }

  /** Throws whatever it is given, checked or not. */
  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException unchecked(Throwable failure) throws T {
    throw (T) failure;
  }

  private String stderr() {
    return written.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
