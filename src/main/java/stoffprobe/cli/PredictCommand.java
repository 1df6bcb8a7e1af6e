package stoffprobe.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stoffprobe.config.Invert;
import stoffprobe.config.ModelSettings;
import stoffprobe.config.PipelineFile;
import stoffprobe.config.TrainingSettings.Device;
import stoffprobe.predict.Classification;
import stoffprobe.predict.Classifier;
import stoffprobe.predict.PictureFiles;

/** {@code predict}: classifies images with a trained model. */
@Command(
    name = "predict",
    mixinStandardHelpOptions = true,
    description = {
      "Classify PNG, JPEG or IDX images with a trained model.",
      "Pictures are turned grey and fitted to the size that the model takes. The data set shows",
      "things on black: a picture with a bright border is turned into its negative (see --invert)."
    },
    footer = {
      "",
      "Examples:",
      "  stoffprobe predict shirt.png --model cnn",
      "  stoffprobe predict scans/ --model mlp --json"
    })
final class PredictCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private PipelineOptions options = new PipelineOptions();

  @Parameters(
      paramLabel = "IMAGE",
      arity = "1..*",
      description = "Files, or folders of PNG and JPEG files.")
  private List<Path> images = new ArrayList<>();

  @Option(
      names = "--model",
      required = true,
      paramLabel = "NAME",
      description = "A model of the pipeline file.")
  private String model = "";

  @Option(names = "--json", description = "Print a JSON array, an object an image.")
  private boolean json;

  @Option(
      names = "--invert",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "Negative of a picture: auto (bright border), never, always.")
  private Invert invert = Invert.AUTO;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description = "auto, cpu or gpu (default: the model's training.device).")
  private @Nullable Device device;

  @Override
  public Integer call() throws Exception {
    PipelineFile file = options.read(Optional.empty());
    ModelSettings settings = settings(file);
    Path saved = options.root(file).resolve("4-train-" + model).resolve("saved_model");
    if (!Files.exists(saved)) {
      System.err.println(
          "The model " + model + " is not trained yet: run 'stoffprobe run train-" + model + "'.");
      return Errors.FAILED;
    }
    List<Classification> classifications = new ArrayList<>();
    int classes = file.dataset().classes().count();
    Device wanted = Optional.ofNullable(device).orElse(settings.training().device());
    try (Classifier classifier = Classifier.open(saved, wanted, 0)) {
      if (classifier.classes() != classes) {
        System.err.println(
            saved
                + " knows "
                + classifier.classes()
                + " classes, but the pipeline file names "
                + classes
                + ": run 'stoffprobe run train-"
                + model
                + "'.");
        return Errors.FAILED;
      }
      PictureFiles files = new PictureFiles(classifier.height(), classifier.width(), invert);
      for (PictureFiles.Batch batch : files.read(images)) {
        classifications.addAll(
            Classification.of(
                batch, classifier.probabilities(batch.images()), file.dataset().classes().de()));
      }
    }
    System.out.println(json ? json(classifications) : table(classifications));
    return 0;
  }

  private ModelSettings settings(PipelineFile file) {
    return file.models().stream()
        .filter(settings -> settings.name().equals(model))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "There is no model '"
                        + model
                        + "' in this pipeline. Its models: "
                        + file.models().stream()
                            .map(ModelSettings::name)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  private static String json(List<Classification> classifications) throws Exception {
    return new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValueAsString(classifications.stream().map(Classification::fields).toList());
  }

  private static String table(List<Classification> classifications) {
    return classifications.stream()
        .map(
            c ->
                String.format(
                    Locale.ROOT,
                    "%-40s %5d  %-20s %5.1f %%",
                    c.file(),
                    c.index(),
                    c.className(),
                    100 * c.probability()))
        .collect(Collectors.joining("\n"));
  }
}
