package stoffprobe.report.facts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the data came from: {@code 1-ingest/source.json}.
 *
 * @param files in the order in which they are read
 */
public record DataSource(List<SourceFile> files, Optional<String> license) {

  public DataSource {
    files = List.copyOf(files);
  }

  /**
   * One source file.
   *
   * @param key {@code train-images}, ...
   * @param source what kind of place it was found in
   * @param bytes size, decompressed
   * @param sha256 of the decompressed bytes
   * @param skipped of a folder of pictures, how many files were not read
   */
  public record SourceFile(String key, String source, long bytes, String sha256, long skipped) {}

  /** Reads the file. */
  public static DataSource read(Path file) throws IOException {
    JsonFile root = JsonFile.read(file);
    JsonFile entries = root.object("files");
    List<SourceFile> files = new ArrayList<>();
    for (String key : entries.keys()) {
      JsonFile entry = entries.object(key);
      files.add(
          new SourceFile(
              key,
              entry.text("source"),
              entry.whole("bytes"),
              entry.text("sha256"),
              entry.has("skipped") ? entry.whole("skipped") : 0));
    }
    Optional<String> license =
        root.has("license") ? Optional.of(root.text("license")) : Optional.empty();
    return new DataSource(files, license);
  }
}
