package stoffprobe.report.text;

import java.util.ArrayList;
import java.util.List;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;
import stoffprobe.config.Shape;

/** A network layer by layer, with the shape that comes out of each and what it has to learn. */
public final class LayerTable {

  private final List<Row> rows = new ArrayList<>();
  private final int lastDense;

  /** Whether no layer so far made something else of the image. */
  private boolean image = true;

  private LayerTable(Architecture architecture) {
    this.lastDense =
        architecture.all().stream()
            .filter(placed -> placed.layer() instanceof Layer.Dense)
            .mapToInt(Architecture.Placed::number)
            .max()
            .orElse(-1);
    architecture.layers().forEach(placed -> add(placed, 0));
  }

  /**
   * One layer.
   *
   * @param depth how many residual blocks it stands in
   * @param word as the pipeline file calls it
   * @param shape what comes out for one image: {@code 28 × 28 × 32} or {@code 128}
   * @param parameters values that training adjusts; a block's are counted at the layers inside it
   * @param meaning what the layer does, for a lay reader
   */
  public record Row(int depth, String word, String shape, long parameters, Bilingual meaning) {}

  /** The rows of a network. */
  public static List<Row> rows(Architecture architecture) {
    return List.copyOf(new LayerTable(architecture).rows);
  }

  private void add(Architecture.Placed placed, int depth) {
    LayerText text =
        new LayerText(
            sizes(placed.input()), sizes(placed.output()), image, placed.number() == lastDense);
    boolean learns =
        placed.layer() instanceof Layer.Conv2d || placed.layer() instanceof Layer.Dense;
    image &= !learns;
    rows.add(
        new Row(
            depth,
            placed.layer().word(),
            Words.shape(sizes(placed.output())),
            placed.inner().isEmpty() ? placed.parameters() : 0,
            text.meaning(placed.layer())));
    placed.inner().forEach(inner -> add(inner, depth + 1));
    if (!placed.shortcut().isEmpty()) {
      rows.add(
          new Row(
              depth + 1,
              "shortcut",
              Words.shape(sizes(placed.input())),
              0,
              new Bilingual(
                  "Die Abkürzung des Blocks: Auch sie beginnt bei seiner Eingabe.",
                  "The block's shortcut: it, too, begins at the block's input.")));
      placed.shortcut().forEach(inner -> add(inner, depth + 2));
    }
  }

  private static List<Integer> sizes(Shape shape) {
    return shape instanceof Shape.Image image
        ? List.of(image.height(), image.width(), image.channels())
        : List.of(shape.last());
  }
}
