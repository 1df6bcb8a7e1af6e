package stoffprobe.nightly.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import stoffprobe.report.chart.Anchor;
import stoffprobe.report.chart.Language;
import stoffprobe.report.chart.Palette;
import stoffprobe.report.chart.Style;

/**
 * Dates (UTC) from left to right.
 *
 * @param first the first night
 * @param last the last night, the first one's equal if there is one only
 */
record NightAxis(Instant first, Instant last, double left, double right) {

  /** Room below the data for the dates. */
  static final int BELOW = 24;

  /** What the axis goes on beyond the first and the last night, so that no mark is cut. */
  private static final double ROOM = 6;

  /** A date and the space that it needs. */
  private static final double LABEL = 52;

  /** Shorter spans than this are told by the clock. */
  private static final Duration HOURS = Duration.ofDays(2);

  private static final int[] DAYS = {1, 2, 3, 4, 7, 14};
  private static final int[] MONTHS = {1, 2, 3, 6, 12, 24, 60, 120, 1200};
  private static final List<String> ENGLISH =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  /** A place on the axis with its name. */
  private record Tick(Instant at, String label, Anchor anchor) {

    double width() {
      return Style.width(Style.font(Style.SMALL, anchor), label) * Style.RESERVE + 4;
    }
  }

  static NightAxis of(List<Occasion> nights, double left, double right) {
    Instant first = nights.stream().map(Occasion::started).min(Instant::compareTo).orElseThrow();
    Instant last = nights.stream().map(Occasion::started).max(Instant::compareTo).orElseThrow();
    return new NightAxis(first, last, left, right);
  }

  /** Where a night lies. */
  double x(Instant night) {
    double span = seconds(Duration.between(first, last));
    return span == 0
        ? (left + right) / 2
        : left + ROOM + seconds(Duration.between(first, night)) / span * (right - left - 2 * ROOM);
  }

  void draw(Graphics2D canvas, Language language, double top, double bottom) {
    for (Tick tick : ticks(language)) {
      double x = x(tick.at());
      canvas.setColor(Palette.GRID.color());
      canvas.setStroke(Style.line(1));
      canvas.draw(new Line2D.Double(x, top, x, bottom));
      Style.text(
          canvas,
          Style.font(Style.SMALL, tick.anchor()),
          Palette.MUTED,
          tick.label(),
          tick.anchor() == Anchor.START ? left : tick.anchor() == Anchor.END ? right : x,
          bottom + 16);
    }
  }

  private List<Tick> ticks(Language language) {
    Duration span = Duration.between(first, last);
    if (span.isZero()) {
      return List.of(new Tick(first, moment(first, language), Anchor.MIDDLE));
    }
    if (span.compareTo(HOURS) < 0) {
      Tick begin = new Tick(first, moment(first, language), Anchor.START);
      Tick end = new Tick(last, moment(last, language), Anchor.END);
      return begin.width() + end.width() < right - left ? List.of(begin, end) : List.of(end);
    }
    double most = Math.max(2, (right - left) / LABEL);
    for (int step : DAYS) {
      if (span.toDays() < step * most) {
        return days(step, language);
      }
    }
    for (int step : MONTHS) {
      if (span.toDays() / 30.4 < step * most) {
        return months(step, language);
      }
    }
    throw new IllegalArgumentException(first + " to " + last);
  }

  private List<Tick> days(int step, Language language) {
    LocalDate day = utc(first).toLocalDate().plusDays(1);
    if (step >= 7) {
      day = day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }
    List<Tick> ticks = new ArrayList<>();
    for (; !instant(day).isAfter(last); day = day.plusDays(step)) {
      ticks.add(new Tick(instant(day), day(day, language), Anchor.MIDDLE));
    }
    return inside(ticks);
  }

  private List<Tick> months(int step, Language language) {
    LocalDate month = utc(first).toLocalDate().withDayOfMonth(1);
    List<Tick> ticks = new ArrayList<>();
    for (; !instant(month).isAfter(last); month = month.plusMonths(1)) {
      int number = month.getYear() * 12 + month.getMonthValue() - 1;
      if (number % step == 0 && !instant(month).isBefore(first)) {
        String name = ENGLISH.get(month.getMonthValue() - 1);
        String label =
            language.pick(
                String.format(Locale.ROOT, "%02d/%d", month.getMonthValue(), month.getYear()),
                name + " " + month.getYear());
        ticks.add(new Tick(instant(month), label, Anchor.MIDDLE));
      }
    }
    return inside(ticks);
  }

  /** Without those whose names would be cut off, unless none was left. */
  private List<Tick> inside(List<Tick> ticks) {
    List<Tick> kept = ticks.stream().filter(tick -> x(tick.at()) < right - LABEL / 4).toList();
    return kept.isEmpty() ? ticks : kept;
  }

  /** {@code 26.11.}, {@code 26 Nov}. */
  static String day(LocalDate day, Language language) {
    return language.pick(
        String.format(Locale.ROOT, "%d.%d.", day.getDayOfMonth(), day.getMonthValue()),
        day.getDayOfMonth() + " " + ENGLISH.get(day.getMonthValue() - 1));
  }

  /** {@code 26.11. 03:17}, {@code 26 Nov, 03:17}. */
  static String moment(Instant instant, Language language) {
    LocalDateTime time = utc(instant);
    return day(time.toLocalDate(), language)
        + language.pick(" ", ", ")
        + String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
  }

  /** The same with its year. */
  static String date(Instant instant, Language language) {
    LocalDateTime time = utc(instant);
    return day(time.toLocalDate(), language)
        + language.pick("", " ")
        + time.getYear()
        + String.format(Locale.ROOT, ", %02d:%02d", time.getHour(), time.getMinute());
  }

  private static LocalDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDateTime();
  }

  private static Instant instant(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }
}
