package stoffprobe.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import stoffprobe.config.Invert;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.Sha256;
import stoffprobe.engine.Environment;
import stoffprobe.engine.Input;
import stoffprobe.engine.Progress;
import stoffprobe.engine.Stage;
import stoffprobe.engine.StageException;
import stoffprobe.engine.Workspace;
import stoffprobe.statistics.ConfusionMatrix;
import stoffprobe.statistics.Predictions;

/**
 * The fifth stage: what each model says of the test images, how often and how surely it is right,
 * and which of two models is better.
 *
 * @param experiment what all models have in common
 * @param subjects the models in the order of the pipeline file, at least one
 * @param opener opens a saved model
 * @param code the versions of the code that computes the result
 * @param environment what surrounds the stage
 * @param nanoTime a clock, for how fast the models answer
 */
public record Evaluate(
    Experiment experiment,
    List<Subject> subjects,
    ProbabilityModel.Opener opener,
    Map<String, String> code,
    Environment environment,
    LongSupplier nanoTime)
    implements Stage {

  public static final String NAME = "evaluate";
  public static final String FOLDER = "5-evaluate";

  private static final Logger LOG = LogManager.getLogger();

  public Evaluate {
    subjects = List.copyOf(subjects);
    code = Map.copyOf(code);
    if (subjects.isEmpty()) {
      throw new IllegalArgumentException("no model to evaluate");
    }
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
    List<Input> inputs = new ArrayList<>();
    inputs.add(new Input.StageFiles("preprocess", "test-*.npy"));
    inputs.add(new Input.StageFiles("preprocess", "train-images.npy"));
    inputs.add(new Input.StageFiles("preprocess", "normalization.json"));
    for (Subject subject : subjects) {
      inputs.add(new Input.StageFiles(subject.stage(), "saved_model/**"));
      inputs.add(new Input.StageFiles(subject.stage(), "training.json"));
      inputs.add(new Input.StageFiles(subject.stage(), "history.csv"));
      inputs.add(new Input.StageFiles(subject.stage(), FilterFiles.KERNEL));
      inputs.add(new Input.StageFiles(subject.stage(), FilterFiles.BIAS));
    }
    return inputs;
  }

  @Override
  public Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("pipeline", experiment.pipeline());
    parameters.put("seed", experiment.seed());
    parameters.put("dataset.title", experiment.title());
    experiment.license().ifPresent(license -> parameters.put("dataset.license", license));
    parameters.put("dataset.classes.de", experiment.classes().de());
    parameters.put("dataset.classes.en", experiment.classes().en());
    if (experiment.invert() != Invert.AUTO) {
      parameters.put("dataset.invert", experiment.invert().word());
    }
    // Which models, not in which order: the order of keys in the file makes no result stale.
    for (Subject subject : subjects) {
      parameters.put("models." + subject.model() + ".training.batch", subject.batch());
    }
    return parameters;
  }

  @Override
  public void run(Workspace workspace) throws IOException, StageException {
    LabelledImages test = TestSet.read(workspace, experiment.classes().count());
    List<EvaluatedModel> models = new ArrayList<>();
    try (Progress.Task task = workspace.progress().start("Evaluate", subjects.size(), "models")) {
      for (Subject subject : subjects) {
        EvaluatedModel model = evaluate(subject, test, workspace);
        LOG.info(LogLine.of(model));
        LOG.info(LogLine.ofTiming(model));
        new FilterFiles(workspace, test, experiment.classes().count()).write(subject);
        models.add(model);
        task.advance(1);
      }
    }
    List<EvaluatedPair> pairs = EvaluatedPair.all(models);
    pairs.forEach(pair -> LOG.info(LogLine.of(pair)));
    write(workspace, models, pairs);
    ModelFolders.write(workspace, experiment, subjects, test, models);
  }

  private void write(Workspace workspace, List<EvaluatedModel> models, List<EvaluatedPair> pairs)
      throws IOException {
    List<String> names = experiment.classes().de();
    List<Example> examples = ExampleImages.of(experiment.seed(), models, pairs);
    PerClassCsv.write(workspace.output("per-class.csv"), models, names);
    ClassComparisonsCsv.write(workspace.output("class-comparisons.csv"), pairs, names);
    ReliabilityCsv.write(workspace.output("reliability.csv"), models);
    CoverageCsv.write(workspace.output("coverage.csv"), models);
    ExamplesCsv.write(workspace.output("examples.csv"), examples);
    TimingJson.write(workspace.output("timing.json"), models);
    MetricsJson.write(
        workspace.output("metrics.json"), experiment.pipeline(), experiment.seed(), models, pairs);
  }

  private EvaluatedModel evaluate(Subject subject, LabelledImages test, Workspace workspace)
      throws IOException, StageException {
    String name = subject.model();
    TrainedModel trained = TrainedModel.read(workspace.root().resolve(subject.folder()));
    Path folder = workspace.input(subject.folder(), "saved_model");
    Predictions predictions;
    Timing timing;
    try (ProbabilityModel model = opener.open(folder, subject.device())) {
      predictions = TestPredictions.of(model, subject, test, experiment.classes().count());
      timing = Timing.measure(model, test.images(), nanoTime);
    }
    ConfusionMatrix confusion = ConfusionMatrix.of(predictions);
    Path csv = workspace.output("predictions-" + name + ".csv");
    PredictionsCsv.write(csv, predictions);
    ConfusionCsv.write(workspace.output("confusion-" + name + ".csv"), confusion);
    return new EvaluatedModel(
        name, subject.batch(), trained, predictions, confusion, sha256(csv), timing);
  }

  private static String sha256(Path file) throws IOException {
    return HexFormat.of().formatHex(Sha256.start().digest(Files.readAllBytes(file)));
  }
}
