package stoffprobe.report.chart;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import stoffprobe.data.Images;

/** Figures to test with, and what stands in them. */
final class Drawn {

  static final List<String> GARMENTS =
      List.of(
          "T-shirt/Top",
          "Hose",
          "Pullover",
          "Kleid",
          "Mantel",
          "Sandale",
          "Hemd",
          "Sneaker",
          "Tasche",
          "Stiefel");

  static final Estimate ESTIMATE =
      new Estimate(
          new ModelAccuracy("mlp", 0, 0.8833, 0.8769, 0.8894, false),
          new ModelAccuracy("cnn", 1, 0.9217, 0.9163, 0.9268, true),
          0.0384,
          0.0325,
          0.0443);

  private Drawn() {}

  static Document xml(String svg) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    } catch (Exception e) {
      throw new AssertionError("not XML: " + svg, e);
    }
  }

  static List<Element> elements(String svg, String tag) {
    NodeList found = xml(svg).getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  static List<String> texts(Figure figure) {
    return elements(figure.svg(), "text").stream().map(Element::getTextContent).toList();
  }

  /** The style of an element, or of the group around it. */
  static String style(Element element) {
    return element.hasAttribute("style")
        ? element.getAttribute("style")
        : ((Element) element.getParentNode()).getAttribute("style");
  }

  /** A training that gets better from epoch to epoch. */
  static ModelCurves training(String model, int epochs) {
    return new ModelCurves(
        model,
        IntStream.rangeClosed(1, epochs)
            .mapToObj(e -> new EpochPoint(e, 0.5 / e, 0.4 / e + 0.1, 0.9 - 0.1 / e, 0.91 - 0.1 / e))
            .toList());
  }

  /** k names and k x k counts, each cell another number. */
  static List<List<Long>> counts(int k) {
    return IntStream.range(0, k)
        .mapToObj(i -> IntStream.range(0, k).mapToObj(j -> (long) i * k + j).toList())
        .toList();
  }

  /** k x k counts of which all are right. */
  static List<List<Long>> nothing(int k) {
    return IntStream.range(0, k)
        .mapToObj(i -> IntStream.range(0, k).mapToObj(j -> i == j ? 9L : 0L).toList())
        .toList();
  }

  /** Scores that fall from class to class; the last one has none. */
  static ClassScores scores(String model, int series, int k) {
    List<ClassScores.Score> scores =
        IntStream.range(0, k)
            .mapToObj(i -> 0.9 - 0.4 * i / k)
            .map(value -> new ClassScores.Score(value, value - 0.03, value + 0.02))
            .toList();
    List<ClassScores.Score> some = new java.util.ArrayList<>(scores);
    some.set(k - 1, new ClassScores.Score(0, Double.NaN, Double.NaN));
    return new ClassScores(model, series, scores, some, scores);
  }

  static List<String> names(int k) {
    return IntStream.range(0, k).mapToObj(i -> "Klasse " + i).toList();
  }

  /** Images whose pixels count up from their index. */
  static Images images(int count, int height, int width) {
    byte[] pixels = new byte[count * height * width];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i / (height * width) + i % (height * width));
    }
    return new Images(ByteBuffer.wrap(pixels), count, height, width);
  }

  static List<Sample> samples(int count, List<String> names) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Sample(i, names.get(i % names.size())))
        .toList();
  }

  /** Ten bins, the lowest five of fifteen empty; right less often than stated. */
  static ModelReliability reliability(String model) {
    return new ModelReliability(
        model,
        IntStream.range(5, 15)
            .mapToObj(
                b -> {
                  double stated = (b + 0.6) / 15;
                  return new ModelReliability.Bin(
                      b / 15.0,
                      (b + 1) / 15.0,
                      10L * b * b,
                      stated,
                      stated - 0.05,
                      stated - 0.15,
                      stated);
                })
            .toList());
  }

  /** From {@code accuracy} without handing over straight to 1 at 100 percent. */
  static ModelCoverage coverage(String model, double accuracy) {
    return new ModelCoverage(
        model,
        IntStream.rangeClosed(1, 100)
            .mapToObj(kept -> 100 - kept)
            .map(
                given -> {
                  double right = accuracy + (1 - accuracy) * given / 100;
                  return new ModelCoverage.Point(
                      given, right, right - 0.02, Math.min(1, right + 0.02));
                })
            .toList());
  }

  /** One of each kind. */
  static List<Figure> all(Language l, List<String> names) {
    int k = names.size();
    List<Long> each = java.util.Collections.nCopies(k, 60L);
    return List.of(
        Charts.classCounts(l, names, each, each),
        Charts.firstImage(l, images(1, 28, 28), 0, names.get(0)),
        Charts.samples(l, images(15, 28, 28), samples(15, names)),
        Charts.curves(l, training("mlp", 10)),
        Charts.overlay(l, List.of(training("mlp", 10), training("cnn", 10))),
        Charts.confusion(l, "cnn", names, counts(k)),
        Charts.estimation(l, ESTIMATE),
        Charts.narrowRanking(
            l,
            List.of(
                new ModelAccuracy("cnn", 1, 1, 0.9999, 1, true),
                new ModelAccuracy(
                    "a-model-with-a-very-long-name", 0, 0.8833, 0.8769, 0.8894, false))),
        Charts.filters(l, "cnn", FiltersChartTest.groups(9), FiltersChartTest.scene(9)),
        Charts.narrowFilters(l, "cnn", FiltersChartTest.groups(9), FiltersChartTest.scene(9)),
        Charts.times(l, List.of(new ModelTime("mlp", List.of(1.5, 1.25), List.of(0.1, 0.1), 2))),
        Charts.narrowTimes(
            l,
            List.of(
                new ModelTime(
                    "a-model-with-a-very-long-name-indeed", List.of(99.5), List.of(1.0), 0))),
        Charts.classScores(l, names, List.of(scores("mlp", 0, k), scores("cnn", 1, k))),
        Charts.narrowClassScores(l, names, List.of(scores("a-long-name".repeat(9), 0, k))),
        Charts.confusionPair(
            l, names, new ConfusionPair("mlp", "a-long-name".repeat(9), counts(k), nothing(k))),
        Charts.narrowConfusionPair(l, names, new ConfusionPair("mlp", "cnn", counts(k), counts(k))),
        Charts.agreement(l, new Agreement("mlp", "a-long-name".repeat(9), 8523, 251, 680, 546)),
        Charts.narrowAgreement(l, new Agreement("a-long-name".repeat(9), "cnn", 0, 0, 3, 10_000)),
        Charts.reliability(l, List.of(reliability("mlp"), reliability("cnn"))),
        Charts.narrowReliability(l, List.of(reliability("a-long-name".repeat(9)))),
        Charts.coverage(l, List.of(coverage("mlp", 0.8), coverage("cnn", 0.9))),
        Charts.narrowCoverage(l, List.of(coverage("a-long-name".repeat(9), 0.3))));
  }
}
