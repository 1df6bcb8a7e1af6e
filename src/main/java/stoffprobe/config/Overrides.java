package stoffprobe.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Puts {@code KEY=VALUE} over the file, before anything is checked: an overridden value passes the
 * same checks as a written one, and a mistake in it names the override instead of a line.
 *
 * <p>The value is YAML ({@code 2}, {@code [28, 28]}, {@code {dense: 10}}) and replaces what stands
 * there as a whole. Of two overrides of a key the later counts.
 */
final class Overrides {

  private static final int DEEPEST = 10;

  private final Problems problems;

  private Overrides(Problems problems) {
    this.problems = problems;
  }

  static Node apply(Node root, List<String> overrides, Problems problems) {
    Overrides over = new Overrides(problems);
    Node changed = root;
    for (String override : overrides) {
      changed = over.apply(changed, override);
    }
    return changed;
  }

  /**
   * Sets a value that was read elsewhere.
   *
   * @param key its path with dots, {@code training.batch}
   */
  static Node set(Node root, String key, Node value, Problems problems) {
    Deque<String> keys = new ArrayDeque<>(Arrays.asList(key.split("\\.", -1)));
    return new Overrides(problems).set(root, "", keys, value, value.place());
  }

  private Node apply(Node root, String override) {
    Place place = Place.inOverride(override);
    int equals = override.indexOf('=');
    String key = equals < 0 ? override : override.substring(0, equals);
    List<String> keys = new ArrayList<>(Arrays.asList(key.strip().split("\\.", -1)));
    if (equals < 0 || keys.contains("") || keys.size() > DEEPEST) {
      problems.add(
          place,
          "",
          equals < 0 ? "no \"=\"" : "no such key",
          "KEY=VALUE, such as training.epochs=2");
      return root;
    }
    return YamlTree.parse(
            override.substring(equals + 1), String.join(".", keys), line -> place, problems)
        .map(value -> set(root, "", new ArrayDeque<>(keys), value, place))
        .orElse(root);
  }

  private Node set(Node node, String path, Deque<String> keys, Node value, Place place) {
    if (keys.isEmpty()) {
      return value;
    }
    Optional<Node.Mapping> mapping = asMapping(node);
    if (mapping.isEmpty()) {
      problems.add(place, path, node.found(), "keys below it; a list or value is set as a whole");
      return node;
    }
    String key = keys.removeFirst();
    Node.Entry old =
        mapping.get().entries().getOrDefault(key, new Node.Entry(place, Node.Mapping.empty(place)));
    Node changed = set(old.value(), KeyPath.child(path, key), keys, value, place);
    return mapping.get().with(key, new Node.Entry(old.key(), changed));
  }

  private static Optional<Node.Mapping> asMapping(Node node) {
    if (node instanceof Node.Scalar scalar && scalar.isNothing()) {
      return Optional.of(Node.Mapping.empty(node.place()));
    }
    return node instanceof Node.Mapping mapping ? Optional.of(mapping) : Optional.empty();
  }
}
