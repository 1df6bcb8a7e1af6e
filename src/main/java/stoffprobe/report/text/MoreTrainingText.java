package stoffprobe.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stoffprobe.config.Augmentation;
import stoffprobe.config.EarlyStopping;
import stoffprobe.config.MoreTraining;
import stoffprobe.config.Schedule;
import stoffprobe.config.TrainingSettings;
import stoffprobe.config.TrainingSettings.Optimizer;
import stoffprobe.report.facts.ModelRun;

/** What a training did besides the workshop's experiment; nothing of what it did without. */
record MoreTrainingText(ModelRun model) {

  List<Bilingual> sentences() {
    TrainingSettings training = model.settings().training();
    MoreTraining more = training.more();
    List<Bilingual> sentences = new ArrayList<>();
    if (training.optimizer() == Optimizer.SGD && more.momentum() > 0) {
      sentences.add(
          Bilingual.of(
              "Jeder Schritt behält {0} des vorigen bei (Momentum).",
              "Each step keeps {0} of the one before (momentum).",
              Numbers.shortPercent(more.momentum())));
    }
    if (more.weightDecay(training.optimizer()) > 0) {
      sentences.add(
          Bilingual.of(
              "Ein Gewichtsverfall (Weight Decay) von {0} zieht die Gewichte zur Null hin.",
              "A weight decay of {0} pulls the weights towards zero.",
              Numbers.plain(more.weightDecay(training.optimizer()))));
    }
    rate(more).ifPresent(sentences::add);
    if (!more.augmentation().equals(Augmentation.NONE)) {
      sentences.add(augmentation(more.augmentation()));
    }
    more.earlyStopping().map(this::stopping).ifPresent(sentences::add);
    return sentences;
  }

  private Optional<Bilingual> rate(MoreTraining more) {
    List<Bilingual> parts = new ArrayList<>();
    if (more.warmUp() > 0) {
      parts.add(
          Bilingual.of(
              "Die Lernrate wächst über {0} Epochen gleichmäßig an (Warm-up).",
              "The learning rate grows evenly over {0} epochs (warm-up).",
              Numbers.plain(more.warmUp())));
    }
    if (more.schedule() instanceof Schedule.Step step) {
      parts.add(
          Bilingual.of(
              "Nach je {0} Epochen wird die Lernrate mit {1} multipliziert.",
              "After every {0} epochs the learning rate is multiplied by {1}.",
              Numbers.whole(step.every()),
              Numbers.plain(step.factor())));
    } else if (more.schedule() instanceof Schedule.Cosine cosine) {
      parts.add(
          Bilingual.of(
              "Die Lernrate fällt wie eine halbe Kosinuswelle auf das {0}-Fache ab.",
              "The learning rate falls like half a cosine wave to {0} times its size.",
              Numbers.plain(cosine.to())));
    }
    return parts.stream().reduce(Bilingual::then);
  }

  private static Bilingual augmentation(Augmentation augmentation) {
    Bilingual moved =
        Bilingual.of(
            "um bis zu {0} Bildpunkte verschoben",
            "moved by up to {0} pixels", Numbers.whole(augmentation.shift()));
    Bilingual flipped =
        new Bilingual("zur Hälfte seitenverkehrt gezeigt", "half of the time shown mirrored");
    Bilingual what =
        augmentation.shift() == 0
            ? flipped
            : augmentation.flip()
                ? Bilingual.of("{0} und {1}", "{0} and {1}", moved, flipped)
                : moved;
    return Bilingual.of(
        "Jedes Trainingsbild wird bei jedem Gebrauch zufällig {0} (Augmentierung).",
        "Each training image is, at random each time it is used, {0} (augmentation).", what);
  }

  /** What is shown is the model after its best epoch, and that this was chosen. */
  private Bilingual stopping(EarlyStopping stopping) {
    int best = model.history().lowestTestLoss().number();
    return Bilingual.of(
        "Das Training endet, wenn der Loss auf den zurückgehaltenen Bildern {0} Epochen lang nicht"
            + " mehr sinkt (Early Stopping), und behält die Gewichte mit dem niedrigsten, hier die"
            + " nach Epoche {1}. Die Testbilder hatten darauf keinen Einfluss.",
        "Training ends when the loss on the held-out images has not fallen for {0} epochs (early"
            + " stopping), and keeps the weights with the lowest, here those after epoch {1}. The"
            + " test images had no influence on this.",
        Numbers.whole(stopping.patience()),
        Numbers.whole(best));
  }
}
