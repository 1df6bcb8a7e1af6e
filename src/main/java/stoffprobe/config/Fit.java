package stoffprobe.config;

import java.util.List;

/** What a layer makes of the shape that it is given. */
public sealed interface Fit {

  /**
   * What a list of layers makes of {@code input}, one after the other; as it is if there are none.
   */
  static Fit through(List<Layer> layers, Shape input) {
    Fits all = new Fits(input, 0);
    for (Layer layer : layers) {
      Fit fit = layer.fit(all.output());
      if (!(fit instanceof Fits fits)) {
        return fit;
      }
      all = new Fits(fits.output(), all.parameters() + fits.parameters());
    }
    return all;
  }

  /**
   * The layer can work on it.
   *
   * @param output the shape that it passes on
   * @param parameters how many values it learns
   */
  record Fits(Shape output, long parameters) implements Fit {}

  /**
   * The layer cannot work on it.
   *
   * @param layer that or one inside it
   * @param input the shape that this one gets
   * @param needs the shape it needs instead, as the end of a sentence: {@code a vector: put flatten
   *     before it}
   */
  record Misfit(Layer layer, Shape input, String needs) implements Fit {}
}
