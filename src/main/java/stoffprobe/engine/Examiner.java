package stoffprobe.engine;

import static stoffprobe.engine.Reason.Kind.CODE;
import static stoffprobe.engine.Reason.Kind.ENVIRONMENT;
import static stoffprobe.engine.Reason.Kind.INPUT;
import static stoffprobe.engine.Reason.Kind.PARAMETER;
import static stoffprobe.engine.Reason.Kind.RESULT;
import static stoffprobe.engine.Reason.Kind.UPSTREAM;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides whether a stage has to run, and why: what the manifest recorded is compared field by
 * field with what is true now, and every output is hashed again.
 */
final class Examiner {

  private final Results results;
  private final InputHashes inputHashes;

  Examiner(Layout layout) {
    results = new Results(layout);
    inputHashes = new InputHashes(layout);
  }

  /** Looks at all stages in order. */
  List<Examination> all(List<Stage> stages) throws IOException {
    Map<String, Examination> examined = new LinkedHashMap<>();
    for (Stage stage : stages) {
      examined.put(stage.name(), examine(stage, examined));
    }
    return List.copyOf(examined.values());
  }

  /**
   * Looks at one stage.
   *
   * @param earlier the examinations of the stages that it reads from, by name
   */
  Examination examine(Stage stage, Map<String, Examination> earlier) throws IOException {
    Map<String, String> inputs = inputHashes.now(stage, earlier);
    Environment environment = stage.environment();
    Results.Found found = results.find(stage);
    List<Reason> reasons = new ArrayList<>();
    List<String> notes = List.of();
    if (found.manifest().isPresent()) {
      Manifest manifest = found.manifest().get();
      reasons.addAll(recipe(stage, manifest, inputs, environment, earlier));
      notes = FieldDifferences.between(manifest.environment().noted(), environment.noted());
    }
    found.problems().forEach(problem -> reasons.add(new Reason(RESULT, problem)));
    for (String needed : StageList.needs(stage)) {
      if (stale(earlier, needed)) {
        reasons.add(new Reason(UPSTREAM, "waits for " + needed));
      }
    }
    return new Examination(stage, found.manifest(), inputs, reasons, notes);
  }

  private static List<Reason> recipe(
      Stage stage,
      Manifest manifest,
      Map<String, String> inputs,
      Environment environment,
      Map<String, Examination> earlier) {
    List<Reason> reasons = new ArrayList<>();
    inputs(stage, manifest.inputs(), inputs, earlier)
        .forEach(line -> reasons.add(new Reason(INPUT, line)));
    FieldDifferences.between(manifest.parameters(), stage.parameters())
        .forEach(line -> reasons.add(new Reason(PARAMETER, line)));
    code(manifest.code(), stage.code()).forEach(line -> reasons.add(new Reason(CODE, line)));
    FieldDifferences.between(manifest.environment().decisive(), environment.decisive()).stream()
        .map(line -> line.startsWith("tensorflow: ") ? "TensorFlow" + line.substring(11) : line)
        .forEach(line -> reasons.add(new Reason(ENVIRONMENT, line)));
    return reasons;
  }

  private static List<String> inputs(
      Stage stage,
      Map<String, String> before,
      Map<String, String> now,
      Map<String, Examination> earlier) {
    Set<String> unknown = new HashSet<>();
    earlier.values().stream()
        .filter(upstream -> !upstream.upToDate())
        .forEach(upstream -> unknown.add(upstream.stage().folder()));
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(now.keySet());
    List<String> lines = new ArrayList<>();
    for (String name : names) {
      Optional<String> old = Optional.ofNullable(before.get(name));
      Optional<String> current = Optional.ofNullable(now.get(name));
      boolean external = InputHashes.external(stage, name);
      boolean waiting = unknown.contains(name.substring(0, Math.max(0, name.indexOf('/'))));
      boolean told = external ? current.isPresent() : !waiting;
      if (told && !old.equals(current)) {
        lines.add(external ? externalChange(name, old, current) : change(name, old, current));
      }
    }
    return lines;
  }

  private static String change(String name, Optional<String> old, Optional<String> current) {
    if (old.isEmpty()) {
      return name + " is new";
    }
    return name + (current.isEmpty() ? " is gone" : " changed");
  }

  private static String externalChange(
      String name, Optional<String> old, Optional<String> current) {
    return name + ": " + FieldDifferences.hashes(old.orElse("unknown"), current.orElse("unknown"));
  }

  private static List<String> code(Map<String, String> before, Map<String, String> now) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(now.keySet());
    List<String> lines = new ArrayList<>();
    for (String name : names) {
      String old = before.getOrDefault(name, "absent");
      String current = now.getOrDefault(name, "absent");
      if (!old.equals(current)) {
        lines.add("code " + name + ": " + FieldDifferences.hashes(old, current));
      }
    }
    return lines;
  }

  private static boolean stale(Map<String, Examination> earlier, String stage) {
    Examination examination = earlier.get(stage);
    return examination == null || !examination.upToDate();
  }
}
