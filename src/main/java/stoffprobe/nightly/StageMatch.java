package stoffprobe.nightly;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A stage's results beside those of the baseline, bit by bit.
 *
 * @param stage its name
 * @param compared how many results were compared
 * @param different those that differ, are missing or are new
 */
public record StageMatch(String stage, int compared, List<String> different) {

  public StageMatch {
    different = List.copyOf(different);
  }

  @JsonProperty("same")
  public boolean same() {
    return different.isEmpty();
  }
}
