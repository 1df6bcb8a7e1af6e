package stoffprobe.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The stages of a pipeline in order: each reads from earlier ones alone. */
final class StageList {

  private static final Pattern FOLDER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*");

  private final List<Stage> stages;
  private final Map<String, Stage> byName;

  /**
   * @throws IllegalArgumentException if two stages share a name or a folder, a folder's name could
   *     be a path, or a stage reads from one that does not come before it
   */
  StageList(List<Stage> stages) {
    this.stages = List.copyOf(stages);
    Set<String> names = new HashSet<>();
    Set<String> folders = new HashSet<>();
    for (Stage stage : stages) {
      require(FOLDER.matcher(stage.folder()).matches(), stage, "can't write to " + stage.folder());
      for (String needed : needs(stage)) {
        require(names.contains(needed), stage, "reads from " + needed + ", no earlier stage");
      }
      require(names.add(stage.name()), stage, "exists twice");
      require(folders.add(stage.folder()), stage, "shares the folder " + stage.folder());
    }
    byName = stages.stream().collect(Collectors.toMap(Stage::name, Function.identity()));
  }

  List<Stage> all() {
    return stages;
  }

  List<String> names() {
    return stages.stream().map(Stage::name).toList();
  }

  /**
   * The stage of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists all names
   */
  Stage named(String name) {
    Stage stage = byName.get(name);
    if (stage == null) {
      throw new IllegalArgumentException(
          "There is no stage " + name + ". The stages are " + String.join(", ", names()) + ".");
    }
    return stage;
  }

  /** The stages of these names and all that they need, in order; without names all. */
  List<Stage> withNeeds(List<String> names) {
    if (names.isEmpty()) {
      return stages;
    }
    Set<String> wanted = new HashSet<>();
    names.forEach(name -> wanted.add(named(name).name()));
    List<Stage> chosen = new ArrayList<>();
    for (int i = stages.size() - 1; i >= 0; i--) {
      Stage stage = stages.get(i);
      if (wanted.contains(stage.name())) {
        chosen.add(0, stage);
        wanted.addAll(needs(stage));
      }
    }
    return chosen;
  }

  /** The names of the stages that a stage reads from. */
  static Set<String> needs(Stage stage) {
    Set<String> needs = new LinkedHashSet<>();
    for (Input input : stage.inputs()) {
      if (input instanceof Input.StageFiles files) {
        needs.add(files.stage());
      }
    }
    return needs;
  }

  private static void require(boolean holds, Stage stage, String problem) {
    if (!holds) {
      throw new IllegalArgumentException("Stage " + stage.name() + " " + problem + ".");
    }
  }
}
