package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every statistic of a real run, computed again by scikit-learn and SciPy: three models, and a
 * class that no image is of. Without a Python that has both, this is skipped.
 */
final class RecheckTest {

  private static final String SCRIPT = "src/test/python/recheck_evaluation.py";

  @TempDir private static Path folder;
  private static String python;
  private static Path root;

  @BeforeAll
  static void evaluateThreeModels() throws Exception {
    python = Recheck.python();
    Path file = folder.resolve("three.yaml");
    Files.writeString(
        file,
        Files.readString(Path.of("pipelines/smoke.yaml"))
                .replace("pipeline: smoke", "pipeline: three")
                .replace("Stiefel]", "Stiefel, \"Schal, \\\"lang\\\"\"]")
                .replace("Ankle boot]", "Ankle boot, Scarf]")
                .replace("dense: 10", "dense: 11")
            + "  plain:\n    layers: [flatten, {dense: 11}]\n");
    CommandLineRun run =
        CommandLineRun.of("run", file.toString(), "evaluate", "--output", folder.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    root = folder.resolve("three");
  }

  @Test
  void scikitLearnAndSciPyAgreeWithEveryStatistic() throws Exception {
    Recheck recheck = Recheck.of(python, SCRIPT, root);

    assertThat(recheck.output()).contains(" values compared, 0 differ");
    assertThat(recheck.exitCode()).as(recheck.output()).isZero();
  }

  /** A number of each file, changed a little: all of them are named, and nothing else. */
  @Test
  void eachFalsifiedNumberIsNamed() throws Exception {
    Path copy = folder.resolve("falsified");
    for (String part : List.of("3-preprocess", "5-evaluate")) {
      copy(root.resolve(part), copy.resolve(part));
    }
    for (String model : List.of("mlp", "cnn", "plain")) {
      copy(root.resolve("4-train-" + model), copy.resolve("4-train-" + model));
    }
    Path evaluated = copy.resolve("5-evaluate");
    falsify(evaluated.resolve("metrics.json"), "\"ece\" : 0\\.\\d{6}(\\d)");
    falsify(evaluated.resolve("metrics.json"), "\"mcnemar_p_holm\" : \\d\\.(\\d)");
    falsify(evaluated.resolve("per-class.csv"), "mlp,0,.*\\.\\d{6}(\\d)\\d*\n");
    falsify(evaluated.resolve("class-comparisons.csv"), "mlp,cnn,0,T-shirt/Top,\\d*(\\d),");
    falsify(evaluated.resolve("reliability.csv"), "cnn,\\d+,[^,]+,[^,]+,\\d*(\\d),0\\.");
    falsify(evaluated.resolve("coverage.csv"), "plain,50,\\d*(\\d),");
    falsify(evaluated.resolve("confusion-cnn.csv"), "9,9,\\d*(\\d)\n");
    falsify(evaluated.resolve("examples.csv"), "suspect,,,0,\\d+,\\d,mlp,\\d,0\\.\\d*(\\d),");

    Recheck recheck = Recheck.of(python, SCRIPT, copy);

    assertThat(recheck.exitCode()).isEqualTo(1);
    assertThat(recheck.output().lines())
        .anyMatch(line -> line.matches("metrics.json models \\w+ ece: the file says .*"))
        .anyMatch(line -> line.matches("metrics.json comparisons.* mcnemar_p_holm: .*"))
        .anyMatch(line -> line.startsWith("per-class.csv row 1 f1_high: "))
        .anyMatch(line -> line.startsWith("class-comparisons.csv row 1 support: "))
        .anyMatch(line -> line.matches("reliability.csv row \\d+ count: .*"))
        .anyMatch(line -> line.matches("coverage.csv row 250 images: .*"))
        .anyMatch(line -> line.startsWith("confusion-cnn.csv row 109 count: "))
        .anyMatch(line -> line.matches("examples.csv row \\d+ probability: .*"))
        .hasSize(9)
        .last()
        .asString()
        .endsWith(" values compared, 8 differ");
  }

  /** Makes the digit that the pattern's first group finds another one. */
  private static void falsify(Path file, String pattern) throws IOException {
    String text = Files.readString(file);
    Matcher digit = Pattern.compile(pattern).matcher(text);
    assertThat(digit.find()).as("%s in %s", pattern, file).isTrue();
    String other = digit.group(1).equals("5") ? "6" : "5";
    Files.writeString(
        file, text.substring(0, digit.start(1)) + other + text.substring(digit.end(1)));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
