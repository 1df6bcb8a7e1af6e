package stoffprobe.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A value that is lost, or counted in its neighbour's bin, changes no picture that one notices. */
final class ParameterHistogramTest {

  @Test
  void binsAreOfEqualWidthAndTheLastHoldsTheLargest() {
    ParameterHistogram spread =
        ParameterHistogram.of("bias", new float[] {0, 1, 1.5f, 2, 29, 29.5f, 30});

    assertThat(spread.counts()).hasSize(30).startsWith(1, 2, 1, 0).endsWith(0, 3);
    assertThat(spread.min()).isZero();
    assertThat(spread.max()).isEqualTo(30);
    assertThat(spread.sum()).isEqualTo(93);
    assertThat(spread.squares()).isEqualTo(1 + 2.25 + 4 + 841 + 870.25 + 900);
    assertThat(spread.edge(0)).isCloseTo(1, within(1e-12));
    assertThat(spread.edge(29)).isEqualTo(30);
  }

  @Test
  void everyValueIsCountedOnceInTheBinOfItsEdges() {
    Random random = new Random(7);
    float[] values = new float[10_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * 0.05);
    }

    ParameterHistogram spread = ParameterHistogram.of("kernel", values);

    assertThat(spread.count()).isEqualTo(values.length);
    for (int bin = 0; bin < 30; bin++) {
      double left = bin == 0 ? Double.NEGATIVE_INFINITY : spread.edge(bin - 1);
      double right = bin == 29 ? Double.POSITIVE_INFINITY : spread.edge(bin);
      int expected = 0;
      for (float value : values) {
        expected += value >= left && value < right ? 1 : 0;
      }
      // a value within rounding of an edge may stand on either side of it
      assertThat(spread.counts().get(bin)).isCloseTo(expected, within(1));
    }
  }

  @Test
  void valuesThatAreAllTheSameMakeOneBin() {
    ParameterHistogram spread = ParameterHistogram.of("bias", new float[] {0.5f, 0.5f, 0.5f});

    assertThat(spread.counts()).isEqualTo(List.of(3));
    assertThat(spread.edge(0)).isEqualTo(0.5);
  }
}
