package stoffprobe.nightly.text;

import java.util.List;
import java.util.Optional;
import stoffprobe.nightly.Night;
import stoffprobe.report.text.Bilingual;
import stoffprobe.report.text.Numbers;
import stoffprobe.report.text.Words;
import stoffprobe.statistics.SeedSpread;

/** Where the tolerances come from, and how the metrics lie in them. */
public record ToleranceText(Night night) {

  private static final double SQRT_2 = Math.sqrt(2);

  /** How the tolerances came about; none where there are none. */
  public Optional<Bilingual> origin() {
    return Optional.ofNullable(night.baseline())
        .filter(baseline -> baseline.seeds() > 1 && baseline.metrics() > 0)
        .map(
            baseline ->
                Bilingual.of(
                    "Die Toleranzen sind gemessen: {0} Läufe, die sich vom Referenzlauf nur im"
                        + " Startwert (Seed) unterscheiden, zeigen, wie stark jede Metrik von selbst"
                        + " schwankt. Die Toleranz ist das {1}-Fache dieser Standardabweichung.",
                    "The tolerances are measured: {0} runs that differ from the baseline in nothing"
                        + " but their seed show how much each metric varies by itself. The tolerance"
                        + " is {1} times that standard deviation.",
                    Numbers.whole(baseline.seeds()),
                    Numbers.decimal(
                        new SeedSpread(baseline.seeds(), 1).tolerance(baseline.metrics()), 1)));
  }

  /** The formula in words. */
  public Optional<Bilingual> formula() {
    return Optional.ofNullable(night.baseline())
        .filter(baseline -> baseline.seeds() > 1 && baseline.metrics() > 0)
        .map(
            baseline ->
                Bilingual.of(
                    "Der Faktor ist t · √2: √2, weil zwei Läufe verglichen werden, die beide"
                        + " schwanken; t = {0} ist das Quantil der t-Verteilung mit {1}"
                        + " Freiheitsgraden, so gewählt (Bonferroni), dass von allen {2} Metriken"
                        + " zusammen nur in {3} der Fälle irgendeine allein durch Zufall außerhalb"
                        + " läge. Wenige Startwerte machen die Toleranz weit; mit mehr wird sie"
                        + " enger und genauer.",
                    "The factor is t · √2: √2 since two runs are compared that both vary; t = {0} is"
                        + " the quantile of Student's distribution with {1} degrees of freedom,"
                        + " chosen (Bonferroni) so that in only {3} of cases any of all {2} metrics"
                        + " would lie outside by chance alone. Few seeds make the tolerance wide;"
                        + " more make it narrower and more exact.",
                    Numbers.decimal(
                        new SeedSpread(baseline.seeds(), 1).tolerance(baseline.metrics()) / SQRT_2,
                        2),
                    Numbers.whole(baseline.seeds() - 1L),
                    Numbers.whole(baseline.metrics()),
                    Numbers.shortPercent(SeedSpread.FALSE_ALARMS)));
  }

  /** How the metrics lie, one statement a model. */
  public List<Bilingual> statements() {
    List<JudgedMetric> all = JudgedMetric.all(night);
    return all.stream()
        .map(JudgedMetric::model)
        .distinct()
        .map(model -> statement(model, all.stream().filter(m -> m.model().equals(model)).toList()))
        .toList();
  }

  private static Bilingual statement(String model, List<JudgedMetric> metrics) {
    long changed = metrics.stream().filter(judged -> judged.share() != 0).count();
    if (changed == 0) {
      return Bilingual.of(
          "{0}: Alle {1} Metriken haben genau den Wert des Referenzlaufs.",
          "{0}: all {1} metrics have exactly the value of the baseline.",
          Words.model(model),
          Numbers.whole(metrics.size()));
    }
    long outside = metrics.stream().filter(judged -> !judged.metric().within()).count();
    Bilingual counts =
        Bilingual.of(
            "{0}: {1} von {2} Metriken haben sich geändert; außerhalb der Toleranz: {3}.",
            "{0}: {1} of {2} metrics have changed; outside the tolerance: {3}.",
            Words.model(model),
            Numbers.whole(changed),
            Numbers.whole(metrics.size()),
            Numbers.whole(outside));
    JudgedMetric farthest = JudgedMetric.farthest(metrics).orElseThrow();
    return !farthest.measured()
        ? Bilingual.of(
            "{0}: {1} von {2} Metriken haben sich geändert; eine Toleranz ist nicht gemessen.",
            "{0}: {1} of {2} metrics have changed; no tolerance has been measured.",
            Words.model(model),
            Numbers.whole(changed),
            Numbers.whole(metrics.size()))
        : counts.then(
            Bilingual.of(
                "Am weitesten geht {0}: {1}, {2} der Toleranz.",
                "{0} goes farthest: {1}, {2} of the tolerance.",
                MetricText.name(farthest.metric().metric()),
                MetricText.difference(farthest.metric().difference()),
                percent(Math.abs(farthest.share()))));
  }

  private static Bilingual percent(double share) {
    return Double.isFinite(share) ? Numbers.percent(share, 0) : Bilingual.same("∞");
  }
}
