package stoffprobe.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import stoffprobe.data.Csv;
import stoffprobe.statistics.Predictions;

/** {@code examples.csv}: test images to show, a row for each image and model. */
final class ExamplesCsv {

  private static final String[] HEADER = {
    "group",
    "a",
    "b",
    "position",
    "index",
    "label",
    "model",
    "prediction",
    "probability",
    "label_probability"
  };

  private ExamplesCsv() {}

  /** Writes a new file in the order given. */
  static void write(Path file, List<Example> examples) throws IOException {
    try (CSVPrinter csv = Csv.create(file, HEADER)) {
      for (Example example : examples) {
        for (EvaluatedModel model : example.models()) {
          Predictions predictions = model.predictions();
          int index = example.index();
          int label = predictions.label(index);
          csv.printRecord(
              example.group(),
              example.a(),
              example.b(),
              example.position(),
              index,
              label,
              model.name(),
              predictions.prediction(index),
              ShortestDecimal.of(predictions.confidence(index)),
              ShortestDecimal.of(predictions.probability(index, label)));
        }
      }
    }
  }
}
