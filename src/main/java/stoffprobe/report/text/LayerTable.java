package stoffprobe.report.text;

import java.util.ArrayList;
import java.util.List;
import stoffprobe.config.Layer;

/** A network layer by layer, with the shape that comes out of each and what it has to learn. */
public final class LayerTable {

  private LayerTable() {}

  /**
   * One layer.
   *
   * @param word as the pipeline file calls it
   * @param shape what comes out for one image: {@code 28 × 28 × 32} or {@code 128}
   * @param parameters values that training adjusts
   * @param meaning what the layer does, for a lay reader
   */
  public record Row(String word, String shape, long parameters, Bilingual meaning) {}

  /** The rows of a network for images of {@code height x width}. */
  public static List<Row> rows(List<Layer> layers, int height, int width) {
    List<Row> rows = new ArrayList<>();
    List<Integer> in = List.of(height, width, 1);
    int lastDense = lastDense(layers);
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      List<Integer> out = shape(layer, in);
      LayerText text = new LayerText(in, out, i == lastDense);
      rows.add(new Row(layer.word(), Words.shape(out), parameters(layer, in), text.meaning(layer)));
      in = out;
    }
    return rows;
  }

  private static int lastDense(List<Layer> layers) {
    int last = -1;
    for (int i = 0; i < layers.size(); i++) {
      last = layers.get(i) instanceof Layer.Dense ? i : last;
    }
    return last;
  }

  private static List<Integer> shape(Layer layer, List<Integer> in) {
    if (layer instanceof Layer.Flatten) {
      return List.of(size(in));
    }
    if (layer instanceof Layer.Dense dense) {
      return List.of(dense.units());
    }
    if (layer instanceof Layer.Conv2d conv) {
      int lost = conv.padding() == Layer.Padding.SAME ? 0 : conv.kernel() - 1;
      return List.of(in.get(0) - lost, in.get(1) - lost, conv.filters());
    }
    if (layer instanceof Layer.MaxPool pool) {
      return List.of(in.get(0) / pool.size(), in.get(1) / pool.size(), in.get(2));
    }
    return in;
  }

  private static long parameters(Layer layer, List<Integer> in) {
    if (layer instanceof Layer.Dense dense) {
      return (size(in) + 1L) * dense.units();
    }
    if (layer instanceof Layer.Conv2d conv) {
      return ((long) conv.kernel() * conv.kernel() * in.get(2) + 1) * conv.filters();
    }
    return 0;
  }

  private static int size(List<Integer> shape) {
    return shape.stream().reduce(1, Math::multiplyExact);
  }
}
