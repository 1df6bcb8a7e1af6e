package stoffprobe.sweep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import stoffprobe.engine.Canonical;
import stoffprobe.engine.Manifest;
import stoffprobe.engine.OutputFile;
import stoffprobe.engine.Sha256;
import stoffprobe.engine.Stage;

/** All that decides a run's result, as one hash: without it, each look would start a process. */
final class RunRecipe {

  /** No run needs these. */
  private static final Set<String> UNUSED = Set.of("explore", "report");

  private final Map<String, Object> data = new TreeMap<>();

  /**
   * @param prepared the data that every run begins with
   */
  RunRecipe(Path prepared) throws IOException {
    for (String folder : PreparedData.FOLDERS) {
      for (OutputFile file :
          Manifest.read(prepared.resolve(folder).resolve(Manifest.FILE)).outputs()) {
        if (!file.path().equals("source.json")) { // tells when and from where
          data.put(folder + "/" + file.path(), file.sha256());
        }
      }
    }
  }

  /** The hash of a run with these stages. */
  String of(List<Stage> stages) {
    Map<String, Object> recipe = new TreeMap<>();
    recipe.put("data", data);
    for (Stage stage : stages) {
      if (!UNUSED.contains(stage.name())) {
        recipe.put(
            stage.name(),
            Map.of(
                "parameters",
                stage.parameters(),
                "code",
                stage.code(),
                "environment",
                stage.environment().decisive()));
      }
    }
    return Sha256.of(Canonical.json(recipe).getBytes(StandardCharsets.UTF_8));
  }
}
