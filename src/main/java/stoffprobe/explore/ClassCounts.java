package stoffprobe.explore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVPrinter;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import stoffprobe.config.ClassNames;
import stoffprobe.data.Labels;
import stoffprobe.data.Split;

/**
 * How many images of each class a split has; classes without an image count too.
 *
 * @param total images of the split
 */
record ClassCounts(List<Line> lines, int total) {

  private static final Logger LOG = LogManager.getLogger();

  /** One class. */
  record Line(int classIndex, String className, int count) {}

  ClassCounts {
    lines = List.copyOf(lines);
  }

  static ClassCounts of(Labels labels, ClassNames classes) {
    int[] counts = new int[classes.count()];
    for (int i = 0; i < labels.count(); i++) {
      counts[labels.get(i)]++;
    }
    List<Line> lines = new ArrayList<>();
    for (int index = 0; index < counts.length; index++) {
      lines.add(new Line(index, classes.de().get(index), counts[index]));
    }
    return new ClassCounts(lines, labels.count());
  }

  /** Writes and logs a line a class; percent are of the split. */
  void write(CSVPrinter csv, Split split) throws IOException {
    for (Line line : lines) {
      double percent = 100.0 * line.count() / total;
      csv.printRecord(split.word(), line.classIndex(), line.className(), line.count(), percent);
      LOG.info(
          "{} {} {}: {} ({} %)",
          split.word(),
          line.classIndex(),
          line.className(),
          line.count(),
          String.format(Locale.ROOT, "%.1f", percent));
    }
  }
}
