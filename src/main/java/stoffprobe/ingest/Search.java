package stoffprobe.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import stoffprobe.config.DatasetSettings;
import stoffprobe.config.DatasetSettings.SourceFile;
import stoffprobe.data.BrokenFileException;
import stoffprobe.engine.StageException;

/**
 * Looks for the source files, place after place, and writes each as an array as soon as it is found
 * and verified, so that no more than one is in memory.
 */
final class Search {

  private static final Logger LOG = LogManager.getLogger();

  private final DatasetSettings dataset;
  private final FileCheck check;
  private final Cache cache;
  private final Path temporary;
  private final Path target;
  private final Map<SourceFile, Found> found = new HashMap<>();
  private final Attempts attempts = new Attempts();

  /**
   * Prepares a search.
   *
   * @param temporary where fetched files lie until they are verified
   * @param target where the arrays are written
   */
  Search(DatasetSettings dataset, Cache cache, Path temporary, Path target) {
    this.dataset = dataset;
    this.check = new FileCheck(dataset);
    this.cache = cache;
    this.temporary = temporary;
    this.target = target;
  }

  /** All files, in the order of {@link DatasetSettings.Files}. */
  List<Found> in(List<Source> sources) throws IOException, StageException {
    for (Source source : sources) {
      if (missing().isEmpty()) {
        break;
      }
      if (source instanceof FolderSource folder) {
        look(folder);
      } else if (source instanceof Source.Remote remote) {
        fetch(remote);
      }
    }
    if (!missing().isEmpty()) {
      throw new StageException(attempts.message(dataset, missing()));
    }
    return dataset.files().all().stream().map(found::get).toList();
  }

  private List<SourceFile> missing() {
    return dataset.files().all().stream().filter(file -> !found.containsKey(file)).toList();
  }

  private void look(FolderSource source) throws IOException, StageException {
    boolean named = source.kind() == Source.Kind.DATA;
    if (named && !Files.isDirectory(source.folder())) {
      throw new StageException(
          source.place() + " is not a folder. Name the folder that holds the IDX files.");
    }
    for (SourceFile file : missing()) {
      List<Path> candidates = source.candidates(file);
      if (candidates.isEmpty()) {
        attempts.add(source, file, "not there");
      }
      for (Path candidate : candidates) {
        try {
          accept(file, source, check.read(file, candidate, candidate.toString()), candidate);
          break;
        } catch (BrokenFileException e) {
          if (named) {
            throw e;
          }
          attempts.add(source, file, e);
        }
      }
    }
  }

  private void fetch(Source.Remote source) throws IOException {
    List<SourceFile> wanted = missing();
    LOG.info(
        "Fetching {} from {}",
        String.join(", ", wanted.stream().map(SourceFile::name).toList()),
        source.place());
    try (TemporaryFolder folder = new TemporaryFolder(temporary)) {
      Map<String, String> failures;
      try {
        failures = source.fetch(wanted, folder.create());
      } catch (IOException e) {
        wanted.forEach(file -> attempts.add(source, file, e));
        return;
      }
      for (SourceFile file : wanted) {
        takeFetched(file, source, folder.create(), failures);
      }
    }
  }

  private void takeFetched(
      SourceFile file, Source source, Path folder, Map<String, String> failures)
      throws IOException {
    List<Path> candidates = FolderSource.candidates(folder, file);
    if (candidates.isEmpty()) {
      attempts.add(source, file, failures.getOrDefault(file.name(), "not there"));
      return;
    }
    Path fetched = candidates.get(0);
    Verified verified;
    try {
      verified = check.read(file, fetched, fetched.getFileName().toString());
    } catch (BrokenFileException e) {
      attempts.add(source, file, e);
      return;
    }
    boolean known = file.sha256().isPresent(); // else it would never be taken from the cache
    accept(file, source, verified, known ? keep(fetched, source) : unkept(fetched, source));
  }

  /** A cache that can't be written costs a fetch next time, not the run. */
  private Path keep(Path fetched, Source source) {
    try {
      return cache.keep(fetched);
    } catch (IOException e) {
      LOG.warn("{} can't be kept in the cache {}: {}", fetched, cache.folder(), e.toString());
      return unkept(fetched, source);
    }
  }

  private static Path unkept(Path fetched, Source source) {
    return Path.of(source.kind().word(), fetched.getFileName().toString());
  }

  private void accept(SourceFile file, Source source, Verified verified, Path path)
      throws IOException {
    if (file.sha256().isEmpty()) {
      LOG.warn(
          "{} is taken by its name alone: the pipeline file gives no sha256 ({} would match)",
          path,
          verified.sha256());
    }
    verified.array().write(target);
    found.put(
        file,
        new Found(
            file, source, path.toString(), verified.count(), verified.bytes(), verified.sha256()));
  }
}
