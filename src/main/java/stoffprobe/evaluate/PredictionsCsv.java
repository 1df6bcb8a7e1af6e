package stoffprobe.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import stoffprobe.data.BrokenFileException;
import stoffprobe.data.Csv;
import stoffprobe.statistics.Predictions;

/**
 * {@code predictions-<model>.csv}: {@code index,label,prediction,probability_0,...}, a row an image
 * in test order. Probabilities are the shortest decimals that read back as the same float32, so
 * what is read equals what was written, bit for bit.
 */
public final class PredictionsCsv {

  private static final String PROBABILITY = "probability_";

  private PredictionsCsv() {}

  /** Writes a new file; every probability has to be finite. */
  public static void write(Path file, Predictions predictions) throws IOException {
    try (CSVPrinter csv = Csv.create(file, header(predictions.classes()))) {
      List<Object> row = new ArrayList<>();
      for (int i = 0; i < predictions.count(); i++) {
        row.clear();
        row.add(i);
        row.add(predictions.label(i));
        row.add(predictions.prediction(i));
        for (int c = 0; c < predictions.classes(); c++) {
          row.add(ShortestDecimal.of(predictions.probability(i, c)));
        }
        csv.printRecord(row);
      }
    }
  }

  /**
   * Reads a file back.
   *
   * @param classes how many there have to be
   * @throws BrokenFileException if it is not what {@link #write} writes for so many classes;
   *     further columns at the end are allowed
   */
  public static Predictions read(Path file, int classes) throws IOException {
    String[] header = header(classes);
    CsvRows table = CsvRows.read(file, header);
    if (table.columns().contains(PROBABILITY + classes)) {
      throw new BrokenFileException(
          file
              + " has probabilities for more than "
              + classes
              + " classes. Is it of another pipeline?");
    }
    List<CSVRecord> rows = table.rows();
    int[] labels = new int[rows.size()];
    float[] probabilities = new float[Math.multiplyExact(rows.size(), classes)];
    for (int i = 0; i < labels.length; i++) {
      CSVRecord row = rows.get(i);
      if (table.integer(row, "index") != i) {
        throw table.broken(row, "has index " + row.get("index") + ", expected " + i);
      }
      labels[i] = table.integer(row, "label");
      if (labels[i] < 0 || labels[i] >= classes) {
        throw table.broken(row, "has label " + labels[i] + " of " + classes + " classes");
      }
      for (int c = 0; c < classes; c++) {
        probabilities[i * classes + c] = table.float32(row, header[header.length - classes + c]);
      }
    }
    Predictions predictions = new Predictions(labels, probabilities, classes);
    for (int i = 0; i < labels.length; i++) {
      int prediction = table.integer(rows.get(i), "prediction");
      if (prediction != predictions.prediction(i)) {
        throw table.broken(
            rows.get(i),
            "predicts "
                + prediction
                + ", but its largest probability is that of class "
                + predictions.prediction(i));
      }
    }
    return predictions;
  }

  private static String[] header(int classes) {
    Stream<String> probabilities = IntStream.range(0, classes).mapToObj(c -> PROBABILITY + c);
    return Stream.concat(Stream.of("index", "label", "prediction"), probabilities)
        .toArray(String[]::new);
  }
}
