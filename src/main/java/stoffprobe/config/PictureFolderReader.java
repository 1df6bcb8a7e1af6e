package stoffprobe.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import stoffprobe.config.DatasetSettings.PictureFolder;

/**
 * Reads {@code dataset.folder} and what belongs to it. The classes are the sorted names of the
 * folders in it unless the file names them, so this looks into the folder.
 */
final class PictureFolderReader {

  private PictureFolderReader() {}

  /** The folder and the names of its classes. */
  record Found(PictureFolder origin, ClassNames classes) {}

  static Found read(Section dataset, boolean colour) {
    Value value = dataset.find("folder").orElseThrow();
    Path folder = value.as(Words.folder());
    dataset
        .find("files")
        .ifPresent(files -> files.refuse("files besides a folder", "one of the two"));
    Invert invert = invert(dataset, colour);
    Optional<Double> share = dataset.optional("test-share", TestShare.KIND);
    ClassFolders folders = folders(value, folder);
    boolean split = folders.divided();
    if (split && share.isPresent()) {
      dataset
          .find("test-share")
          .orElseThrow()
          .refuse("a share although " + folder + " holds train and test", "one of the two");
    }
    Named named = named(dataset, value, folder, folders.names());
    double testShare = split ? 0 : share.orElse(TestShare.DEFAULT);
    return new Found(
        new PictureFolder(folder, named.folders(), invert, testShare), named.classes());
  }

  /** A negative makes a bright background dark; of colours it would make others. */
  private static Invert invert(Section dataset, boolean colour) {
    Invert standard = colour ? Invert.NEVER : Invert.AUTO;
    Invert invert = dataset.optional("invert", Words.oneOf(List.of(Invert.values())), standard);
    if (colour && invert != Invert.NEVER) {
      dataset
          .find("invert")
          .orElseThrow()
          .refuse(invert.word() + " besides colour: true", "never, or no invert at all");
    }
    return invert;
  }

  private record Named(List<String> folders, ClassNames classes) {}

  private static Named named(Section dataset, Value value, Path folder, SortedSet<String> folders) {
    boolean sound = value.problems().noneAt(value.path());
    if (sound && Files.exists(folder) && !Files.isDirectory(folder)) {
      value.refuse("a file", "a folder with a folder of pictures a class");
      sound = false;
    }
    boolean there = sound && Files.isDirectory(folder);
    Optional<Value> classes = dataset.find("classes");
    if (classes.isPresent()) {
      Named named =
          classes.get().node() instanceof Node.Mapping
              ? classes.get().as(PictureFolderReader::mapped)
              : same(ClassNamesReader.read(dataset));
      if (there) {
        refuseMissing(classes.get(), named, folders, folder);
      }
      return named;
    }
    if (sound) {
      refuseUnlessClasses(value, folder, there, folders.size());
    }
    List<String> sorted = List.copyOf(folders);
    return new Named(sorted, new ClassNames(sorted, sorted));
  }

  private static void refuseUnlessClasses(Value value, Path folder, boolean there, int count) {
    if (!there) {
      value.refuse(
          "no folder " + folder + ", seen from the current folder",
          "a folder with a folder of pictures a class");
    } else if (count < ClassNamesReader.FEWEST_CLASSES || count > ClassNamesReader.MOST_CLASSES) {
      value.refuse(
          count + (count == 1 ? " folder" : " folders") + " in " + folder,
          ClassNamesReader.FEWEST_CLASSES
              + " to "
              + ClassNamesReader.MOST_CLASSES
              + ", one of pictures a class");
    }
  }

  private static Named same(ClassNames classes) {
    return new Named(classes.de(), classes);
  }

  private static Named mapped(Section classes) {
    Optional<Value> folders = classes.find("folders");
    ClassNames names = ClassNamesReader.bothLanguages(classes);
    if (folders.isEmpty()) {
      return same(names);
    }
    int count = names.count();
    List<String> named =
        ClassNamesReader.names(
            folders.get().items("the folder of each class, " + count, count, count));
    return new Named(named.isEmpty() ? names.de() : named, names);
  }

  private static void refuseMissing(
      Value classes, Named named, SortedSet<String> folders, Path folder) {
    List<String> missing =
        named.folders().stream().filter(name -> !folders.contains(name)).toList();
    if (!missing.isEmpty() && classes.problems().noneAt(classes.path())) {
      classes.refuse(
          "no folder "
              + missing.stream().map(Quoting::quoted).collect(Collectors.joining(", "))
              + " in "
              + folder,
          "a folder for each class, named as it or in classes.folders; there are "
              + folders.stream().limit(20).map(Quoting::quoted).collect(Collectors.joining(", ")));
    }
  }

  /** None where there is nothing to look into; what can't be read is a problem. */
  private static ClassFolders folders(Value value, Path folder) {
    if (value.problems().noneAt(value.path()) && Files.isDirectory(folder)) {
      try {
        return ClassFolders.in(folder);
      } catch (IOException e) {
        value.refuse(
            folder + ", which can't be read", "a folder with a folder of pictures a class");
      }
    }
    return new ClassFolders(new TreeSet<>(), false);
  }
}
