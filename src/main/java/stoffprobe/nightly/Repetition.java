package stoffprobe.nightly;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One model trained twice in the same night (an A/A check): whether the machine repeats itself.
 *
 * @param model its name
 * @param weightsSha256 those of the first training
 * @param againSha256 those of the second
 */
public record Repetition(String model, String weightsSha256, String againSha256) {

  @JsonProperty("same")
  public boolean same() {
    return weightsSha256.equals(againSha256);
  }
}
