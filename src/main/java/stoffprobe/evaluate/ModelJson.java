package stoffprobe.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stoffprobe.config.ClassNames;
import stoffprobe.data.Json;
import stoffprobe.engine.Build;
import stoffprobe.predict.ModelFolder;
import stoffprobe.statistics.ConfusionMatrix;

/**
 * {@code model.json}: what a program needs to use a model, in Java or elsewhere. Keys may be added,
 * never renamed. Nothing here differs from one run to the next.
 */
final class ModelJson {

  private ModelJson() {}

  /**
   * Writes a new file.
   *
   * @param files SHA-256 of the folder's other files
   */
  static void write(
      Path folder, Described described, EvaluatedModel model, Map<String, String> files)
      throws IOException {
    Experiment experiment = described.experiment();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", ModelFolder.SCHEMA);
    json.put("model", model.name());
    json.put("pipeline", experiment.pipeline());
    json.put("title", experiment.title());
    experiment.license().ifPresent(license -> json.put("license", license));
    json.put("seed", experiment.seed());
    json.put("tensorflow", Build.property("tensorflow"));
    json.put("input", input(described));
    json.put("output", output(experiment.classes().count()));
    json.put("classes", classes(experiment.classes(), model.confusion()));
    json.put("parameters", model.trained().parameters());
    json.put("weights_sha256", model.trained().weightsSha256());
    json.put("training_images", described.trainingImages());
    json.put("test_images", model.predictions().count());
    json.put("metrics", MetricsJson.model(model));
    json.put("familiarity", familiarity(described));
    json.put("files", files);
    Json.write(folder.resolve(ModelFolder.DESCRIPTION), json);
  }

  private static Map<String, Object> input(Described described) {
    Described.Input input = described.input();
    Map<String, Object> normalization = new LinkedHashMap<>();
    normalization.put("scale", input.normalization().scale());
    normalization.put("mean", input.normalization().mean().plain());
    normalization.put("std", input.normalization().std().plain());
    normalization.put("rule", "(pixel / scale - mean) / std, done inside the saved model");
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("signature", "serving_default");
    json.put("name", "images");
    json.put("type", "uint8");
    List<Integer> shape = new ArrayList<>(List.of(-1));
    shape.addAll(input.sizes());
    json.put("shape", shape);
    json.put("height", input.height());
    json.put("width", input.width());
    json.put("normalization", normalization);
    json.put("invert", described.experiment().invert().word());
    json.put("pictures", PictureText.rule(described.experiment().invert(), input.colour()));
    return json;
  }

  private static Map<String, Object> output(int classes) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("logits", List.of(-1, classes));
    json.put("probabilities", List.of(-1, classes));
    json.put("class", List.of(-1));
    return json;
  }

  private static List<Map<String, Object>> classes(ClassNames names, ConfusionMatrix confusion) {
    List<Map<String, Object>> classes = new ArrayList<>();
    for (int c = 0; c < names.count(); c++) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("index", c);
      json.put("de", names.de().get(c));
      json.put("en", names.en().get(c));
      json.put("precision", confusion.precision(c));
      json.put("recall", confusion.recall(c));
      json.put("f1", confusion.f1(c));
      classes.add(json);
    }
    return classes;
  }

  private static Map<String, Object> familiarity(Described described) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rule", PictureText.familiarity(described.input().colour()));
    json.put("references", ModelFolder.REFERENCES);
    json.put("limit", described.limit());
    json.put("test_images_within", 0.99);
    return json;
  }
}
