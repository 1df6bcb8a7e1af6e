package stoffprobe.nightly;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import stoffprobe.engine.FieldDifferences;

/** What two runs were made from differently; a field that several stages share is named once. */
final class Changes {

  private static final Pattern DATA_HASH = Pattern.compile("dataset\\.files\\..*\\.sha256");
  private static final String FLAGS = "processor-flags";

  private final Map<String, Change> found = new LinkedHashMap<>();

  private Changes() {}

  /** In the order of tonight's stages: data, parameters, environment and code of each. */
  static List<Change> between(Trial baseline, Trial tonight) {
    Changes changes = new Changes();
    Map<String, StageResult> before = byName(baseline);
    for (StageResult now : tonight.stages()) {
      StageResult old = before.remove(now.stage());
      if (old == null) {
        changes.add(Change.Kind.PARAMETERS, now.stage(), now.stage() + ": absent -> present");
      } else {
        changes.stage(old, now);
      }
    }
    before
        .keySet()
        .forEach(gone -> changes.add(Change.Kind.PARAMETERS, gone, gone + ": present -> absent"));
    changes.machine(baseline, tonight);
    return List.copyOf(changes.found.values());
  }

  private void stage(StageResult old, StageResult now) {
    Map<String, Object> data = new TreeMap<>(now.parameters());
    data.keySet().removeIf(key -> !DATA_HASH.matcher(key).matches());
    Map<String, Object> oldData = new TreeMap<>(old.parameters());
    oldData.keySet().removeIf(key -> !DATA_HASH.matcher(key).matches());
    hashes(Change.Kind.DATA, now.stage(), oldData, data);
    hashes(Change.Kind.DATA, now.stage(), old.sources(), now.sources());
    Map<String, Object> parameters = new TreeMap<>(now.parameters());
    parameters.keySet().removeAll(data.keySet());
    Map<String, Object> oldParameters = new TreeMap<>(old.parameters());
    oldParameters.keySet().removeAll(oldData.keySet());
    fields(Change.Kind.PARAMETERS, now.stage(), oldParameters, parameters);
    fields(Change.Kind.ENVIRONMENT, now.stage(), old.environment(), now.environment());
    hashes(Change.Kind.CODE, now.stage(), old.code(), now.code());
  }

  private void machine(Trial baseline, Trial tonight) {
    String first = tonight.stages().isEmpty() ? "" : tonight.stages().get(0).stage();
    Map<String, String> old = new TreeMap<>(baseline.machine());
    Map<String, String> now = new TreeMap<>(tonight.machine());
    old.remove(Machine.PIPELINE_FILE);
    now.remove(Machine.PIPELINE_FILE);
    flags(old.remove(FLAGS), now.remove(FLAGS))
        .ifPresent(text -> add(Change.Kind.ENVIRONMENT, first, text));
    Optional.ofNullable(old.remove("version"))
        .filter(version -> !version.equals(now.get("version")))
        .ifPresent(
            version ->
                add(Change.Kind.CODE, first, "version: " + version + " -> " + now.get("version")));
    now.remove("version");
    fields(Change.Kind.ENVIRONMENT, first, old, now);
  }

  /** Only the flags that came and went, for there are a hundred. */
  private static Optional<String> flags(@Nullable String old, @Nullable String now) {
    Set<String> before = words(old);
    Set<String> after = words(now);
    Set<String> gone = new TreeSet<>(before);
    gone.removeAll(after);
    Set<String> come = new TreeSet<>(after);
    come.removeAll(before);
    return gone.isEmpty() && come.isEmpty()
        ? Optional.empty()
        : Optional.of(FLAGS + ": " + listed(gone) + " -> " + listed(come));
  }

  private static Set<String> words(@Nullable String text) {
    return text == null ? Set.of() : new TreeSet<>(Arrays.asList(text.split(" ")));
  }

  private static String listed(Set<String> flags) {
    return flags.isEmpty() ? "none" : String.join(" ", flags);
  }

  private void fields(Change.Kind kind, String stage, Map<String, ?> old, Map<String, ?> now) {
    FieldDifferences.between(old, now).forEach(text -> add(kind, stage, text));
  }

  private void hashes(Change.Kind kind, String stage, Map<String, ?> old, Map<String, ?> now) {
    Set<String> names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    for (String name : names) {
      String before = String.valueOf(Optional.<Object>ofNullable(old.get(name)).orElse("absent"));
      String after = String.valueOf(Optional.<Object>ofNullable(now.get(name)).orElse("absent"));
      if (!before.equals(after)) {
        add(kind, stage, name + ": " + FieldDifferences.hashes(before, after));
      }
    }
  }

  private void add(Change.Kind kind, String stage, String text) {
    found.putIfAbsent(kind + " " + text, new Change(kind, stage, text));
  }

  private static Map<String, StageResult> byName(Trial trial) {
    Map<String, StageResult> stages = new LinkedHashMap<>();
    trial.stages().forEach(stage -> stages.put(stage.stage(), stage));
    return stages;
  }
}
