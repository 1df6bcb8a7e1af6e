package stoffprobe.report.chart;

import java.util.Locale;

/** Stub. */
public final class ModelLabel {
  private ModelLabel() {}

  /** Stub. */
  public static String of(String model) {
    return model.equals("mlp") || model.equals("cnn") ? model.toUpperCase(Locale.ROOT) : model;
  }
}
