package stoffprobe.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import stoffprobe.config.ClassNames;
import stoffprobe.data.Images;
import stoffprobe.data.Npy;

/** Test images, 100 a class one class after the other, and those that a report shows. */
record SyntheticExamples(ClassNames classes, List<SyntheticModel> models) {

  private static final int SIDE = 28;
  private static final int DRAWN = 8;
  private static final int SUSPECTS = 3;
  private static final int CONFUSED = 4;

  void writeImages(Path prepared) throws IOException {
    int count = classes.count() * SyntheticModel.SUPPORT;
    ByteBuffer pixels = ByteBuffer.allocate(count * SIDE * SIDE);
    for (int i = 0; i < count; i++) {
      int label = i / SyntheticModel.SUPPORT;
      for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
          double distance = Math.hypot(y - 13.5, (x - 13.5) * (1 + label / 6.0));
          pixels.put((byte) (distance < 12 ? 90 + i % 100 + x * 2 : 0));
        }
      }
    }
    Npy.write(prepared.resolve("test-images.npy"), new Images(pixels.flip(), count, SIDE, SIDE));
  }

  void write(Path evaluated) throws IOException {
    StringBuilder rows =
        new StringBuilder(
            "group,a,b,position,index,label,model,prediction,probability,label_probability\n");
    for (int a = 0; a < models.size(); a++) {
      for (int b = a + 1; b < models.size(); b++) {
        for (int cell = 0; cell < 4; cell++) {
          pair(rows, models.get(a).name(), models.get(b).name(), cell);
        }
      }
    }
    for (int position = 0; position < SUSPECTS; position++) {
      for (int m = 0; m < models.size(); m++) {
        double probability = 0.999 - 0.01 * position - 0.001 * m;
        row(rows, "suspect,,", position, 90 + position, models.get(m).name(), false, probability);
      }
    }
    for (SyntheticModel model : models) {
      for (int position = 0; position < CONFUSED; position++) {
        rows.append(
            "confusion,,,%d,%d,%d,%s,0,%s,%s\n"
                .formatted(
                    position,
                    classes.count() * SyntheticModel.SUPPORT - 1 - position,
                    classes.count() - 1,
                    model.name(),
                    0.9 - 0.05 * position,
                    0.08));
      }
    }
    SyntheticRun.write(evaluated, "examples.csv", rows.toString());
  }

  /** Cells as in the file's order; the last bit says whether b is wrong, the other whether a is. */
  private void pair(StringBuilder rows, String a, String b, int cell) {
    List<String> groups = List.of("both_right", "only_a", "only_b", "both_wrong");
    String start = groups.get(cell) + "," + a + "," + b;
    for (int position = 0; position < DRAWN; position++) {
      int place = 10 * cell + position;
      row(rows, start, position, place, a, cell / 2 == 0, 0.95 - 0.05 * position);
      row(rows, start, position, place, b, cell % 2 == 0, 0.9 - 0.05 * position);
    }
  }

  /** An image a class, of class {@code position}; a wrong answer is the class before it. */
  private void row(
      StringBuilder rows,
      String start,
      int position,
      int place,
      String model,
      boolean right,
      double probability) {
    int k = classes.count();
    int label = position % k;
    rows.append(
        "%s,%d,%d,%d,%s,%d,%s,%s\n"
            .formatted(
                start,
                position,
                label * SyntheticModel.SUPPORT + place,
                label,
                model,
                right ? label : (label + k - 1) % k,
                probability,
                right ? probability : (1 - probability) / 2));
  }
}
