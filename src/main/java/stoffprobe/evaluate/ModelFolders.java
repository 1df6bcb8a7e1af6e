package stoffprobe.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import stoffprobe.data.Images;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.Npy;
import stoffprobe.data.Sha256;
import stoffprobe.engine.Workspace;
import stoffprobe.model.NormalizationJson;
import stoffprobe.predict.Familiarity;
import stoffprobe.predict.ModelFolder;

/**
 * Writes {@code models/<model>/}, a folder a model that can be carried away and used without the
 * pipeline. It stands here and not with the training, as the names of the classes are known here:
 * another name must not train a network again.
 */
final class ModelFolders {

  private static final String PREPROCESSED = "3-preprocess";

  private ModelFolders() {}

  /** Writes the folders of all models. */
  static void write(
      Workspace workspace,
      Experiment experiment,
      List<Subject> subjects,
      LabelledImages test,
      List<EvaluatedModel> models)
      throws IOException {
    Images training = Npy.readImages(workspace.input(PREPROCESSED, "train-images.npy"));
    Images references = Familiarity.references(training);
    Described described =
        new Described(
            experiment,
            new Described.Input(
                test.images().height(),
                test.images().width(),
                test.images().channels(),
                NormalizationJson.read(workspace.input(PREPROCESSED, "normalization.json"))),
            Familiarity.limit(references, test.images()),
            training.count());
    for (int i = 0; i < models.size(); i++) {
      EvaluatedModel model = models.get(i);
      Path folder = Files.createDirectories(workspace.output("models").resolve(model.name()));
      copy(workspace.input(subjects.get(i).folder(), ModelFolder.SAVED_MODEL), folder);
      Npy.write(folder.resolve(ModelFolder.REFERENCES), references);
      for (CardLanguage language : CardLanguage.values()) {
        String card = new ModelCard(described, model, language).text();
        Files.writeString(folder.resolve(language.file()), card);
      }
      ModelJson.write(folder, described, model, hashes(folder));
    }
  }

  private static void copy(Path savedModel, Path folder) throws IOException {
    for (Path file : files(savedModel)) {
      Path copy = folder.resolve(ModelFolder.SAVED_MODEL).resolve(savedModel.relativize(file));
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
  }

  /** SHA-256 of all that is in the folder so far, by path with slashes. */
  private static Map<String, String> hashes(Path folder) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    for (Path file : files(folder)) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      byte[] digest = Sha256.start().digest(Files.readAllBytes(file));
      hashes.put(name, HexFormat.of().formatHex(digest));
    }
    return hashes;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
