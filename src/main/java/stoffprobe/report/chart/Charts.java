package stoffprobe.report.chart;

import java.util.List;
import stoffprobe.data.Images;

/**
 * The report's figures. Names of classes and models are free text: they are escaped, may occur
 * twice, and are shortened in the middle where there is no room for them.
 */
public final class Charts {

  private Charts() {}

  /**
   * Bars: how many images of each class there are for training and for the test.
   *
   * @param train a count a class
   * @param test a count a class
   */
  public static Figure classCounts(
      Language l, List<String> classNames, List<Long> train, List<Long> test) {
    return new ClassCountsChart(l, classNames, train, test).figure("class-counts-" + l.tag());
  }

  /** One image, large, each pixel with its number where there is room. */
  public static Figure firstImage(Language l, Images images, int index, String className) {
    return new FirstImageChart(l, images, index, className).figure("first-image-" + l.tag());
  }

  /** Images in rows, each with its class below. */
  public static Figure samples(Language l, Images images, List<Sample> samples) {
    return new SamplesChart(l, images, samples).figure("samples-" + l.tag());
  }

  /** Loss, macro-F1 and accuracy of a model by epoch. */
  public static Figure curves(Language l, ModelCurves model) {
    String title = l.pick("Trainingsverlauf: ", "Training: ") + ModelLabel.of(model.model());
    String name = "curves-" + ModelLabel.slug(model.model()) + "-" + l.tag();
    return new CurvesChart(l, List.of(model)).figure(name, title);
  }

  /** The curves of all models over one another, the last model's the darkest of two. */
  public static Figure overlay(Language l, List<ModelCurves> models) {
    String title = l.pick("Trainingsverlauf im Vergleich", "Trainings compared");
    return new CurvesChart(l, models).figure("overlay-" + l.tag(), title);
  }

  /**
   * A confusion matrix as a heat map.
   *
   * @param counts a row a true class, a column a predicted one, in the order of the names
   */
  public static Figure confusion(
      Language l, String model, List<String> classNames, List<List<Long>> counts) {
    Confusion confusion = new Confusion(classNames, counts);
    String title = l.pick("Verwirrungsmatrix (", "Confusion matrix (") + ModelLabel.of(model) + ")";
    String name = "confusion-" + ModelLabel.slug(model) + "-" + l.tag();
    return new ConfusionChart(l, model, confusion)
        .figure(name, title, confusion.describe(l, model));
  }

  /** The filters of a model's first convolution, kind by kind, with where each responds. */
  public static Figure filters(
      Language l, String model, List<FilterGroup> groups, FilterScene scene) {
    String name = "filters-" + ModelLabel.slug(model) + "-" + l.tag();
    return new FiltersChart(l, Style.WIDTH, groups, scene).figure(name, filtersTitle(l, model));
  }

  /** The same for a narrow screen. */
  public static Figure narrowFilters(
      Language l, String model, List<FilterGroup> groups, FilterScene scene) {
    String name = "filters-narrow-" + ModelLabel.slug(model) + "-" + l.tag();
    return new FiltersChart(l, Style.NARROW, groups, scene).figure(name, filtersTitle(l, model));
  }

  private static String filtersTitle(Language l, String model) {
    return l.pick("Die ersten Filter: ", "The first filters: ") + ModelLabel.of(model);
  }

  /** The time of each training, epoch by epoch, as a bar. */
  public static Figure times(Language l, List<ModelTime> models) {
    return new TimesChart(l, Style.WIDTH, models).figure("times-" + l.tag());
  }

  /** The same for a narrow screen. */
  public static Figure narrowTimes(Language l, List<ModelTime> models) {
    return new TimesChart(l, Style.NARROW, models).figure("times-narrow-" + l.tag());
  }

  /**
   * Each model's accuracy as a dot with its 95 % interval.
   *
   * @param models the best first
   */
  public static Figure ranking(Language l, List<ModelAccuracy> models) {
    return new RankingChart(l, Style.HALF, models).figure("verdict-" + l.tag());
  }

  /** The same for a narrow screen. */
  public static Figure narrowRanking(Language l, List<ModelAccuracy> models) {
    return new RankingChart(l, Style.NARROW, models).figure("verdict-narrow-" + l.tag());
  }

  /** Two accuracies with their intervals, and on the same scale their difference with its own. */
  public static Figure estimation(Language l, Estimate estimate) {
    return new EstimationChart(l, Style.HALF, estimate).figure("verdict-" + l.tag());
  }

  /** The same for a narrow screen. */
  public static Figure narrowEstimation(Language l, Estimate estimate) {
    return new EstimationChart(l, Style.NARROW, estimate).figure("verdict-narrow-" + l.tag());
  }

  /** Two models' right and wrong: four squares whose areas are the numbers of images. */
  public static Figure agreement(Language l, Agreement counts) {
    return new AgreementChart(l, AgreementChart.WIDTH, counts).figure("agreement-" + l.tag());
  }

  /** The same for a narrow screen. */
  public static Figure narrowAgreement(Language l, Agreement counts) {
    return new AgreementChart(l, Style.NARROW, counts).figure("agreement-narrow-" + l.tag());
  }

  /** A reliability diagram for each model: stated probability against what was right. */
  public static Figure reliability(Language l, List<ModelReliability> models) {
    return new ReliabilityChart(l, Style.WIDTH, models).figure("reliability-" + l.tag());
  }

  /** The same for a narrow screen. */
  public static Figure narrowReliability(Language l, List<ModelReliability> models) {
    return new ReliabilityChart(l, Style.NARROW, models).figure("reliability-narrow-" + l.tag());
  }

  /** Accuracy against the share of images that a person decides, with its intervals. */
  public static Figure coverage(Language l, List<ModelCoverage> models) {
    return new CoverageChart(l, Style.WIDTH, models).figure("coverage-" + l.tag());
  }

  /** The same for a narrow screen. */
  public static Figure narrowCoverage(Language l, List<ModelCoverage> models) {
    return new CoverageChart(l, Style.NARROW, models).figure("coverage-narrow-" + l.tag());
  }

  /**
   * F1, precision and recall of all models class by class.
   *
   * @param classNames from top to bottom
   * @param models the best first
   */
  public static Figure classScores(Language l, List<String> classNames, List<ClassScores> models) {
    return new ClassScoresChart(l, Style.WIDTH, classNames, models).figure("classes-" + l.tag());
  }

  /** The F1 score alone, for a narrow screen. */
  public static Figure narrowClassScores(
      Language l, List<String> classNames, List<ClassScores> models) {
    return new ClassScoresChart(l, Style.NARROW, classNames, models)
        .figure("classes-narrow-" + l.tag());
  }

  /** What two models confuse, and the difference, on one scale. */
  public static Figure confusionPair(Language l, List<String> classNames, ConfusionPair pair) {
    return new ConfusionPairChart(l, Style.WIDTH, classNames, pair).figure("confusions-" + l.tag());
  }

  /** The same for a narrow screen; legible up to a dozen classes. */
  public static Figure narrowConfusionPair(
      Language l, List<String> classNames, ConfusionPair pair) {
    return new ConfusionPairChart(l, Style.NARROW, classNames, pair)
        .figure("confusions-narrow-" + l.tag());
  }
}
