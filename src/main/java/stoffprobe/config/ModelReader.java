package stoffprobe.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the section {@code models}.
 *
 * @param dataset gives the shape that the first layer gets, and the number that the last must pass
 *     on
 * @param training the common settings, which a model's own override
 * @param heldOut whether a part of the training images is held out
 */
record ModelReader(DatasetSettings dataset, TrainingSettings training, boolean heldOut) {

  List<ModelSettings> read(Section models) {
    models.refuseEmpty("at least one model");
    List<ModelSettings> read = new ArrayList<>();
    for (Map.Entry<String, Node.Entry> entry : models.entries().entrySet()) {
      String name = entry.getKey();
      Value value = models.value(name, entry.getValue());
      checkName(name, entry.getValue().key(), value);
      read.add(value.as(model -> model(name, model)));
    }
    return read;
  }

  private static void checkName(String name, Place place, Value value) {
    Kind<String> kind = Words.name();
    if (kind.read(new Node.Scalar(place, name, true)).isEmpty()) {
      value
          .problems()
          .add(place, value.path(), "a model named " + Quoting.quoted(name), kind.expected());
    }
  }

  private ModelSettings model(String name, Section model) {
    LayerReader reader = new LayerReader();
    List<Value> values = reader.values(model);
    List<Layer> layers = reader.read(values);
    if (!values.isEmpty()) {
      checkShapes(reader, values, layers);
    }
    return new ModelSettings(
        name,
        layers,
        model
            .find("training")
            .map(own -> own.as(section -> TrainingReader.read(section, training, heldOut)))
            .orElse(training));
  }

  /** Only of what is sound so far: a shape that follows from a mistake is no news. */
  private void checkShapes(LayerReader reader, List<Value> values, List<Layer> layers) {
    boolean sound = values.stream().allMatch(value -> value.problems().noneAt(value.path()));
    Problems problems = values.get(0).problems();
    if (!sound || !problems.noneAt("dataset.size") || !problems.noneAt("dataset.colour")) {
      return;
    }
    try {
      checkEnd(values.get(values.size() - 1), Architecture.of(dataset.imageShape(), layers));
    } catch (ShapeMismatchException e) {
      reader
          .place(e.layer())
          .refuse("the shape " + e.input() + " before " + e.layer().word(), e.needs());
    }
  }

  private void checkEnd(Value last, Architecture architecture) {
    int classes = dataset.classes().count();
    if (last.problems().noneAt("dataset.classes")
        && last.problems().noneAt("dataset.folder")
        && !architecture.output().equals(new Shape.Vector(classes))) {
      last.refuse(
          "the shape " + architecture.output() + " after the last layer",
          "[%d], a value a class: end with {dense: %d}".formatted(classes, classes));
    } else if (architecture.parameters() == 0) {
      last.refuse("no layer that learns", "at least one dense or conv2d");
    }
  }
}
