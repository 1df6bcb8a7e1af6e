package stoffprobe.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import stoffprobe.report.chart.Figure;
import stoffprobe.report.chart.Language;

/**
 * A figure in both languages, drawn on all cores while the page goes on; who asks for it before it
 * is done waits.
 */
public final class Drawing {

  private static final ExecutorService PENS =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), Drawing::pen);

  private final String id;
  private final Pair german;
  private final Pair english;
  private final Optional<Drawing> narrow;

  /** One language's figure and how it stands in the page, which is made once and may show twice. */
  private record Pair(CompletableFuture<Figure> figure, CompletableFuture<Inline> inline) {

    static Pair of(Function<Language, Figure> draw, Language language) {
      CompletableFuture<Figure> figure =
          CompletableFuture.supplyAsync(() -> draw.apply(language), PENS);
      return new Pair(figure, figure.thenApply(Drawing::inline));
    }
  }

  /** One drawing as it stands in the page. */
  public record Inline(String svg, int width, int height) {

    /** The drawing with an id, so that {@code <use>} can show it again. */
    public String svg(String id) {
      return svg.replaceFirst("<svg ", "<svg id=\"" + id + "\" ");
    }

    /** The coordinates of a frame that shows it again. */
    public String viewBox() {
      return "0 0 " + width + " " + height;
    }
  }

  private Drawing(String id, Pair german, Pair english, Optional<Drawing> narrow) {
    this.id = id;
    this.german = german;
    this.english = english;
    this.narrow = narrow;
  }

  /**
   * Begins to draw.
   *
   * @param id of the elements that show it, unique in the page
   */
  public static Drawing of(String id, Function<Language, Figure> draw) {
    Pair german = Pair.of(draw, Language.DE);
    return new Drawing(id, german, Pair.of(draw, Language.EN), Optional.empty());
  }

  /** With another drawing for a narrow screen, where this one would be cut off. */
  public Drawing orNarrow(Function<Language, Figure> draw) {
    return new Drawing(id, german, english, Optional.of(of(id + ".narrow", draw)));
  }

  public String id() {
    return id;
  }

  public Inline german() {
    return await(german.inline());
  }

  public Inline english() {
    return await(english.inline());
  }

  /** What a narrow screen shows instead. */
  public Optional<Drawing> narrow() {
    return narrow;
  }

  /**
   * Begins to write both languages as SVG and PNG, the wide drawing alone.
   *
   * @param folder an existing one
   */
  CompletableFuture<Void> write(Path folder) {
    return CompletableFuture.allOf(
        german.figure().thenAcceptAsync(figure -> write(figure, folder), PENS),
        english.figure().thenAcceptAsync(figure -> write(figure, folder), PENS));
  }

  /** Waits for what was begun; what failed there fails here. */
  static <T> T await(CompletableFuture<T> begun) {
    try {
      return begun.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  private static void write(Figure figure, Path folder) {
    try {
      figure.write(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Inline inline(Figure figure) {
    return new Inline(figure.svg(), figure.width(), figure.height());
  }

  private static Thread pen(Runnable work) {
    Thread thread = new Thread(work, "figures");
    thread.setDaemon(true);
    return thread;
  }
}
