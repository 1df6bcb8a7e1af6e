package stoffprobe.predict;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What a model says of one image.
 *
 * @param classNames the classes' names, k of them
 * @param probabilities one a class, float32, adding up to 1 within rounding
 * @param distance how unlike the training images the image is, see {@link Familiarity}; empty if
 *     the model comes without images to compare with
 */
public record Classification(
    List<String> classNames, List<Float> probabilities, OptionalDouble distance) {

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if there is not one probability a class
   */
  public Classification {
    classNames = List.copyOf(classNames);
    probabilities = List.copyOf(probabilities);
    if (probabilities.isEmpty() || probabilities.size() != classNames.size()) {
      throw new IllegalArgumentException(
          probabilities.size() + " probabilities of " + classNames.size() + " classes");
    }
  }

  /**
   * A class that the image may belong to.
   *
   * @param label its index, from 0
   */
  public record Candidate(int label, String className, float probability) {}

  /** The index of the class with the largest probability, the lowest if several have it. */
  public int label() {
    int label = 0;
    for (int k = 1; k < probabilities.size(); k++) {
      if (probabilities.get(k) > probabilities.get(label)) {
        label = k;
      }
    }
    return label;
  }

  /** The name of that class. */
  public String className() {
    return classNames.get(label());
  }

  /** The largest probability. */
  public float probability() {
    return probabilities.get(label());
  }

  /** Whether the image is so unlike the training images that the answer may mean nothing. */
  public boolean unlike() {
    return distance.orElse(0) > 1;
  }

  /** The {@code n} most probable classes, or all if there are fewer; ties by index. */
  public List<Candidate> top(int n) {
    return IntStream.range(0, probabilities.size())
        .mapToObj(k -> new Candidate(k, classNames.get(k), probabilities.get(k)))
        .sorted(Comparator.comparing(Candidate::probability).reversed())
        .limit(n)
        .toList();
  }
}
