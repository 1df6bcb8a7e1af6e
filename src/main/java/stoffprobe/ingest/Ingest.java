package stoffprobe.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import stoffprobe.config.DatasetSettings;
import stoffprobe.config.DatasetSettings.SourceFile;
import stoffprobe.data.BrokenFileException;
import stoffprobe.data.Json;
import stoffprobe.engine.Environment;
import stoffprobe.engine.Input;
import stoffprobe.engine.Stage;
import stoffprobe.engine.StageException;
import stoffprobe.engine.Workspace;

/**
 * Finds the data set's files (IDX, NumPy or CSV), verifies them, and writes them as NumPy arrays:
 * {@code train-images.npy} uint8 {@code [n, height, width]} (in colour with a 3 behind), {@code
 * train-labels.npy} uint8 {@code [n]}, the same for {@code test}, and {@code source.json}.
 *
 * @param sources the places to look at, in order; see {@link Locations#inOrder}
 * @param cache where fetched files are kept
 * @param temporary where fetched files lie until they are verified
 * @param seed what a test set is drawn by, if there is none
 */
public record Ingest(
    DatasetSettings dataset,
    List<Source> sources,
    Cache cache,
    Path temporary,
    long seed,
    Map<String, String> code,
    Environment environment)
    implements Stage {

  public static final String NAME = "ingest";
  public static final String FOLDER = "1-ingest";

  private static final Logger LOG = LogManager.getLogger();

  public Ingest {
    sources = List.copyOf(sources);
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
    List<FolderSource> folders =
        sources.stream()
            .filter(FolderSource.class::isInstance)
            .map(FolderSource.class::cast)
            .toList();
    Identity identity = new Identity(new FileCheck(dataset), folders);
    return dataset.files().all().stream()
        .<Input>map(file -> new Input.External(file.name(), () -> identity.sha256(file)))
        .toList();
  }

  @Override
  public Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (SourceFile file : dataset.files().all()) {
      String key = "dataset.files." + file.key();
      parameters.put(key + ".name", file.name());
      file.sha256().ifPresent(hash -> parameters.put(key + ".sha256", hash));
    }
    parameters.put("dataset.classes", dataset.classes().count());
    parameters.put("dataset.size", List.of(dataset.height(), dataset.width()));
    if (dataset.colour()) {
      parameters.put("dataset.colour", true);
    }
    if (testShare() > 0) {
      parameters.put("dataset.test-share", testShare());
      parameters.put("seed", seed);
    }
    dataset.license().ifPresent(license -> parameters.put("dataset.license", license));
    return parameters;
  }

  private double testShare() {
    return dataset.files().testShare();
  }

  @Override
  public void run(Workspace workspace) throws IOException, StageException {
    Search search = new Search(dataset, cache, temporary, workspace.staging());
    List<Found> found = search.in(sources);
    for (int i = 1; i < found.size(); i++) {
      if (found.get(i).file().key().endsWith("-labels")) {
        checkCounts(found.get(i - 1), found.get(i));
      }
    }
    log(found);
    if (testShare() > 0) {
      TestSplit.divide(workspace.staging(), testShare(), seed);
    }
    Json.write(workspace.output("source.json"), source(found));
  }

  private static void checkCounts(Found images, Found labels) throws BrokenFileException {
    if (images.count() != labels.count()) {
      throw new BrokenFileException(
          images.path()
              + " holds "
              + images.count()
              + " images, but "
              + labels.path()
              + " holds "
              + labels.count()
              + " labels. Get the two files that belong together.");
    }
  }

  private void log(List<Found> found) {
    List<String> places = found.stream().map(one -> one.source().place()).distinct().toList();
    if (places.size() == 1) {
      LOG.info("{} comes from {}", dataset.title(), places.get(0));
      return;
    }
    found.forEach(one -> LOG.info("{} comes from {}", one.file().name(), one.source().place()));
  }

  private Map<String, Object> source(List<Found> found) {
    Map<String, Object> files = new LinkedHashMap<>();
    found.forEach(one -> files.put(one.file().key(), one.entry()));
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("files", files);
    dataset.license().ifPresent(license -> source.put("license", license));
    return source;
  }
}
