package stoffprobe.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A map of the file from which values are taken by key; it notes which keys exist. */
final class Section {

  private final Node.Mapping map;
  private final String path;
  private final Problems problems;
  private final boolean present;
  private final Set<String> known = new LinkedHashSet<>();

  private Section(Node.Mapping map, String path, Problems problems, boolean present) {
    this.map = map;
    this.path = path;
    this.problems = problems;
    this.present = present;
  }

  /** Lets {@code reader} take what it knows from {@code map}, and reports the keys left over. */
  static <T> T read(Node.Mapping map, String path, Problems problems, Function<Section, T> reader) {
    Section section = new Section(map, path, problems, true);
    T result = reader.apply(section);
    section.refuseUnknownKeys();
    return result;
  }

  /** What stands in for a section whose absence is a problem already: it reports no further one. */
  static <T> T absent(Place place, Problems problems, Function<Section, T> reader) {
    return reader.apply(new Section(Node.Mapping.empty(place), "", problems, false));
  }

  Problems problems() {
    return problems;
  }

  /** The value of {@code key}, if there is one. */
  Optional<Value> find(String key) {
    known.add(key);
    return Optional.ofNullable(map.entries().get(key)).map(entry -> value(key, entry));
  }

  <T> T required(String key, Kind<T> kind) {
    Optional<Value> value = find(key);
    if (value.isEmpty()) {
      refuseMissing(key, kind.expected());
    }
    return value.map(found -> found.as(kind)).orElse(kind.standIn());
  }

  <T> T optional(String key, Kind<T> kind, T fallback) {
    return optional(key, kind).orElse(fallback);
  }

  <T> Optional<T> optional(String key, Kind<T> kind) {
    return find(key).map(value -> value.as(kind));
  }

  <T> T requiredSection(String key, Function<Section, T> reader) {
    Optional<Value> value = find(key);
    if (value.isEmpty()) {
      refuseMissing(key, "keys and values");
      return absent(map.place(), problems, reader);
    }
    return value.get().as(reader);
  }

  /** A list; empty and a problem if it is missing or not of {@code min} to {@code max} items. */
  List<Value> requiredList(String key, String expected, int min, int max) {
    Optional<Value> value = find(key);
    if (value.isEmpty()) {
      refuseMissing(key, expected);
    }
    return value.map(found -> found.items(expected, min, max)).orElse(List.of());
  }

  /** All keys in the order of the file, whose names are the user's choice. */
  Map<String, Node.Entry> entries() {
    known.addAll(map.entries().keySet());
    return map.entries();
  }

  /** A problem if the map is there but empty. */
  void refuseEmpty(String expected) {
    if (present && map.entries().isEmpty()) {
      problems.add(map.place(), path, "nothing", expected);
    }
  }

  Value value(String key, Node.Entry entry) {
    return new Value(entry.value(), KeyPath.child(path, key), problems);
  }

  private void refuseMissing(String key, String expected) {
    if (present) {
      problems.add(map.place(), KeyPath.child(path, key), "nothing", expected);
    }
  }

  private void refuseUnknownKeys() {
    map.entries().forEach(this::refuseUnknownKey);
  }

  private void refuseUnknownKey(String key, Node.Entry entry) {
    if (!known.contains(key)) {
      problems.add(
          entry.key(),
          KeyPath.child(path, key),
          "an unknown key",
          (known.isEmpty() ? "none" : "one of " + String.join(", ", known))
              + Spelling.hint(key, known));
    }
  }
}
