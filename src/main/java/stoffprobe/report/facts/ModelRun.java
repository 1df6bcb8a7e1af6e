package stoffprobe.report.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import stoffprobe.config.ModelSettings;
import stoffprobe.data.BrokenFileException;
import stoffprobe.report.chart.ModelLabel;

/**
 * All that the report knows of one model.
 *
 * @param architecture the text of {@code architecture.txt}
 * @param saved the trained model on disk
 * @param timing how fast it answers
 * @param perClass a row a class, in the order of the classes
 * @param filters of the first convolution; nothing if the model starts otherwise
 */
public record ModelRun(
    ModelSettings settings,
    String architecture,
    History history,
    TrainingRecord training,
    SavedModel saved,
    Timing timing,
    ModelMetrics metrics,
    List<ClassScore> perClass,
    ConfusionTable confusion,
    Optional<FirstFilters> filters) {

  public ModelRun {
    perClass = List.copyOf(perClass);
  }

  public String name() {
    return settings.name();
  }

  /** What texts call the model. */
  public String label() {
    return ModelLabel.of(name());
  }

  /** The F1 score of a class; not a number where {@code per-class.csv} has no row for it. */
  public double f1(int classIndex) {
    return score(classIndex).map(ClassScore::f1).orElse(Double.NaN);
  }

  /** All scores of a class; none where {@code per-class.csv} has no row for it. */
  public Optional<ClassScore> score(int classIndex) {
    return perClass.stream().filter(score -> score.classIndex() == classIndex).findFirst();
  }

  static ModelRun read(
      RunFolder run, ModelSettings settings, Metrics metrics, List<ClassScore> scores, int classes)
      throws IOException {
    String name = settings.name();
    ModelMetrics own = metrics.models().get(name);
    if (own == null) {
      throw new BrokenFileException(
          run.evaluate("metrics.json")
              + " does not know the model "
              + name
              + ". Run the stage evaluate again.");
    }
    return new ModelRun(
        settings,
        Files.readString(run.train(name, "architecture.txt")),
        new History(Epoch.readAll(run.train(name, "history.csv"))),
        TrainingRecord.read(run.train(name, "training.json")),
        SavedModel.read(run.train(name, "manifest.json")),
        timing(run, name),
        own,
        scores.stream().filter(score -> score.model().equals(name)).toList(),
        ConfusionTable.read(run.evaluate("confusion-" + name + ".csv"), classes),
        FirstFilters.read(run, name, classes));
  }

  private static Timing timing(RunFolder run, String name) throws IOException {
    Path file = run.evaluate("timing.json");
    Timing timing = Timing.readAll(file).get(name);
    if (timing == null) {
      throw JsonFile.broken(file, "it does not know the model " + name);
    }
    return timing;
  }
}
