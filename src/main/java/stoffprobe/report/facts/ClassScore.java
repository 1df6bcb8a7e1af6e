package stoffprobe.report.facts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * One row of {@code per-class.csv}.
 *
 * @param support test images that truly are of the class
 */
public record ClassScore(
    String model, int classIndex, double precision, double recall, double f1, long support) {

  /** Reads the rows of all models. */
  public static List<ClassScore> readAll(Path file) throws IOException {
    return CsvFile.read(
        file,
        row ->
            new ClassScore(
                row.text("model"),
                row.index("class_index"),
                row.number("precision"),
                row.number("recall"),
                row.number("f1"),
                row.whole("support")));
  }
}
