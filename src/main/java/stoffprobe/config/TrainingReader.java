package stoffprobe.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import stoffprobe.config.TrainingSettings.Optimizer;

/** Reads the section {@code training}, the common one or a model's own. */
final class TrainingReader {

  private static final String SCHEDULE =
      "constant, {step: {every: 3, factor: 0.1}} or {cosine: {to: 0}}";

  private static final Map<String, Function<Section, Schedule>> SCHEDULES =
      Map.of(
          "constant", settings -> new Schedule.Constant(),
          "step", TrainingReader::step,
          "cosine", settings -> new Schedule.Cosine(settings.optional("to", Numbers.share(), 0.0)));

  private TrainingReader() {}

  /**
   * Reads a section.
   *
   * @param fallback what counts for keys that are not given
   * @param heldOut whether a part of the training images is held out
   */
  static TrainingSettings read(Section training, TrainingSettings fallback, boolean heldOut) {
    int epochs = training.optional("epochs", Numbers.whole(1, 100_000), fallback.epochs());
    int batch = training.optional("batch", Numbers.whole(1, 100_000), fallback.batch());
    Optimizer optimizer =
        training.optional(
            "optimizer", Words.oneOf(List.of(Optimizer.values())), fallback.optimizer());
    return new TrainingSettings(
        epochs,
        batch,
        optimizer,
        training.optional("learning-rate", Numbers.positive(100), fallback.learningRate()),
        training.optional(
            "device", Words.oneOf(List.of(TrainingSettings.Device.values())), fallback.device()),
        training.optional("threads", Numbers.whole(0, 1024), fallback.threads()),
        training.optional("shards", Numbers.whole(1, 256), fallback.shards()),
        more(training, optimizer, fallback.more(), heldOut));
  }

  private static MoreTraining more(
      Section training, Optimizer optimizer, MoreTraining fallback, boolean heldOut) {
    return new MoreTraining(
        momentum(training, optimizer, fallback.momentum()),
        training
            .optional("weight-decay", Numbers.between(0, 100))
            .map(OptionalDouble::of)
            .orElse(fallback.weightDecay()),
        training.find("schedule").map(TrainingReader::schedule).orElse(fallback.schedule()),
        training.optional("warm-up", Numbers.between(0, 1000), fallback.warmUp()),
        training
            .find("early-stopping")
            .map(value -> earlyStopping(value, heldOut))
            .orElse(fallback.earlyStopping()),
        training
            .find("augmentation")
            .map(value -> value.as(TrainingReader::augmentation))
            .orElse(fallback.augmentation()));
  }

  private static double momentum(Section training, Optimizer optimizer, double fallback) {
    Optional<Value> given = training.find("momentum");
    if (given.isPresent() && optimizer != Optimizer.SGD) {
      given.get().refuse("momentum", "none, as adam and adamw have their own; or optimizer: sgd");
    }
    return given.map(value -> value.as(Numbers.share())).orElse(fallback);
  }

  /** A word alone, or a word with settings. */
  private static Schedule schedule(Value value) {
    if (value.node() instanceof Node.Scalar scalar && SCHEDULES.containsKey(scalar.text())) {
      Node none = Node.Mapping.empty(scalar.place());
      return new Value(none, value.path(), value.problems()).as(SCHEDULES.get(scalar.text()));
    }
    if (value.node() instanceof Node.Mapping map && map.entries().size() == 1) {
      Map.Entry<String, Node.Entry> only = map.entries().entrySet().iterator().next();
      Function<Section, Schedule> reading = SCHEDULES.get(only.getKey());
      if (reading != null) {
        return new Value(
                only.getValue().value(),
                KeyPath.child(value.path(), only.getKey()),
                value.problems())
            .as(reading);
      }
    }
    value.refuse(SCHEDULE);
    return new Schedule.Constant();
  }

  private static Schedule step(Section settings) {
    return new Schedule.Step(
        settings.required("every", Numbers.whole(1, 100_000)),
        settings.optional("factor", Numbers.positive(1), 0.1));
  }

  /** On the held-out images only: what the test set chooses, it can no longer judge. */
  private static Optional<EarlyStopping> earlyStopping(Value value, boolean heldOut) {
    if (value.node() instanceof Node.Scalar scalar && scalar.text().equals("none")) {
      return Optional.empty();
    }
    if (!heldOut) {
      value.refuse(
          "early stopping without held-out images",
          "preprocess.validation above 0, such as 0.1: a stop chosen on the test images would make"
              + " their result too good to be true");
    }
    return Optional.of(value.as(TrainingReader::patience));
  }

  private static EarlyStopping patience(Section settings) {
    return new EarlyStopping(settings.required("patience", Numbers.whole(1, 100_000)));
  }

  private static Augmentation augmentation(Section settings) {
    return new Augmentation(
        settings.optional("shift", Numbers.whole(0, 1024), 0),
        settings.optional("flip", Words.truth(), false));
  }
}
