package stoffprobe.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What surrounds a stage, field by field.
 *
 * @param decisive what can change the result: part of the fingerprint ({@code tensorflow}, {@code
 *     device}, {@code shards}, ...)
 * @param noted what is recorded and shown but makes nothing stale ({@code jdk}, {@code processor},
 *     {@code threads}, ...)
 */
public record Environment(Map<String, String> decisive, Map<String, String> noted) {

  public Environment {
    decisive = Collections.unmodifiableMap(new LinkedHashMap<>(decisive));
    noted = Collections.unmodifiableMap(new LinkedHashMap<>(noted));
  }
}
