package stoffprobe.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads a sweep's file strictly, and the pipeline file that it builds on. Each combination is
 * checked as a pipeline file of its own, so that a value that no training can have is found before
 * the first begins.
 */
public final class SweepReader {

  private static final int MOST_SEEDS = 1000;
  private static final int MOST_RUNS = 100_000;

  private final Path file;
  private final List<String> overrides;
  private final Problems problems = new Problems();

  private SweepReader(Path file, List<String> overrides) {
    this.file = file;
    this.overrides = List.copyOf(overrides);
  }

  /**
   * Reads {@code file}.
   *
   * @param overrides {@code KEY=VALUE} for the pipeline file that it builds on
   * @throws InvalidPipelineException if either is missing, unreadable or not valid
   * @throws IOException if the disk fails
   */
  public static SweepFile read(Path file, List<String> overrides)
      throws IOException, InvalidPipelineException {
    return new SweepReader(file, overrides).read();
  }

  /** What stands in the file itself. */
  private record Plan(
      String name, Path base, List<Long> seeds, List<Value> models, SweepGrid grid) {}

  private SweepFile read() throws IOException, InvalidPipelineException {
    Plan plan = new Value(tree(file), "", problems).as(this::plan);
    problems.throwIfAny();
    Path path = found(plan.base());
    PipelineFile pipeline = PipelineReader.read(path, overrides);
    List<String> models = models(plan.models(), pipeline);
    problems.throwIfAny();
    plan.grid().refuseOtherModels(models);
    Node base = Overrides.apply(tree(path), overrides, problems);
    List<SweepVariant> variants = variants(base, models, plan.grid().combinations());
    problems.throwIfAny();
    if ((long) variants.size() * plan.seeds().size() > MOST_RUNS) {
      throw new InvalidPipelineException(
          List.of(
              file
                  + ": found "
                  + (long) variants.size() * plan.seeds().size()
                  + " runs, expected at most "
                  + MOST_RUNS
                  + "; a sample takes fewer of a large grid"));
    }
    return new SweepFile(plan.name(), file, path, pipeline, plan.seeds(), variants);
  }

  private Node tree(Path path) throws IOException, InvalidPipelineException {
    Optional<Node> tree =
        YamlTree.parse(
            SourceText.read(path), "", line -> Place.inFile(path.toString(), line), problems);
    if (tree.isEmpty()) {
      problems.throwIfAny();
    }
    return tree.orElseThrow();
  }

  private Plan plan(Section sweep) {
    String name = sweep.optional("sweep", Words.name()).orElseGet(this::stem);
    Path base = sweep.required("base", Words.file());
    List<Long> seeds = new ArrayList<>();
    for (Value value :
        sweep.requiredList("seeds", "a list of seeds, such as [42, 43]", 1, MOST_SEEDS)) {
      long seed = value.as(Numbers.natural());
      if (seeds.contains(seed) && value.problems().noneAt(value.path())) {
        value.refuse("the seed a second time", "each seed once");
      }
      seeds.add(seed);
    }
    List<Value> models =
        sweep
            .find("models")
            .map(value -> value.items("a list of models, such as [mlp, cnn]", 1, 1000))
            .orElse(List.of());
    return new Plan(name, base, seeds, models, SweepGrid.read(sweep));
  }

  /** The file's name without its end, if it can name a folder. */
  private String stem() {
    String stem = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
    return Words.isName(stem) ? stem : "sweep";
  }

  /** From the current folder, as all paths are, or else from the file's own. */
  private Path found(Path base) {
    Path beside = file.resolveSibling(base);
    return Files.exists(base) || !Files.exists(beside) ? base : beside;
  }

  private static List<String> models(List<Value> values, PipelineFile pipeline) {
    List<String> known = pipeline.models().stream().map(ModelSettings::name).toList();
    List<String> models = new ArrayList<>();
    for (Value value : values) {
      String model = value.as(Words.name());
      if (!known.contains(model) && value.problems().noneAt(value.path())) {
        value.refuse(
            "the model " + Quoting.quoted(model),
            "one of " + String.join(", ", known) + Spelling.hint(model, known));
      } else if (models.contains(model)) {
        value.refuse("the model a second time", "each model once");
      }
      models.add(model);
    }
    return values.isEmpty() ? known : models;
  }

  private List<SweepVariant> variants(
      Node base, List<String> models, List<Map<String, Node>> combinations) {
    Map<String, SweepVariant> variants = new LinkedHashMap<>();
    for (String model : models) {
      for (Map<String, Node> combination : combinations) {
        SweepVariant variant = variant(only(base, model), model, combination);
        if (variants.putIfAbsent(variant.id(), variant) == null) {
          check(variant);
        }
      }
    }
    return List.copyOf(variants.values());
  }

  private void check(SweepVariant variant) {
    new Value(variant.pipeline(), "", problems).as(PipelineReader::pipeline);
  }

  /** A key of another model says nothing of this one. */
  private SweepVariant variant(Node base, String model, Map<String, Node> combination) {
    Node pipeline = base;
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, Node> entry : combination.entrySet()) {
      String key = entry.getKey();
      if (SweepGrid.concerns(key, model)) {
        // A model's own training settings override the common ones.
        String place = key.startsWith("training.") ? "models." + model + "." + key : key;
        pipeline = Overrides.set(pipeline, place, entry.getValue(), problems);
        values.put(key, YamlText.line(entry.getValue()));
      }
    }
    return new SweepVariant(model, values, pipeline);
  }

  /** The pipeline with one model; that it has this one was checked. */
  private static Node only(Node base, String model) {
    Node.Mapping root = (Node.Mapping) base;
    Node.Entry models = Objects.requireNonNull(root.entries().get("models"));
    Node.Mapping all = (Node.Mapping) models.value();
    Node.Entry one = Objects.requireNonNull(all.entries().get(model));
    return root.with(
        "models", new Node.Entry(models.key(), new Node.Mapping(all.place(), Map.of(model, one))));
  }
}
