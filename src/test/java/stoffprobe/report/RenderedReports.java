package stoffprobe.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import stoffprobe.config.ClassNames;
import stoffprobe.config.PreprocessSettings;
import stoffprobe.report.facts.RunFolder;

/** Reports of synthetic runs, each rendered once, when it is first asked for. */
final class RenderedReports implements AutoCloseable {

  static final String SCRIPT = "<script>document.title = 'taken'</script>";
  static final String ARABIC = "\u0642\u0645\u064a\u0635 \u0642\u0637\u0646\u064a";
  static final String LONG = "Donaudampfschifffahrtsgesellschaftskapitänsuniformjacke";

  private static final List<Double> SECONDS = List.of(52.0, 318.2, 4000.0, 9.5, 100.0);

  private final Path root;
  private final Map<String, Path> pages = new HashMap<>();

  RenderedReports() {
    try {
      root = Files.createTempDirectory("stoffprobe-reports");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A fully connected and a convolutional network, which is better. */
  Path two() {
    return page(
        "two",
        SyntheticRun.fashion(
            SyntheticModel.mlp("mlp", SyntheticRun.FAIR),
            SyntheticModel.cnn("cnn", SyntheticRun.GOOD)));
  }

  Path one() {
    return page("one", SyntheticRun.fashion(SyntheticModel.cnn("cnn", SyntheticRun.GOOD)));
  }

  Path five() {
    SyntheticModel[] models =
        IntStream.range(0, 5)
            .mapToObj(
                i ->
                    SyntheticModel.cnn("net-" + i, lowered(SyntheticRun.GOOD, 2 * i))
                        .withCost(420_000 - i, SECONDS.get(i)))
            .toArray(SyntheticModel[]::new);
    return page("five", SyntheticRun.fashion(models));
  }

  /** Ten models and forty classes whose names are long, from right to left, and hostile. */
  Path ten() {
    List<String> names = new ArrayList<>(List.of(SCRIPT, ARABIC, LONG, "a&b \"c\" {0}"));
    IntStream.range(4, 40).forEach(i -> names.add((i % 5 == 0 ? ARABIC : "Klasse") + " " + i));
    List<SyntheticModel> models =
        IntStream.range(0, 10)
            .mapToObj(i -> SyntheticModel.cnn("net-" + i, Collections.nCopies(40, 60 + i)))
            .toList();
    return page(
        "ten",
        new SyntheticRun(
            LONG + " " + ARABIC, new ClassNames(names, names), models, PreprocessSettings.DEFAULT));
  }

  private static List<Integer> lowered(List<Integer> hits, int by) {
    return hits.stream().map(hit -> hit - by).toList();
  }

  private Path page(String name, SyntheticRun run) {
    return pages.computeIfAbsent(name, key -> render(run, root.resolve(key)));
  }

  private static Path render(SyntheticRun run, Path folder) {
    try {
      run.write(Files.createDirectories(folder));
      String html = run.report().page(new RunFolder(folder)).html();
      return Files.writeString(folder.resolve("report.html"), html);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
