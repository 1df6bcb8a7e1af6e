package stoffprobe.report.text;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import stoffprobe.report.chart.Language;

/** The same words in German and in English: plain text, escaped where a template shows it. */
public record Bilingual(String de, String en) {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  /** What reads alike in both languages. */
  public static Bilingual same(String both) {
    return new Bilingual(both, both);
  }

  /**
   * A sentence with values in it.
   *
   * @param de German, with {@code {0}} where the first value belongs
   * @param en English, likewise
   * @param values each in both languages; braces in them stay as they are
   */
  public static Bilingual of(String de, String en, Bilingual... values) {
    return new Bilingual(fill(de, i -> values[i].de()), fill(en, i -> values[i].en()));
  }

  /** Both texts, one after the other. */
  public Bilingual then(Bilingual next) {
    return new Bilingual(de + " " + next.de, en + " " + next.en);
  }

  public String in(Language language) {
    return language.pick(de, en);
  }

  /** {@code a, b und c}. */
  public static Bilingual list(List<Bilingual> parts) {
    return new Bilingual(
        list(parts.stream().map(Bilingual::de).toList(), " und "),
        list(parts.stream().map(Bilingual::en).toList(), " and "));
  }

  /** {@code a, b, c}. */
  public static Bilingual enumeration(List<Bilingual> parts) {
    return new Bilingual(
        String.join(", ", parts.stream().map(Bilingual::de).toList()),
        String.join(", ", parts.stream().map(Bilingual::en).toList()));
  }

  /** All sentences in a row. */
  public static Bilingual paragraph(List<Bilingual> sentences) {
    return new Bilingual(
        sentences.stream().map(Bilingual::de).collect(Collectors.joining(" ")),
        sentences.stream().map(Bilingual::en).collect(Collectors.joining(" ")));
  }

  private static String list(List<String> parts, String and) {
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, last)) + and + parts.get(last);
  }

  private static String fill(String text, Function<Integer, String> value) {
    Function<MatchResult, String> place =
        match -> Matcher.quoteReplacement(value.apply(Integer.valueOf(match.group(1))));
    return PLACE.matcher(text).replaceAll(place);
  }
}
