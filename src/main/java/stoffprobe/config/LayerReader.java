package stoffprobe.config;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Reads layers, and remembers where each stands in the file. */
final class LayerReader {

  static final int MOST_LAYERS = 1000;

  private static final String LAYERS = "a list of 1 to " + MOST_LAYERS + " layers";

  /** How layers are written. A new one is a line here, and its record in {@link Layer}. */
  private static final List<Syntax> ALL =
      List.of(
          Syntax.alone("flatten", Layer.Flatten::new),
          Syntax.alone("relu", Layer.Relu::new),
          Syntax.with("leaky-relu", "slope", LayerReader::leakyRelu),
          Syntax.alone("elu", () -> new Layer.Activation(Layer.Activation.Function.ELU)),
          Syntax.alone("sigmoid", () -> new Layer.Activation(Layer.Activation.Function.SIGMOID)),
          Syntax.alone("tanh", () -> new Layer.Activation(Layer.Activation.Function.TANH)),
          Syntax.with("dense", "units", LayerReader::dense),
          Syntax.with("conv2d", "filters", LayerReader::conv2d),
          Syntax.with("max-pool", "size", LayerReader::maxPool),
          Syntax.with("avg-pool", "size", LayerReader::averagePool),
          Syntax.alone("global-avg-pool", Layer.GlobalAveragePool::new),
          Syntax.with("batch-norm", "momentum", LayerReader::batchNorm),
          Syntax.with("dropout", "rate", LayerReader::dropout),
          Syntax.with("residual", "layers", LayerReader::residual));

  private static final List<String> WORDS = ALL.stream().map(Syntax::word).toList();

  private final IdentityHashMap<Layer, Value> places = new IdentityHashMap<>();

  /**
   * A layer's word alone, or its word with settings.
   *
   * @param main the setting that may be given alone ({@code dense: 256}); empty if it has none
   * @param reading takes the settings
   */
  private record Syntax(
      String word, Optional<String> main, BiFunction<LayerReader, Section, Layer> reading) {

    static Syntax with(String word, String main, BiFunction<LayerReader, Section, Layer> reading) {
      return new Syntax(word, Optional.of(main), reading);
    }

    /** A new object each time, as they are told apart by who they are. */
    static Syntax alone(String word, Supplier<Layer> layer) {
      return new Syntax(word, Optional.empty(), (reader, settings) -> layer.get());
    }
  }

  private static Layer leakyRelu(LayerReader reader, Section settings) {
    return new Layer.LeakyRelu(settings.optional("slope", Numbers.share(), 0.01));
  }

  private static Layer dense(LayerReader reader, Section settings) {
    return new Layer.Dense(settings.required("units", Numbers.whole(1, 65536)));
  }

  private static Layer conv2d(LayerReader reader, Section settings) {
    return new Layer.Conv2d(
        settings.required("filters", Numbers.whole(1, 4096)),
        settings.optional("kernel", Numbers.whole(1, 31), 3),
        settings.optional(
            "padding", Words.oneOf(List.of(Layer.Padding.values())), Layer.Padding.SAME),
        settings.optional("stride", Numbers.whole(1, 31), 1));
  }

  private static Layer maxPool(LayerReader reader, Section settings) {
    return new Layer.MaxPool(settings.required("size", Numbers.whole(1, 1024)));
  }

  private static Layer averagePool(LayerReader reader, Section settings) {
    return new Layer.AveragePool(settings.required("size", Numbers.whole(1, 1024)));
  }

  private static Layer batchNorm(LayerReader reader, Section settings) {
    return new Layer.BatchNorm(settings.optional("momentum", Numbers.positive(1), 0.1));
  }

  private static Layer dropout(LayerReader reader, Section settings) {
    return new Layer.Dropout(settings.required("rate", Numbers.share()));
  }

  private static Layer residual(LayerReader reader, Section settings) {
    List<Value> inner = settings.requiredList("layers", LAYERS, 1, MOST_LAYERS);
    List<Value> shortcut =
        settings
            .find("shortcut")
            .map(value -> value.items(LAYERS, 1, MOST_LAYERS))
            .orElse(List.of());
    return new Layer.Residual(reader.read(inner), reader.read(shortcut));
  }

  /** The key {@code layers} of a model. */
  List<Value> values(Section model) {
    return model.requiredList("layers", LAYERS, 1, MOST_LAYERS);
  }

  /**
   * The layers that {@code values} describe; a problem for each that is none, which is left out.
   */
  List<Layer> read(List<Value> values) {
    List<Layer> layers = new ArrayList<>();
    for (Value value : values) {
      Optional<Layer> layer = read(value);
      layer.ifPresent(found -> places.put(found, value));
      layer.ifPresent(layers::add);
    }
    return layers;
  }

  /** Where a layer that this reader made stands in the file. */
  Value place(Layer layer) {
    return Objects.requireNonNull(places.get(layer), layer.word());
  }

  private Optional<Layer> read(Value value) {
    if (value.node() instanceof Node.Scalar scalar && !scalar.isNothing()) {
      Node none = new Node.Scalar(scalar.place(), "", false);
      return find(scalar.text(), value).flatMap(syntax -> layer(syntax, value, none));
    }
    if (value.node() instanceof Node.Mapping map && map.entries().size() == 1) {
      Map.Entry<String, Node.Entry> only = map.entries().entrySet().iterator().next();
      return find(only.getKey(), value)
          .flatMap(syntax -> layer(syntax, value, only.getValue().value()));
    }
    value.refuse(
        value.node() instanceof Node.Mapping map
            ? "a map with " + map.entries().size() + " keys"
            : value.node().found(),
        "a layer: relu, or {dense: 128}, or one word with its settings indented below it");
    return Optional.empty();
  }

  private static Optional<Syntax> find(String word, Value value) {
    Optional<Syntax> syntax =
        ALL.stream().filter(candidate -> candidate.word.equals(word)).findFirst();
    if (syntax.isEmpty()) {
      value.refuse(
          "the unknown layer " + Quoting.quoted(word),
          "one of " + String.join(", ", WORDS) + Spelling.hint(word, WORDS));
    }
    return syntax;
  }

  private Optional<Layer> layer(Syntax syntax, Value value, Node settings) {
    boolean alone =
        settings instanceof Node.Sequence
            || (settings instanceof Node.Scalar scalar && !scalar.isNothing());
    if (alone && syntax.main.isEmpty()) {
      value.refuse(
          settings.found() + " after " + syntax.word, syntax.word + " alone: it has no settings");
      return Optional.empty();
    }
    Node map =
        alone
            ? Node.Mapping.empty(settings.place())
                .with(syntax.main.orElseThrow(), new Node.Entry(settings.place(), settings))
            : settings;
    Value read = new Value(map, value.path(), value.problems());
    return Optional.of(read.as(section -> syntax.reading.apply(this, section)));
  }
}
