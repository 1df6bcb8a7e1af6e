package stoffprobe.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One form for equal values: keys sorted, numbers as decimals without trailing zeros. {@code 10},
 * {@code 10L} and {@code 10.0} become the same, so that a value that went through a file equals the
 * one that did not.
 */
public final class Canonical {

  /** Whole numbers up to here are written out; {@code 1E+300} is not. */
  private static final int LONGEST_WHOLE_NUMBER = 20;

  private Canonical() {}

  /**
   * A deep, unmodifiable copy made of {@code String}, {@code Boolean}, {@code BigDecimal}, {@code
   * List} and sorted {@code Map} alone.
   *
   * @throws IllegalArgumentException for anything else, null and NaN among them
   */
  static Object of(@Nullable Object value) {
    if (value instanceof String || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Canonical::of).toList();
    }
    if (value instanceof Map<?, ?> map) {
      return map(map);
    }
    throw new IllegalArgumentException(
        "A parameter is a string, number, boolean, list or map, not " + value);
  }

  /** The same for a map. */
  static Map<String, Object> map(Map<?, ?> map) {
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put(String.valueOf(key), of(value)));
    return Collections.unmodifiableMap(sorted);
  }

  /** JSON in one line; equal values give equal texts. */
  public static String json(Object value) {
    return text(of(value));
  }

  private static String text(Object canonical) {
    if (canonical instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> quoted(String.valueOf(entry.getKey())) + ":" + text(entry.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (canonical instanceof List<?> list) {
      return list.stream().map(Canonical::text).collect(Collectors.joining(",", "[", "]"));
    }
    return canonical instanceof String string ? quoted(string) : canonical.toString();
  }

  private static BigDecimal number(Number number) {
    BigDecimal decimal;
    try {
      decimal = new BigDecimal(number.toString()).stripTrailingZeros();
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("A parameter is a finite number, not " + number, e);
    }
    boolean whole = decimal.scale() < 0 && decimal.scale() > -LONGEST_WHOLE_NUMBER;
    return whole ? decimal.setScale(0, RoundingMode.UNNECESSARY) : decimal;
  }

  private static String quoted(String text) {
    try {
      return Json.MAPPER.writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a text: " + text, e);
    }
  }
}
