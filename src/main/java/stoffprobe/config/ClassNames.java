package stoffprobe.config;

import java.util.List;

/**
 * The names of the classes, in the order of their indices, in both languages of the report.
 *
 * @param de German; the names that CSV files and messages use
 * @param en English
 */
public record ClassNames(List<String> de, List<String> en) {

  public ClassNames {
    de = List.copyOf(de);
    en = List.copyOf(en);
    if (de.size() != en.size()) {
      throw new IllegalArgumentException(de.size() + " German and " + en.size() + " English names");
    }
  }

  /** The number of classes. */
  public int count() {
    return de.size();
  }
}
