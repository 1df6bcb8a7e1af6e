package stoffprobe.engine;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keeps what failed attempts left, for whoever looks for the cause: {@code
 * .failed/4-train-20260101T120000Z/}, with {@code log.txt} in it.
 */
final class FailedAttempts {

  static final String LOG = "log.txt";

  private static final int KEPT = 3;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Layout layout;
  private final FileOperations files;
  private final Clock clock;

  FailedAttempts(Layout layout, FileOperations files, Clock clock) {
    this.layout = layout;
    this.files = files;
    this.clock = clock;
  }

  /** Where the next failed attempt of a stage would be kept. */
  Path next(String folder) {
    String name = folder + "-" + STAMP.format(clock.instant());
    Path kept = layout.failedArea().resolve(name);
    for (int i = 2; Files.exists(kept, NOFOLLOW_LINKS); i++) {
      kept = layout.failedArea().resolve(name + "-" + i);
    }
    return kept;
  }

  /**
   * Moves an attempt out of the staging area and deletes all but the last three of its stage.
   *
   * @param kept where to, from {@link #next}
   * @param log the content of its log
   */
  void keep(String folder, Path staging, Path kept, byte[] log) throws IOException {
    FileTree.create(layout.failedArea(), files);
    if (Files.isDirectory(staging, NOFOLLOW_LINKS)) {
      files.rename(staging, kept);
    } else {
      files.createFolder(kept);
    }
    prune(folder, kept); // before the log, which may need the space
    files.write(kept.resolve(LOG), log);
  }

  private void prune(String folder, Path kept) throws IOException {
    Pattern name = Pattern.compile(Pattern.quote(folder) + "-\\d{8}T\\d{6}Z(-\\d+)?");
    List<Path> others =
        FileTree.children(layout.failedArea()).stream()
            .filter(path -> name.matcher(String.valueOf(path.getFileName())).matches())
            // The one just kept is the last, even if the clock was set back.
            .filter(path -> !path.equals(kept))
            .collect(Collectors.toList());
    for (Path old : others.subList(0, Math.max(0, others.size() - (KEPT - 1)))) {
      FileTree.delete(old, files);
    }
  }
}
