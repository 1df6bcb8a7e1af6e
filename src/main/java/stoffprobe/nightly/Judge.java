package stoffprobe.nightly;

import static stoffprobe.nightly.Change.Kind.CODE;
import static stoffprobe.nightly.Change.Kind.DATA;
import static stoffprobe.nightly.Change.Kind.ENVIRONMENT;
import static stoffprobe.nightly.Change.Kind.PARAMETERS;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import stoffprobe.nightly.Verdict.Kind;

/** Finds the verdict on a night. */
final class Judge {

  private static final String NO_BASELINE =
      "not comparable: there is no baseline yet (nightly --accept-baseline makes one)";

  /** So many changes of a kind are named in one line. */
  private static final int NAMED = 2;

  private Judge() {}

  /** A metric of a model beside that of the baseline. */
  private record Judged(String model, MetricMatch metric) {

    /** How much of its tolerance it uses up; without one, any difference is too large. */
    double share() {
      double distance = Math.abs(metric.difference());
      Double tolerance = metric.tolerance();
      if (distance == 0) {
        return 0;
      }
      return tolerance == null ? Double.POSITIVE_INFINITY : distance / tolerance;
    }

    String text() {
      Double tolerance = metric.tolerance();
      return String.format(
          Locale.ROOT,
          "%s %s %.4f -> %.4f (%s)",
          model,
          metric.metric(),
          metric.baseline(),
          metric.tonight(),
          tolerance == null
              ? "no tolerance measured, see nightly --calibrate"
              : String.format(Locale.ROOT, "tolerance %.4f", tolerance));
    }
  }

  /** The verdict where there is nothing to compare with. */
  static Verdict withoutBaseline() {
    return new Verdict(Kind.NOT_COMPARABLE, NO_BASELINE);
  }

  /** The verdict on a run that did not end well. */
  static Verdict failed(String message) {
    return new Verdict(Kind.FAILED, "failed: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
  }

  /** The verdict on a run that did. */
  static Verdict of(Comparison comparison, Repetition repetition) {
    List<Change> decisive = comparison.changes(DATA, PARAMETERS);
    if (!decisive.isEmpty()) {
      return new Verdict(
          Kind.NOT_COMPARABLE,
          "not comparable: " + named(decisive) + "; first in " + decisive.get(0).stage());
    }
    List<Change> others = comparison.changes(ENVIRONMENT, CODE);
    Optional<String> difference = comparison.firstDifference();
    if (difference.isPresent() && !others.isEmpty()) {
      return new Verdict(
          Kind.NOT_COMPARABLE,
          "not comparable: " + named(others) + "; results differ from " + difference.get() + " on");
    }
    if (difference.isEmpty() && repetition.same()) {
      return new Verdict(
          Kind.REPRODUCED,
          "reproduced bit for bit" + (others.isEmpty() ? "" : " (" + named(others) + ")"));
    }
    return judged(comparison, cause(difference, repetition));
  }

  private static String cause(Optional<String> difference, Repetition repetition) {
    String where = difference.map(stage -> "first difference in " + stage).orElse("");
    if (repetition.same()) {
      return where;
    }
    String twice = repetition.model() + " trained twice tonight gave different weights";
    return where.isEmpty() ? twice : where + ", and " + twice;
  }

  private static Verdict judged(Comparison comparison, String cause) {
    List<Judged> metrics =
        comparison.models().stream()
            .flatMap(model -> model.metrics().stream().map(m -> new Judged(model.model(), m)))
            .sorted(Comparator.comparingDouble(Judged::share).reversed())
            .toList();
    List<Judged> outside = metrics.stream().filter(judged -> !judged.metric().within()).toList();
    if (!outside.isEmpty()) {
      return new Verdict(
          Kind.DRIFT,
          "drift: "
              + outside.get(0).text()
              + (outside.size() > 1 ? " and " + (outside.size() - 1) + " more metrics" : "")
              + "; "
              + cause);
    }
    String largest =
        metrics.stream()
            .filter(judged -> judged.share() > 0)
            .findFirst()
            .map(Judged::text)
            .orElse("all metrics equal");
    return new Verdict(
        Kind.WITHIN_TOLERANCE, "bits differ, metrics within tolerance: " + largest + "; " + cause);
  }

  /** {@code code changed: FIELD: old -> new; environment changed: ...}. */
  private static String named(List<Change> changes) {
    Map<Change.Kind, List<String>> byKind = new LinkedHashMap<>();
    for (Change.Kind kind : Change.Kind.values()) {
      List<String> texts =
          changes.stream().filter(c -> c.kind() == kind).map(Change::text).toList();
      if (!texts.isEmpty()) {
        byKind.put(kind, texts);
      }
    }
    return byKind.entrySet().stream()
        .map(entry -> entry.getKey() + " changed: " + listed(entry.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static String listed(List<String> texts) {
    String first = texts.stream().limit(NAMED).collect(Collectors.joining(", "));
    int more = texts.size() - NAMED;
    return more > 0 ? first + " and " + more + " more" : first;
  }
}
