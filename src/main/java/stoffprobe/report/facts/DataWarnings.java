package stoffprobe.report.facts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code explore} found that may make a result look better than it is, or tell little.
 *
 * @param imbalance the classes with the most and the fewest training images, if they differ much
 * @param fewImages classes with few images
 * @param brightness how much the brightness alone tells, if that is much
 * @param sizes classes that their pictures' size gives away
 */
public record DataWarnings(
    Near near,
    Optional<Imbalance> imbalance,
    Few fewImages,
    Optional<Double> brightness,
    List<Size> sizes) {

  public DataWarnings {
    sizes = List.copyOf(sizes);
  }

  /**
   * Test images with a twin in training.
   *
   * @param threshold the least correlation of twins
   * @param percent of the test images
   * @param otherClass how many of them are of another class than their twin
   */
  public record Near(double threshold, long testImages, double percent, long otherClass) {}

  /** Classes and their training images. */
  public record Imbalance(int largest, long most, int smallest, long fewest) {}

  /** Classes with fewer images than one of the two. */
  public record Few(long trainThreshold, long testThreshold, List<FewOfClass> classes) {

    public Few {
      classes = List.copyOf(classes);
    }
  }

  /** A class with few images. */
  public record FewOfClass(int classIndex, long train, long test) {}

  /**
   * A class and the size of nearly all its pictures.
   *
   * @param percent of its pictures that have it
   * @param percentElsewhere of the other classes' pictures
   */
  public record Size(int classIndex, String size, double percent, double percentElsewhere) {}

  /** Reads {@code warnings.json}. */
  static DataWarnings read(Path file) throws IOException {
    JsonFile root = JsonFile.read(file);
    JsonFile near = root.object("near_duplicates");
    JsonFile brightness = root.object("brightness");
    List<Size> sizes = new ArrayList<>();
    for (JsonFile entry : root.object("sizes").objects("classes")) {
      sizes.add(
          new Size(
              index(entry),
              entry.text("size"),
              entry.number("percent"),
              entry.number("percent_elsewhere")));
    }
    return new DataWarnings(
        new Near(
            near.number("threshold"),
            near.whole("test_images"),
            near.number("percent"),
            near.whole("other_class")),
        imbalance(root.object("imbalance")),
        few(root.object("few_images")),
        found(brightness) ? Optional.of(brightness.number("percent")) : Optional.empty(),
        sizes);
  }

  private static Optional<Imbalance> imbalance(JsonFile entry) throws IOException {
    if (!found(entry)) {
      return Optional.empty();
    }
    JsonFile largest = entry.object("largest");
    JsonFile smallest = entry.object("smallest");
    return Optional.of(
        new Imbalance(
            index(largest), largest.whole("count"), index(smallest), smallest.whole("count")));
  }

  private static Few few(JsonFile entry) throws IOException {
    List<FewOfClass> classes = new ArrayList<>();
    for (JsonFile one : entry.objects("classes")) {
      classes.add(new FewOfClass(index(one), one.whole("train"), one.whole("test")));
    }
    return new Few(entry.whole("threshold_train"), entry.whole("threshold_test"), classes);
  }

  private static int index(JsonFile entry) throws IOException {
    return Math.toIntExact(entry.whole("class_index"));
  }

  private static boolean found(JsonFile entry) throws IOException {
    return entry.text("found").equals("true");
  }
}
