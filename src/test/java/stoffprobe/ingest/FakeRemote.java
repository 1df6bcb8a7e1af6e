package stoffprobe.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import stoffprobe.config.DatasetSettings.SourceFile;

/** Fetches from memory, and remembers what it was asked for. */
class FakeRemote implements Source.Remote {

  private final Kind kind;
  private final Map<String, byte[]> files;
  final List<String> asked = new ArrayList<>();

  FakeRemote(Kind kind, Map<String, byte[]> files) {
    this.kind = kind;
    this.files = files;
  }

  /** One that has nothing and says why. */
  static Source.Remote failing(Kind kind, String reason) {
    return new FakeRemote(kind, Map.of()) {
      @Override
      public Map<String, String> fetch(List<SourceFile> wanted, Path folder) throws IOException {
        throw new IOException(reason);
      }
    };
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public String place() {
    return "the fake " + kind.word();
  }

  @Override
  public Map<String, String> fetch(List<SourceFile> wanted, Path folder) throws IOException {
    for (SourceFile file : wanted) {
      asked.add(file.name());
      byte[] bytes = files.get(file.name());
      if (bytes != null) {
        Files.write(folder.resolve(file.name()), bytes);
      }
    }
    return Map.of();
  }
}
