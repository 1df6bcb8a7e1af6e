package stoffprobe.config;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Puts a value at a key whose path has dots, {@code training.batch}. */
final class KeyValue {

  private KeyValue() {}

  /** The same tree with {@code value} there; what is in the way and no map is replaced. */
  static Node set(Node root, String key, Node value) {
    return set(root, new ArrayDeque<>(Arrays.asList(key.split("\\.", -1))), value);
  }

  private static Node set(Node node, Deque<String> keys, Node value) {
    if (keys.isEmpty()) {
      return value;
    }
    Node.Mapping mapping =
        node instanceof Node.Mapping map ? map : Node.Mapping.empty(value.place());
    String key = keys.removeFirst();
    Node.Entry old =
        mapping
            .entries()
            .getOrDefault(
                key, new Node.Entry(value.place(), new Node.Scalar(value.place(), "", false)));
    return mapping.with(key, new Node.Entry(value.place(), set(old.value(), keys, value)));
  }
}
