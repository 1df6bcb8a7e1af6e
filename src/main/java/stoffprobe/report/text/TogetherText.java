package stoffprobe.report.text;

import java.util.ArrayList;
import java.util.List;
import stoffprobe.report.facts.Comparison;
import stoffprobe.report.facts.Run;

/** What choosing between two models' answers, image by image, could reach at most. */
record TogetherText(Run run, Comparison pair) {

  /** The upper bound, and that it is one. */
  Bilingual bound() {
    if (gain() == 0) {
      return Bilingual.of(
          "Wo {0} falsch liegt, liegt auch {1} falsch: Zwischen den Antworten der beiden zu wählen,"
              + " kann hier nichts verbessern.",
          "Where {0} is wrong, {1} is wrong too: choosing between the answers of the two cannot"
              + " improve anything here.",
          Words.model(pair.ahead()),
          Words.model(pair.behind()));
    }
    return Bilingual.of(
        "Bei {0} der Bilder ist wenigstens eines der beiden Modelle im Recht. Das ist die Obergrenze"
            + " für jedes Verfahren, das zu jedem Bild die Antwort des einen oder des anderen"
            + " übernimmt, {1} Prozentpunkte über {2} allein. Erreichbar wäre sie nur, wenn man bei"
            + " jedem Bild vorher wüsste, wem zu glauben ist.",
        "On {0} of the images at least one of the two models is right. That is the upper bound for"
            + " any method that takes the answer of the one or the other for each image, {1}"
            + " percentage points above {2} alone. It could only be reached by knowing beforehand,"
            + " for each image, whom to believe.",
        Numbers.percent(share(images() - pair.bothWrong()), 1),
        Numbers.points(share(gain())),
        Words.model(pair.ahead()));
  }

  /** The question of the workshop's readers, answered from the cells. */
  Answer answer() {
    List<Bilingual> paragraphs = new ArrayList<>();
    paragraphs.add(bound());
    if (gain() > 0) {
      paragraphs.add(
          new Bilingual(
              "Gebräuchlich sind einfachere Verfahren: die Wahrscheinlichkeiten der Modelle mitteln"
                  + " oder abstimmen lassen (ein Ensemble). Meist gewinnt man damit einen kleinen"
                  + " Teil dieses Spielraums; wie viel, wurde hier nicht gemessen.",
              "Simpler methods are common: averaging the models' probabilities or letting them vote"
                  + " (an ensemble). Usually that gains a small part of this margin; how much has not"
                  + " been measured here."));
    }
    paragraphs.add(
        new Bilingual(
            "Dagegen steht der Aufwand: Jedes Bild muss durch beide Modelle, und beide wollen"
                + " gepflegt werden.",
            "Against it stands the cost: every image has to pass both models, and both have to be"
                + " maintained."));
    return new Answer(
        Bilingual.of(
            "Wären {0} und {1} zusammen besser als eines allein?",
            "Would {0} and {1} together be better than one alone?",
            Words.model(pair.a()),
            Words.model(pair.b())),
        paragraphs);
  }

  /** Images that the model behind gets right and the one ahead does not. */
  private long gain() {
    return pair.ahead().equals(pair.a()) ? pair.onlyBCorrect() : pair.onlyACorrect();
  }

  private long images() {
    return run.metrics().testExamples();
  }

  private double share(long count) {
    return (double) count / images();
  }
}
