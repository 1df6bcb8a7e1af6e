package stoffprobe.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import stoffprobe.config.DatasetSettings;
import stoffprobe.config.DatasetSettings.PictureFolder;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.Split;
import stoffprobe.engine.Environment;
import stoffprobe.engine.Input;
import stoffprobe.engine.Stage;
import stoffprobe.engine.StageException;
import stoffprobe.engine.Workspace;
import stoffprobe.ingest.PictureReading.Read;
import stoffprobe.ingest.PictureTree.Skipped;
import stoffprobe.pictures.PictureRule;

/**
 * Reads a folder of pictures, and writes what {@link Ingest} does, {@code pictures.csv} (which
 * image is which file) and {@code skipped.csv} (what could not be read, and why).
 *
 * @param seed what the images are mixed by, and a test set is drawn by if there is none
 * @param cache where the hashes of the pictures are kept
 */
public record FolderIngest(
    DatasetSettings dataset,
    PictureFolder pictures,
    long seed,
    Cache cache,
    Map<String, String> code,
    Environment environment)
    implements Stage {

  private static final Logger LOG = LogManager.getLogger();

  public FolderIngest {
    code = Map.copyOf(code);
  }

  @Override
  public String name() {
    return Ingest.NAME;
  }

  @Override
  public String folder() {
    return Ingest.FOLDER;
  }

  @Override
  public List<Input> inputs() {
    return List.of(new Input.External("dataset.folder", () -> Optional.of(hash())));
  }

  private String hash() {
    return new PictureHashes(cache, Clock.systemUTC()).of(pictures);
  }

  /** The folder's path is none of them: the same pictures elsewhere are the same data set. */
  @Override
  public Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("dataset.classes.folders", pictures.classFolders());
    parameters.put("dataset.size", List.of(dataset.height(), dataset.width()));
    if (dataset.colour()) {
      parameters.put("dataset.colour", true);
    }
    parameters.put("dataset.invert", pictures.invert().name().toLowerCase(Locale.ROOT));
    if (pictures.testShare() > 0) {
      parameters.put("dataset.test-share", pictures.testShare());
    }
    parameters.put("seed", seed);
    dataset.license().ifPresent(license -> parameters.put("dataset.license", license));
    return parameters;
  }

  @Override
  public void run(Workspace workspace) throws IOException, StageException {
    if (!Files.isDirectory(pictures.folder())) {
      throw new StageException(
          "There is no folder "
              + pictures.folder()
              + ", seen from the current folder. Correct dataset.folder, or bring the pictures"
              + " back.");
    }
    PictureTree tree = PictureTree.of(pictures);
    PictureReading reading =
        new PictureReading(
            new PictureRule(
                dataset.height(),
                dataset.width(),
                dataset.imageShape().channels(),
                pictures.invert()));
    Path pixels = workspace.output("pixels");
    reading.read(tree.pictures(), pixels, workspace.progress());
    List<Skipped> skipped = new ArrayList<>(tree.skipped());
    skipped.addAll(reading.skipped());
    tell(reading.read().size(), skipped);
    checkClasses(reading.read());
    LabelledImages images = reading.images(pixels);
    TestSplit split = split(reading.read(), images).mixed(images, seed);
    split.write(images, workspace.staging());
    Files.delete(pixels);
    new PictureRecord(pictures, reading.read(), split, skipped).write(workspace, dataset.license());
  }

  private TestSplit split(List<Read> read, LabelledImages images) {
    if (pictures.testShare() > 0) {
      return TestSplit.byShare(images, pictures.testShare(), seed);
    }
    return new TestSplit(indices(read, Split.TRAIN), indices(read, Split.TEST));
  }

  private static List<Integer> indices(List<Read> read, Split split) {
    return IntStream.range(0, read.size())
        .filter(i -> read.get(i).entry().split() == split)
        .boxed()
        .toList();
  }

  private void tell(int read, List<Skipped> skipped) {
    skipped.forEach(one -> LOG.warn("Not read: {}: {}", one.name(), one.reason()));
    LOG.info("{}: {} pictures read from {}", dataset.title(), read, pictures.folder());
    if (!skipped.isEmpty()) {
      LOG.warn("{} not read, see {}/skipped.csv", skipped.size(), folder());
    }
  }

  /** Each class needs an image to learn from, and one to be examined on. */
  private void checkClasses(List<Read> read) throws StageException {
    int[] train = new int[dataset.classes().count()];
    int[] test = new int[train.length];
    for (Read one : read) {
      (one.entry().split() == Split.TEST ? test : train)[one.entry().label()]++;
    }
    boolean byShare = pictures.testShare() > 0;
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < train.length; i++) {
      String name = pictures.classFolders().get(i);
      if (byShare && train[i] < 2) {
        problems.add(name + ": " + train[i] + " where 2 are needed");
      } else if (!byShare && (train[i] < 1 || test[i] < 1)) {
        problems.add(
            name + ": " + train[i] + " in train and " + test[i] + " in test, 1 needed in each");
      }
    }
    if (!problems.isEmpty()) {
      throw new StageException(
          "Some classes of "
              + pictures.folder()
              + " have too few pictures that can be read ("
              + String.join("; ", problems)
              + "). Add pictures, or name the other classes in dataset.classes.");
    }
  }
}
