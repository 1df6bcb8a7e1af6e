package stoffprobe.bench.process;

import java.util.List;
import java.util.Optional;

/**
 * A program that was measured and ended well.
 *
 * @param output the lines of its standard output
 * @param seconds from its start to its end
 * @param peakMebibytes the largest resident memory seen, 0 where it can't be seen
 * @param load what else the machine did meanwhile; none where it can't be seen, or the program was
 *     too short to tell
 */
public record Finished(
    List<String> output, double seconds, double peakMebibytes, Optional<Load> load) {

  public Finished {
    output = List.copyOf(output);
  }

  /** What it printed as {@code key=value}. */
  public Readings readings() {
    return Readings.parse(output);
  }
}
