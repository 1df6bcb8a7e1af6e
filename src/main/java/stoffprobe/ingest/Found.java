package stoffprobe.ingest;

import java.util.LinkedHashMap;
import java.util.Map;
import stoffprobe.config.DatasetSettings.SourceFile;

/**
 * A source file that was found, verified and written as an array.
 *
 * @param path where it is, or where it came from if it could not be kept
 */
record Found(SourceFile file, Source source, String path, int count, long bytes, String sha256) {

  /** Its entry in {@code source.json}. */
  Map<String, Object> entry() {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("source", source.kind().word());
    entry.put("path", path);
    entry.put("bytes", bytes);
    entry.put("sha256", sha256);
    return entry;
  }
}
