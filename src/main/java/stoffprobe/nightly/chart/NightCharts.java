package stoffprobe.nightly.chart;

import java.util.List;
import stoffprobe.report.chart.Figure;
import stoffprobe.report.chart.Language;
import stoffprobe.report.chart.Style;
import stoffprobe.report.text.Bilingual;

/** The figures of a night's page, each for a wide screen and for a narrow one. */
public final class NightCharts {

  private NightCharts() {}

  /**
   * The verdicts of all nights.
   *
   * @param nights at least one, oldest first
   */
  public static Figure verdicts(Language language, List<Occasion> nights) {
    return new VerdictsChart(language, Style.HALF, nights).figure("verdicts-" + language.tag());
  }

  /** The same for a narrow screen. */
  public static Figure narrowVerdicts(Language language, List<Occasion> nights) {
    return new VerdictsChart(language, Style.NARROW, nights)
        .figure("verdicts-narrow-" + language.tag());
  }

  /**
   * Quantities over the nights.
   *
   * @param nights at least one, oldest first
   * @param timelines at least one, each with a value a night
   */
  public static Figure timelines(
      Language language,
      String name,
      Bilingual title,
      List<Occasion> nights,
      List<Timeline> timelines) {
    return new TimelinesChart(language, Style.WIDTH, title, nights, timelines)
        .figure(name + "-" + language.tag());
  }

  /** The same for a narrow screen. */
  public static Figure narrowTimelines(
      Language language,
      String name,
      Bilingual title,
      List<Occasion> nights,
      List<Timeline> timelines) {
    return new TimelinesChart(language, Style.NARROW, title, nights, timelines)
        .figure(name + "-narrow-" + language.tag());
  }

  /** How much of their tolerances the metrics' differences use up. */
  public static Figure shares(Language language, List<MetricShares> metrics) {
    return new SharesChart(language, Style.WIDTH, metrics).figure("shares-" + language.tag());
  }

  /** The same for a narrow screen. */
  public static Figure narrowShares(Language language, List<MetricShares> metrics) {
    return new SharesChart(language, Style.NARROW, metrics)
        .figure("shares-narrow-" + language.tag());
  }
}
