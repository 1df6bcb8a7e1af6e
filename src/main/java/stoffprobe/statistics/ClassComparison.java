package stoffprobe.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Two models, a and b, on the images of one class alone: which of them finds more of the class.
 *
 * @param label the class
 * @param images how often which model was right; empty if no image is of the class
 * @param holmP the p of {@link #mcNemarP}, adjusted by {@link Holm} for the number of classes, as
 *     one in twenty classes would look decided by chance
 */
public record ClassComparison(int label, Optional<PairedComparison> images, double holmP) {

  /**
   * Compares class by class, in their order; classes without images count as tests with a p of 1.
   *
   * @throws IllegalArgumentException if these are not predictions of the same images
   */
  public static List<ClassComparison> all(Predictions a, Predictions b) {
    Predictions.requireSameImages(a, b);
    List<Optional<PairedComparison>> classes =
        IntStream.range(0, a.classes())
            .mapToObj(label -> PairedComparison.of(a, b, i -> a.label(i) == label))
            .toList();
    double[] holm = Holm.adjusted(classes.stream().mapToDouble(ClassComparison::p).toArray());
    List<ClassComparison> comparisons = new ArrayList<>();
    for (int label = 0; label < holm.length; label++) {
      comparisons.add(new ClassComparison(label, classes.get(label), holm[label]));
    }
    return List.copyOf(comparisons);
  }

  /** How many images are of the class. */
  public int support() {
    return images.map(PairedComparison::count).orElse(0);
  }

  /** The exact two-sided p of {@link McNemar}'s test, 0 to 1; 1 if no image is of the class. */
  public double mcNemarP() {
    return p(images);
  }

  /** The model that finds more of the class, if the adjusted test tells it from chance. */
  public Verdict better() {
    return images.map(comparison -> comparison.better(holmP)).orElse(Verdict.UNDECIDED);
  }

  private static double p(Optional<PairedComparison> images) {
    return images.map(PairedComparison::mcNemarP).orElse(1.0);
  }
}
