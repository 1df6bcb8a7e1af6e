package stoffprobe.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** The user's folder of files that were fetched once. */
public record Cache(Path folder) {

  /**
   * Where it is by the XDG Base Directory Specification, which ignores a relative path.
   *
   * @param environment the environment variables
   * @param home the user's home
   */
  public static Cache of(Map<String, String> environment, Path home) {
    Path named = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
    return new Cache((named.isAbsolute() ? named : home.resolve(".cache")).resolve("stoffprobe"));
  }

  /** Copies {@code file} in, under its name; whoever looks sees a complete file or none. */
  Path keep(Path file) throws IOException {
    Files.createDirectories(folder);
    Path target = folder.resolve(file.getFileName().toString());
    Path part = Files.createTempFile(folder, target.getFileName().toString(), ".part");
    try {
      Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
      return Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
