package stoffprobe.nightly;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import stoffprobe.nightly.Verdict.Kind;

/** A night as a test suite in the form of JUnit, which every continuous integration shows. */
final class JUnitXml {

  /** A check of the night; its failure or reason to skip is one line. */
  private record Check(
      String group, String name, double seconds, Optional<String> failure, Optional<String> skip) {

    static Check of(String group, String name, boolean passed, String failure) {
      return new Check(
          group, name, 0, passed ? Optional.empty() : Optional.of(failure), Optional.empty());
    }
  }

  private JUnitXml() {}

  static String of(Night night) {
    List<Check> checks = checks(night);
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", "stoffprobe nightly " + night.pipeline());
      xml.writeAttribute("timestamp", night.started().toString());
      xml.writeAttribute("time", seconds(night.seconds()));
      xml.writeAttribute("tests", String.valueOf(checks.size()));
      xml.writeAttribute("failures", count(checks, check -> check.failure().isPresent()));
      xml.writeAttribute("errors", "0");
      xml.writeAttribute("skipped", count(checks, check -> check.skip().isPresent()));
      for (Check check : checks) {
        write(xml, night.pipeline(), check);
      }
      xml.writeStartElement("system-out");
      xml.writeCharacters(written(night.verdict().line()));
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
    return text + "\n";
  }

  private static List<Check> checks(Night night) {
    List<Check> checks = new ArrayList<>();
    Kind kind = night.verdict().kind();
    String line = night.verdict().line();
    checks.add(Check.of("night", "the run ends well", kind != Kind.FAILED, line));
    Trial trial = night.trial();
    if (trial == null) {
      return checks;
    }
    checks.add(
        Check.of("night", "comparable with the baseline", kind != Kind.NOT_COMPARABLE, line));
    Repetition repetition = night.repetition();
    if (repetition != null) {
      checks.add(
          Check.of(
              "night",
              repetition.model() + " trained twice gives the same weights",
              repetition.same(),
              repetition.weightsSha256() + " and " + repetition.againSha256()));
    }
    Comparison comparison = night.comparison();
    if (comparison != null) {
      boolean judged = kind != Kind.NOT_COMPARABLE;
      comparison.stages().forEach(stage -> checks.add(bits(stage, trial, kind)));
      comparison
          .models()
          .forEach(
              model ->
                  model.metrics().forEach(metric -> checks.add(metric(model, metric, judged))));
    }
    return checks;
  }

  /** Other bits alone are no failure: the metrics decide. */
  private static Check bits(StageMatch stage, Trial trial, Kind kind) {
    double seconds =
        trial.stages().stream()
            .filter(result -> result.stage().equals(stage.stage()))
            .mapToDouble(StageResult::seconds)
            .sum();
    String different = "differs: " + String.join(", ", stage.different());
    boolean skipped = !stage.same() && kind != Kind.DRIFT;
    return new Check(
        "bits",
        stage.stage(),
        seconds,
        stage.same() || skipped ? Optional.empty() : Optional.of(different),
        skipped ? Optional.of(different) : Optional.empty());
  }

  private static Check metric(ModelMatch model, MetricMatch metric, boolean judged) {
    Double tolerance = metric.tolerance();
    String values =
        metric.baseline()
            + " -> "
            + metric.tonight()
            + (tolerance == null ? ", no tolerance measured" : ", tolerance " + tolerance);
    boolean failed = judged && !metric.within();
    return new Check(
        "metrics",
        model.model() + " " + metric.metric(),
        0,
        failed ? Optional.of(values) : Optional.empty(),
        judged || metric.within() ? Optional.empty() : Optional.of(values));
  }

  private static void write(XMLStreamWriter xml, String pipeline, Check check)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", "nightly." + pipeline + "." + check.group());
    xml.writeAttribute("name", check.name());
    xml.writeAttribute("time", seconds(check.seconds()));
    if (check.failure().isPresent()) {
      xml.writeEmptyElement("failure");
      xml.writeAttribute("message", written(check.failure().get()));
    } else if (check.skip().isPresent()) {
      xml.writeEmptyElement("skipped");
      xml.writeAttribute("message", written(check.skip().get()));
    }
    xml.writeEndElement();
  }

  /** Without the signs that XML has no way to write. */
  private static String written(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "?");
  }

  private static String count(List<Check> checks, Predicate<Check> which) {
    return String.valueOf(checks.stream().filter(which).count());
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }
}
