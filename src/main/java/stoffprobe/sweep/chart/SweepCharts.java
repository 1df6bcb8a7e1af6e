package stoffprobe.sweep.chart;

import java.util.List;
import stoffprobe.report.chart.Figure;
import stoffprobe.report.chart.Language;
import stoffprobe.report.chart.Style;

/** The figures of a sweep's page, each for a wide screen and for a narrow one. */
public final class SweepCharts {

  private SweepCharts() {}

  /**
   * Values of runs, a row a variant or a comparison.
   *
   * @param name of the figure's file
   * @param wide whether it fills the text column, or half of it
   * @param rows at least one
   */
  public static Figure dots(
      Language language, String name, DotTexts texts, boolean wide, List<DotRow> rows) {
    return new DotRowsChart(language, wide ? Style.WIDTH : Style.HALF, texts, rows)
        .figure(name + "-" + language.tag());
  }

  /** The same for a narrow screen. */
  public static Figure narrowDots(
      Language language, String name, DotTexts texts, List<DotRow> rows) {
    return new DotRowsChart(language, Style.NARROW, texts, rows)
        .figure(name + "-narrow-" + language.tag());
  }

  /** Accuracy against the seconds of training. */
  public static Figure cost(Language language, List<CostPoint> points) {
    return new CostChart(language, Style.WIDTH, points).figure("cost-" + language.tag());
  }

  /** The same for a narrow screen. */
  public static Figure narrowCost(Language language, List<CostPoint> points) {
    return new CostChart(language, Style.NARROW, points).figure("cost-narrow-" + language.tag());
  }
}
