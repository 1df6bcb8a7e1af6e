package stoffprobe.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import stoffprobe.config.ModelSettings;
import stoffprobe.engine.Environment;
import stoffprobe.engine.Input;
import stoffprobe.engine.Stage;
import stoffprobe.engine.Workspace;
import stoffprobe.report.facts.Run;
import stoffprobe.report.facts.RunFolder;

/**
 * The last stage: one HTML file that shows what all others found, {@code metrics.json} beside it,
 * and each figure as SVG and PNG. The page is a function of the files that it shows: it bears no
 * time but theirs.
 *
 * @param about what the pipeline file says of the run
 */
public record Report(Run.About about, Map<String, String> code, Environment environment)
    implements Stage {

  public static final String NAME = "report";
  public static final String FOLDER = "6-report";

  private static final Logger LOG = LogManager.getLogger();
  private static final String MANIFEST = "manifest.json";

  public Report {
    code = Collections.unmodifiableMap(new LinkedHashMap<>(code));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String folder() {
    return FOLDER;
  }

  @Override
  public List<Input> inputs() {
    List<Input> inputs = new ArrayList<>();
    add(inputs, "ingest", "train-images.npy", "train-labels.npy", "source.json", MANIFEST);
    add(inputs, "explore", "class-counts.csv", "samples.csv", "first-image.txt");
    add(inputs, "explore", "statistics.json", "warnings.json", MANIFEST);
    add(inputs, "preprocess", "normalization.json", "leakage.json", "test-images.npy", MANIFEST);
    for (ModelSettings model : about.models()) {
      String stage = "train-" + model.name();
      add(inputs, stage, "history.csv", "architecture.txt", "training.json", MANIFEST);
      add(inputs, stage, "first-convolution.npy");
    }
    add(inputs, "evaluate", "filters-*.csv", "filter-maps-*.npy");
    add(inputs, "evaluate", "metrics.json", "per-class.csv", "confusion-*.csv", MANIFEST);
    add(inputs, "evaluate", "examples.csv", "reliability.csv", "coverage.csv");
    add(inputs, "evaluate", "timing.json", "class-comparisons.csv");
    return inputs;
  }

  @Override
  public Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("pipeline", about.pipeline());
    parameters.put("seed", about.seed());
    parameters.put("dataset.title", about.title());
    parameters.put("dataset.classes.de", about.classes().de());
    parameters.put("dataset.classes.en", about.classes().en());
    // Which models, not in which order: the order of keys in the file makes no result stale.
    about.models().forEach(model -> parameters.put("models." + model.name(), "shown"));
    return parameters;
  }

  @Override
  public void run(Workspace workspace) throws IOException {
    RunFolder folder = new RunFolder(workspace.root());
    Page page = page(folder);
    String html = html(page, workspace.output("figures"));
    Files.writeString(workspace.output("report.html"), html, StandardCharsets.UTF_8);
    Files.copy(folder.evaluate("metrics.json"), workspace.output("metrics.json"));
    LOG.info("Report: {} kB, {}", html.length() / 1000, page.verdict().headline().en());
  }

  /** The page; meanwhile its figures are written. Afterwards none is being written any more. */
  private static String html(Page page, Path folder) throws IOException {
    CompletableFuture<Void> figures = page.figures().write(folder);
    String html;
    try {
      html = page.html();
    } finally {
      figures.exceptionally(failure -> null).join();
    }
    try {
      Drawing.await(figures);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return html;
  }

  /** What the page shows of a run's files. */
  Page page(RunFolder folder) throws IOException {
    Run run = Run.read(folder, about);
    byte[] metrics = Files.readAllBytes(folder.evaluate("metrics.json"));
    return new Page(
        run,
        Figures.draw(run),
        Thumbnail.samples(run),
        Assets.load(),
        code,
        "data:application/json;base64," + Base64.getEncoder().encodeToString(metrics));
  }

  private static void add(List<Input> inputs, String stage, String... globs) {
    for (String glob : globs) {
      inputs.add(new Input.StageFiles(stage, glob));
    }
  }
}
