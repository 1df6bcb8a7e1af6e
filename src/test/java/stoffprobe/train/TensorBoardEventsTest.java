package stoffprobe.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.HistogramProto;
import org.tensorflow.proto.Summary;
import stoffprobe.config.TrainingSettings;
import stoffprobe.config.TrainingSettings.Optimizer;

/** TensorBoard stops at the first record whose checksum is wrong, without a word. */
final class TensorBoardEventsTest {

  private static final Scores SCORES = new Scores(0.5, 0.8, 0.81, 0.82, 0.83);
  private static final List<Epoch> HISTORY =
      List.of(
          epoch(0, OptionalDouble.empty(), Optional.of(SCORES), Optional.empty(), 0, 0.25),
          epoch(1, OptionalDouble.of(0.75), Optional.of(SCORES), Optional.empty(), 2, 0.5));

  @TempDir private Path folder;

  @Test
  void everyRecordReadsBackWithItsChecksums() throws IOException {
    List<Event> events = EventFile.read(written(HISTORY));

    assertThat(events).hasSize(3);
    assertThat(events.get(0).getFileVersion()).isEqualTo("brain.Event:2");
    assertThat(events.get(1).getStep()).isZero();
    assertThat(scalars(events.get(1)))
        .containsExactly(
            "loss/test=0.5", "accuracy/test=0.83", "macro_f1/test=0.82", "seconds/test=0.25");
    assertThat(events.get(2).getStep()).isEqualTo(1);
    assertThat(events.get(2).getWallTime()).isCloseTo(2.75, within(1e-12));
    assertThat(scalars(events.get(2)))
        .containsExactly(
            "loss/train=0.75",
            "loss/test=0.5",
            "accuracy/test=0.83",
            "macro_f1/test=0.82",
            "learning_rate=0.01",
            "seconds/train=2.0",
            "seconds/test=0.5");
  }

  @Test
  void tensorFlowsOwnReaderReadsTheSame() throws IOException {
    Path file = written(HISTORY);

    assertThat(EventFile.readByTensorFlow(file)).hasSize(3).isEqualTo(EventFile.read(file));
  }

  @Test
  void tensorFlowsOwnReaderRefusesAFlippedBit() throws IOException {
    Path file = written(HISTORY);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 10] ^= 1;
    Files.write(file, bytes);

    assertThatThrownBy(() -> EventFile.readByTensorFlow(file))
        .hasMessageContaining("corrupted record");
  }

  @Test
  void theCurvesAreThoseOfTheHistory() throws IOException {
    HistoryCsv.write(folder.resolve("history.csv"), HISTORY);

    List<String> rows = Files.readAllLines(folder.resolve("history.csv"));
    List<String> columns = List.of(rows.get(0).split(",", -1));
    Map<String, String> tags =
        Map.of(
            "loss/train", "train_loss",
            "loss/test", "test_loss",
            "accuracy/test", "test_accuracy",
            "macro_f1/test", "test_macro_f1",
            "seconds/train", "train_seconds",
            "seconds/test", "test_seconds");
    for (Event event : EventFile.read(written(HISTORY)).subList(1, 3)) {
      String[] row = rows.get(1 + (int) event.getStep()).split(",", -1);
      for (Summary.Value value : event.getSummary().getValueList()) {
        if (tags.containsKey(value.getTag())) {
          String cell = row[columns.indexOf(tags.get(value.getTag()))];
          assertThat(value.getSimpleValue()).as(value.getTag()).isEqualTo(Float.parseFloat(cell));
        }
      }
    }
  }

  @Test
  void whatIsHeldOutHasCurvesOfItsOwn() throws IOException {
    Scores validation = new Scores(0.25, 0.5, 0.625, 0.75, 0.875);
    Epoch row = epoch(1, OptionalDouble.of(0.5), Optional.empty(), Optional.of(validation), 2, 1);

    assertThat(scalars(EventFile.read(written(List.of(row))).get(1)))
        .containsExactly(
            "loss/train=0.5",
            "loss/validation=0.25",
            "accuracy/validation=0.875",
            "macro_f1/validation=0.75",
            "learning_rate=0.01",
            "seconds/train=2.0",
            "seconds/test=1.0");
  }

  @Test
  void theWeightsSpreadHasEveryBinWithItsRightEdge() throws IOException {
    ParameterHistogram spread =
        new ParameterHistogram("layer1_bias", -1, 3, 6, 12, List.of(2, 0, 1, 1));
    Epoch row = HISTORY.get(1).with(List.of(spread));

    Summary.Value value =
        EventFile.read(written(List.of(row))).get(1).getSummary().getValueList().stream()
            .filter(Summary.Value::hasHisto)
            .collect(Collectors.toList())
            .get(0);

    assertThat(value.getTag()).isEqualTo("weights/layer1_bias");
    HistogramProto histogram = value.getHisto();
    assertThat(histogram.getBucketLimitList()).containsExactly(0.0, 1.0, 2.0, 3.0);
    assertThat(histogram.getBucketList()).containsExactly(2.0, 0.0, 1.0, 1.0);
    assertThat(histogram.getNum()).isEqualTo(4);
    assertThat(histogram.getMin()).isEqualTo(-1);
    assertThat(histogram.getSum()).isEqualTo(6);
    assertThat(histogram.getSumSquares()).isEqualTo(12);
  }

  private static final LearningRates RATES =
      new LearningRates(
          new TrainingSettings(2, 8, Optimizer.ADAM, 0.01, TrainingSettings.Device.CPU, 1, 1), 5);

  private Path written(List<Epoch> history) throws IOException {
    TensorBoardEvents.write(folder.resolve("tb"), "mlp", RATES, history);
    return folder.resolve("tb/events.out.tfevents.0.mlp");
  }

  private static List<String> scalars(Event event) {
    return event.getSummary().getValueList().stream()
        .filter(Summary.Value::hasSimpleValue)
        .map(value -> value.getTag() + "=" + value.getSimpleValue())
        .toList();
  }

  private static Epoch epoch(
      int number,
      OptionalDouble trainLoss,
      Optional<Scores> test,
      Optional<Scores> validation,
      double trainSeconds,
      double testSeconds) {
    return new Epoch(number, trainLoss, test, validation, trainSeconds, testSeconds, List.of());
  }
}
