package stoffprobe.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;
import stoffprobe.config.Shape;

/** A network as a table of plain text: every layer with its output shape and its parameters. */
final class ArchitectureText {

  private ArchitectureText() {}

  /** One line a layer between a header and a total; shapes are per image. */
  static List<String> lines(Architecture architecture) {
    List<String> lines = new ArrayList<>();
    lines.add(row("layer", "output shape", "parameters"));
    lines.add(row("input", text(architecture.layers().get(0).input()), "0"));
    architecture.layers().forEach(placed -> add(lines, "", placed));
    lines.add(row("total", "", count(architecture.parameters())));
    return lines;
  }

  /** The parameters of a block are counted at the layers inside it. */
  private static void add(List<String> lines, String indent, Architecture.Placed placed) {
    long own = placed.inner().isEmpty() ? placed.parameters() : 0;
    lines.add(row(indent + text(placed.layer()), text(placed.output()), count(own)));
    placed.inner().forEach(inner -> add(lines, indent + "  ", inner));
    if (!placed.shortcut().isEmpty()) {
      lines.add(row(indent + "  shortcut", text(placed.input()), "0"));
      placed.shortcut().forEach(inner -> add(lines, indent + "    ", inner));
    }
  }

  private static String row(String layer, String shape, String parameters) {
    return String.format(Locale.ROOT, "%-30s  %-16s  %12s", layer, shape, parameters);
  }

  private static String count(long parameters) {
    return String.format(Locale.ROOT, "%,d", parameters);
  }

  private static String text(Shape shape) {
    if (shape instanceof Shape.Image image) {
      return image.height() + " x " + image.width() + " x " + image.channels();
    } else if (shape instanceof Shape.Vector vector) {
      return Long.toString(vector.size());
    }
    throw new IllegalStateException(shape.toString());
  }

  private static String text(Layer layer) {
    if (layer instanceof Layer.Dense dense) {
      return "dense " + dense.units();
    } else if (layer instanceof Layer.Conv2d conv) {
      String padding = conv.padding().name().toLowerCase(Locale.ROOT);
      return String.format(
          Locale.ROOT,
          "conv2d %d, %dx%d%s, padding %s",
          conv.filters(),
          conv.kernel(),
          conv.kernel(),
          conv.stride() > 1 ? "/" + conv.stride() : "",
          padding);
    } else if (layer instanceof Layer.MaxPool pool) {
      return "max-pool " + pool.size();
    } else if (layer instanceof Layer.AveragePool pool) {
      return "avg-pool " + pool.size();
    } else if (layer instanceof Layer.Dropout dropout) {
      return "dropout " + dropout.rate();
    } else if (layer instanceof Layer.LeakyRelu leaky) {
      return "leaky-relu " + leaky.slope();
    }
    return layer.word();
  }
}
