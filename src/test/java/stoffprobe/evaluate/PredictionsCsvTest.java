package stoffprobe.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.data.BrokenFileException;
import stoffprobe.statistics.Predictions;

/** Guards the bits: metrics from the file have to be the metrics from memory. */
class PredictionsCsvTest {

  private static final String HEADER = "index,label,prediction,probability_0,probability_1\n";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("predictions.csv");
  }

  @Test
  void aRowHoldsIndexLabelPredictionAndProbabilities() throws IOException {
    PredictionsCsv.write(
        file, new Predictions(new int[] {1, 0}, new float[] {0.3f, 0.7f, 0.5f, 0.5f}, 2));
    assertThat(Files.readString(file)).isEqualTo(HEADER + "0,1,1,0.3,0.7\n1,0,0,0.5,0.5\n");
  }

  @Test
  void everyProbabilityIsReadBackBitForBit() throws IOException {
    Random random = new Random(1);
    float[] probabilities = new float[3_000];
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = (float) Math.pow(random.nextDouble(), 20);
    }
    PredictionsCsv.write(file, new Predictions(new int[1_000], probabilities, 3));
    Predictions read = PredictionsCsv.read(file, 3);
    assertThat(read.count()).isEqualTo(1_000);
    for (int i = 0; i < probabilities.length; i++) {
      assertThat(read.probability(i / 3, i % 3)).isEqualTo(probabilities[i]);
    }
  }

  @Test
  void furtherColumnsAtTheEndAreAllowed() throws IOException {
    Files.writeString(file, HEADER.replace("\n", ",margin\n") + "0,1,1,0.25,0.75,0.5\n");
    Predictions read = PredictionsCsv.read(file, 2);
    assertThat(read.label(0)).isEqualTo(1);
    assertThat(read.probability(0, 0)).isEqualTo(0.25f);
  }

  @Test
  void aFileOfOtherClassesFailsLoudly() throws IOException {
    Files.writeString(file, HEADER + "0,1,1,0.25,0.75\n");
    assertBroken(1, "more than 1 classes");
    assertBroken(3, "no column probability_2");
  }

  @Test
  void rowsThatDoNotHoldTogetherFailLoudly() throws IOException {
    assertBroken("1,1,1,0.25,0.75\n", "row 1", "index 1, expected 0");
    assertBroken("0,2,1,0.25,0.75\n", "row 1", "label 2 of 2 classes");
    assertBroken("0,1,0,0.25,0.75\n", "row 1", "predicts 0", "class 1");
    assertBroken("0,1,1,0.25,\n", "row 1", "no number", "probability_1");
    assertBroken("0,1,1,0.25,\"0,75\"\n", "row 1", "no number", "'0,75'");
    assertBroken("0,1,1,0.25,0.75\n1,1,1\n", "row 2", "3 fields, expected 5");
  }

  @Test
  void whatIsNoTableFailsLoudly() throws IOException {
    Files.writeString(file, "");
    assertBroken(2, "no column index");
    Files.writeString(file, HEADER + "0,1,1,\"0.25");
    assertBroken(2, "no CSV file");
    Files.writeString(file, "index,index\n");
    assertBroken(2, "no CSV file");
  }

  private void assertBroken(String rows, String... words) throws IOException {
    Files.writeString(file, HEADER + rows);
    assertBroken(2, words);
  }

  private void assertBroken(int classes, String... words) {
    assertThatExceptionOfType(BrokenFileException.class)
        .isThrownBy(() -> PredictionsCsv.read(file, classes))
        .withMessageContaining("predictions.csv")
        .withMessageContainingAll(words);
  }
}
