package stoffprobe.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies of maps that keep their order, which {@code Map.copyOf} does not. */
final class Unmodifiable {

  private Unmodifiable() {}

  static <V> Map<String, V> copy(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
