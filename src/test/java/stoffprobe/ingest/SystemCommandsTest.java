package stoffprobe.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemCommandsTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir Path folder;
  private final SystemCommands commands = new SystemCommands();

  private Commands.Result shell(String script, Duration limit) throws IOException {
    return commands.run(List.of("sh", "-c", script), folder, limit);
  }

  @Test
  void givesExitCodeAndBothOutputs() throws IOException {
    Commands.Result result = shell("pwd; echo Grüße >&2; echo $LC_ALL; exit 3", LONG);

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.output()).isEqualTo(folder.toRealPath() + "\nGrüße\nC.UTF-8\n");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void programThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> commands.run(List.of("no-such-program"), folder, LONG))
        .isInstanceOf(IOException.class)
        .hasMessage("no-such-program can't be started, it may not be installed");
  }

  @Test
  void programThatTakesTooLongIsEndedWithItsChildren() throws Exception {
    assertThatThrownBy(
            () -> shell("echo $$ > pid; sleep 300 & echo $! > child; wait", Duration.ofSeconds(1)))
        .isInstanceOf(IOException.class)
        .hasMessage("sh did not end within 1 s");

    for (String file : List.of("pid", "child")) {
      long pid = Long.parseLong(Files.readString(folder.resolve(file)).strip());
      Optional<ProcessHandle> process = ProcessHandle.of(pid);
      if (process.isPresent()) {
        process.get().onExit().get();
      }
      assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }
  }

  @Test
  void programThatAsksGetsNoAnswer() throws IOException {
    assertThat(shell("cat", LONG).output()).isEmpty();
  }
}
