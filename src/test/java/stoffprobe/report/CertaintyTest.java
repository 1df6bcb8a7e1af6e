package stoffprobe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.data.BrokenFileException;
import stoffprobe.report.facts.Certainty;
import stoffprobe.report.facts.Certainty.Coverage;
import stoffprobe.report.facts.RunFolder;

/** Reliability and coverage as their files tell them. */
class CertaintyTest {

  private static final List<String> MODELS = List.of("mlp", "cnn");

  @TempDir private Path root;

  @BeforeEach
  void aWholeRun() throws IOException {
    SyntheticRun.fashion(
            SyntheticModel.mlp("mlp", SyntheticRun.FAIR),
            SyntheticModel.cnn("cnn", SyntheticRun.GOOD))
        .write(root);
  }

  @Test
  void theMeanConfidenceIsThatOfAllImages() throws IOException {
    double mean =
        IntStream.range(0, 1000).mapToDouble(i -> 1 - 0.7e-6 * i * i).average().orElseThrow();
    assertThat(read().meanConfidence()).isCloseTo(mean, within(1e-12));
  }

  @Test
  void anEmptyBinHasNoAccuracy() throws IOException {
    List<Certainty.Bin> bins = read().bins();
    assertThat(bins).hasSize(15);
    assertThat(bins.subList(0, 4)).allMatch(bin -> bin.count() == 0 && bin.measured().isEmpty());
    assertThat(bins.subList(4, 15)).allMatch(bin -> bin.count() > 0 && bin.measured().isPresent());
    assertThat(bins.stream().mapToLong(Certainty.Bin::count).sum()).isEqualTo(1000);
  }

  @Test
  void theMostImagesThatReachAnAccuracyAreFound() throws IOException {
    Certainty certainty = read();
    // 123 errors at every other of the last 246 places
    assertThat(certainty.at(100).accuracy()).isEqualTo(0.877);
    assertThat(certainty.most(0.877)).map(Coverage::handedOver).hasValue(0);
    assertThat(certainty.most(1)).map(Coverage::percent).hasValue(75);
    assertThat(certainty.most(0.95)).map(Coverage::percent).hasValue(83);
    assertThat(certainty.at(83).accuracy()).isEqualTo((754 + 38) / 830.0, within(0.002));
    assertThat(certainty.most(1.1)).isEmpty();
  }

  @Test
  void aMissingPercentageIsNamed() throws IOException {
    replace("coverage.csv", "\ncnn,57,", "\ncnn,58,");
    assertBroken("coverage.csv can't be used: it does not hold 1 to 100 percent of cnn");
  }

  @Test
  void aModelWithoutACurveIsNamed() throws IOException {
    replace("coverage.csv", "\ncnn,", "\nother,");
    assertBroken("it does not hold 1 to 100 percent of cnn");
  }

  @Test
  void aWordWhereAThresholdBelongsIsNamed() throws IOException {
    replace("coverage.csv", "mlp,1,10,0.", "mlp,1,10,x0.");
    assertBroken("under threshold, expected a number");
  }

  private Certainty read() throws IOException {
    return Certainty.readAll(new RunFolder(root), MODELS).get("mlp");
  }

  private void assertBroken(String message) {
    assertThatThrownBy(this::read)
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining(message);
  }

  private void replace(String file, String old, String now) throws IOException {
    Path path = root.resolve("5-evaluate").resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(old);
    Files.writeString(path, text.replace(old, now));
  }
}
