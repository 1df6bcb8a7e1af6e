package stoffprobe.nightly.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import stoffprobe.nightly.Night;
import stoffprobe.nightly.StageResult;
import stoffprobe.nightly.Trial;

/** What surrounded the run of a night. */
public record EnvironmentTable(Night night) {

  /**
   * A value that stages recorded.
   *
   * @param stages those that did; empty if all did that have the field
   */
  public record Field(String name, String value, List<String> stages) {

    public Field {
      stages = List.copyOf(stages);
    }
  }

  /**
   * A fact of the machine.
   *
   * @param baseline its value in the baseline; empty if it had none
   */
  public record Fact(String name, String value, Optional<String> baseline) {

    public boolean same() {
      return baseline.map(value::equals).orElse(false);
    }
  }

  /** The environment of the stages, a row a value. */
  public List<Field> fields() {
    Map<String, Map<String, List<String>>> stages = new LinkedHashMap<>();
    for (StageResult stage : trial().map(Trial::stages).orElse(List.of())) {
      stage
          .environment()
          .forEach(
              (name, value) ->
                  stages
                      .computeIfAbsent(name, n -> new LinkedHashMap<>())
                      .computeIfAbsent(value, v -> new ArrayList<>())
                      .add(stage.stage()));
    }
    List<Field> fields = new ArrayList<>();
    stages.forEach(
        (name, values) ->
            values.forEach(
                (value, where) ->
                    fields.add(new Field(name, value, values.size() == 1 ? List.of() : where))));
    return List.copyOf(fields);
  }

  /** The facts of tonight and of the baseline; one that is gone has an empty value. */
  public List<Fact> facts() {
    Map<String, String> now = trial().map(Trial::machine).orElse(Map.of());
    Map<String, String> before =
        Optional.ofNullable(night.baseline()).map(Night.Reference::machine).orElse(Map.of());
    Set<String> names = new LinkedHashSet<>(now.keySet());
    names.addAll(before.keySet());
    return names.stream()
        .map(
            name ->
                new Fact(name, now.getOrDefault(name, ""), Optional.ofNullable(before.get(name))))
        .toList();
  }

  private Optional<Trial> trial() {
    return Optional.ofNullable(night.trial());
  }
}
