package stoffprobe.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Turns YAML into {@link Node}s that know their lines.
 *
 * <p>Of YAML it takes what a pipeline file needs: maps, lists and single values in one document.
 * Anchors, aliases and tags are refused: they would let a value stand elsewhere than where it is
 * read, and let a small file grow without bounds.
 */
final class YamlTree {

  private static final int DEEPEST = 20;
  private static final YAMLFactory YAML = new YAMLFactory();

  private final YAMLParser parser;
  private final int[] source; // code points, as the parser counts these
  private final IntFunction<Place> places;
  private final Problems problems;

  private YamlTree(YAMLParser parser, String text, IntFunction<Place> places, Problems problems) {
    this.parser = parser;
    this.source = text.codePoints().toArray();
    this.places = places;
    this.problems = problems;
  }

  /**
   * Reads {@code text}.
   *
   * @param places where a line, counted from 1, is
   * @param path path of the whole in the pipeline file, empty if it is the file
   * @return empty if the text can't be understood; then a problem says why
   */
  static Optional<Node> parse(
      String text, String path, IntFunction<Place> places, Problems problems) {
    try (YAMLParser parser = YAML.createParser(text)) {
      return Optional.of(new YamlTree(parser, text, places, problems).document(path));
    } catch (Refusal refusal) {
      problems.add(refusal.place, refusal.path, refusal.found, refusal.expected);
    } catch (JsonProcessingException e) {
      YamlError error = YamlError.of(e);
      problems.add(places.apply(error.line()), path, error.found(), "valid YAML");
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can't fail to be read", e);
    }
    return Optional.empty();
  }

  private Node document(String path) throws IOException, Refusal {
    JsonToken first = parser.nextToken();
    if (first == null) {
      return new Node.Scalar(places.apply(1), "", false);
    }
    Node root = node(first, path, places.apply(1), 1);
    if (parser.nextToken() != null) {
      throw new Refusal(here(), path, "a second document", "a single one without \"---\" lines");
    }
    return root;
  }

  /**
   * @param above where a map or list counts as standing: at its key, as that is where a reader
   *     looks for what it lacks
   */
  private Node node(JsonToken token, String path, Place above, int depth)
      throws IOException, Refusal {
    refuseReferences(path);
    if (depth > DEEPEST) {
      throw new Refusal(
          here(),
          "",
          "more than " + DEEPEST + " levels of nesting",
          "a file like the shipped ones");
    }
    if (token == JsonToken.START_OBJECT) {
      return mapping(path, above, depth);
    }
    if (token == JsonToken.START_ARRAY) {
      return sequence(path, above, depth);
    }
    return new Node.Scalar(here(), parser.getText(), token == JsonToken.VALUE_STRING);
  }

  private Node mapping(String path, Place above, int depth) throws IOException, Refusal {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      refuseReferences(path);
      String key = parser.getText();
      Place keyPlace = here();
      String keyPath = KeyPath.child(path, key);
      Node value = node(parser.nextToken(), keyPath, keyPlace, depth + 1);
      Node.Entry earlier = entries.putIfAbsent(key, new Node.Entry(keyPlace, value));
      if (earlier != null) {
        problems.add(
            keyPlace,
            keyPath,
            "the key a second time",
            "it once (it stands in line " + earlier.key().line() + " already)");
      }
    }
    return new Node.Mapping(above, entries);
  }

  private Node sequence(String path, Place above, int depth) throws IOException, Refusal {
    List<Node> items = new ArrayList<>();
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      items.add(node(token, KeyPath.item(path, items.size()), here(), depth + 1));
      token = parser.nextToken();
    }
    return new Node.Sequence(above, items);
  }

  private void refuseReferences(String path) throws IOException, Refusal {
    if (parser.isCurrentAlias() || parser.getObjectId() != null || beginsWithAnchor()) {
      throw new Refusal(here(), path, "an anchor or alias (& or *)", "the value written out");
    }
    if (parser.getTypeId() != null) {
      throw new Refusal(here(), path, "a tag (!)", "the value alone");
    }
  }

  /** The parser tells of anchors of maps, lists and keys, but not of single values. */
  private boolean beginsWithAnchor() {
    long offset = parser.currentTokenLocation().getCharOffset();
    return offset >= 0 && offset < source.length && source[(int) offset] == '&';
  }

  private Place here() {
    return places.apply(parser.currentTokenLocation().getLineNr());
  }

  /** Something that ends the reading, as what follows it can't be understood. */
  private static final class Refusal extends Exception {
    private final Place place;
    private final String path;
    private final String found;
    private final String expected;

    Refusal(Place place, String path, String found, String expected) {
      super(found);
      this.place = place;
      this.path = path;
      this.found = found;
      this.expected = expected;
    }
  }
}
