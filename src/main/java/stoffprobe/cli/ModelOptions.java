package stoffprobe.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import stoffprobe.config.InvalidPipelineException;
import stoffprobe.config.Invert;
import stoffprobe.config.ModelSettings;
import stoffprobe.config.PipelineFile;
import stoffprobe.config.TrainingSettings.Device;
import stoffprobe.engine.StageException;
import stoffprobe.predict.Classifier;
import stoffprobe.predict.ModelFolder;

/** Which trained model a command uses: one of a pipeline, or one that was carried away. */
final class ModelOptions {

  @Mixin private PipelineOptions pipeline = new PipelineOptions();

  @Option(names = "--model", paramLabel = "NAME", description = "A model of the pipeline file.")
  private @Nullable String model;

  @Option(
      names = "--model-folder",
      paramLabel = "DIR",
      description = "A model's folder, wherever it is (from OUTPUT/<pipeline>/5-evaluate/models).")
  private @Nullable Path folder;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description = "auto, cpu or gpu (default: the model's training.device, or auto).")
  private @Nullable Device device;

  /**
   * An opened model.
   *
   * @param name as a person calls it
   * @param folder its description, if it was evaluated
   * @param invert which pictures are turned into their negatives where nobody says otherwise
   */
  record Opened(String name, Classifier classifier, Optional<ModelFolder> folder, Invert invert)
      implements AutoCloseable {

    @Override
    public void close() {
      classifier.close();
    }
  }

  /**
   * A model that can be opened.
   *
   * @param name as a person calls it
   * @param path a model folder or a saved model
   * @param folder its description, if it was evaluated
   * @param invert which pictures are turned into their negatives where nobody says otherwise; none
   *     if the model turns out to see colour
   * @param lack what it can't tell; a person should know who uses it
   */
  record Chosen(
      String name,
      Path path,
      Classifier.Options options,
      Optional<ModelFolder> folder,
      Invert invert,
      Optional<String> lack) {

    Opened open() throws IOException {
      Classifier classifier = Classifier.open(path, options);
      warn();
      return new Opened(name, classifier, folder, classifier.colour() ? Invert.NEVER : invert);
    }

    /** Says on stderr what it can't tell. */
    void warn() {
      lack.ifPresent(System.err::println);
    }
  }

  /** Opens the model; says on stderr if it can't tell what is unlike its training images. */
  Opened open(CommandSpec spec) throws IOException, InvalidPipelineException, StageException {
    return choose(spec).open();
  }

  /** Finds the model. */
  Chosen choose(CommandSpec spec) throws IOException, InvalidPipelineException, StageException {
    if ((model == null) == (folder == null)) {
      throw new ParameterException(
          spec.commandLine(),
          "Which model? Name one of the pipeline with --model, or its folder with --model-folder.");
    }
    return folder != null ? carried(folder) : ofPipeline(spec, String.valueOf(model));
  }

  private Chosen carried(Path path) throws IOException {
    Classifier.Options options =
        new Classifier.Options(
            Optional.ofNullable(device).orElse(Device.AUTO), 0, Optional.empty());
    Optional<ModelFolder> known =
        ModelFolder.is(path) ? Optional.of(ModelFolder.read(path)) : Optional.empty();
    Optional<String> lack =
        known.isEmpty() && Files.exists(path.resolve("saved_model.pb"))
            ? Optional.of(
                path
                    + " is a bare saved model: classes have no names, and no image is called"
                    + " unlike.")
            : Optional.empty();
    return new Chosen(
        known.map(ModelFolder::model).orElse(path.toString()),
        path,
        options,
        known,
        known.map(ModelFolder::invert).orElse(Invert.AUTO),
        lack);
  }

  private Chosen ofPipeline(CommandSpec spec, String name)
      throws IOException, InvalidPipelineException, StageException {
    PipelineFile file = pipeline.read(Optional.empty());
    ModelSettings settings = settings(spec, file, name);
    Path trained = pipeline.root(file).resolve("4-train-" + name);
    Path saved = trained.resolve("saved_model");
    if (!Files.exists(saved)) {
      throw new StageException(
          "The model " + name + " is not trained yet: run 'stoffprobe run train-" + name + "'.");
    }
    int classes = file.dataset().classes().count();
    Optional<ModelFolder> known =
        evaluated(pipeline.root(file).resolve("5-evaluate/models").resolve(name), trained)
            .filter(evaluated -> evaluated.classes().count() == classes);
    Classifier.Options options =
        new Classifier.Options(
            Optional.ofNullable(device).orElse(settings.training().device()),
            0,
            Optional.of(file.dataset().classes().de()));
    Optional<String> lack =
        known.isEmpty()
            ? Optional.of(
                "The model "
                    + name
                    + " is not evaluated since its training, so no image is called unlike its"
                    + " training images: run 'stoffprobe run evaluate'.")
            : Optional.empty();
    return new Chosen(
        name,
        known.map(ModelFolder::path).orElse(saved),
        options,
        known,
        file.dataset().invert(),
        lack);
  }

  /** The model's folder, if it holds the weights of the last training. */
  private static Optional<ModelFolder> evaluated(Path folder, Path trained) throws IOException {
    Path training = trained.resolve("training.json");
    if (!ModelFolder.is(folder) || !Files.exists(training)) {
      return Optional.empty();
    }
    String weights = new ObjectMapper().readTree(training.toFile()).path("weights_sha256").asText();
    return Optional.of(ModelFolder.read(folder))
        .filter(known -> known.weightsSha256().equals(weights));
  }

  private static ModelSettings settings(CommandSpec spec, PipelineFile file, String name) {
    return file.models().stream()
        .filter(settings -> settings.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "There is no model '"
                        + name
                        + "' in this pipeline. Its models: "
                        + file.models().stream()
                            .map(ModelSettings::name)
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
