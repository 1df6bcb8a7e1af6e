package stoffprobe.serve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import stoffprobe.config.ClassNames;
import stoffprobe.config.Invert;
import stoffprobe.data.BrokenFileException;
import stoffprobe.pictures.DecodedPicture;
import stoffprobe.pictures.PictureRule;
import stoffprobe.predict.Answer;
import stoffprobe.predict.Classifier;

/**
 * The model and the queue before it: as many requests decode and classify at once as there are
 * cores, so that memory has a limit; some more wait, and the rest is refused.
 */
public final class ServedModel {

  private final String name;
  private final Classifier classifier;
  private final Optional<ClassNames> names;
  private final Invert invert;
  private final int mostPixels;
  private final int mostWaiting;
  private final Semaphore cores;
  private final AtomicInteger present = new AtomicInteger();

  /**
   * Serves a model.
   *
   * @param name as a person calls it
   * @param classifier opened; whoever opened it closes it, after the server
   * @param names the classes' names in both languages, if they are known
   * @param invert which pictures are turned into their negatives where a request does not say
   */
  public ServedModel(
      String name,
      Classifier classifier,
      Optional<ClassNames> names,
      Invert invert,
      Limits limits) {
    this.name = name;
    this.classifier = classifier;
    this.names = names;
    this.invert = invert;
    int atOnce = Runtime.getRuntime().availableProcessors();
    this.mostPixels = limits.pixels();
    this.mostWaiting = limits.queue() + atOnce;
    this.cores = new Semaphore(atOnce, true);
  }

  /** What a body shows. */
  enum Kind {
    PICTURE,
    PIXELS
  }

  /**
   * Classifies what a request brought.
   *
   * @throws Refusal if it is no image, or too many are waiting
   */
  Map<String, Object> answer(Kind kind, byte[] body, Query query)
      throws Refusal, InterruptedException {
    if (present.incrementAndGet() > mostWaiting) {
      present.decrementAndGet();
      throw new Refusal(503, "Too many requests are waiting. Try again in a second.");
    }
    try {
      cores.acquire();
      try {
        return now(kind, body, query);
      } finally {
        cores.release();
      }
    } finally {
      present.decrementAndGet();
    }
  }

  private Map<String, Object> now(Kind kind, byte[] body, Query query) throws Refusal {
    Invert chosen = query.invert().orElse(invert);
    if (classifier.colour() && chosen != Invert.NEVER) {
      throw new Refusal(
          400, "invert=" + chosen.word() + " is for grey images, but this model sees colour.");
    }
    boolean negative = false;
    byte[] pixels;
    if (kind == Kind.PIXELS) {
      pixels =
          JsonPixels.read(body, classifier.height(), classifier.width(), classifier.channels());
    } else {
      try {
        DecodedPicture picture = DecodedPicture.decode(body, "The body", mostPixels);
        PictureRule rule = classifier.rule(chosen);
        negative = rule.negative(picture);
        pixels = rule.pixels(picture);
      } catch (BrokenFileException e) {
        throw new Refusal(400, String.valueOf(e.getMessage()), e);
      }
    }
    Map<String, Object> fields = new Answer("-", 0, negative, classifier.classify(pixels)).fields();
    if (query.showInput()) {
      fields.put("input", rows(pixels));
    }
    return fields;
  }

  /** What a program should know before it asks. */
  Map<String, Object> description() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("model", name);
    fields.put("height", classifier.height());
    fields.put("width", classifier.width());
    fields.put("channels", classifier.channels());
    fields.put("invert", invert.word());
    fields.put("classes", classifier.classNames());
    fields.put("classes_en", names.map(ClassNames::en).orElse(classifier.classNames()));
    return fields;
  }

  /** Requests that are classified or wait for it. */
  int present() {
    return present.get();
  }

  /** Rows of numbers; in colour of lists of three. */
  private List<List<Object>> rows(byte[] pixels) {
    int channels = classifier.channels();
    List<List<Object>> rows = new ArrayList<>();
    for (int y = 0; y < classifier.height(); y++) {
      List<Object> row = new ArrayList<>();
      for (int x = 0; x < classifier.width(); x++) {
        int from = (y * classifier.width() + x) * channels;
        row.add(channels == 1 ? Byte.toUnsignedInt(pixels[from]) : triple(pixels, from));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<Integer> triple(byte[] pixels, int from) {
    return IntStream.range(from, from + 3).mapToObj(i -> Byte.toUnsignedInt(pixels[i])).toList();
  }
}
