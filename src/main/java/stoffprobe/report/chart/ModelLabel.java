package stoffprobe.report.chart;

import java.util.Locale;
import java.util.Set;

/** How a model is called in texts, by its name in the pipeline file. */
public final class ModelLabel {

  private static final Set<String> ACRONYMS = Set.of("mlp", "cnn");

  private ModelLabel() {}

  /** {@code MLP} for {@code mlp} and {@code CNN} for {@code cnn}; other names as they are. */
  public static String of(String model) {
    return ACRONYMS.contains(model) ? model.toUpperCase(Locale.ROOT) : Xml.oneLine(model);
  }

  /** The name as a part of a file's name. */
  static String slug(String model) {
    return model.replaceAll("[^A-Za-z0-9_-]", "-");
  }
}
