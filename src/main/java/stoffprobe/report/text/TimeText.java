package stoffprobe.report.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import stoffprobe.report.chart.ModelTime;
import stoffprobe.report.facts.ModelRun;
import stoffprobe.report.facts.Run;
import stoffprobe.report.facts.Work;

/** How long the trainings took, and what the time went into. */
public record TimeText(Run run) {

  /** Epochs within this factor of each other took about as long. */
  private static final double ALIKE = 1.25;

  /** Ratios of time and of work within this factor of each other go together. */
  private static final double TOGETHER = 1.5;

  /** A row of the table. */
  public record Row(ModelRun model, ModelTime time, Work work) {

    /** The shortest training epoch. */
    public double fastest() {
      return time.training().stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    }

    /** The longest training epoch. */
    public double slowest() {
      return time.training().stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }

    double mean() {
      return time.trainingTotal() / time.training().size();
    }
  }

  /** One row a model, in the order of the file. */
  public List<Row> rows() {
    return run.models().stream()
        .map(
            model ->
                new Row(model, time(model), Work.of(model.settings().layers(), run.imageShape())))
        .toList();
  }

  /** A model's time, part by part. */
  public static ModelTime time(ModelRun model) {
    List<Double> training =
        model.history().trained().stream().map(e -> e.trainSeconds().orElse(0)).toList();
    List<Double> testing =
        model.history().trained().stream().map(e -> e.testSeconds().orElse(0)).toList();
    ModelTime known = new ModelTime(model.name(), training, testing, 0);
    // epochs from before an interruption are not in the seconds of the last attempt
    double rest = Math.max(0, model.training().seconds() - known.total());
    return new ModelTime(model.name(), training, testing, rest);
  }

  /** What is to be said, one statement each. */
  public List<Bilingual> statements() {
    List<Bilingual> statements = new ArrayList<>();
    for (Row row : rows()) {
      statements.add(model(row));
    }
    comparison().ifPresent(statements::add);
    return statements;
  }

  private Bilingual model(Row row) {
    ModelTime time = row.time();
    Bilingual total =
        Bilingual.of(
            "{0}: insgesamt {1}, davon {2} im Training selbst ({3}) und {4} in der Prüfung nach jeder"
                + " Epoche.",
            "{0}: {1} in all, of which {2} in training itself ({3}) and {4} in checking after each"
                + " epoch.",
            Words.model(row.model().name()),
            Times.duration(time.total()),
            Times.duration(time.trainingTotal()),
            Numbers.percent(time.trainingTotal() / Math.max(1e-9, time.total()), 0),
            Times.duration(time.testingTotal()));
    return total.then(epochs(row)).then(work(row));
  }

  private static Bilingual epochs(Row row) {
    if (row.time().training().size() == 1) {
      return new Bilingual("Es war nur eine Epoche.", "There was one epoch only.");
    }
    return row.slowest() <= ALIKE * row.fastest()
        ? Bilingual.of(
            "Die Epochen dauerten etwa gleich lang, {0} bis {1}.",
            "The epochs took about the same time, {0} to {1}.",
            Times.duration(row.fastest()),
            Times.duration(row.slowest()))
        : Bilingual.of(
            "Die Epochen dauerten verschieden lang, {0} bis {1}, obwohl in jeder gleich viel zu"
                + " rechnen ist; am längsten war Epoche {2}. Oft hat der Rechner nebenher anderes zu"
                + " tun.",
            "The epochs differed in length, {0} to {1}, although each has the same amount of computing;"
                + " the longest was epoch {2}. Often that is because the machine has other work at"
                + " the same time.",
            Times.duration(row.fastest()),
            Times.duration(row.slowest()),
            Numbers.whole(row.time().training().indexOf(row.slowest()) + 1));
  }

  private static Bilingual work(Row row) {
    long all = row.work().multiplications();
    Optional<Work.Part> largest = row.work().largest();
    if (largest.isEmpty() || row.work().parts().size() < 2) {
      return Bilingual.of(
          "Ein Bild kostet vorwärts {0} Multiplikationen.",
          "One image takes {0} multiplications forwards.", Numbers.whole(all));
    }
    Work.Part part = largest.get();
    return Bilingual.of(
        "Ein Bild kostet vorwärts {0} Multiplikationen, {1} davon in {2}.",
        "One image takes {0} multiplications forwards, {1} of them in {2}.",
        Numbers.whole(all),
        Numbers.percent((double) part.multiplications() / all, 0),
        place(row.work(), part));
  }

  private static Bilingual place(Work work, Work.Part part) {
    List<Work.Part> alike =
        work.parts().stream().filter(p -> p.convolution() == part.convolution()).toList();
    Bilingual number = Numbers.whole(alike.indexOf(part) + 1);
    if (alike.size() == 1) {
      return part.convolution()
          ? new Bilingual("der Faltung", "the convolution")
          : new Bilingual("der voll verbundenen Schicht", "the fully connected layer");
    }
    return part.convolution()
        ? Bilingual.of("der {0}. Faltung", "convolution {0}", number)
        : Bilingual.of("der {0}. voll verbundenen Schicht", "fully connected layer {0}", number);
  }

  /** The slowest model against the fastest. */
  private Optional<Bilingual> comparison() {
    List<Row> rows = rows().stream().sorted(Comparator.comparingDouble(Row::mean)).toList();
    Row fast = rows.get(0);
    Row slow = rows.get(rows.size() - 1);
    if (rows.size() < 2 || !(fast.mean() > 0)) {
      return Optional.empty();
    }
    double ratio = slow.mean() / fast.mean();
    if (ratio < ALIKE) {
      return Optional.of(
          Bilingual.of(
              "Eine Epoche dauerte bei allen Modellen etwa gleich lang, im Mittel {0} bis {1}.",
              "One epoch took about as long for all models, {0} to {1} on average.",
              Times.duration(fast.mean()),
              Times.duration(slow.mean())));
    }
    Bilingual times =
        Bilingual.of(
            "Eine Epoche von {0} dauerte im Mittel {1}, {2}-mal so lange wie eine von {3} ({4}).",
            "One epoch of {0} took {1} on average, {2} times as long as one of {3} ({4}).",
            Words.model(slow.model().name()),
            Times.duration(slow.mean()),
            Numbers.factor(ratio),
            Words.model(fast.model().name()),
            Times.duration(fast.mean()));
    return Optional.of(times.then(reason(slow, fast, ratio)));
  }

  private static Bilingual reason(Row slow, Row fast, double ratio) {
    double work =
        (double) slow.work().multiplications() / Math.max(1, fast.work().multiplications());
    double parameters =
        (double) slow.model().metrics().parameters()
            / Math.max(1, fast.model().metrics().parameters());
    Bilingual factors =
        Bilingual.of(
            "Zu multiplizieren ist {0}-mal so viel, Parameter hat es {1}-mal so viele.",
            "It has {0} times as much to multiply and {1} times as many parameters.",
            Numbers.factor(work),
            Numbers.factor(parameters));
    boolean reused = work > TOGETHER * parameters;
    boolean explained = ratio < TOGETHER * work && work < TOGETHER * ratio;
    if (reused) {
      factors =
          factors.then(
              new Bilingual(
                  "Ein Filter braucht wenige Parameter, wird aber an jeder Stelle des Bildes neu"
                      + " ausgerechnet.",
                  "A filter needs few parameters but is worked out anew at every place of the"
                      + " image."));
    }
    return explained
        ? factors
        : factors.then(
            new Bilingual(
                "Genau im selben Verhältnis steht die Zeit nicht: Nicht jede Rechnung läuft gleich"
                    + " schnell, und auch das Bereitstellen der Bilder kostet Zeit.",
                "The time is not in quite the same proportion: not every computation runs equally"
                    + " fast, and supplying the images takes time, too."));
  }
}
