package stoffprobe.report.text;

import java.util.ArrayList;
import java.util.List;
import stoffprobe.report.facts.ModelRun;

/** What the training loss of one model says against the test loss of another: nothing. */
record LossAnswer(ModelRun a, ModelRun b, boolean heldOut) {

  /** Within a tenth of each other, two losses count as similar. */
  private static final double SIMILAR = 0.1;

  Answer answer() {
    List<Bilingual> paragraphs = new ArrayList<>();
    paragraphs.add(observation());
    paragraphs.add(
        Bilingual.of(
            "Über die Leistung sagt dieser Vergleich nichts: Der Trainings-Loss stammt von Bildern,"
                + " aus denen das Netz gelernt hat, der {0} von Bildern, die es nie gesehen hat."
                + " Eine Prüfung mit bekannten Aufgaben wird gegen eine mit neuen gehalten.",
            "About performance this comparison says nothing: the training loss comes from images that"
                + " the network has learnt from, the {0} from images that it has never seen."
                + " It holds an exam of known questions against one of new questions.",
            watched()));
    paragraphs.add(fair());
    paragraphs.add(gaps());
    return new Answer(question(), paragraphs);
  }

  private Bilingual question() {
    return Bilingual.of(
        "Was sagt der Trainings-Loss von {0} gegenüber dem {2} von {1}?",
        "What does the training loss of {0} say against the {2} of {1}?",
        Words.model(a.name()),
        Words.model(b.name()),
        watched());
  }

  private Bilingual observation() {
    double train = a.history().lastTrainLoss();
    double test = testLoss(b);
    return Bilingual.of(
            "In der letzten Epoche beträgt der Trainings-Loss von {0} {1}, der {4} von {2} {3}.",
            "In the last epoch the training loss of {0} is {1}, the {4} of {2} is {3}.",
            Words.model(a.name()),
            loss(train),
            Words.model(b.name()),
            loss(test),
            watched())
        .then(relation(train, test));
  }

  private Bilingual relation(double train, double test) {
    if (Math.abs(train - test) <= SIMILAR * test) {
      return new Bilingual("Die beiden sind einander ähnlich.", "The two are similar.");
    }
    return train < test
        ? new Bilingual(
            "Der Trainings-Loss ist sogar der niedrigere.", "The training loss is even the lower.")
        : Bilingual.of(
            "Der Trainings-Loss ist der höhere. Oft erreicht oder unterbietet er den {0} des anderen"
                + " Modells; hier nicht.",
            "The training loss is the higher. Often it meets or undercuts the other model's {0}; here"
                + " it does not.",
            watched());
  }

  private Bilingual fair() {
    Bilingual both =
        Bilingual.of(
            "Vergleichen lässt sich nur der {4} beider Modelle: {0} hat {1}, {2} {3}.",
            "Only the {4} of both models can be compared: {0} has {1}, {2} {3}.",
            Words.model(a.name()),
            loss(testLoss(a)),
            Words.model(b.name()),
            loss(testLoss(b)),
            watched());
    if (loss(testLoss(a)).equals(loss(testLoss(b)))) {
      return both.then(
          new Bilingual(
              "Auf neuen Bildern ist der Loss also gleich.",
              "So on new images the loss is the same."));
    }
    return both.then(
        Bilingual.of(
            "Auf neuen Bildern ist der Loss von {0} also niedriger.",
            "So on new images the loss of {0} is lower.",
            Words.model(testLoss(a) < testLoss(b) ? a.name() : b.name())));
  }

  private Bilingual gaps() {
    double gapA = testLoss(a) - a.history().lastTrainLoss();
    double gapB = testLoss(b) - b.history().lastTrainLoss();
    Bilingual gaps =
        Bilingual.of(
            "Aufschlussreicher ist, wie weit bei einem Netz der {4} über dem eigenen Trainings-Loss"
                + " liegt: bei {0} um {1}, bei {2} um {3}.",
            "What tells more is how far a network's {4} lies above its own training loss: for {0} it"
                + " is {1}, for {2} {3}.",
            Words.model(a.name()),
            loss(gapA),
            Words.model(b.name()),
            loss(gapB),
            watched());
    if (small(gapA, a) && small(gapB, b)) {
      return gaps.then(
          new Bilingual(
              "Keiner der Abstände ist groß: Keines der beiden Netze hat seine Trainingsbilder"
                  + " auswendig gelernt.",
              "Neither distance is large: neither of the two networks has learnt its training"
                  + " images by heart."));
    }
    Bilingual meaning =
        new Bilingual(
            "Ein großer Abstand zeigt, dass sich ein Netz auf Eigenheiten seiner Trainingsbilder"
                + " eingestellt hat, statt Allgemeines zu lernen (Überanpassung).",
            "A large distance shows that a network has adapted to peculiarities of its training"
                + " images instead of learning what is general (overfitting).");
    boolean level = Math.abs(gapA - gapB) <= SIMILAR * Math.max(gapA, gapB);
    return gaps.then(meaning)
        .then(
            level
                ? new Bilingual(
                    "Die beiden nehmen sich darin wenig.", "The two hardly differ in that.")
                : Bilingual.of(
                    "Hier trifft das stärker auf {0} zu.",
                    "Here that is truer of {0}.", Words.model(gapA > gapB ? a.name() : b.name())));
  }

  private static boolean small(double gap, ModelRun model) {
    return gap <= SIMILAR * testLoss(model);
  }

  private Bilingual watched() {
    return new Watched(heldOut).loss();
  }

  private static double testLoss(ModelRun model) {
    return model.history().last().testLoss();
  }

  private static Bilingual loss(double value) {
    return Numbers.decimal(value, 3);
  }
}
