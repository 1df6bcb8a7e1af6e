package stoffprobe.report.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import stoffprobe.data.Images;

/** Stub. */
public final class Charts {
  private Charts() {}

  private record Drawn(String name, int width, int height) implements Figure {
    @Override
    public String svg() {
      return "<svg viewBox=\"0 0 960 320\" width=\"100%\" role=\"img\" aria-label=\""
          + name
          + "\"><rect width=\"960\" height=\"320\" style=\"fill:none;stroke:var(--figure-ink)\"/></svg>";
    }

    @Override
    public void write(Path folder) throws IOException {
      Files.writeString(folder.resolve(name + ".svg"), svg());
      Files.write(folder.resolve(name + ".png"), new byte[0]);
    }
  }

  private static Figure figure(Language l, String name) {
    return new Drawn(name + "-" + l.tag(), 960, 320);
  }

  /** Stub. */
  public static Figure classCounts(
      Language l, List<String> classNames, List<Long> train, List<Long> test) {
    return figure(l, "class-counts");
  }

  /** Stub. */
  public static Figure firstImage(Language l, Images images, int index, String className) {
    return figure(l, "first-image");
  }

  /** Stub. */
  public static Figure samples(Language l, Images images, List<Sample> samples) {
    return figure(l, "samples");
  }

  /** Stub. */
  public static Figure curves(Language l, ModelCurves model) {
    return figure(l, "curves-" + model.model());
  }

  /** Stub. */
  public static Figure overlay(Language l, List<ModelCurves> models) {
    return figure(l, "overlay");
  }

  /** Stub. */
  public static Figure confusion(
      Language l, String model, List<String> classNames, List<List<Long>> counts) {
    return figure(l, "confusion-" + model);
  }

  /** Stub. */
  public static Figure accuracyIntervals(Language l, List<ModelAccuracy> models) {
    return figure(l, "accuracy");
  }

  /** Stub. */
  public static Figure difference(
      Language l, String a, String b, double difference, double low, double high) {
    return figure(l, "difference");
  }
}
