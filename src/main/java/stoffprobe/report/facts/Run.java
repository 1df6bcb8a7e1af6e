package stoffprobe.report.facts;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stoffprobe.config.ClassNames;
import stoffprobe.config.ModelSettings;
import stoffprobe.config.PreprocessSettings;
import stoffprobe.config.Shape;
import stoffprobe.data.Images;
import stoffprobe.data.Npy;

/**
 * A whole run, as its files tell it.
 *
 * @param models in the order of the pipeline file
 * @param stages in the order of the pipeline
 * @param trainImages the source's training images, mapped, not loaded
 * @param examples test images to look at
 * @param certainty how sure the models are, by model
 * @param classComparisons of all pairs, class by class
 */
public record Run(
    About about,
    DataSource source,
    Exploration exploration,
    Preparation preparation,
    List<ModelRun> models,
    Metrics metrics,
    List<StageRun> stages,
    Images trainImages,
    Examples examples,
    Map<String, Certainty> certainty,
    List<ClassComparison> classComparisons) {

  public Run {
    models = List.copyOf(models);
    stages = List.copyOf(stages);
    certainty = Map.copyOf(certainty);
    classComparisons = List.copyOf(classComparisons);
  }

  /**
   * What the pipeline file says of the run.
   *
   * @param title the data set's name
   */
  public record About(
      String pipeline,
      String title,
      ClassNames classes,
      List<ModelSettings> models,
      long seed,
      PreprocessSettings preprocess) {

    public About {
      models = List.copyOf(models);
    }

    /** Whether the epochs were watched on images held out of training, not on the test set. */
    public boolean heldOut() {
      return preprocess.validation() > 0;
    }
  }

  /**
   * Reads the files of all stages before the report.
   *
   * @throws stoffprobe.data.BrokenFileException if a file does not hold what it promises
   */
  public static Run read(RunFolder run, About about) throws IOException {
    Metrics metrics = Metrics.read(run.evaluate("metrics.json"));
    List<ClassScore> scores = ClassScore.readAll(run.evaluate("per-class.csv"));
    List<ModelRun> models = new ArrayList<>();
    List<StageRun> stages = new ArrayList<>();
    stages.add(StageRun.read("ingest", run.ingest("manifest.json")));
    stages.add(StageRun.read("explore", run.explore("manifest.json")));
    stages.add(StageRun.read("preprocess", run.preprocess("manifest.json")));
    for (ModelSettings settings : about.models()) {
      models.add(ModelRun.read(run, settings, metrics, scores, about.classes().count()));
      String name = settings.name();
      stages.add(StageRun.read("train-" + name, run.train(name, "manifest.json")));
    }
    stages.add(StageRun.read("evaluate", run.evaluate("manifest.json")));
    return new Run(
        about,
        DataSource.read(run.ingest("source.json")),
        Exploration.read(run),
        Preparation.read(run),
        models,
        metrics,
        stages,
        Npy.readImages(run.ingest("train-images.npy")),
        Examples.read(run, about.classes().count()),
        Certainty.readAll(run, about.models().stream().map(ModelSettings::name).toList()),
        ClassComparison.readAll(run.evaluate("class-comparisons.csv")));
  }

  /** What the models look at. */
  public Shape.Image imageShape() {
    return new Shape.Image(trainImages.height(), trainImages.width(), trainImages.channels());
  }

  /** Whether the images are in colour. */
  public boolean colour() {
    return trainImages.colour();
  }

  public ModelRun model(String name) {
    return models.stream().filter(model -> model.name().equals(name)).findFirst().orElseThrow();
  }

  /** How sure {@code model} is. */
  public Certainty certainty(ModelRun model) {
    return Optional.ofNullable(certainty.get(model.name())).orElseThrow();
  }

  /** The comparison of the two most accurate models; none for a single model. */
  public Optional<Comparison> bestPair() {
    List<String> best = ranking().stream().limit(2).map(ModelRun::name).toList();
    return metrics.comparisons().stream()
        .filter(pair -> best.contains(pair.a()) && best.contains(pair.b()))
        .findFirst();
  }

  /** The classes of one pair, in their order. */
  public List<ClassComparison> classes(Comparison pair) {
    return classComparisons.stream()
        .filter(row -> row.a().equals(pair.a()) && row.b().equals(pair.b()))
        .toList();
  }

  /** The comparison that the verdict is about; none for a single model. */
  public Optional<Comparison> firstComparison() {
    return metrics.comparisons().stream().findFirst();
  }

  /** The models by accuracy, the best first; level ones in the order of the file. */
  public List<ModelRun> ranking() {
    return models.stream()
        .sorted(Comparator.comparingDouble((ModelRun model) -> -model.metrics().accuracy()))
        .toList();
  }

  /** The ranking with what the tests say of it. */
  public Ranking standings() {
    return new Ranking(ranking(), metrics.comparisons());
  }

  /** Whether no other model has a higher F1 score for a class. */
  public boolean bestF1(ModelRun model, int classIndex) {
    double own = model.f1(classIndex);
    return models.stream().allMatch(other -> !(other.f1(classIndex) > own));
  }

  /** When the first of the stages started. */
  public Instant started() {
    return stages.stream().map(StageRun::started).min(Comparator.naturalOrder()).orElseThrow();
  }

  /** The time that all stages took together. */
  public double seconds() {
    return stages.stream().mapToDouble(StageRun::seconds).sum();
  }

  public boolean gpu() {
    return models.stream().anyMatch(model -> model.training().gpu());
  }
}
