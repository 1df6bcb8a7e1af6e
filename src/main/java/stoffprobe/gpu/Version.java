package stoffprobe.gpu;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as NVIDIA writes it: of a driver ({@code 535.161.08}), of a library ({@code 9.5.1}), or
 * a compute capability ({@code 8.6}). Ordered part by part as numbers: 9.10 comes after 9.9.
 *
 * @param text numbers with dots between
 */
public record Version(String text) implements Comparable<Version> {

  private static final Pattern DOTTED =
      Pattern.compile("(?<![\\w.])\\d+(?:\\.\\d+)+(?!\\w|\\.\\d)");

  public Version {
    if (!text.matches("\\d+(\\.\\d+)*")) {
      throw new IllegalArgumentException("not a version: " + text);
    }
  }

  /** The first number with a dot that stands alone in a text: {@code x86_64} is none. */
  public static Optional<Version> in(String text) {
    Matcher matcher = DOTTED.matcher(text);
    return matcher.find() ? Optional.of(new Version(matcher.group())) : Optional.empty();
  }

  /** Whether this comes before {@code other}. */
  public boolean isBefore(Version other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(Version other) {
    return Arrays.compare(parts(), other.parts());
  }

  private int[] parts() {
    return Arrays.stream(text.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
  }

  @Override
  public String toString() {
    return text;
  }
}
