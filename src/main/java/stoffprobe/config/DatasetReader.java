package stoffprobe.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the section {@code dataset}. */
final class DatasetReader {

  private static final int FEWEST_CLASSES = 2;
  private static final int MOST_CLASSES = 256; // a label is one byte
  private static final String NAMES =
      "a list of " + FEWEST_CLASSES + " to " + MOST_CLASSES + " class names";
  private static final ClassNames NO_NAMES = new ClassNames(List.of(), List.of());

  private static final DatasetSettings.Sources NOWHERE =
      new DatasetSettings.Sources(List.of(), Optional.empty(), Optional.empty());

  /** Height and width of an image where the file gives none: those of MNIST and its likes. */
  private static final int DEFAULT_SIDE = 28;

  private DatasetReader() {}

  static DatasetSettings read(Section dataset) {
    List<Integer> size = size(dataset);
    return new DatasetSettings(
        dataset.required("title", Words.line(200)),
        classes(dataset),
        size.get(0),
        size.get(1),
        dataset.optional("license", Words.line(500)),
        dataset.requiredSection("files", DatasetReader::files),
        dataset.find("sources").map(sources -> sources.as(DatasetReader::sources)).orElse(NOWHERE));
  }

  private static List<Integer> size(Section dataset) {
    List<Integer> sides =
        dataset
            .find("size")
            .map(size -> size.items("[height, width], such as [28, 28]", 2, 2))
            .orElse(List.of())
            .stream()
            .map(side -> side.as(Numbers.whole(1, 1024)))
            .toList();
    return sides.isEmpty() ? List.of(DEFAULT_SIDE, DEFAULT_SIDE) : sides;
  }

  /** One list for both languages, or one for each. */
  private static ClassNames classes(Section dataset) {
    Optional<Value> value = dataset.find("classes");
    if (value.isPresent() && value.get().node() instanceof Node.Mapping) {
      return value.get().as(DatasetReader::bothLanguages);
    }
    List<String> names =
        names(dataset.requiredList("classes", NAMES, FEWEST_CLASSES, MOST_CLASSES));
    return new ClassNames(names, names);
  }

  private static ClassNames bothLanguages(Section classes) {
    List<String> de = names(classes.requiredList("de", NAMES, FEWEST_CLASSES, MOST_CLASSES));
    List<String> en = names(classes.requiredList("en", NAMES, FEWEST_CLASSES, MOST_CLASSES));
    if (de.size() == en.size()) {
      return new ClassNames(de, en);
    }
    if (!de.isEmpty() && !en.isEmpty()) {
      classes
          .find("en")
          .orElseThrow()
          .refuse(en.size() + " names", "as many as the German ones, " + de.size());
    }
    return NO_NAMES;
  }

  private static List<String> names(List<Value> values) {
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Value value : values) {
      String name = value.as(Words.line(100));
      // A wrong name's stand-in is no name that another could repeat.
      if (value.problems().noneAt(value.path()) && !seen.add(name)) {
        value.refuse("the name " + Quoting.quoted(name) + " again", "a name a class");
      }
      names.add(name);
    }
    return names;
  }

  private static DatasetSettings.Files files(Section files) {
    return new DatasetSettings.Files(
        file(files, "train-images"),
        file(files, "train-labels"),
        file(files, "test-images"),
        file(files, "test-labels"));
  }

  private static DatasetSettings.SourceFile file(Section files, String key) {
    return files.requiredSection(
        key,
        file ->
            new DatasetSettings.SourceFile(
                key,
                file.required("name", Words.fileName()),
                file.optional("sha256", Words.sha256())));
  }

  private static DatasetSettings.Sources sources(Section sources) {
    List<Path> folders =
        sources
            .find("folders")
            .map(value -> value.items("a list of folders", 0, 100))
            .orElse(List.of())
            .stream()
            .map(folder -> folder.as(Words.folder()))
            .toList();
    return new DatasetSettings.Sources(
        folders,
        sources.optional("download", Words.address()),
        sources.optional("debian-package", Words.debianPackage()));
  }
}
