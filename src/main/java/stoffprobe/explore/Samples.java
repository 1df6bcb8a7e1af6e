package stoffprobe.explore;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import stoffprobe.config.ClassNames;
import stoffprobe.data.Csv;
import stoffprobe.data.Labels;
import stoffprobe.data.RandomStream;

/** Random images, none twice; more of them begin with the same ones. */
record Samples(List<Integer> indices) {

  Samples {
    indices = List.copyOf(indices);
  }

  /** Draws {@code wanted} of {@code count} images, or all if there are no more. */
  static Samples draw(int count, int wanted, long seed) {
    int[] order = RandomStream.permutation(RandomStream.of(seed, "explore-samples"), count);
    return new Samples(Arrays.stream(order).limit(wanted).boxed().toList());
  }

  void write(Path file, Labels labels, ClassNames classes) throws IOException {
    try (CSVPrinter csv = Csv.create(file, "position", "index", "class_index", "class_name")) {
      for (int position = 0; position < indices.size(); position++) {
        int index = indices.get(position);
        int label = labels.get(index);
        csv.printRecord(position, index, label, classes.de().get(label));
      }
    }
  }
}
