package stoffprobe.config;

/** What a layer makes of the shape that it is given. */
public sealed interface Fit {

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
   * @param needs the shape it needs instead, as the end of a sentence: {@code a vector: put flatten
   *     before it}
   */
  record Misfit(String needs) implements Fit {}
}
