package stoffprobe.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a layer is written: its word alone, or its word with settings. A new layer is a line in
 * {@link #ALL} (and its record in {@link Layer}).
 *
 * @param main the setting that may be given alone ({@code dense: 256}); empty if there are none
 * @param reading takes the settings
 */
record LayerSyntax(String word, Optional<String> main, Function<Section, Layer> reading) {

  static final List<LayerSyntax> ALL =
      List.of(
          new LayerSyntax("flatten", Optional.empty(), settings -> new Layer.Flatten()),
          new LayerSyntax("relu", Optional.empty(), settings -> new Layer.Relu()),
          new LayerSyntax("dense", Optional.of("units"), LayerSyntax::dense),
          new LayerSyntax("conv2d", Optional.of("filters"), LayerSyntax::conv2d),
          new LayerSyntax("max-pool", Optional.of("size"), LayerSyntax::maxPool),
          new LayerSyntax("dropout", Optional.of("rate"), LayerSyntax::dropout));

  private static final List<String> WORDS = ALL.stream().map(LayerSyntax::word).toList();

  private static Layer dense(Section settings) {
    return new Layer.Dense(settings.required("units", Numbers.whole(1, 65536)));
  }

  private static Layer conv2d(Section settings) {
    return new Layer.Conv2d(
        settings.required("filters", Numbers.whole(1, 4096)),
        settings.optional("kernel", Numbers.whole(1, 31), 3),
        settings.optional(
            "padding", Words.oneOf(List.of(Layer.Padding.values())), Layer.Padding.SAME));
  }

  private static Layer maxPool(Section settings) {
    return new Layer.MaxPool(settings.required("size", Numbers.whole(1, 1024)));
  }

  private static Layer dropout(Section settings) {
    return new Layer.Dropout(settings.required("rate", Numbers.share()));
  }

  /** The layer that {@code value} describes; empty and a problem if there is no such layer. */
  static Optional<Layer> read(Value value) {
    if (value.node() instanceof Node.Scalar scalar && !scalar.isNothing()) {
      Node none = new Node.Scalar(scalar.place(), "", false);
      return find(scalar.text(), value).flatMap(syntax -> syntax.layer(value, none));
    }
    if (value.node() instanceof Node.Mapping map && map.entries().size() == 1) {
      Map.Entry<String, Node.Entry> only = map.entries().entrySet().iterator().next();
      return find(only.getKey(), value)
          .flatMap(syntax -> syntax.layer(value, only.getValue().value()));
    }
    value.refuse(
        value.node() instanceof Node.Mapping map
            ? "a map with " + map.entries().size() + " keys"
            : value.node().found(),
        "a layer: relu, or {dense: 128}, or one word with its settings indented below it");
    return Optional.empty();
  }

  private static Optional<LayerSyntax> find(String word, Value value) {
    Optional<LayerSyntax> syntax =
        ALL.stream().filter(candidate -> candidate.word.equals(word)).findFirst();
    if (syntax.isEmpty()) {
      value.refuse(
          "the unknown layer " + Quoting.quoted(word),
          "one of " + String.join(", ", WORDS) + Spelling.hint(word, WORDS));
    }
    return syntax;
  }

  private Optional<Layer> layer(Value value, Node settings) {
    boolean alone =
        settings instanceof Node.Sequence
            || (settings instanceof Node.Scalar scalar && !scalar.isNothing());
    if (alone && main.isEmpty()) {
      value.refuse(settings.found() + " after " + word, word + " alone: it has no settings");
      return Optional.empty();
    }
    Node map =
        alone
            ? Node.Mapping.empty(settings.place())
                .with(main.orElseThrow(), new Node.Entry(settings.place(), settings))
            : settings;
    return Optional.of(new Value(map, value.path(), value.problems()).as(reading));
  }
}
