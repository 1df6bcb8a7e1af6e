package stoffprobe.report;

import java.util.List;
import stoffprobe.config.ClassNames;
import stoffprobe.report.chart.ModelLabel;
import stoffprobe.report.facts.Examples;
import stoffprobe.report.facts.Examples.Answer;
import stoffprobe.report.facts.Examples.Cell;
import stoffprobe.report.facts.Examples.Example;
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
  public record Said(String model, Bilingual prediction, Bilingual probability, boolean right) {}

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

  /** The images that all models take for the same wrong class. */
  static List<Card> suspects(Run run) {
    return cards(run, run.examples().suspects());
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

  private static Said said(ClassNames classes, Example example, Answer answer) {
    return new Said(
        ModelLabel.of(answer.model()),
        Words.className(classes, answer.prediction()),
        Numbers.probabilityPercent(answer.probability()),
        answer.prediction() == example.label());
  }
}
