package stoffprobe.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A short form of {@code make torture}: every kind of fault, a few of each. */
final class TortureTest {

  /** New every day, so that in time the short form tries all that the long one does. */
  private static final long SEED = System.currentTimeMillis() / 86_400_000;

  @Test
  void everyFaultIsSurvived() throws Exception {
    Path folder = Path.of("target/torture-short");

    Tally tally = new Torture(Scale.SHORT, Program.classPath(), folder, SEED).run("");

    System.out.print(tally);
    assertThat(tally.failures()).isEmpty();
    assertThat(tally.allSurvived()).isTrue();
  }
}
