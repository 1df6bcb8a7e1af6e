package stoffprobe.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads a pipeline file strictly, and says everything that is wrong with it at once.
 *
 * <p>A problem is one line: {@code FILE:LINE: path.of.key: found ..., expected ...}.
 */
public final class PipelineReader {

  private PipelineReader() {}

  /**
   * Reads {@code file} with {@code overrides} put over it.
   *
   * @param overrides {@code KEY=VALUE}, such as {@code training.epochs=2} or {@code
   *     models.mlp.training.epochs=3}; the value is YAML and replaces the written one as a whole
   * @throws InvalidPipelineException if the file is missing, unreadable or not a valid pipeline
   * @throws IOException if the disk fails
   */
  public static PipelineFile read(Path file, List<String> overrides)
      throws IOException, InvalidPipelineException {
    String text = SourceText.read(file);
    Problems problems = new Problems();
    Optional<Node> tree =
        YamlTree.parse(text, "", line -> Place.inFile(file.toString(), line), problems);
    if (tree.isEmpty()) {
      problems.throwIfAny();
    }
    Node root = Overrides.apply(tree.orElseThrow(), overrides, problems);
    PipelineFile pipeline = new Value(root, "", problems).as(PipelineReader::pipeline);
    problems.throwIfAny();
    return pipeline;
  }

  /** Whether a pipeline may have this name; the folder of its results is called so. */
  public static boolean isName(String name) {
    return Words.isName(name);
  }

  static PipelineFile pipeline(Section root) {
    String name = root.required("pipeline", Words.name());
    long seed = root.required("seed", Numbers.natural());
    DatasetSettings dataset = root.requiredSection("dataset", DatasetReader::read);
    ExploreSettings explore =
        root.find("explore")
            .map(section -> section.as(PipelineReader::explore))
            .orElse(ExploreSettings.DEFAULT);
    PreprocessSettings preprocess =
        root.find("preprocess")
            .map(section -> section.as(it -> preprocess(it, dataset.imageShape().channels())))
            .orElse(PreprocessSettings.DEFAULT);
    boolean heldOut = preprocess.validation() > 0;
    TrainingSettings training =
        root.find("training")
            .map(
                value -> value.as(it -> TrainingReader.read(it, TrainingSettings.DEFAULT, heldOut)))
            .orElse(TrainingSettings.DEFAULT);
    List<ModelSettings> models =
        root.requiredSection("models", new ModelReader(dataset, training, heldOut)::read);
    return new PipelineFile(name, seed, dataset, explore, preprocess, models);
  }

  private static ExploreSettings explore(Section explore) {
    return new ExploreSettings(
        explore.optional("samples", Numbers.whole(1, 1000), ExploreSettings.DEFAULT.samples()));
  }

  private static PreprocessSettings preprocess(Section preprocess, int channels) {
    PreprocessSettings standard = PreprocessSettings.DEFAULT;
    return new PreprocessSettings(
        perChannel(preprocess, "mean", Numbers.between(0, 1), channels).orElse(standard.mean()),
        perChannel(preprocess, "std", Numbers.between(0.001, 100), channels).orElse(standard.std()),
        preprocess.optional("validation", Numbers.between(0, 0.5), standard.validation()));
  }

  /** A number, or in colour a list of three. */
  private static Optional<PerChannel> perChannel(
      Section section, String key, Kind<Double> number, int channels) {
    Optional<Value> value = section.find(key);
    if (value.isEmpty() || channels == 1 || !(value.get().node() instanceof Node.Sequence)) {
      return value.map(one -> PerChannel.of(one.as(number)));
    }
    List<Double> each =
        value.get().items("a number, or a list of three", channels, channels).stream()
            .map(one -> one.as(number))
            .toList();
    return each.isEmpty() ? Optional.empty() : Optional.of(new PerChannel(each));
  }
}
