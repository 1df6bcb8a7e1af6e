package stoffprobe.ingest;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import stoffprobe.config.DatasetSettings.PictureFolder;
import stoffprobe.data.Split;
import stoffprobe.engine.PlainMessage;
import stoffprobe.pictures.DecodedPicture;

/**
 * The files below a folder of pictures, by name: those that look like pictures of a class, at any
 * depth in its folder, and those that don't. What a system hides, by a name that starts with a dot,
 * is left out.
 */
record PictureTree(List<Entry> pictures, List<Skipped> skipped) {

  PictureTree {
    pictures = pictures.stream().sorted(Comparator.comparing(Entry::name)).toList();
    skipped = skipped.stream().sorted(Comparator.comparing(Skipped::name)).toList();
  }

  /**
   * A file to read as a picture.
   *
   * @param name relative to the data set's folder, with {@code /}
   * @param split where it stands, {@code TRAIN} if that is still to be drawn
   */
  record Entry(Path file, String name, int label, Split split) {}

  /** A file, or a folder as a whole, that is not read. */
  record Skipped(String name, String reason) {}

  /** Looks through the folder, follows links, and opens no file. */
  static PictureTree of(PictureFolder settings) throws IOException {
    Map<String, Integer> labels =
        IntStream.range(0, settings.classFolders().size())
            .boxed()
            .collect(Collectors.toMap(settings.classFolders()::get, Function.identity()));
    Walk walk = new Walk(settings.folder());
    if (settings.testShare() > 0) {
      walk.classes(settings.folder(), labels, Split.TRAIN, List.of());
    } else {
      List<String> splits = List.of(Split.TRAIN.word(), Split.TEST.word());
      walk.classes(settings.folder().resolve(Split.TRAIN.word()), labels, Split.TRAIN, List.of());
      walk.classes(settings.folder().resolve(Split.TEST.word()), labels, Split.TEST, List.of());
      walk.classes(settings.folder(), Map.of(), Split.TRAIN, splits);
    }
    return new PictureTree(walk.pictures, walk.skipped);
  }

  private static final class Walk {

    private final Path top;
    private final List<Entry> pictures = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();

    Walk(Path top) {
      this.top = top;
    }

    void classes(Path parent, Map<String, Integer> labels, Split split, List<String> known)
        throws IOException {
      List<Path> children;
      try (Stream<Path> listed = Files.list(parent)) {
        children = listed.filter(child -> !isHidden(child)).toList();
      }
      for (Path child : children) {
        Integer label = labels.get(child.getFileName().toString());
        if (label != null && Files.isDirectory(child)) {
          Files.walkFileTree(
              child,
              EnumSet.of(FileVisitOption.FOLLOW_LINKS),
              Integer.MAX_VALUE,
              new OneClass(label, split));
        } else if (!known.contains(child.getFileName().toString())) {
          skip(
              child, Files.isDirectory(child) ? "is no class's folder" : "is in no class's folder");
        }
      }
    }

    private void skip(Path file, String reason) {
      skipped.add(new Skipped(name(file), reason));
    }

    private String name(Path file) {
      return top.relativize(file).toString().replace('\\', '/');
    }

    private static boolean isHidden(Path file) {
      return PictureFolder.isHidden(String.valueOf(file.getFileName()));
    }

    private final class OneClass extends SimpleFileVisitor<Path> {

      private final int label;
      private final Split split;

      OneClass(int label, Split split) {
        this.label = label;
        this.split = split;
      }

      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (isHidden(file)) {
          return FileVisitResult.CONTINUE;
        }
        if (!attributes.isRegularFile()) {
          skip(file, "is no plain file");
        } else if (DecodedPicture.named(file.getFileName().toString())) {
          pictures.add(new Entry(file, name(file), label, split));
        } else {
          skip(file, "is no PNG or JPEG file by its name");
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException e) {
        skip(file, PlainMessage.of(e));
        return FileVisitResult.CONTINUE;
      }
    }
  }
}
