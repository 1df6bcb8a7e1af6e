package stoffprobe.train;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import stoffprobe.config.Architecture;
import stoffprobe.config.ModelSettings;
import stoffprobe.config.Shape;
import stoffprobe.config.TrainingSettings;
import stoffprobe.data.Images;
import stoffprobe.engine.Environment;
import stoffprobe.engine.Input;
import stoffprobe.engine.Stage;
import stoffprobe.engine.StageException;
import stoffprobe.engine.Workspace;
import stoffprobe.model.Backend;
import stoffprobe.model.Initialisation;
import stoffprobe.model.Normalization;
import stoffprobe.model.NormalizationJson;
import stoffprobe.model.Optimization;
import stoffprobe.model.ParameterSpec;
import stoffprobe.model.SavedNetwork;
import stoffprobe.model.TrainingGraph;
import stoffprobe.model.Weights;

/**
 * The stage {@code train-<model>}: from arrays and a layer list to history, weights and a saved
 * model.
 *
 * @param classes the number of classes, k
 * @param seed where initial weights, orders and dropout come from
 * @param deviceName the processor or card, as the log and the record name it
 * @param nanoTime a clock that only goes forward
 */
public record Train(
    ModelSettings model,
    int classes,
    long seed,
    Map<String, String> code,
    Environment environment,
    String deviceName,
    LongSupplier nanoTime)
    implements Stage {

  private static final Logger LOG = LogManager.getLogger();

  @Override
  public String name() {
    return "train-" + model.name();
  }

  @Override
  public String folder() {
    return "4-train-" + model.name();
  }

  @Override
  public List<Input> inputs() {
    return List.of(
        new Input.StageFiles("preprocess", "*.npy"),
        new Input.StageFiles("preprocess", "normalization.json"));
  }

  @Override
  public Map<String, Object> parameters() {
    TrainingSettings training = model.training();
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("seed", seed);
    parameters.put("dataset.classes", classes);
    parameters.put("training.epochs", training.epochs());
    parameters.put("training.batch", training.batch());
    parameters.put("training.optimizer", MoreParameters.word(training.optimizer()));
    parameters.put("training.learning-rate", training.learningRate());
    parameters.putAll(MoreParameters.of(training));
    parameters.put("models." + model.name() + ".layers", LayerParameters.of(model.layers()));
    return parameters;
  }

  @Override
  public void run(Workspace workspace) throws IOException, StageException {
    long start = nanoTime.getAsLong();
    TrainingData data = TrainingData.read(workspace);
    Normalization normalization =
        NormalizationJson.read(workspace.input("3-preprocess", "normalization.json"));
    Images images = data.train().images();
    new Divergence(model.training().learningRate()).inputs(normalization, images.channels());
    Architecture architecture =
        Architecture.of(
            new Shape.Image(images.height(), images.width(), images.channels()), model.layers());
    List<String> table = ArchitectureText.lines(architecture);
    table.forEach(LOG::info);
    Files.writeString(workspace.output("architecture.txt"), String.join("\n", table) + "\n");

    TrainingSettings training = model.training();
    Backend backend = Backend.start(training.device(), training.threads());
    LOG.info(
        "Device: {} ({}), {} threads, {} shards",
        backend.device(),
        deviceName,
        backend.threads(),
        training.shards());
    Weights initial = Initialisation.draw(ParameterSpec.of(architecture), seed);
    LearningRates rates = LearningRates.of(training, data.train().count());
    TrainingGraph.Recipe recipe =
        new TrainingGraph.Recipe(
            optimization(training), rates, training.shards(), training.more().augmentation());
    List<Epoch> history;
    Weights trained;
    try (TrainingGraph graph =
        new TrainingGraph(architecture, normalization, initial, recipe, seed, backend)) {
      TrainingLoop loop =
          new TrainingLoop(graph, data, training, classes, seed, workspace, nanoTime);
      history = loop.run();
      trained = loop.trained();
    }
    SavedNetwork.export(
        workspace.output("saved_model"), architecture, normalization, trained, backend);
    FirstConvolution.write(workspace, trained);
    HistoryCsv.write(workspace.output("history.csv"), history);
    TensorBoardEvents.write(workspace.output("tensorboard"), model.name(), rates, history);
    double seconds = (nanoTime.getAsLong() - start) / 1e9;
    TrainingJson.write(
        workspace.output("training.json"),
        new TrainingJson(this, backend, trained, history, data.train().count(), seconds));
    LOG.info("{}: {} epochs in {} s", model.name(), history.size() - 1, Numbers.fixed(seconds, 1));
  }

  static Optimization optimization(TrainingSettings training) {
    return new Optimization(
        training.optimizer(),
        training.more().momentum(),
        training.more().weightDecay(training.optimizer()));
  }
}
