package stoffprobe.predict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model says of one image.
 *
 * @param file as it was named
 * @param index the image's place in an IDX file, 0 for a picture
 * @param label index of the class with the largest probability, the lowest if several have it
 * @param probabilities one a class, float32
 */
public record Classification(
    String file, int index, int label, String className, List<Float> probabilities) {

  public Classification {
    probabilities = List.copyOf(probabilities);
  }

  /** The largest probability. */
  public float probability() {
    return probabilities.get(label);
  }

  /**
   * One classification an image.
   *
   * @param probabilities float32 {@code [n, k]}, row by row
   * @param classNames k of them
   * @throws IllegalArgumentException if the probabilities are not those of so many classes
   */
  public static List<Classification> of(
      PictureFiles.Batch batch, float[] probabilities, List<String> classNames) {
    int classes = classNames.size();
    if (probabilities.length != (long) batch.pictures().size() * classes) {
      throw new IllegalArgumentException(
          probabilities.length
              + " probabilities for "
              + batch.pictures().size()
              + " images of "
              + classes
              + " classes");
    }
    List<Classification> classifications = new ArrayList<>();
    for (int i = 0; i < batch.pictures().size(); i++) {
      List<Float> row = new ArrayList<>();
      int label = 0;
      for (int k = 0; k < classes; k++) {
        row.add(probabilities[i * classes + k]);
        if (row.get(k) > row.get(label)) {
          label = k;
        }
      }
      PictureFiles.Picture picture = batch.pictures().get(i);
      classifications.add(
          new Classification(
              picture.file().toString(), picture.index(), label, classNames.get(label), row));
    }
    return classifications;
  }

  /** As JSON shows it. */
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("file", file);
    fields.put("index", index);
    fields.put("class", label);
    fields.put("class_name", className);
    fields.put("probability", probability());
    fields.put("probabilities", probabilities);
    return fields;
  }
}
