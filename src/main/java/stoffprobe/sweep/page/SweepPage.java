package stoffprobe.sweep.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stoffprobe.report.Assets;
import stoffprobe.report.text.Bilingual;
import stoffprobe.report.text.Numbers;
import stoffprobe.statistics.runs.RunSummary;
import stoffprobe.sweep.Comparison;
import stoffprobe.sweep.Findings;
import stoffprobe.sweep.VariantResult;
import stoffprobe.sweep.text.SweepText;

/**
 * What the templates show.
 *
 * @param style what this page needs beyond the report's style sheet
 * @param figures drawn already
 */
public record SweepPage(Findings findings, Assets assets, String style, SweepFigures figures) {

  /** A random sample has more values than anybody reads; its dots say it. */
  private static final int MOST_EFFECTS = 100;

  SweepPage(Findings findings, Assets assets, String style) {
    this(findings, assets, style, SweepFigures.draw(findings));
  }

  /** The whole page. */
  String html() {
    StringOutput html = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html).render("sweep/page.jte", this, html);
    return html.toString();
  }

  public SweepText text() {
    return new SweepText(findings);
  }

  public List<Comparison> comparisons() {
    return findings.comparisons();
  }

  /** Seconds of training of all runs together. */
  public double trainSeconds() {
    return findings.runs().stream().mapToDouble(run -> run.trainSeconds()).sum();
  }

  /** A column of the table of variants. */
  public record Metric(String key, Bilingual name, boolean share) {

    public Bilingual mean(VariantResult variant) {
      return summary(variant).map(s -> shown(s.mean())).orElse(Bilingual.same("–"));
    }

    public Optional<RunSummary> summary(VariantResult variant) {
      return variant.metric(key);
    }

    private Bilingual shown(double value) {
      return share ? Numbers.percent(value, 2) : Numbers.decimal(value, 4);
    }
  }

  /** Beside the accuracy. */
  public List<Metric> metrics() {
    return List.of(
        new Metric("macro_f1", Bilingual.same("Macro-F1"), false),
        new Metric("log_loss", Bilingual.same("Log-Loss"), false));
  }

  /**
   * What a value of a key goes with, over all runs that have it.
   *
   * @param accuracy of these runs
   */
  public record Effect(String model, String key, String value, RunSummary accuracy) {}

  /** The values of the keys that were varied, model by model; none if nothing was. */
  public List<Effect> effects() {
    Map<List<String>, List<Double>> groups = new LinkedHashMap<>();
    for (VariantResult variant : findings.variants()) {
      List<Double> accuracies =
          variant.runs().stream()
              .flatMap(run -> Optional.ofNullable(run.metrics().get("accuracy")).stream())
              .toList();
      variant
          .values()
          .forEach(
              (key, value) ->
                  groups
                      .computeIfAbsent(List.of(variant.model(), key, value), g -> new ArrayList<>())
                      .addAll(accuracies));
    }
    List<Effect> effects = new ArrayList<>();
    groups.forEach(
        (group, accuracies) -> {
          if (!accuracies.isEmpty()) {
            double[] values = accuracies.stream().mapToDouble(Double::doubleValue).toArray();
            effects.add(
                new Effect(group.get(0), group.get(1), group.get(2), RunSummary.of(values)));
          }
        });
    return effects.size() > MOST_EFFECTS ? List.of() : effects;
  }
}
