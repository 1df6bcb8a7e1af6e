package stoffprobe.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Equal things have equal fingerprints, different ones different. */
class FingerprintTest {

  private static String parameters(Map<String, Object> parameters) {
    return Fingerprint.of(Map.of(), parameters, Map.of(), Map.of());
  }

  @Test
  void itIsTheHashOfTheCanonicalJson() throws Exception {
    String json =
        "{\"code\":{\"c\":\"3\"},\"environment\":{\"e\":\"4\"},\"inputs\":{\"i\":\"1\"},"
            + "\"parameters\":{\"a\":[1,true,\"x\"],\"b\":0.5}}";
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
    assertThat(
            Fingerprint.of(
                Map.of("i", "1"),
                Map.of("b", 0.50, "a", List.of(1.0, true, "x")),
                Map.of("c", "3"),
                Map.of("e", "4")))
        .isEqualTo(HexFormat.of().formatHex(hash));
  }

  @Test
  void theOrderOfKeysDoesNotMatter() {
    Map<String, Object> forth = new LinkedHashMap<>();
    forth.put("a", 1);
    forth.put("b", Map.of("d", 1, "c", 2));
    Map<String, Object> back = new LinkedHashMap<>();
    back.put("b", Map.of("c", 2, "d", 1));
    back.put("a", 1);
    assertThat(parameters(forth)).isEqualTo(parameters(back));
  }

  @Test
  void theTypeOfANumberDoesNotMatterButItsValueDoes() {
    for (Number ten : List.of(10, 10L, 10.0, 10f, new BigDecimal("10.000"), (short) 10)) {
      assertThat(Canonical.json(ten)).isEqualTo("10");
    }
    assertThat(Canonical.json(0.001f)).isEqualTo(Canonical.json(0.001)).isEqualTo("0.001");
    assertThat(Canonical.json(-0.0)).isEqualTo("0");
    assertThat(Canonical.json(1e300)).isEqualTo("1E+300");
    assertThat(Canonical.json(Long.MAX_VALUE)).isEqualTo("9223372036854775807");
    assertThat(Canonical.json(0.1 + 0.2)).isEqualTo("0.30000000000000004");
  }

  @Test
  void aTextIsNoNumberAndAListIsNoText() {
    assertThat(parameters(Map.of("a", "1"))).isNotEqualTo(parameters(Map.of("a", 1)));
    assertThat(parameters(Map.of("a", List.of("x", "y"))))
        .isNotEqualTo(parameters(Map.of("a", List.of("y", "x"))))
        .isNotEqualTo(parameters(Map.of("a", "x,y")));
    assertThat(Canonical.json("\"\n")).isEqualTo("\"\\\"\\n\"");
  }

  @Test
  void whatCanNotStandInAFileIsRefused() {
    for (Object value : Arrays.asList(null, Double.NaN, 1.0 / 0, new Object(), 'c')) {
      assertThatThrownBy(() -> Canonical.of(value)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
