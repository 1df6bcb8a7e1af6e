package stoffprobe.report.text;

import java.util.List;
import stoffprobe.report.facts.Run;

/** The images that all models take for the same wrong class, and what that may mean. */
public record SuspectText(Run run) {

  /** What these images are called. */
  public Bilingual title() {
    return several()
        ? new Bilingual(
            "Von allen gleich falsch eingeordnet: Ist das Label falsch?",
            "Misclassified alike by all: is the label wrong?")
        : new Bilingual(
            "Die sichersten Fehler: Ist das Label falsch?",
            "The surest errors: is the label wrong?");
  }

  /** What is shown, or that there is nothing to show. */
  public Bilingual what() {
    int count = run.examples().suspects().size();
    if (count == 0) {
      return several()
          ? new Bilingual(
              "Es gibt kein Testbild, das alle Modelle für dieselbe falsche Klasse halten.",
              "There is no test image that all models take for the same wrong class.")
          : new Bilingual(
              "Das Modell ordnet kein Testbild falsch ein.", "The model gets no test image wrong.");
    }
    Bilingual shown =
        count == 1
            ? new Bilingual("Dieses Testbild", "This test image")
            : Bilingual.of("Diese {0} Testbilder", "These {0} test images", Words.count(count));
    if (!several()) {
      return Bilingual.of(
          count == 1
              ? "{0} ordnet {1} falsch ein, und zwar mit großer Sicherheit."
              : "{0} ordnet {1} falsch ein und ist sich dabei am sichersten.",
          count == 1
              ? "{1} gets {0} wrong, and is very sure."
              : "{0} are those on which {1} is wrong and surest of itself.",
          shown,
          Words.model(run.models().get(0).name()));
    }
    return Bilingual.of(
        count == 1
            ? "{0} halten alle Modelle für dieselbe falsche Klasse."
            : "{0} halten alle Modelle für dieselbe falsche Klasse; geordnet sind sie danach, wie"
                + " sicher sich das unsicherste Modell ist.",
        count == 1
            ? "{0} is taken for the same wrong class by all models."
            : "{0} are taken for the same wrong class by all models, in order of how sure the least"
                + " sure model is.",
        shown);
  }

  /** What these errors do not prove. */
  public Bilingual caution() {
    Bilingual either =
        new Bilingual(
            "Manche davon können falsch beschriftet sein. Ebenso gut kann es sein, dass das Label"
                + " stimmt und das Bild nur aussieht wie eine andere Klasse.",
            "Some of them may be labelled wrongly. It may just as well be that the label is right and"
                + " the image merely looks like another class.");
    Bilingual proof =
        several()
            ? new Bilingual(
                "Dass sich Modelle einig sind, beweist nichts: Sie haben an denselben Bildern gelernt,"
                    + " auch deren Fehler.",
                "That models agree proves nothing: they have learnt from the same images, errors"
                    + " included.")
            : new Bilingual(
                "Dass sich ein Modell sicher ist, beweist nichts.",
                "That a model is sure proves nothing.");
    return Bilingual.paragraph(
        List.of(
            either,
            proof,
            new Bilingual(
                "Entscheiden kann nur ein Mensch, der hinsieht und die Ware kennt.",
                "Only a person who looks at them and knows the goods can decide.")));
  }

  /** Whether the model's errors are compared with those of others. */
  private boolean several() {
    return run.models().size() > 1;
  }
}
