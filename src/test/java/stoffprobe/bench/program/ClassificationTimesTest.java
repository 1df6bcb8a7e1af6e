package stoffprobe.bench.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import stoffprobe.bench.process.Readings;
import stoffprobe.data.Images;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.Labels;

/** Guards against a clock that runs over half of the work. */
final class ClassificationTimesTest {

  private static final int COUNT = 1_100;
  private static final int CLASSES = 4;

  private final List<String> out = new ArrayList<>();
  private long classified;

  @Test
  void everyImageIsClassifiedAndComparedWithItsLabel() {
    times().throughput();

    Readings readings = Readings.parse(out);
    // The first pixel is the class; every fourth label says otherwise.
    assertThat(readings.numbers("accuracy")).containsOnly(0.75);
    assertThat(readings.number("images_per_second")).isPositive();
    assertThat(readings.text("batch")).isIn("250", "1000", "10000");
    assertThat(classified % COUNT).isZero();
    // A pass to warm up, one or more for each of three sizes, two with labels.
    assertThat(classified / COUNT).isGreaterThanOrEqualTo(6);
  }

  @Test
  void aLatencyIsThatOfOneImageACall() {
    times().latency();

    Readings readings = Readings.parse(out);
    assertThat(classified).isEqualTo(4_000);
    assertThat(readings.number("p50_ms")).isLessThanOrEqualTo(readings.number("p95_ms"));
    assertThat(readings.number("p95_ms")).isLessThanOrEqualTo(readings.number("p99_ms"));
  }

  private ClassificationTimes times() {
    byte[] pixels = new byte[COUNT * 4];
    byte[] labels = new byte[COUNT];
    for (int i = 0; i < COUNT; i++) {
      pixels[4 * i] = (byte) (i % CLASSES);
      labels[i] = (byte) (i % 4 == 3 ? 0 : i % CLASSES);
    }
    LabelledImages data =
        new LabelledImages(new Images(ByteBuffer.wrap(pixels), COUNT, 2, 2), new Labels(labels));
    return new ClassificationTimes(this::classify, CLASSES, data, out::add);
  }

  private float[] classify(Images images) {
    classified += images.count();
    float[] probabilities = new float[images.count() * CLASSES];
    for (int i = 0; i < images.count(); i++) {
      probabilities[i * CLASSES + images.pixel(i, 0, 0)] = 1;
    }
    return probabilities;
  }
}
