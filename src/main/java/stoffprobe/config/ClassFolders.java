package stoffprobe.config;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The folders of a data set of pictures, one a class.
 *
 * @param names sorted; of both parts where the folder is divided into {@code train} and {@code
 *     test}
 * @param divided whether it is
 */
public record ClassFolders(SortedSet<String> names, boolean divided) {

  private static final List<String> SPLITS = List.of("train", "test");

  public ClassFolders {
    names = Collections.unmodifiableSortedSet(names);
  }

  /** Looks into {@code folder}; what systems hide is left out. */
  public static ClassFolders in(Path folder) throws IOException {
    boolean divided = SPLITS.stream().allMatch(name -> Files.isDirectory(folder.resolve(name)));
    SortedSet<String> names = new TreeSet<>();
    for (Path parent : divided ? SPLITS.stream().map(folder::resolve).toList() : List.of(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent)) {
        for (Path entry : entries) {
          String name = String.valueOf(entry.getFileName());
          if (Files.isDirectory(entry) && !DatasetSettings.PictureFolder.isHidden(name)) {
            names.add(name);
          }
        }
      }
    }
    return new ClassFolders(names, divided);
  }
}
