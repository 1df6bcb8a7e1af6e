package stoffprobe.report.text;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import stoffprobe.report.facts.ModelRun;
import stoffprobe.report.facts.Run;

/** What each model can do and what it costs, quantity by quantity. */
public record CostTable(Run run) {

  /** With more models than this, each has a row; up to it, each has a column. */
  private static final int MOST_COLUMNS = 2;

  /** One quantity, of each model. */
  public record Quantity(
      Bilingual name,
      Function<ModelRun, Bilingual> text,
      ToDoubleFunction<ModelRun> value,
      Best best) {}

  /** Which value is the one to show off. */
  public enum Best {
    HIGHEST,
    LOWEST,
    NONE
  }

  /** Whether each model has a row, not a column. */
  public boolean rowPerModel() {
    return run.models().size() > MOST_COLUMNS;
  }

  /** The models, the best first. */
  public List<ModelRun> models() {
    return run.ranking();
  }

  /** Whether the model's value is the best, and no other model's is as good. */
  public boolean best(Quantity quantity, ModelRun model) {
    if (run.models().size() < 2 || quantity.best() == Best.NONE) {
      return false;
    }
    int sign = quantity.best() == Best.HIGHEST ? 1 : -1;
    double own = sign * quantity.value().applyAsDouble(model);
    return run.models().stream()
        .filter(other -> !other.name().equals(model.name()))
        .allMatch(other -> sign * quantity.value().applyAsDouble(other) < own);
  }

  /** What there is room for. */
  public List<Quantity> quantities() {
    return rowPerModel()
        ? List.of(accuracy(), parameters(), size(), training(), latency())
        : List.of(
            accuracy(),
            interval(),
            macroF1(),
            parameters(),
            size(),
            training(),
            latency(),
            throughput());
  }

  /** Higher only counts as better where the tests say so. */
  private Quantity accuracy() {
    return new Quantity(
        new Bilingual("Genauigkeit", "Accuracy"),
        model -> Numbers.percent(model.metrics().accuracy(), 1),
        model -> model.metrics().accuracy(),
        run.standings().level().isEmpty() ? Best.HIGHEST : Best.NONE);
  }

  private static Quantity interval() {
    return new Quantity(
        new Bilingual("95-%-Intervall", "95% interval"),
        model -> Numbers.percentRange(model.metrics().accuracyInterval()),
        model -> model.metrics().accuracyInterval().low(),
        Best.NONE);
  }

  private static Quantity macroF1() {
    return new Quantity(
        new Bilingual("Makro-F1", "Macro F1"),
        model -> Numbers.decimal(model.metrics().macroF1(), 3),
        model -> model.metrics().macroF1(),
        Best.NONE);
  }

  private static Quantity parameters() {
    return new Quantity(
        new Bilingual("Parameter", "Parameters"),
        model -> Numbers.whole(model.metrics().parameters()),
        model -> model.metrics().parameters(),
        Best.LOWEST);
  }

  private Quantity size() {
    return new Quantity(
        rowPerModel()
            ? new Bilingual("Größe", "Size")
            : new Bilingual("Größe des gespeicherten Modells", "Size of the saved model"),
        model -> Numbers.bytes(model.saved().bytes()),
        model -> model.saved().bytes(),
        Best.LOWEST);
  }

  private Quantity training() {
    return new Quantity(
        rowPerModel()
            ? new Bilingual("Training", "Training")
            : new Bilingual("Trainingszeit", "Training time"),
        model -> Times.duration(model.training().trainSeconds()),
        model -> model.training().trainSeconds(),
        Best.LOWEST);
  }

  private Quantity latency() {
    return new Quantity(
        rowPerModel()
            ? new Bilingual("Antwort", "Response")
            : new Bilingual(
                "Antwortzeit für ein Bild (Median)", "Response time, one image (median)"),
        model -> Times.latency(model.timing().median()),
        model -> model.timing().median(),
        Best.LOWEST);
  }

  private static Quantity throughput() {
    return new Quantity(
        new Bilingual("Bilder je Sekunde, in Batches", "Images per second, in batches"),
        model -> Numbers.whole(Math.round(model.timing().imagesPerSecond())),
        model -> model.timing().imagesPerSecond(),
        Best.HIGHEST);
  }
}
