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
        "Zum Aufwand: {0} {1} {2} und brauchte für das Training {3} {4}.",
        "As for cost: {0} {1} {2} and {3} {4}.",
        Words.model(model.name()),
        size(parameterRatio()),
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

  /** What the other model, the less costly one in some respect, saves. */
  public Bilingual saved() {
    Bilingual memory = new Bilingual("Speicher", "memory");
    Bilingual time = new Bilingual("Zeit für das Training", "time for training");
    if (parameterRatio() < SAME) {
      return time;
    }
    return timeRatio() < SAME ? memory : Bilingual.of("{0} oder {1}", "{0} or {1}", memory, time);
  }

  private double parameterRatio() {
    return (double) model.metrics().parameters() / Math.max(1, other.metrics().parameters());
  }

  private double timeRatio() {
    return model.training().trainSeconds() / Math.max(1e-9, other.training().trainSeconds());
  }

  private Bilingual size(double ratio) {
    Bilingual than = Words.model(other.name());
    if (ratio >= SAME) {
      return Bilingual.of(
          "hat {0}-mal so viele Parameter wie {1}",
          "has {0} times as many parameters as {1}", Numbers.factor(ratio), than);
    }
    return ratio > 1 / SAME
        ? Bilingual.of(
            "hat etwa so viele Parameter wie {0}", "has about as many parameters as {0}", than)
        : Bilingual.of(
            "kommt mit {0} der Parameter von {1} aus",
            "makes do with {0} of the parameters of {1}", Numbers.percent(ratio, 0), than);
  }

  private static Bilingual time(double ratio) {
    if (ratio >= SAME) {
      return Bilingual.of(
          "{0}-mal so lange", "took {0} times as long to train", Numbers.factor(ratio));
    }
    return ratio > 1 / SAME
        ? new Bilingual("etwa gleich lange", "took about as long to train")
        : Bilingual.of(
            "{0} der Zeit", "needed {0} of the training time", Numbers.percent(ratio, 0));
  }
}
