package stoffprobe.report.text;

import java.text.Bidi;
import java.util.List;
import java.util.stream.Collectors;
import stoffprobe.config.ClassNames;
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
        "„" + isolated(classes.de().get(index)) + "“",
        "“" + isolated(classes.en().get(index)) + "”");
  }

  /** A name from right to left must not turn round the numbers that follow it. */
  private static String isolated(String name) {
    char[] letters = name.toCharArray();
    return Bidi.requiresBidi(letters, 0, letters.length) ? "\u2068" + name + "\u2069" : name;
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
