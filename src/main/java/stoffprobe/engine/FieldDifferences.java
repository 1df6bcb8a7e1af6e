package stoffprobe.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares nested values field by field: {@code models.mlp.layers[2].units: 128 -> 64}. */
public final class FieldDifferences {

  private static final int LONGEST_VALUE = 80;
  private static final int SHORT_HASH = 12;

  /** What is no hash is told in full: the reason why there is none, or a version. */
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private FieldDifferences() {}

  /** A line for each field that differs; sorted by field. */
  public static List<String> between(Map<String, ?> before, Map<String, ?> now) {
    List<String> lines = new ArrayList<>();
    maps("", Canonical.map(before), Canonical.map(now), lines);
    return lines;
  }

  /** What {@link #between} says of two hashes: their first digits, if these tell them apart. */
  public static String hashes(String before, String now) {
    String shortBefore = shortened(before);
    String shortNow = shortened(now);
    return shortBefore.equals(shortNow) ? before + " -> " + now : shortBefore + " -> " + shortNow;
  }

  private static String shortened(String hash) {
    return HASH.matcher(hash).matches() ? hash.substring(0, SHORT_HASH) : hash;
  }

  private static void maps(String path, Map<?, ?> before, Map<?, ?> now, List<String> lines) {
    Set<String> keys = new TreeSet<>();
    before.keySet().forEach(key -> keys.add(String.valueOf(key)));
    now.keySet().forEach(key -> keys.add(String.valueOf(key)));
    for (String key : keys) {
      String field = path.isEmpty() ? key : path + "." + key;
      values(field, before.get(key), now.get(key), lines);
    }
  }

  private static void lists(String path, List<?> before, List<?> now, List<String> lines) {
    for (int i = 0; i < Math.max(before.size(), now.size()); i++) {
      values(
          path + "[" + i + "]",
          i < before.size() ? before.get(i) : null,
          i < now.size() ? now.get(i) : null,
          lines);
    }
  }

  private static void values(
      String path, @Nullable Object before, @Nullable Object now, List<String> lines) {
    if (before instanceof Map<?, ?> old && now instanceof Map<?, ?> current) {
      maps(path, old, current, lines);
    } else if (before instanceof List<?> old && now instanceof List<?> current) {
      lists(path, old, current, lines);
    } else if (before == null || !before.equals(now)) {
      lines.add(path + ": " + change(before, now));
    }
  }

  private static String change(@Nullable Object before, @Nullable Object now) {
    String old = text(before);
    String current = text(now);
    if (old.equals(current) && before != null && now != null) { // "42" -> 42
      old = Canonical.json(before);
      current = Canonical.json(now);
    }
    boolean tellApart = !cut(old).equals(cut(current));
    return tellApart ? cut(old) + " -> " + cut(current) : old + " -> " + current;
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return "absent";
    }
    String text = value instanceof String string ? string : Canonical.json(value);
    return text.chars().anyMatch(Character::isISOControl) ? Canonical.json(value) : text;
  }

  private static String cut(String text) {
    return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "..." : text;
  }
}
