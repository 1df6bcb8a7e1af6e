package stoffprobe.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stoffprobe.config.DatasetSettings.SourceFile;

/** The publisher's address, below which every file lies as NAME.gz. */
record DownloadSource(String address, Downloads downloads) implements Source.Remote {

  private static final int OK = 200;

  @Override
  public Kind kind() {
    return Kind.DOWNLOAD;
  }

  @Override
  public String place() {
    return "the download address " + address;
  }

  /** A server that doesn't answer for one file isn't asked for the others. */
  @Override
  public Map<String, String> fetch(List<SourceFile> wanted, Path folder) throws IOException {
    Map<String, String> failures = new LinkedHashMap<>();
    for (SourceFile file : wanted) {
      String name = file.name() + ".gz";
      int status = downloads.fetch(base() + name, folder.resolve(name));
      if (status != OK) {
        failures.put(file.name(), "the server answers with HTTP status " + status);
      }
    }
    return failures;
  }

  private String base() {
    return address.endsWith("/") ? address : address + "/";
  }
}
