package stoffprobe.explore;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVPrinter;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import stoffprobe.config.ClassNames;
import stoffprobe.data.Csv;
import stoffprobe.data.LabelledImages;

/** What may make a result look better than it is, or tell little: figures and their thresholds. */
record Warnings(
    LabelledImages train,
    LabelledImages test,
    ClassNames classes,
    NearDuplicates near,
    BrightnessClue brightness,
    SizeClues sizes) {

  private static final Logger LOG = LogManager.getLogger();

  /** The largest class has so many times the images of the smallest: not balanced. */
  private static final double IMBALANCE = 1.5;

  /** Training images of a class below which a network has little to learn from: a rule of thumb. */
  private static final int FEW_TRAIN = 100;

  /** Test images of a class below which its recall is known to within 17 points at best. */
  private static final int FEW_TEST = 30;

  /**
   * Looks for all of it.
   *
   * @param pictures {@code pictures.csv} of a folder of pictures; may be missing
   */
  static Warnings of(LabelledImages train, LabelledImages test, ClassNames classes, Path pictures)
      throws IOException {
    return new Warnings(
        train,
        test,
        classes,
        NearDuplicates.between(train.images(), test.images()),
        BrightnessClue.of(train, test, classes.count()),
        SizeClues.of(pictures, classes.count()));
  }

  /** Writes a line a test image that has a twin in training. */
  void writePairs(Path file) throws IOException {
    try (CSVPrinter csv =
        Csv.create(
            file,
            "test_index",
            "train_index",
            "correlation",
            "test_class_index",
            "train_class_index")) {
      for (NearDuplicates.Pair pair : near.pairs()) {
        csv.printRecord(
            pair.test(),
            pair.train(),
            pair.correlation(),
            test.labels().get(pair.test()),
            train.labels().get(pair.train()));
      }
    }
  }

  /** The content of {@code warnings.json}: what was looked for, and what was found. */
  Map<String, Object> entries() {
    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put("near_duplicates", nearDuplicates());
    entries.put("imbalance", imbalance());
    entries.put("few_images", fewImages());
    entries.put(
        "brightness",
        entry(
            "threshold_percent", brightness.threshold(),
            "percent", brightness.percent(),
            "found", brightness.telling()));
    entries.put(
        "sizes",
        entry(
            "threshold_percent", SizeClues.MOST,
            "threshold_percent_elsewhere", SizeClues.RARE,
            "classes",
                sizes.clues().stream()
                    .map(
                        clue ->
                            entry(
                                "class_index", clue.classIndex(),
                                "size", clue.size(),
                                "percent", clue.percent(),
                                "percent_elsewhere", clue.percentElsewhere()))
                    .toList()));
    return entries;
  }

  private Map<String, Object> nearDuplicates() {
    int found = near.pairs().size();
    long otherClass =
        near.pairs().stream()
            .filter(pair -> test.labels().get(pair.test()) != train.labels().get(pair.train()))
            .count();
    double percent = 100.0 * found / Math.max(1, test.count());
    if (found > 0) {
      LOG.warn(
          "{} test images ({} %) are all but equal to a training image, {} of them of another class:"
              + " see near-duplicates.csv",
          found, rounded(percent), otherClass);
    }
    return entry(
        "threshold", NearDuplicates.THRESHOLD,
        "test_images", found,
        "percent", percent,
        "other_class", otherClass);
  }

  private Map<String, Object> imbalance() {
    int[] counts = counts(train);
    int smallest = 0;
    int largest = 0;
    for (int i = 0; i < counts.length; i++) {
      smallest = counts[i] < counts[smallest] ? i : smallest;
      largest = counts[i] > counts[largest] ? i : largest;
    }
    boolean found = counts[largest] >= IMBALANCE * counts[smallest];
    if (found) {
      LOG.warn(
          "The classes are not balanced: {} training images of {}, {} of {}",
          counts[largest],
          classes.de().get(largest),
          counts[smallest],
          classes.de().get(smallest));
    }
    return entry(
        "threshold",
        IMBALANCE,
        "largest",
        entry("class_index", largest, "count", counts[largest]),
        "smallest",
        entry("class_index", smallest, "count", counts[smallest]),
        "found",
        found);
  }

  private Map<String, Object> fewImages() {
    int[] ofTrain = counts(train);
    int[] ofTest = counts(test);
    List<Map<String, Object>> few = new ArrayList<>();
    for (int i = 0; i < ofTrain.length; i++) {
      if (ofTrain[i] < FEW_TRAIN || ofTest[i] < FEW_TEST) {
        few.add(entry("class_index", i, "train", ofTrain[i], "test", ofTest[i]));
        LOG.warn(
            "{} has few images: {} for training, {} for testing",
            classes.de().get(i),
            ofTrain[i],
            ofTest[i]);
      }
    }
    return entry("threshold_train", FEW_TRAIN, "threshold_test", FEW_TEST, "classes", few);
  }

  /** Says what gives a class away. */
  void logClues() {
    if (brightness.telling()) {
      LOG.warn(
          "{} alone tells the class of {} % of the test images",
          train.images().colour() ? "The mean colour" : "Brightness",
          rounded(brightness.percent()));
    }
    sizes
        .clues()
        .forEach(
            clue ->
                LOG.warn(
                    "{} is given away by its pictures' size: {} % of them have {} pixels, {} % of"
                        + " the others",
                    classes.de().get(clue.classIndex()),
                    rounded(clue.percent()),
                    clue.size(),
                    rounded(clue.percentElsewhere())));
  }

  private int[] counts(LabelledImages images) {
    int[] counts = new int[classes.count()];
    for (int i = 0; i < images.count(); i++) {
      counts[images.labels().get(i)]++;
    }
    return counts;
  }

  private static String rounded(double percent) {
    return String.format(Locale.ROOT, "%.1f", percent);
  }

  private static Map<String, Object> entry(Object... keysAndValues) {
    Map<String, Object> entry = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      entry.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
    }
    return entry;
  }
}
