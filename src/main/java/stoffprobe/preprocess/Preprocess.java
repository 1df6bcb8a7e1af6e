package stoffprobe.preprocess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import stoffprobe.config.PreprocessSettings;
import stoffprobe.data.Images;
import stoffprobe.data.Json;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.Npy;
import stoffprobe.data.Split;
import stoffprobe.engine.Environment;
import stoffprobe.engine.Input;
import stoffprobe.engine.Stage;
import stoffprobe.engine.StageException;
import stoffprobe.engine.Workspace;

/**
 * Prepares what training feeds: the arrays of each split, still uint8 (the network normalises them
 * itself, so that nobody who loads it can forget to), {@code normalization.json}, and {@code
 * leakage.json} on images that stand in two splits.
 *
 * @param source the stage that reads the data set
 * @param sourceFolder its folder
 * @param seed what a validation split is drawn by
 */
public record Preprocess(
    String source,
    String sourceFolder,
    long seed,
    PreprocessSettings settings,
    Map<String, String> code,
    Environment environment)
    implements Stage {

  public static final String NAME = "preprocess";
  public static final String FOLDER = "3-preprocess";

  private static final Logger LOG = LogManager.getLogger();
  private static final int SCALE = 255;

  public Preprocess {
    code = Map.copyOf(code);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String folder() {
    return FOLDER;
  }

  @Override
  public List<Input> inputs() {
    return List.of(new Input.StageFiles(source, "*.npy"));
  }

  /** The seed counts only where something is drawn by it. */
  @Override
  public Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("preprocess.mean", settings.mean().plain());
    parameters.put("preprocess.std", settings.std().plain());
    parameters.put("preprocess.validation", settings.validation());
    if (settings.validation() > 0) {
      parameters.put("seed", seed);
    }
    return parameters;
  }

  @Override
  public void run(Workspace workspace) throws IOException, StageException {
    Path from = workspace.root().resolve(sourceFolder);
    if (settings.validation() > 0) {
      divide(Split.TRAIN.read(from), workspace);
    } else {
      copy(Split.TRAIN, from, workspace);
    }
    copy(Split.TEST, from, workspace);
    Map<String, Object> normalization = new LinkedHashMap<>();
    normalization.put("scale", SCALE);
    normalization.put("mean", settings.mean().plain());
    normalization.put("std", settings.std().plain());
    Json.write(workspace.output("normalization.json"), normalization);
    Json.write(workspace.output("leakage.json"), leakage(workspace.staging()).entries());
    LOG.info("Normalisation: (x / {} - {}) / {}", SCALE, settings.mean(), settings.std());
  }

  private void divide(LabelledImages train, Workspace workspace)
      throws IOException, StageException {
    HoldOut holdOut = HoldOut.stratified(train.labels(), settings.validation(), seed);
    LOG.info(
        "{} training images, {} held out for validation",
        holdOut.kept().size(),
        holdOut.heldOut().size());
    write(train, holdOut.kept(), Split.TRAIN, workspace);
    write(train, holdOut.heldOut(), Split.VALIDATION, workspace);
  }

  private static void write(
      LabelledImages from, List<Integer> chosen, Split split, Workspace workspace)
      throws IOException {
    int[] indices = chosen.stream().mapToInt(Integer::intValue).toArray();
    Npy.write(workspace.output(split.imagesFile()), from.images(), indices);
    Npy.write(workspace.output(split.labelsFile()), from.labels().select(indices));
  }

  private static void copy(Split split, Path from, Workspace workspace) throws IOException {
    for (String file : List.of(split.imagesFile(), split.labelsFile())) {
      Files.copy(from.resolve(file), workspace.output(file));
    }
  }

  private Leakage leakage(Path staging) throws IOException {
    Map<Split, Images> splits = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      if (split != Split.VALIDATION || settings.validation() > 0) {
        splits.put(split, Npy.readImages(staging.resolve(split.imagesFile())));
      }
    }
    Leakage leakage = Leakage.between(splits);
    leakage.log();
    return leakage;
  }
}
