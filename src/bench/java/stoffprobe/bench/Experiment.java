package stoffprobe.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import stoffprobe.bench.figures.Arithmetic;
import stoffprobe.bench.figures.Limit;
import stoffprobe.bench.process.Program;
import stoffprobe.config.Architecture;
import stoffprobe.config.InvalidPipelineException;
import stoffprobe.config.ModelSettings;
import stoffprobe.config.PipelineFile;
import stoffprobe.config.PipelineReader;
import stoffprobe.data.Npy;

/**
 * The experiment that is measured, and this project's programs for it.
 *
 * @param path the pipeline file
 * @param file what stands in it
 */
record Experiment(Path path, PipelineFile file, Programs programs) {

  /** The models that both sides have. */
  static final List<String> MODELS = List.of("mlp", "cnn");

  /** For the measured trainings. */
  private static final String TRAINING = "training";

  /** For the whole run and what is measured on it. */
  private static final String RUN = "run";

  /** Reads a pipeline file that has at least {@link #MODELS}. */
  static Experiment read(Path path, Programs programs)
      throws IOException, InvalidPipelineException {
    return new Experiment(path, PipelineReader.read(path, List.of()), programs);
  }

  /** Brings the arrays for the measured trainings up to date. */
  Program prepareTraining() {
    return run("preparing arrays", TRAINING, List.of("preprocess"));
  }

  /** Trains {@code model} from the start. */
  Program training(String model, int epochs) {
    return run(
        "training " + model,
        TRAINING,
        List.of("train-" + model, "--force", "--set", "training.epochs=" + epochs));
  }

  /** Runs something in the folder of the whole run: nothing named is everything. */
  Program wholeRun(String name, String... arguments) {
    return run(name, RUN, List.of(arguments));
  }

  /** What a training wrote. */
  Path history(String model) {
    return trained(TRAINING, model).resolve("history.csv");
  }

  /** The model of the whole run. */
  Path savedModel(String model) {
    return trained(RUN, model).resolve("saved_model");
  }

  /** The folder {@code 3-preprocess} that both sides read. */
  Path arrays() {
    return folder(TRAINING).resolve("3-preprocess");
  }

  /** The folder of the whole run's results. */
  Path runFolder() {
    return folder(RUN);
  }

  /** How many epochs the whole run trains {@code model}. */
  int epochs(String model) {
    return settings(model).training().epochs();
  }

  /** The least time of an epoch at a rate of {@code peak} GFLOP/s. */
  Limit limit(String model, double peak) throws IOException {
    int images = Npy.readLabels(arrays().resolve("train-labels.npy")).count();
    Architecture architecture =
        Architecture.of(file.dataset().imageShape(), settings(model).layers());
    return new Limit(model, Arithmetic.of(architecture).gflopPerEpoch(images), peak);
  }

  private ModelSettings settings(String name) {
    return file.models().stream()
        .filter(model -> model.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(path + " has no model " + name));
  }

  private Path trained(String output, String model) {
    return folder(output).resolve("4-train-" + model);
  }

  private Path folder(String output) {
    return programs.output(output).resolve(file.name());
  }

  private Program run(String name, String output, List<String> arguments) {
    List<String> all = new ArrayList<>(List.of("run", path.toString()));
    all.addAll(arguments);
    all.addAll(List.of("--output", programs.output(output).toString()));
    return programs.launcher(name, all);
  }
}
