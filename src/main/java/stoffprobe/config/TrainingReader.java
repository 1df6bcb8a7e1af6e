package stoffprobe.config;

import java.util.List;

/** Reads the section {@code training}, the common one or a model's own. */
final class TrainingReader {

  private TrainingReader() {}

  /**
   * @param fallback what counts for keys that are not given
   */
  static TrainingSettings read(Section training, TrainingSettings fallback) {
    return new TrainingSettings(
        training.optional("epochs", Numbers.whole(1, 100_000), fallback.epochs()),
        training.optional("batch", Numbers.whole(1, 100_000), fallback.batch()),
        training.optional(
            "optimizer",
            Words.oneOf(List.of(TrainingSettings.Optimizer.values())),
            fallback.optimizer()),
        training.optional("learning-rate", Numbers.positive(100), fallback.learningRate()),
        training.optional(
            "device", Words.oneOf(List.of(TrainingSettings.Device.values())), fallback.device()),
        training.optional("threads", Numbers.whole(0, 1024), fallback.threads()),
        training.optional("shards", Numbers.whole(1, 256), fallback.shards()));
  }
}
