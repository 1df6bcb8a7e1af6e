package stoffprobe.nightly.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Commands that a reader copies into a shell. */
class CommandsTest {

  @Test
  void whatIsUsualAnywayIsLeftOut() {
    Commands commands =
        new Commands(Path.of("pipelines/fashion-mnist.yaml"), Path.of("output/fashion-mnist"));
    assertThat(commands.nightly()).isEqualTo("target/stoffprobe nightly");
    assertThat(commands.results()).isEqualTo("output/fashion-mnist/nightly/run/fashion-mnist");
  }

  @Test
  void pathsAreQuotedForTheShell() {
    Commands commands = new Commands(Path.of("it's $(here)/a.yaml"), Path.of("/größe x/a"));
    assertThat(commands.acceptBaseline("..."))
        .isEqualTo(
            "target/stoffprobe nightly 'it'\\''s $(here)/a.yaml' --output '/größe x'"
                + " --accept-baseline --reason \"...\"");
  }
}
