package stoffprobe.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code dataset.classes}: one list for both languages, or one for each. */
final class ClassNamesReader {

  static final int FEWEST_CLASSES = 2;
  static final int MOST_CLASSES = 256; // a label is one byte
  private static final String NAMES =
      "a list of " + FEWEST_CLASSES + " to " + MOST_CLASSES + " class names";
  private static final ClassNames NO_NAMES = new ClassNames(List.of(), List.of());

  private ClassNamesReader() {}

  /** The names; none, and a problem, if they lack or are wrong. */
  static ClassNames read(Section dataset) {
    Optional<Value> value = dataset.find("classes");
    if (value.isPresent() && value.get().node() instanceof Node.Mapping) {
      return value.get().as(ClassNamesReader::bothLanguages);
    }
    List<String> names =
        names(dataset.requiredList("classes", NAMES, FEWEST_CLASSES, MOST_CLASSES));
    return new ClassNames(names, names);
  }

  /** The names in both languages; none, and a problem, if their numbers differ. */
  static ClassNames bothLanguages(Section classes) {
    List<String> de = list(classes, "de");
    List<String> en = list(classes, "en");
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

  private static List<String> list(Section classes, String key) {
    return names(classes.requiredList(key, NAMES, FEWEST_CLASSES, MOST_CLASSES));
  }

  /** Names of which none occurs twice. */
  static List<String> names(List<Value> values) {
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
}
