package stoffprobe.report.text;

import stoffprobe.report.facts.ModelRun;

/** What one model costs against another: parameters and training time. */
public record CostText(ModelRun model, ModelRun other) {

  /** Closer than five per cent is called the same. */
  private static final double SAME = 1.05;

  /** Both costs in one sentence. */
  public Bilingual sentence() {
    Bilingual parameters =
        Bilingual.of(
            "({0} gegenüber {1})",
            "({0} against {1})",
            Numbers.whole(model.metrics().parameters()),
            Numbers.whole(other.metrics().parameters()));
    Bilingual seconds =
        Bilingual.of(
            "({0} gegenüber {1})",
            "({0} against {1})",
            Times.duration(model.training().trainSeconds()),
            Times.duration(other.training().trainSeconds()));
    return Bilingual.of(
        "Zum Aufwand: {0} hat {1} wie {2} {3} und brauchte für das Training {4} {5}.",
        "As for cost: {0} has {1} as {2} {3} and took {4} to train {5}.",
        Words.model(model.name()),
        size(parameterRatio()),
        Words.model(other.name()),
        parameters,
        time(timeRatio()),
        seconds);
  }

  /** Whether the model is neither larger nor slower to train. */
  public boolean noMore() {
    return parameterRatio() < SAME && timeRatio() < SAME;
  }

  /** Whether the model has clearly fewer parameters, or as many and trains clearly faster. */
  public boolean cheaper() {
    boolean asLarge = parameterRatio() < SAME && parameterRatio() > 1 / SAME;
    return parameterRatio() <= 1 / SAME || (asLarge && timeRatio() <= 1 / SAME);
  }

  /** Whether what makes it cheaper is its size. */
  public boolean smaller() {
    return parameterRatio() <= 1 / SAME;
  }

  private double parameterRatio() {
    return (double) model.metrics().parameters() / Math.max(1, other.metrics().parameters());
  }

  private double timeRatio() {
    return model.training().trainSeconds() / Math.max(1e-9, other.training().trainSeconds());
  }

  private static Bilingual size(double ratio) {
    if (ratio >= SAME) {
      return Bilingual.of(
          "{0}-mal so viele Parameter", "{0} times as many parameters", Numbers.factor(ratio));
    }
    return ratio > 1 / SAME
        ? new Bilingual("etwa so viele Parameter", "about as many parameters")
        : Bilingual.of("nur {0} so viele Parameter", "only {0} as many parameters", part(ratio));
  }

  private static Bilingual time(double ratio) {
    if (ratio >= SAME) {
      return Bilingual.of("{0}-mal so lange", "{0} times as long", Numbers.factor(ratio));
    }
    return ratio > 1 / SAME
        ? new Bilingual("etwa gleich lange", "about as long")
        : Bilingual.of("nur {0} so lange", "only {0} as long", part(ratio));
  }

  private static Bilingual part(double ratio) {
    return Numbers.percent(ratio, 0);
  }
}
