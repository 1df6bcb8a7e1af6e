package stoffprobe.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.report.facts.Run;
import stoffprobe.report.facts.RunFolder;
import stoffprobe.report.text.Bilingual;
import stoffprobe.report.text.WarningsText;

/** What is wrong with the data stands in the report, and nothing that is not. */
final class WarningsTextTest {

  private static final SyntheticRun RUN =
      SyntheticRun.fashion(SyntheticModel.mlp("mlp", SyntheticRun.FAIR));

  @TempDir private Path root;

  @Test
  void goodDataGetNoWarningButWhatWasLookedFor() throws IOException {
    RUN.write(root);

    assertThat(items()).isEmpty();
    assertThat(text().nothing().de())
        .contains("Gesucht und nicht gefunden: beinahe gleiche Bilder");
  }

  @Test
  void twinsAreToldWithTheirShareAndDoubtfulLabels() throws IOException {
    RUN.write(root);
    replace("\"test_images\": 0, \"percent\": 0.0", "\"test_images\": 89, \"percent\": 0.89");
    assertThat(items())
        .singleElement()
        .satisfies(
            item ->
                assertThat(item.de())
                    .contains("89 Bilder aus dem Test (0,9\u00a0%)", "mindestens 0,99")
                    .doesNotContain("Beschriftungen falsch"))
        .satisfies(item -> assertThat(item.en()).contains("89 images of the test set (0.9%)"));

    replace("\"other_class\": 0", "\"other_class\": 3");
    assertThat(items().get(0).en()).contains("In 3 pairs the classes differ");
    assertThat(page()).contains("2-explore/near-duplicates.csv").doesNotContain("Looked for and");
  }

  @Test
  void unbalancedAndSmallClassesAreNamed() throws IOException {
    RUN.write(root);
    replace(
        "\"smallest\": {\"class_index\": 0, \"count\": 6000}, \"found\": false",
        "\"smallest\": {\"class_index\": 5, \"count\": 48}, \"found\": true");
    replace(
        "\"threshold_test\": 30, \"classes\": []",
        "\"threshold_test\": 30, \"classes\": [{\"class_index\": 5, \"train\": 48, \"test\": 12}]");

    assertThat(items().get(0).de())
        .contains("„T-shirt/Top“ hat im Training 6.000 Bilder, „Sandale“ nur 48");
    assertThat(items().get(1).de())
        .contains("„Sandale“ (48 im Training, 12 im Test) hat weniger als 100 Bilder im Training");
    assertThat(items().get(1).en())
        .contains("(48 for training, 12 for testing) has fewer than 100 images for training");
  }

  @Test
  void whatGivesAClassAwayIsTold() throws IOException {
    RUN.write(root);
    replace("\"percent\": 20.0, \"found\": false", "\"percent\": 81.5, \"found\": true");
    replace(
        "\"threshold_percent_elsewhere\": 10.0, \"classes\": []",
        "\"classes\": [{\"class_index\": 8, \"size\": \"640 x 480\", \"percent\": 97.5,"
            + " \"percent_elsewhere\": 0.0}]");

    assertThat(items().get(0).de()).contains("bei 81,5\u00a0% der Testbilder");
    assertThat(items().get(1).en()).contains("Bag", "(640 × 480, 97.5% against 0.0%)");
  }

  @Test
  void filesThatWereNotReadAreCounted() throws IOException {
    RUN.write(root);
    Path source = root.resolve("1-ingest/source.json");
    Files.writeString(
        source, Files.readString(source).replaceFirst("\"sha256\"", "\"skipped\": 15, \"sha256\""));

    assertThat(items()).singleElement().asString().contains("15", "1-ingest/skipped.csv");
  }

  private List<Bilingual> items() throws IOException {
    return text().items();
  }

  private WarningsText text() throws IOException {
    return new WarningsText(Run.read(new RunFolder(root), RUN.about()));
  }

  private String page() throws IOException {
    Path staging = Files.createTempDirectory(root, "report");
    RUN.report()
        .run(new stoffprobe.engine.Workspace(root, staging, stoffprobe.engine.Progress.NONE));
    return Files.readString(staging.resolve("report.html"));
  }

  private void replace(String found, String replacement) throws IOException {
    Path file = root.resolve("2-explore/warnings.json");
    String text = Files.readString(file);
    assertThat(text).contains(found);
    Files.writeString(file, text.replace(found, replacement));
  }
}
