package stoffprobe.config;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A value of the file together with its path, about to be read as what it should be. */
record Value(Node node, String path, Problems problems) {

  /** The value as a {@code kind}; its stand-in and a problem if it is none. */
  <T> T as(Kind<T> kind) {
    return kind.read(node)
        .orElseGet(
            () -> {
              refuse(kind.expected());
              return kind.standIn();
            });
  }

  /**
   * What {@code reader} makes of the map; keys that it did not ask for are problems. A key without
   * a value is an empty map, as of a section whose lines are all commented out.
   */
  <T> T as(Function<Section, T> reader) {
    if (node instanceof Node.Mapping mapping) {
      return Section.read(mapping, path, problems, reader);
    }
    if (node instanceof Node.Scalar scalar && scalar.isNothing()) {
      return Section.read(Node.Mapping.empty(node.place()), path, problems, reader);
    }
    refuse("keys and values");
    return Section.absent(node.place(), problems, reader);
  }

  /**
   * The values of a list; none and a problem if it is no list or has too few or too many.
   *
   * @param expected ends the message
   */
  List<Value> items(String expected, int min, int max) {
    if (node instanceof Node.Sequence list
        && list.items().size() >= min
        && list.items().size() <= max) {
      return IntStream.range(0, list.items().size())
          .mapToObj(i -> new Value(list.items().get(i), KeyPath.item(path, i), problems))
          .toList();
    }
    refuse(expected);
    return List.of();
  }

  void refuse(String expected) {
    refuse(node.found(), expected);
  }

  void refuse(String found, String expected) {
    problems.add(node.place(), path, found, expected);
  }
}
