package stoffprobe.cluster;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which machines.
 *
 * @param master {@code local[2]} for two cores of this one, {@code spark://host:7077}, ...
 * @param settings the cluster's own, by name, such as {@code spark.executor.memory}
 */
public record Place(String master, Map<String, String> settings) {

  /** Copies the settings. */
  public Place {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }
}
