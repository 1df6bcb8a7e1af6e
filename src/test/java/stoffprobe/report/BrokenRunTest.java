package stoffprobe.report;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.data.BrokenFileException;
import stoffprobe.report.facts.Run;
import stoffprobe.report.facts.RunFolder;

/** Files that don't hold what the other stages promise are named, with what is wrong in them. */
class BrokenRunTest {

  @TempDir private Path root;
  private final SyntheticRun run =
      SyntheticRun.fashion(SyntheticModel.mlp("mlp", SyntheticRun.FAIR));

  @BeforeEach
  void aWholeRun() throws IOException {
    run.write(root);
  }

  @Test
  void aMissingMetricIsNamedByItsPath() throws IOException {
    replace("5-evaluate/metrics.json", "\"brier\": 0.16, ", "");
    assertBroken("metrics.json can't be used: models.mlp.brier is missing");
  }

  @Test
  void aTextWhereANumberBelongsIsNamed() throws IOException {
    replace("5-evaluate/metrics.json", "\"ece\": 0.02", "\"ece\": \"low\"");
    assertBroken("models.mlp.ece is not a number");
  }

  @Test
  void aCutFileIsNoJson() throws IOException {
    replace("1-ingest/source.json", "\"license\": \"MIT\"}", "");
    assertBroken("source.json can't be used: it is not JSON");
  }

  @Test
  void aMissingModelIsNamed() throws IOException {
    replace("5-evaluate/metrics.json", "\"mlp\":", "\"other\":");
    assertBroken("metrics.json does not know the model mlp");
  }

  @Test
  void aHistoryWithoutItsColumnIsNamed() throws IOException {
    replace("4-train-mlp/history.csv", "test_loss", "loss");
    assertBroken("history.csv can't be used: row 1 has no column test_loss");
  }

  @Test
  void aWordInAHistoryIsNamed() throws IOException {
    replace("4-train-mlp/history.csv", "0,,2.31", "0,,high");
    assertBroken("row 1 has 'high' under test_loss, expected a number");
  }

  @Test
  void aMatrixWithAHoleIsRefused() throws IOException {
    replace("5-evaluate/confusion-mlp.csv", "\n9,0,", "\n0,0,");
    assertBroken("confusion-mlp.csv can't be used: it does not hold 10 x 10 cells");
  }

  @Test
  void aManifestWithoutATimeIsRefused() throws IOException {
    replace("2-explore/manifest.json", "2026-03-14T", "yesterday ");
    assertBroken("manifest.json can't be used: started is no time");
  }

  @Test
  void aMissingFileIsAnIoException() throws IOException {
    Files.delete(root.resolve("2-explore/samples.csv"));
    assertThatThrownBy(this::read)
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("samples.csv");
  }

  private void assertBroken(String message) {
    assertThatThrownBy(this::read)
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining(message);
  }

  private Run read() throws IOException {
    return Run.read(new RunFolder(root), run.about());
  }

  private void replace(String file, String old, String now) throws IOException {
    Path path = root.resolve(file);
    String text = Files.readString(path);
    if (!text.contains(old)) {
      throw new IllegalArgumentException(file + " does not contain " + old);
    }
    Files.writeString(path, text.replace(old, now));
  }
}
