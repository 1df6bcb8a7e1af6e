package stoffprobe.predict;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a model says of one image, and of which.
 *
 * @param file as it was named
 * @param index the image's place in an IDX or NumPy file, 0 for a picture
 * @param inverted whether the picture was turned into its negative
 */
public record Answer(String file, int index, boolean inverted, Classification classification) {

  /** As JSON shows it. Keys may be added, never renamed. */
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("file", file);
    fields.put("index", index);
    fields.put("class", classification.label());
    fields.put("class_name", classification.className());
    fields.put("probability", classification.probability());
    fields.put("probabilities", classification.probabilities());
    fields.put("inverted", inverted);
    classification
        .distance()
        .ifPresent(
            distance -> {
              fields.put("distance", (float) distance);
              fields.put("unlike", classification.unlike());
            });
    return fields;
  }

  /** The same with the {@code n} most probable classes. */
  public Map<String, Object> fields(int n) {
    Map<String, Object> fields = fields();
    fields.put("top", classification.top(n).stream().map(Answer::candidate).toList());
    return fields;
  }

  /** One answer an image. */
  public static List<Answer> of(Classifier classifier, PictureSource.Batch batch) {
    List<Classification> classifications = classifier.classify(batch.images());
    return IntStream.range(0, classifications.size())
        .mapToObj(i -> of(batch.pictures().get(i), classifications.get(i)))
        .toList();
  }

  private static Answer of(PictureSource.Picture picture, Classification classification) {
    return new Answer(
        picture.file().toString(), picture.index(), picture.negative(), classification);
  }

  private static Map<String, Object> candidate(Classification.Candidate candidate) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("class", candidate.label());
    fields.put("class_name", candidate.className());
    fields.put("probability", candidate.probability());
    return fields;
  }
}
