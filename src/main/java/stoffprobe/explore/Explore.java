package stoffprobe.explore;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVPrinter;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import stoffprobe.config.ClassNames;
import stoffprobe.config.ExploreSettings;
import stoffprobe.data.Csv;
import stoffprobe.data.Json;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.SameImages;
import stoffprobe.data.Split;
import stoffprobe.engine.Environment;
import stoffprobe.engine.Input;
import stoffprobe.engine.Stage;
import stoffprobe.engine.Workspace;

/**
 * Looks at the data set: how many images of which class, what they look like, whether some occur
 * twice. Writes {@code class-counts.csv}, {@code samples.csv}, {@code first-image.txt}, {@code
 * first-image.png}, {@code statistics.json}, {@code near-duplicates.csv} and {@code warnings.json}.
 *
 * @param source the stage that reads the data set
 * @param sourceFolder its folder
 * @param seed what the samples are drawn by
 */
public record Explore(
    String source,
    String sourceFolder,
    long seed,
    ClassNames classes,
    ExploreSettings settings,
    Map<String, String> code,
    Environment environment)
    implements Stage {

  public static final String NAME = "explore";
  public static final String FOLDER = "2-explore";

  private static final Logger LOG = LogManager.getLogger();

  public Explore {
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
    return List.of(
        new Input.StageFiles(source, "*.npy"), new Input.StageFiles(source, "pictures.csv"));
  }

  @Override
  public Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("seed", seed);
    parameters.put("explore.samples", settings.samples());
    parameters.put("dataset.classes.de", classes.de());
    return parameters;
  }

  @Override
  public void run(Workspace workspace) throws IOException {
    Path folder = workspace.root().resolve(sourceFolder);
    LabelledImages train = Split.TRAIN.read(folder);
    LabelledImages test = Split.TEST.read(folder);
    try (CSVPrinter csv =
        Csv.create(
            workspace.output("class-counts.csv"),
            "split",
            "class_index",
            "class_name",
            "count",
            "percent")) {
      ClassCounts.of(train.labels(), classes).write(csv, Split.TRAIN);
      ClassCounts.of(test.labels(), classes).write(csv, Split.TEST);
    }
    Samples.draw(train.count(), settings.samples(), seed)
        .write(workspace.output("samples.csv"), train.labels(), classes);
    FirstImage.of(train, classes)
        .write(workspace.output("first-image.txt"), workspace.output("first-image.png"));
    Json.write(workspace.output("statistics.json"), statistics(train, test));
    Warnings warnings = Warnings.of(train, test, classes, folder.resolve("pictures.csv"));
    warnings.writePairs(workspace.output("near-duplicates.csv"));
    Json.write(workspace.output("warnings.json"), warnings.entries());
    warnings.logClues();
  }

  private static Map<String, Object> statistics(LabelledImages train, LabelledImages test) {
    int total = train.count() + test.count();
    SplitStatistics ofTrain = SplitStatistics.of(train.images(), total);
    SplitStatistics ofTest = SplitStatistics.of(test.images(), total);
    int shared = SameImages.shared(train.images(), test.images()).size();
    ofTrain.log(Split.TRAIN);
    ofTest.log(Split.TEST);
    LOG.info("{} test images occur among the training images", shared);
    Map<String, Object> statistics = new LinkedHashMap<>();
    statistics.put(Split.TRAIN.word(), ofTrain.entry());
    statistics.put(Split.TEST.word(), ofTest.entry());
    statistics.put("shared_between_splits", shared);
    return statistics;
  }
}
