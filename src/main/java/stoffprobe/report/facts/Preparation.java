package stoffprobe.report.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import stoffprobe.config.PerChannel;

/**
 * What {@code 3-preprocess} says of its arrays: a pixel {@code x} becomes {@code (x / scale - mean)
 * / std}, with the same two numbers for all channels or others for each.
 *
 * @param leaked training images that also occur in the test set; empty if the stage did not count
 */
public record Preparation(double scale, PerChannel mean, PerChannel std, OptionalLong leaked) {

  /** Reads the stage's files. */
  public static Preparation read(RunFolder run) throws IOException {
    JsonFile normalization = JsonFile.read(run.preprocess("normalization.json"));
    return new Preparation(
        normalization.number("scale"),
        normalization.perChannel("mean"),
        normalization.perChannel("std"),
        leaked(run.preprocess("leakage.json")));
  }

  /** Whether all channels are treated alike. */
  public boolean single() {
    return mean.single() && std.single();
  }

  /** What a channel's value becomes. */
  public double normalised(double value, int channel) {
    return (value / scale - mean.of(channel)) / std.of(channel);
  }

  private static OptionalLong leaked(Path file) throws IOException {
    if (Files.notExists(file)) {
      return OptionalLong.empty();
    }
    JsonFile leakage = JsonFile.read(file);
    if (leakage.has("train_test_shared")) {
      return OptionalLong.of(leakage.whole("train_test_shared"));
    }
    return leakage.has("train_test")
        ? OptionalLong.of(leakage.object("train_test").whole("shared"))
        : OptionalLong.empty();
  }
}
