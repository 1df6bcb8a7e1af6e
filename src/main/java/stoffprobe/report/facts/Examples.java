package stoffprobe.report.facts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import stoffprobe.data.BrokenFileException;
import stoffprobe.data.Images;
import stoffprobe.data.Npy;

/**
 * The test images that {@code examples.csv} picks, and what the models said of them.
 *
 * @param images all test images, mapped, not loaded
 */
public record Examples(List<Row> rows, Images images) {

  public Examples {
    rows = List.copyOf(rows);
  }

  /** Which of two models are right about an image. */
  public enum Cell {
    BOTH_RIGHT("both_right"),
    ONLY_A("only_a"),
    ONLY_B("only_b"),
    BOTH_WRONG("both_wrong");

    private final String group;

    Cell(String group) {
      this.group = group;
    }

    /** As {@code examples.csv} writes it. */
    public String group() {
      return group;
    }
  }

  /**
   * One row of the file: what one model said of one image.
   *
   * @param a first model of a pair, empty where the group is not one of pairs
   * @param position of the image in its group, from 0
   */
  public record Row(
      String group, String a, String b, int position, int index, int label, Answer answer) {}

  /**
   * What a model said of an image.
   *
   * @param probability that of the prediction
   * @param labelProbability that of the true class
   */
  public record Answer(String model, int prediction, double probability, double labelProbability) {}

  /**
   * One image.
   *
   * @param index its place in the test set
   * @param label its true class
   * @param answers one a model that the group is about
   */
  public record Example(int index, int label, List<Answer> answers) {

    public Example {
      answers = List.copyOf(answers);
    }
  }

  /**
   * Reads the file and maps the test images.
   *
   * @throws BrokenFileException if a row names an image or a class that is not there
   */
  public static Examples read(RunFolder run, int classes) throws IOException {
    Images images = Npy.readImages(run.preprocess("test-images.npy"));
    Path file = run.evaluate("examples.csv");
    List<Row> rows = CsvFile.read(file, Examples::row);
    for (Row row : rows) {
      check(file, "image", row.index(), images.count());
      check(file, "class", row.label(), classes);
      check(file, "class", row.answer().prediction(), classes);
    }
    return new Examples(rows, images);
  }

  /** Images drawn from a cell of a pair's right and wrong, each with the answers of a, then b. */
  public List<Example> of(Comparison pair, Cell cell) {
    return collect(
        row ->
            row.group().equals(cell.group())
                && row.a().equals(pair.a())
                && row.b().equals(pair.b()));
  }

  /** Images that all models take for the same wrong class, the surest first. */
  public List<Example> suspects() {
    return collect(row -> row.group().equals("suspect"));
  }

  /** Images of class {@code label} that {@code model} took for {@code predicted}, surest first. */
  public List<Example> confusion(String model, int label, int predicted) {
    return collect(
        row ->
            row.group().equals("confusion")
                && row.answer().model().equals(model)
                && row.label() == label
                && row.answer().prediction() == predicted);
  }

  private List<Example> collect(Predicate<Row> wanted) {
    Map<Integer, List<Row>> byPosition = new LinkedHashMap<>();
    rows.stream()
        .filter(wanted)
        .forEach(r -> byPosition.computeIfAbsent(r.position(), p -> new ArrayList<>()).add(r));
    return byPosition.values().stream().map(Examples::example).toList();
  }

  private static Example example(List<Row> rows) {
    Row first = rows.get(0);
    return new Example(first.index(), first.label(), rows.stream().map(Row::answer).toList());
  }

  private static Row row(CsvFile.Row row) throws BrokenFileException {
    return new Row(
        row.text("group"),
        row.text("a"),
        row.text("b"),
        row.index("position"),
        row.index("index"),
        row.index("label"),
        new Answer(
            row.text("model"),
            row.index("prediction"),
            row.number("probability"),
            row.number("label_probability")));
  }

  private static void check(Path file, String what, int index, int count)
      throws BrokenFileException {
    if (index < 0 || index >= count) {
      throw JsonFile.broken(file, "it names %s %d of %d".formatted(what, index, count));
    }
  }
}
