package stoffprobe.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.engine.StageException;

/** The page is written after the history knows of the night, whatever the night brought. */
class NightViewTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-14T02:17:00Z"), ZoneOffset.UTC);

  @TempDir private Path root;

  @Test
  void aNightThatFailsHasAPageWithItselfInTheHistory() throws Exception {
    Nightly nightly =
        new Nightly(
            new Nightly.Subject("smoke", root.resolve("smoke.yaml"), 42, List.of(), root),
            (output, overrides, forced) -> {
              throw new StageException("no data");
            },
            CLOCK,
            (night, nights) -> night.verdict().line() + ", " + nights.size() + " ü");
    for (int nights = 1; nights <= 2; nights++) {
      Night night = nightly.run(Optional.empty());
      assertThat(night.accepted()).isNull();
      assertThat(Files.readString(root.resolve("nightly/nightly.html")))
          .isEqualTo("failed: no data, " + nights + " ü");
    }
  }
}
