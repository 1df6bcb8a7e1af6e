package stoffprobe.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards the order of the columns: values of one kind in another's column look just as good. */
final class HistoryCsvTest {

  private static final String HEADER =
      "epoch,train_loss,test_loss,test_macro_f1_batch_mean,test_accuracy_batch_mean,"
          + "test_macro_f1,test_accuracy,train_seconds,test_seconds,"
          + "validation_loss,validation_macro_f1_batch_mean,validation_accuracy_batch_mean,"
          + "validation_macro_f1,validation_accuracy\n";

  private static final Scores TEST = new Scores(2.25, 0.11, 0.12, 0.13, 0.14);
  private static final Scores VALIDATION = new Scores(1.5, 0.21, 0.22, 0.23, 1.0 / 3);

  @TempDir private Path folder;

  @Test
  void validationColumnsStayEmptyWhereNothingIsHeldOut() throws IOException {
    assertThat(
            written(
                new Epoch(
                    0,
                    OptionalDouble.empty(),
                    Optional.of(TEST),
                    Optional.empty(),
                    0,
                    0.5,
                    List.of()),
                new Epoch(
                    1,
                    OptionalDouble.of(0.75),
                    Optional.of(TEST),
                    Optional.empty(),
                    2,
                    1,
                    List.of())))
        .isEqualTo(
            HEADER
                + "0,,2.25,0.11,0.12,0.13,0.14,0.0,0.5,,,,,\n"
                + "1,0.75,2.25,0.11,0.12,0.13,0.14,2.0,1.0,,,,,\n");
  }

  @Test
  void testColumnsStayEmptyAfterTheUntrainedModelWhereAPartIsHeldOut() throws IOException {
    assertThat(
            written(
                new Epoch(
                    0,
                    OptionalDouble.empty(),
                    Optional.of(TEST),
                    Optional.of(VALIDATION),
                    0,
                    0.5,
                    List.of()),
                new Epoch(
                    1,
                    OptionalDouble.of(0.75),
                    Optional.empty(),
                    Optional.of(VALIDATION),
                    2,
                    1,
                    List.of())))
        .isEqualTo(
            HEADER
                + "0,,2.25,0.11,0.12,0.13,0.14,0.0,0.5,1.5,0.21,0.22,0.23,0.3333333333333333\n"
                + "1,0.75,,,,,,2.0,1.0,1.5,0.21,0.22,0.23,0.3333333333333333\n");
  }

  private String written(Epoch... history) throws IOException {
    Path file = folder.resolve("history.csv");
    HistoryCsv.write(file, List.of(history));
    return Files.readString(file);
  }
}
