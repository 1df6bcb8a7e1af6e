package stoffprobe.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import stoffprobe.config.ClassNames;
import stoffprobe.report.facts.Examples;
import stoffprobe.report.facts.Examples.Answer;
import stoffprobe.report.facts.Examples.Cell;
import stoffprobe.report.facts.Examples.Example;
import stoffprobe.report.facts.ModelMetrics.Confused;
import stoffprobe.report.facts.ModelRun;
import stoffprobe.report.facts.Run;
import stoffprobe.report.text.AgreeText;
import stoffprobe.report.text.Bilingual;
import stoffprobe.report.text.Numbers;
import stoffprobe.report.text.Words;

/**
 * Test images side by side, each with its class and what models took it for.
 *
 * @param id unique in the page
 */
public record Gallery(String id, Bilingual title, List<Card> cards) {

  /** Up to this many models each say what they took an image for, also if all say the same. */
  private static final int FEW = 3;

  public Gallery {
    cards = List.copyOf(cards);
  }

  /** One image. */
  public record Card(TestThumbnail image, Bilingual label, List<Said> said) {

    public Card {
      said = List.copyOf(said);
    }
  }

  /** What one model took it for. */
  public record Said(Bilingual model, Bilingual prediction, Bilingual probability, boolean right) {}

  /** A gallery for each of the four cells, those of empty cells empty. */
  static List<Gallery> cells(Run run, AgreeText text) {
    return List.of(Cell.values()).stream()
        .map(
            cell ->
                new Gallery(
                    "agree." + cell.group(),
                    Bilingual.of(
                        "{0} ({1})", "{0} ({1})", text.name(cell), Words.images(text.count(cell))),
                    cards(run, run.examples().of(text.pair(), cell))))
        .toList();
  }

  /** The most frequent confusions of a model, each with those images where it was surest. */
  static List<Gallery> confusions(Run run, ModelRun model) {
    ClassNames classes = run.about().classes();
    List<Gallery> galleries = new ArrayList<>();
    for (Confused confused : model.metrics().topConfusions()) {
      List<Card> cards =
          cards(
              run, run.examples().confusion(model.name(), confused.label(), confused.predicted()));
      if (!cards.isEmpty()) {
        galleries.add(
            new Gallery(
                "confused." + model.name() + "." + confused.label() + "." + confused.predicted(),
                Bilingual.of(
                    "{0} für {1} gehalten: {2}",
                    "{0} taken for {1}: {2}",
                    Words.quoted(classes, confused.label()),
                    Words.quoted(classes, confused.predicted()),
                    Words.times(confused.count())),
                cards));
      }
    }
    return galleries;
  }

  /** The images that all models take for the same wrong class. */
  static List<Card> suspects(Run run) {
    return run.examples().suspects().stream()
        .map(e -> e.answers().size() > FEW ? alike(run, e) : card(run, e))
        .toList();
  }

  private static List<Card> cards(Run run, List<Example> examples) {
    return examples.stream().map(example -> card(run, example)).toList();
  }

  private static Card card(Run run, Example example) {
    ClassNames classes = run.about().classes();
    Examples examples = run.examples();
    return new Card(
        TestThumbnail.of(examples, example.index()),
        Words.className(classes, example.label()),
        example.answers().stream().map(answer -> said(classes, example, answer)).toList());
  }

  /** The same wrong answer of many models, said once. */
  private static Card alike(Run run, Example example) {
    ClassNames classes = run.about().classes();
    List<Answer> answers =
        example.answers().stream().sorted(Comparator.comparingDouble(Answer::probability)).toList();
    Answer surest = answers.get(answers.size() - 1);
    Bilingual range =
        Bilingual.of(
            "{0} bis {1}",
            "{0} to {1}",
            Numbers.probabilityPercent(answers.get(0).probability()),
            Numbers.probabilityPercent(surest.probability()));
    Bilingual all =
        Bilingual.of("alle {0} Modelle", "all {0} models", Numbers.whole(answers.size()));
    return new Card(
        TestThumbnail.of(run.examples(), example.index()),
        Words.className(classes, example.label()),
        List.of(new Said(all, Words.className(classes, surest.prediction()), range, false)));
  }

  private static Said said(ClassNames classes, Example example, Answer answer) {
    return new Said(
        Words.model(answer.model()),
        Words.className(classes, answer.prediction()),
        Numbers.probabilityPercent(answer.probability()),
        answer.prediction() == example.label());
  }
}
