package stoffprobe.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.data.Images;
import stoffprobe.statistics.ConfusionMatrix;
import stoffprobe.statistics.Percentiles;
import stoffprobe.statistics.Predictions;

/** Guards against units that are off by a thousand; the clock is made up, so no test waits. */
class TimingTest {

  private final List<Integer> asked = new ArrayList<>();
  private long now = 7;

  @Test
  void latencyIsOfSingleImagesAndThroughputOfABatch() {
    Timing timing = Timing.measure(taking(1_000_000), images(5), () -> now);
    assertThat(timing.latencyMs()).isEqualTo(new Percentiles(1, 1, 1));
    assertThat(timing.imagesPerSecond()).isCloseTo(1_000, within(1e-9));
    assertThat(timing.batchImages()).isEqualTo(5);
  }

  @Test
  void batchesAreLargeButNoLargerThanNeeded() {
    Timing timing = Timing.measure(taking(1_000), images(2_500), () -> now);
    assertThat(timing.batchImages()).isEqualTo(2_000);
    assertThat(timing.imagesPerSecond()).isCloseTo(1e6, within(1e-6));
    assertThat(timing.singleImages()).isEqualTo(1_000);
    assertThat(asked.stream().filter(count -> count == 1)).hasSize(1_200);
    assertThat(asked).endsWith(2_000, 2_000, 2_000, 2_000, 2_000);
  }

  /** A second for each image: each part makes one call and sees that its time is over. */
  @Test
  void aSlowModelIsAskedOnceForEachFigure() {
    Timing timing = Timing.measure(taking(1_000_000_000), images(3), () -> now);
    assertThat(asked).containsExactly(1, 1, 3);
    assertThat(timing).isEqualTo(new Timing(new Percentiles(1_000, 1_000, 1_000), 1, 1, 3));
  }

  @Test
  void aMeasurementStaysBelowASecondForAUsualModel() {
    long start = now;
    Timing.measure(taking(50_000), images(10_000), () -> now);
    assertThat(now - start).isLessThan(1_000_000_000);
  }

  /** A clock that did not tick is no division by zero: JSON knows no infinity. */
  @Test
  void aClockThatStandsStillGivesANumber() {
    Timing timing = Timing.measure(taking(0), images(2), () -> now);
    assertThat(timing.imagesPerSecond()).isFinite();
  }

  @Test
  void theFileHoldsEachModelUnderItsName(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("timing.json");
    TimingJson.write(file, List.of(model("mlp", 1), model("cnn", 2)));
    JsonNode models = new ObjectMapper().readTree(file.toFile()).get("models");
    assertThat(models.fieldNames()).toIterable().containsExactly("mlp", "cnn");
    assertThat(models.get("cnn").toString())
        .isEqualTo(
            "{\"latency_ms\":{\"p50\":2.0,\"p95\":3.5,\"p99\":4.5},\"single_images\":9,"
                + "\"images_per_second\":1234.5,\"batch_images\":100}");
  }

  private ProbabilityModel taking(long nanosAnImage) {
    return new ProbabilityModel() {
      @Override
      public float[] probabilities(Images images) {
        asked.add(images.count());
        now += nanosAnImage * images.count();
        return new float[2 * images.count()];
      }

      @Override
      public void close() {}
    };
  }

  private static EvaluatedModel model(String name, double p50) {
    Predictions predictions = new Predictions(new int[] {0}, new float[] {1, 0}, 2);
    return new EvaluatedModel(
        name,
        1,
        new TrainedModel(1, "weights", 0.5),
        predictions,
        ConfusionMatrix.of(predictions),
        "predictions",
        new Timing(new Percentiles(p50, 3.5, 4.5), 9, 1_234.5, 100));
  }

  private static Images images(int count) {
    return new Images(ByteBuffer.allocate(4 * count), count, 2, 2);
  }
}
