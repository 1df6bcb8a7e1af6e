package stoffprobe.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import stoffprobe.engine.Build;
import stoffprobe.statistics.BrierScore;
import stoffprobe.statistics.Confusion;
import stoffprobe.statistics.ConfusionMatrix;
import stoffprobe.statistics.Interval;
import stoffprobe.statistics.Reliability;

/**
 * {@code MODEL.md}: what a person should know of a model before relying on it, after Mitchell et
 * al. 2019 (arXiv 1810.03993).
 */
record ModelCard(Described described, EvaluatedModel model) {

  private static final int WORST = 3;

  /** The card in Markdown. */
  String text() {
    return String.format(
        Locale.ROOT,
        """
    # %s, trained on %s

    A network with %,d trained parameters that tells %d kinds of %s image apart, each %d x %d pixels.
    It was trained and measured by the pipeline `%s` (seed %d, TensorFlow %s). Its values have the SHA-256
    `%s`; `model.json` says the same for programs.

    ## Data

    %s: %,d training images and %,d test images. Licence: %s.

    ## How good it is

    Of the %,d test images, which were held back from training, %s %% are right (95 %% interval: %s to %s).
    Macro-F1 %s; Brier score %s; expected calibration error %s. The interval tells of the chance
    in the test images, not of that in training: another seed gives another network.

    | class | recall, %% | 95 %% interval | precision, %% | 95 %% interval | test images |
    |---|---|---|---|---|---|
    %s

    ## Where it is weak

    It finds these classes least often: %s.
    %s

    ## Limits

    * It knows the %d classes above and nothing else: whatever it is shown, it names one of them.
    * These figures hold for images like the test images. Another camera, background or season is something else.
    * A picture becomes an image by this rule: %s.
    * A picture is called unlike the training images if its distance to the nearest of up to 2,000 of them is
      above 1; 1 %% of the test images are. It is a warning, not proof: a picture below 1 may still be of a kind
      that the network does not know. The rule, for programs: %s.
    * `references.npy` holds thumbnails (7 x 7) of training images. Mind that before you pass the folder on.

    ## How to use it

    Without writing a program:

    ```
    stoffprobe predict photo.png --model-folder %s
    stoffprobe serve --model-folder %s
    ```

    In Java, with `stoffprobe.jar` and its libraries:

    ```java
    try (Classifier classifier = Classifier.open(Path.of("%s"))) {
      Classification answer = classifier.classify(Path.of("photo.png"));
      System.out.println(answer.className() + " " + answer.probability());
    }
    ```

    In another language with TensorFlow, such as Python; the normalisation is inside:

    ```python
    classify = tf.saved_model.load("%s/saved_model").signatures["serving_default"]
    answer = classify(images=tf.constant(images))  # uint8 [n, %s]
    answer["probabilities"]                        # float32 [n, %d]
    ```
    """,
        arguments());
  }

  private Object[] arguments() {
    Experiment experiment = described.experiment();
    ConfusionMatrix confusion = model.confusion();
    Interval accuracy = Interval.wilson(confusion.correct(), confusion.total());
    int height = described.input().height();
    int width = described.input().width();
    int classes = confusion.classes();
    return new Object[] {
      model.name(),
      escaped(experiment.title()),
      model.trained().parameters(),
      classes,
      described.input().colour() ? "colour" : "grey",
      height,
      width,
      experiment.pipeline(),
      experiment.seed(),
      Build.property("tensorflow"),
      model.trained().weightsSha256(),
      escaped(experiment.title()),
      described.trainingImages(),
      confusion.total(),
      experiment.license().map(ModelCard::escaped).orElse("not stated"),
      confusion.total(),
      percent(confusion.accuracy()),
      percent(accuracy.low()),
      percent(accuracy.high()),
      number(confusion.macroF1()),
      number(BrierScore.of(model.predictions())),
      number(Reliability.of(model.predictions()).expectedCalibrationError()),
      rows(),
      worst(),
      confusions(),
      classes,
      PictureText.rule(experiment.invert(), described.input().colour()),
      PictureText.familiarity(described.input().colour()),
      model.name(),
      model.name(),
      model.name(),
      model.name(),
      described.input().sizes().stream().map(String::valueOf).collect(Collectors.joining(", ")),
      classes
    };
  }

  private String rows() {
    ConfusionMatrix confusion = model.confusion();
    return IntStream.range(0, confusion.classes())
        .mapToObj(
            c ->
                String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s | %,d |",
                    name(c),
                    percent(confusion.recall(c)),
                    range(confusion.recallInterval(c)),
                    percent(confusion.precision(c)),
                    range(confusion.precisionInterval(c)),
                    confusion.support(c)))
        .collect(Collectors.joining("\n"));
  }

  private String worst() {
    ConfusionMatrix confusion = model.confusion();
    return IntStream.range(0, confusion.classes())
        .boxed()
        .filter(c -> confusion.support(c) > 0)
        .sorted(Comparator.comparing(confusion::recall))
        .limit(WORST)
        .map(c -> name(c) + " (" + percent(confusion.recall(c)) + " %)")
        .collect(Collectors.joining(", "));
  }

  private String confusions() {
    List<Confusion> confusions = model.confusion().topConfusions(WORST);
    if (confusions.isEmpty()) {
      return "It confused no two classes.";
    }
    return "It confuses most often: "
        + confusions.stream()
            .map(
                c ->
                    String.format(
                        Locale.ROOT,
                        "%s taken for %s (%d of %,d)",
                        name(c.label()),
                        name(c.predicted()),
                        c.count(),
                        model.confusion().support(c.label())))
            .collect(Collectors.joining(", "))
        + ".";
  }

  /** As Markdown shows it whatever it holds. */
  private String name(int label) {
    return escaped(described.experiment().classes().en().get(label));
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\\\`*_\\[\\]<>#|]", "\\\\$0").replaceAll("\\R", " ");
  }

  private static String range(Optional<Interval> interval) {
    return interval.map(i -> percent(i.low()) + " to " + percent(i.high())).orElse("");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
