package stoffprobe.engine;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One hash over all that decides a stage's result. Equal fingerprints, equal results. */
public final class Fingerprint {

  private Fingerprint() {}

  /**
   * The SHA-256 over the four parts as canonical JSON: keys sorted, one number format, UTF-8.
   *
   * @param inputs SHA-256 of each input's content
   * @param parameters as {@link Stage#parameters}
   * @param code as {@link Stage#code}
   * @param environment the decisive part of {@link Stage#environment}
   * @return 64 hexadecimal digits
   */
  public static String of(
      Map<String, String> inputs,
      Map<String, Object> parameters,
      Map<String, String> code,
      Map<String, String> environment) {
    String json =
        Canonical.json(
            Map.of(
                "inputs", inputs,
                "parameters", parameters,
                "code", code,
                "environment", environment));
    return Sha256.of(json.getBytes(StandardCharsets.UTF_8));
  }
}
