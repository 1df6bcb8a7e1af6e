package stoffprobe.gpu;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Looks for shared libraries where the loader does, ld.so(8): the folders of {@code
 * LD_LIBRARY_PATH}, the loader's cache, the system's folders. And then where CUDA's installers put
 * them and the loader does not look.
 *
 * @param root {@code /}, or a made-up machine's folder
 * @param path the value of {@code LD_LIBRARY_PATH}
 * @param cache what {@code ldconfig -p} prints
 */
record LibrarySearch(Path root, String path, String cache) {

  private static final Logger LOG = LogManager.getLogger();

  private static final List<String> SYSTEM =
      List.of(
          "lib/x86_64-linux-gnu",
          "usr/lib/x86_64-linux-gnu",
          "lib64",
          "usr/lib64",
          "lib",
          "usr/lib");

  /** Where installers put a folder {@code cuda}, {@code cuda-12.4}, ... and its libraries in it. */
  private static final List<Installer> INSTALLERS =
      List.of(
          new Installer("usr/local", "lib64"),
          new Installer("usr/local", "targets/x86_64-linux/lib"),
          new Installer("opt", "lib64"));

  private record Installer(String parent, String folder) {}

  /** Where a library is; {@code name} as in {@code libcudnn.so.9}. */
  Location find(String name) {
    return first(name, loaderFolders())
        .or(() -> cached(name))
        .or(() -> first(name, SYSTEM.stream().map(root::resolve).toList()))
        .<Location>map(Location.Found::new)
        .or(() -> first(name, installerFolders()).map(Location.OutOfReach::new))
        .orElseGet(Location.Missing::new);
  }

  private List<Path> loaderFolders() {
    List<Path> folders = new ArrayList<>();
    for (String folder : path.split("[:;]", -1)) {
      if (!folder.isEmpty()) {
        folders.add(Path.of(folder));
      }
    }
    return folders;
  }

  private List<Path> installerFolders() {
    List<Path> folders = new ArrayList<>();
    for (Installer installer : INSTALLERS) {
      Path parent = root.resolve(installer.parent());
      try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, "cuda*")) {
        found.forEach(cuda -> folders.add(cuda.resolve(installer.folder())));
      } catch (IOException e) {
        LOG.debug("{} holds no CUDA: {}", parent, e.toString());
      }
    }
    Collections.sort(folders); // the order of a folder's entries is chance
    return folders;
  }

  /** A line of the cache: {@code libcudnn.so.9 (libc6,x86-64) => /usr/lib/.../libcudnn.so.9}. */
  private Optional<Path> cached(String name) {
    Pattern line =
        Pattern.compile("\\s*" + Pattern.quote(name) + " \\([^)]*x86-64[^)]*\\) => (.+)");
    return cache
        .lines()
        .map(line::matcher)
        .filter(Matcher::matches)
        .map(matcher -> Path.of(matcher.group(1).strip()))
        .findFirst();
  }

  private static Optional<Path> first(String name, List<Path> folders) {
    return folders.stream().map(folder -> folder.resolve(name)).filter(Files::exists).findFirst();
  }

  /** The two sources of a machine's own search. */
  static LibrarySearch of(Path root, Map<String, String> environment, Programs programs) {
    String cache =
        programs
            .output("ldconfig", "-p")
            .or(() -> programs.output("/sbin/ldconfig", "-p")) // not on an ordinary user's PATH
            .orElse("");
    return new LibrarySearch(root, environment.getOrDefault("LD_LIBRARY_PATH", ""), cache);
  }
}
