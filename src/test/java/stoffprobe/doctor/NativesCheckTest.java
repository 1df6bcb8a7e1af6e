package stoffprobe.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import stoffprobe.doctor.Finding.State;
import stoffprobe.engine.Build;

/** The library beside the program may be another one than it was built for. */
final class NativesCheckTest {

  private static final String CPU = "org/tensorflow/internal/c_api/linux-x86_64/LICENSE";
  private static final String GPU = "org/tensorflow/internal/c_api/linux-x86_64-gpu/LICENSE";

  @Test
  void theOneThatWasBuiltIsFoundOnTheRealClassPath() {
    Finding finding = NativesCheck.of(Build.property("tensorflow.natives")).examine();

    assertThat(finding.state()).isEqualTo(State.WORKS);
  }

  @Test
  void anotherOneNoneOrTwoAreFound() {
    assertThat(found(Set.of(CPU))).isEqualTo("linux-x86_64, but built for linux-x86_64-gpu");
    assertThat(found(Set.of())).isEqualTo("none, but built for linux-x86_64-gpu");
    assertThat(found(Set.of(CPU, GPU)))
        .isEqualTo("linux-x86_64, linux-x86_64-gpu, but built for linux-x86_64-gpu");
  }

  private static String found(Set<String> resources) {
    Finding finding = new NativesCheck("linux-x86_64-gpu", resources::contains).examine();
    assertThat(finding.state()).isEqualTo(State.FAILS);
    return finding.found();
  }
}
