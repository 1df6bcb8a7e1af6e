package stoffprobe.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import stoffprobe.report.facts.ModelRun;

/** What a model costs less than another: memory, training, time to answer. */
public record Savings(ModelRun model, ModelRun other) {

  /** Closer than five per cent is called the same size. */
  private static final double SAME_SIZE = 1.05;

  /** Times are measured once, so closer than a fifth is called the same. */
  private static final double SAME_TIME = 1.2;

  /** Whether the model is clearly cheaper: smaller, or as large and quicker to answer or train. */
  public boolean cheaper() {
    double size = ratio(m -> m.metrics().parameters());
    boolean asLarge = size < SAME_SIZE && size > 1 / SAME_SIZE;
    return smaller() || (asLarge && (answersSooner() || trainsSooner()));
  }

  /** Each thing that it saves, with both values; empty if nothing. */
  public List<Bilingual> phrases() {
    List<Bilingual> phrases = new ArrayList<>();
    if (smaller()) {
      phrases.add(
          phrase(
              new Bilingual("Speicherplatz", "memory"),
              Numbers.bytes(model.saved().bytes()),
              Numbers.bytes(other.saved().bytes())));
    }
    if (trainsSooner()) {
      phrases.add(
          phrase(
              new Bilingual("Trainingszeit", "training time"),
              Times.duration(model.training().trainSeconds()),
              Times.duration(other.training().trainSeconds())));
    }
    if (answersSooner()) {
      phrases.add(
          phrase(
              new Bilingual("Antwortzeit", "response time"),
              Times.latency(model.timing().median()),
              Times.latency(other.timing().median())));
    }
    return phrases;
  }

  private static Bilingual phrase(Bilingual what, Bilingual own, Bilingual others) {
    return Bilingual.of("{0} ({1} statt {2})", "{0} ({1} instead of {2})", what, own, others);
  }

  private boolean smaller() {
    return ratio(m -> m.metrics().parameters()) <= 1 / SAME_SIZE;
  }

  private boolean trainsSooner() {
    return ratio(m -> m.training().trainSeconds()) <= 1 / SAME_TIME;
  }

  private boolean answersSooner() {
    return ratio(m -> m.timing().median()) <= 1 / SAME_TIME;
  }

  private double ratio(ToDoubleFunction<ModelRun> cost) {
    return cost.applyAsDouble(model) / Math.max(1e-9, cost.applyAsDouble(other));
  }
}
