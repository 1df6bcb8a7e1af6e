package stoffprobe.report.text;

import java.util.ArrayList;
import java.util.List;
import stoffprobe.report.facts.ModelRun;

/** What the training loss of one model says against the test loss of another: nothing. */
record LossAnswer(ModelRun a, ModelRun b) {

  /** Within a tenth of each other, two losses count as similar. */
  private static final double SIMILAR = 0.1;

  Answer answer() {
    List<Bilingual> paragraphs = new ArrayList<>();
    paragraphs.add(observation());
    paragraphs.add(
        new Bilingual(
            "Über die Leistung sagt dieser Vergleich nichts: Der Trainings-Loss stammt von Bildern,"
                + " aus denen das Netz gelernt hat, der Test-Loss von Bildern, die es nie gesehen hat."
                + " Eine Prüfung mit bekannten Aufgaben wird gegen eine mit neuen gehalten.",
            "About performance this comparison says nothing: the training loss comes from images that"
                + " the network has learnt from, the test loss from images that it has never seen."
                + " It holds an exam of known questions against one of new questions."));
    paragraphs.add(fair());
    paragraphs.add(gaps());
    return new Answer(question(), paragraphs);
  }

  private Bilingual question() {
    return Bilingual.of(
        "Was sagt der Trainings-Loss von {0} gegenüber dem Test-Loss von {1}?",
        "What does the training loss of {0} say against the test loss of {1}?",
        Words.model(a.name()),
        Words.model(b.name()));
  }

  private Bilingual observation() {
    double train = a.history().lastTrainLoss();
    double test = testLoss(b);
    Bilingual relation =
        Math.abs(train - test) <= SIMILAR * test
            ? new Bilingual("Die beiden sind einander ähnlich.", "The two are similar.")
            : train < test
                ? new Bilingual("Er liegt sogar darunter.", "It is even the lower one.")
                : new Bilingual(
                    "Er liegt darüber; dass er den Test-Loss des anderen erreicht oder unterbietet,"
                        + " wie es oft vorkommt, ist hier nicht zu sehen.",
                    "It is the higher one; that it meets or undercuts the other's test loss, as often"
                        + " happens, is not to be seen here.");
    return Bilingual.of(
            "In der letzten Epoche beträgt der Trainings-Loss von {0} {1}, der Test-Loss von {2} {3}.",
            "In the last epoch the training loss of {0} is {1}, the test loss of {2} is {3}.",
            Words.model(a.name()),
            loss(train),
            Words.model(b.name()),
            loss(test))
        .then(relation);
  }

  private Bilingual fair() {
    ModelRun lower = testLoss(a) < testLoss(b) ? a : b;
    return Bilingual.of(
        "Vergleichbar sind nur die beiden Test-Loss-Werte: {0} hat {1}, {2} {3}. Auf neuen Bildern ist der Loss von"
            + " {4} also niedriger.",
        "Only the two test losses can be compared: {0} has {1}, {2} {3}. So on new images the loss of"
            + " {4} is lower.",
        Words.model(a.name()),
        loss(testLoss(a)),
        Words.model(b.name()),
        loss(testLoss(b)),
        Words.model(lower.name()));
  }

  private Bilingual gaps() {
    double gapA = testLoss(a) - a.history().lastTrainLoss();
    double gapB = testLoss(b) - b.history().lastTrainLoss();
    Bilingual gaps =
        Bilingual.of(
            "Aufschlussreich ist der Abstand zwischen Trainings- und Test-Loss desselben Netzes: Bei"
                + " {0} beträgt er {1}, bei {2} {3}.",
            "What tells more is the distance between training and test loss of the same network: for"
                + " {0} it is {1}, for {2} {3}.",
            Words.model(a.name()),
            loss(gapA),
            Words.model(b.name()),
            loss(gapB));
    if (Math.max(gapA, gapB) <= 0) {
      return gaps.then(
          new Bilingual(
              "Keines der beiden Netze hat seine Trainingsbilder auswendig gelernt.",
              "Neither of the two networks has learnt its training images by heart."));
    }
    return gaps.then(
        Bilingual.of(
            "Je größer er ist, desto mehr hat sich ein Netz auf Eigenheiten seiner Trainingsbilder"
                + " eingestellt, statt Allgemeines zu lernen (Überanpassung); hier trifft das"
                + " stärker auf {0} zu.",
            "The larger it is, the more a network has adapted to peculiarities of its training images"
                + " instead of learning what is general (overfitting); here that is truer of {0}.",
            Words.model(gapA > gapB ? a.name() : b.name())));
  }

  private static double testLoss(ModelRun model) {
    return model.history().last().testLoss();
  }

  private static Bilingual loss(double value) {
    return Numbers.decimal(value, 3);
  }
}
