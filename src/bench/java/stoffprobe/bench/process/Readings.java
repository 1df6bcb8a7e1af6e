package stoffprobe.bench.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a measured program printed: lines of {@code key=value}, split by blanks. Other lines are the
 * libraries' and are left out.
 *
 * @param lines one map a line
 */
public record Readings(List<Map<String, String>> lines) {

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  public Readings {
    lines = List.copyOf(lines);
  }

  /** Reads the lines whose every word is {@code key=value}. */
  public static Readings parse(List<String> output) {
    List<Map<String, String>> lines = new ArrayList<>();
    for (String line : output) {
      Map<String, String> pairs = new LinkedHashMap<>();
      List<String> words = BLANKS.splitAsStream(line.strip()).toList();
      for (String word : words) {
        int equals = word.indexOf('=');
        if (equals > 0) {
          pairs.put(word.substring(0, equals), word.substring(equals + 1));
        }
      }
      if (pairs.size() == words.size()) {
        lines.add(pairs);
      }
    }
    return new Readings(lines);
  }

  /**
   * The values of {@code key}, line by line.
   *
   * @throws IllegalStateException if no line has it: the program and its reader don't fit
   */
  public List<Double> numbers(String key) {
    List<Double> numbers =
        lines.stream()
            .filter(line -> line.containsKey(key))
            .map(line -> Double.valueOf(line.get(key)))
            .toList();
    if (numbers.isEmpty()) {
      throw new IllegalStateException("no line with " + key + " among " + lines);
    }
    return numbers;
  }

  /** The only or first value of {@code key}. */
  public double number(String key) {
    return numbers(key).get(0);
  }

  /** The first value of {@code key} as text, or {@code unknown}. */
  public String text(String key) {
    return lines.stream()
        .filter(line -> line.containsKey(key))
        .map(line -> line.get(key))
        .findFirst()
        .orElse("unknown");
  }
}
