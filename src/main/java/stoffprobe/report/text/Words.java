package stoffprobe.report.text;

import java.util.List;
import java.util.stream.Collectors;
import stoffprobe.config.ClassNames;
import stoffprobe.report.chart.Isolated;
import stoffprobe.report.chart.ModelLabel;

/** Small words that several sentences share. */
public final class Words {

  private static final List<String> GERMAN =
      List.of("keine", "eine", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun");
  private static final List<String> ENGLISH =
      List.of("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

  private Words() {}

  /** A name that both languages write alike. */
  public static Bilingual name(String name) {
    return Bilingual.same(name);
  }

  /** A model, as the figures call it too. */
  public static Bilingual model(String name) {
    return Bilingual.same(ModelLabel.of(name));
  }

  /** A class, in quotation marks. */
  public static Bilingual quoted(ClassNames classes, int index) {
    return new Bilingual(
        "„" + Isolated.of(classes.de().get(index)) + "“",
        "“" + Isolated.of(classes.en().get(index)) + "”");
  }

  /** A class as it is. */
  public static Bilingual className(ClassNames classes, int index) {
    return new Bilingual(classes.de().get(index), classes.en().get(index));
  }

  /** {@code keine}, {@code eine}, {@code drei}, {@code 12}: of classes, so feminine. */
  public static Bilingual count(long value) {
    return value >= 0 && value < GERMAN.size()
        ? new Bilingual(GERMAN.get((int) value), ENGLISH.get((int) value))
        : Numbers.whole(value);
  }

  /** {@code ein Bild}, {@code 12 Bilder}. */
  public static Bilingual images(long count) {
    return count == 1
        ? new Bilingual("ein Bild", "one image")
        : Bilingual.of("{0} Bilder", "{0} images", Numbers.whole(count));
  }

  /** {@code einmal}, {@code 12-mal}. */
  public static Bilingual times(long count) {
    return count == 1
        ? new Bilingual("einmal", "once")
        : Bilingual.of("{0}-mal", "{0} times", Numbers.whole(count));
  }

  /** {@code 28 × 28}. */
  public static String shape(List<Integer> sizes) {
    return sizes.stream().map(String::valueOf).collect(Collectors.joining(" × "));
  }
}
