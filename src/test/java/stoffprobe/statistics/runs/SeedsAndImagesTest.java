package stoffprobe.statistics.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Expected values by NumPy from residuals, cell by cell, and by SciPy's t. */
final class SeedsAndImagesTest {

  private static final Offset<Double> EXACT = within(1e-12);

  private static final byte[][] VALUES = {
    {3, 0, 0, -1, 1, 0}, {1, -1, 0, 0, 1, 0}, {3, 2, 1, 1, 2, 1}, {0, -2, 0, -2, 1, 0}
  };

  @Test
  void takesSeedsAndImagesApart() {
    SeedsAndImages split = SeedsAndImages.of(VALUES);
    assertThat(split.seeds()).isEqualTo(4);
    assertThat(split.images()).isEqualTo(6);
    assertThat(split.mean()).isCloseTo(0.4583333333333333, EXACT);
    assertThat(split.seedVariance()).isCloseTo(0.7333333333333334, EXACT);
    assertThat(split.imageVariance()).isCloseTo(0.6277777777777778, EXACT);
    assertThat(split.restVariance()).isCloseTo(0.5305555555555556, EXACT);
    assertThat(split.standardError()).isCloseTo(0.5568387957429372, EXACT);
    assertThat(split.degrees()).isCloseTo(5.553070945975744, EXACT);
    assertThat(split.interval().low()).isCloseTo(-0.9312310139407598, within(1e-8));
    assertThat(split.interval().high()).isCloseTo(1.8478976806074263, within(1e-8));
    assertThat(split.p()).isCloseTo(0.44435169118599815, within(1e-9));
  }

  /** Where seeds differ less than the rest alone would make them. */
  @Test
  void aNegativeComponentCountsAsNone() {
    SeedsAndImages split =
        SeedsAndImages.of(
            new byte[][] {
              {1, 0, 0, -1, 1, 0}, {1, 1, 0, 0, 1, 0}, {1, 0, -1, 0, 1, 1}, {0, 1, 0, 0, 1, 0}
            });
    assertThat(split.seedVariance()).isZero();
    assertThat(split.imageVariance()).isCloseTo(0.20555555555555555, EXACT);
    assertThat(split.standardError()).isCloseTo(0.21081851067789195, EXACT);
    assertThat(split.degrees()).isCloseTo(5, EXACT);
    assertThat(split.interval().low()).isCloseTo(-0.20859290103742628, within(1e-9));
    assertThat(split.p()).isCloseTo(0.17468781426411925, within(1e-9));
  }

  @Test
  void swappingTheModelsTurnsTheIntervalAndKeepsP() {
    byte[][] turned = new byte[VALUES.length][VALUES[0].length];
    for (int s = 0; s < VALUES.length; s++) {
      for (int i = 0; i < VALUES[s].length; i++) {
        turned[s][i] = (byte) -VALUES[s][i];
      }
    }
    SeedsAndImages there = SeedsAndImages.of(VALUES);
    SeedsAndImages back = SeedsAndImages.of(turned);
    assertThat(back.interval().low()).isCloseTo(-there.interval().high(), EXACT);
    assertThat(back.p()).isCloseTo(there.p(), EXACT);
  }

  /** What the interval promises, where both seeds and images move the value. */
  @Test
  void theIntervalHoldsTheTruthInNineteenOfTwentyCases() {
    Random random = new Random(11);
    int trials = 2000;
    int held = 0;
    for (int trial = 0; trial < trials; trial++) {
      byte[][] values = new byte[5][60];
      double[] images = random.doubles(60, -1.5, 1.5).toArray();
      for (byte[] seed : values) {
        double moved = random.nextGaussian();
        for (int i = 0; i < seed.length; i++) {
          seed[i] = (byte) Math.rint(4 * (moved + images[i] + random.nextGaussian()));
        }
      }
      SeedsAndImages split = SeedsAndImages.of(values);
      if (split.interval().low() <= 0 && split.interval().high() >= 0) {
        held++;
      }
    }
    assertThat((double) held / trials).isBetween(0.935, 0.985);
  }

  @Test
  void noDifferenceIsNoEvidence() {
    SeedsAndImages same = SeedsAndImages.of(new byte[3][4]);
    assertThat(same.standardError()).isZero();
    assertThat(same.p()).isEqualTo(1);
    assertThat(SeedsAndImages.of(new byte[][] {{1, 1}, {1, 1}}).p()).isZero();
  }

  @Test
  void oneSeedOrOneImageTellsNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> SeedsAndImages.of(new byte[1][9]));
    assertThatIllegalArgumentException().isThrownBy(() -> SeedsAndImages.of(new byte[9][1]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SeedsAndImages.of(new byte[][] {{1, 2}, {1, 2, 3}}));
  }
}
