package stoffprobe.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value as it was written, before anybody asked what it means. */
sealed interface Node {

  Place place();

  /** What a message says was found. */
  String found();

  /** Keys and values in the order of the file. */
  record Mapping(Place place, Map<String, Entry> entries) implements Node {

    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    static Mapping empty(Place place) {
      return new Mapping(place, Map.of());
    }

    /** The same with {@code key} set; an existing key stays at its position. */
    Mapping with(String key, Entry entry) {
      Map<String, Entry> changed = new LinkedHashMap<>(entries);
      changed.put(key, entry);
      return new Mapping(place, changed);
    }

    @Override
    public String found() {
      return entries.isEmpty() ? "an empty map" : "a map of keys and values";
    }
  }

  /** The value of a key, and where the key itself stands. */
  record Entry(Place key, Node value) {}

  /** A list. */
  record Sequence(Place place, List<Node> items) implements Node {

    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String found() {
      return items.isEmpty() ? "an empty list" : "a list of " + items.size();
    }
  }

  /**
   * A single value.
   *
   * @param text as it was written, without quotes
   * @param word whether YAML takes it for text; else it is a number, a truth value or nothing
   */
  record Scalar(Place place, String text, boolean word) implements Node {

    /** Whether there is a key but no value. */
    boolean isNothing() {
      return text.isEmpty() && !word;
    }

    @Override
    public String found() {
      if (isNothing()) {
        return "nothing";
      }
      return word ? Quoting.quoted(text) : Quoting.plain(text);
    }
  }
}
