package stoffprobe.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class VersionTest {

  @Test
  void partsAreNumbersAndNotText() {
    assertThat(new Version("9.9").isBefore(new Version("9.10"))).isTrue();
    assertThat(new Version("545.23.06")).isEqualByComparingTo(new Version("545.23.6"));
    assertThat(new Version("525.60").isBefore(new Version("525.60.13"))).isTrue();
    assertThat(new Version("12.0").isBefore(new Version("9.0"))).isFalse();
  }

  @Test
  void aVersionIsFoundAmongWords() {
    assertThat(Version.in("Module for x86_64  560.35.03  Release"))
        .contains(new Version("560.35.03"));
    assertThat(Version.in("gcc12.2, 17 and 12.2.")).contains(new Version("12.2"));
    assertThat(Version.in("[N/A]")).isEmpty();
  }

  @Test
  void otherTextIsNone() {
    assertThatThrownBy(() -> new Version("v1")).isInstanceOf(IllegalArgumentException.class);
  }
}
