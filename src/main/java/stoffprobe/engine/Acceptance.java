package stoffprobe.engine;

import java.time.Instant;
import java.util.List;

/**
 * The trace of an output that was kept although its recorded code or environment had changed.
 *
 * @param at when
 * @param changes what had changed, as {@code status} had shown it
 */
public record Acceptance(Instant at, List<String> changes) {

  public Acceptance {
    changes = List.copyOf(changes);
  }
}
