package stoffprobe.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import stoffprobe.report.facts.Run;
import stoffprobe.report.facts.StageRun;

/** With what the stages ran: versions and machine, field by field. */
public record Provenance(Run run) {

  /**
   * One value of a field.
   *
   * @param stages those that ran with it; empty if all did that record the field
   */
  public record Field(String name, String value, List<String> stages) {}

  private static final int SHOWN_DIGITS = 12;

  /** All that of the pipeline file the results depend on. */
  public List<Field> parameters() {
    return fields(StageRun::parameters);
  }

  /** What surrounded the stages. */
  public List<Field> environment() {
    return fields(StageRun::environment);
  }

  /** The versions of the code, hashes by their first digits: the manifests hold them in full. */
  public List<Field> code() {
    return fields(StageRun::code).stream()
        .map(field -> new Field(field.name(), abbreviated(field.value()), field.stages()))
        .toList();
  }

  /** A hash by its first digits; anything else as it is. */
  public static String abbreviated(String version) {
    return version.matches("[0-9a-f]{64}") ? version.substring(0, SHOWN_DIGITS) + "…" : version;
  }

  private List<Field> fields(Function<StageRun, Map<String, String>> part) {
    Map<String, Map<String, Set<String>>> stagesByValue = new LinkedHashMap<>();
    for (StageRun stage : run.stages()) {
      part.apply(stage)
          .forEach(
              (name, value) ->
                  stagesByValue
                      .computeIfAbsent(name, n -> new LinkedHashMap<>())
                      .computeIfAbsent(value, v -> new LinkedHashSet<>())
                      .add(stage.stage()));
    }
    List<Field> fields = new ArrayList<>();
    stagesByValue.forEach(
        (name, values) ->
            values.forEach(
                (value, stages) ->
                    fields.add(
                        new Field(
                            name, value, values.size() == 1 ? List.of() : List.copyOf(stages)))));
    return fields;
  }
}
