package stoffprobe.report.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and durations; all times are UTC, so that the page is the same wherever it is made. */
public final class Times {

  private static final DateTimeFormatter GERMAN =
      DateTimeFormatter.ofPattern("d. MMMM uuuu, HH:mm 'Uhr (UTC)'", Locale.GERMANY);
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm '(UTC)'", Locale.UK);

  private Times() {}

  /** {@code 14. März 2026, 09:26 Uhr (UTC)}. */
  public static Bilingual moment(Instant instant) {
    return new Bilingual(
        GERMAN.format(instant.atOffset(ZoneOffset.UTC)),
        ENGLISH.format(instant.atOffset(ZoneOffset.UTC)));
  }

  /** {@code 0,08 s}, {@code 4,6 s}, {@code 42 s}, {@code 3 min 5 s}, {@code 1 h 12 min}. */
  public static Bilingual duration(double seconds) {
    if (seconds < 1) {
      return Bilingual.of("{0}\u00a0s", "{0}\u00a0s", Numbers.decimal(seconds, 2));
    }
    if (seconds < 10) {
      return Bilingual.of("{0}\u00a0s", "{0}\u00a0s", Numbers.decimal(seconds, 1));
    }
    long whole = Math.round(seconds);
    if (whole < 60) {
      return Bilingual.same(whole + "\u00a0s");
    }
    if (whole < 3600) {
      return Bilingual.same(whole / 60 + "\u00a0min " + whole % 60 + "\u00a0s");
    }
    long minutes = Math.round(seconds / 60);
    return Bilingual.same(minutes / 60 + "\u00a0h " + minutes % 60 + "\u00a0min");
  }

  /** Milliseconds to two significant digits: {@code 0,085 ms}, {@code 4,2 ms}, {@code 125 ms}. */
  public static Bilingual latency(double milliseconds) {
    int digits = milliseconds >= 10 ? 0 : milliseconds >= 1 ? 1 : milliseconds >= 0.1 ? 2 : 3;
    Bilingual number = Numbers.decimal(milliseconds, digits);
    return new Bilingual(number.de() + "\u00a0ms", number.en() + "\u00a0ms");
  }
}
