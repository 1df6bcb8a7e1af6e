package stoffprobe.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stoffprobe.filters.KernelPattern.Kind;
import stoffprobe.filters.KernelPattern.Tone;

/** The rule on kernels of textbooks, on made-up ones, and its laws. */
class KernelPatternTest {

  @ParameterizedTest
  @CsvSource({
    "-1 0 1 -2 0 2 -1 0 1, 0", // Sobel, brighter to the right
    "1 0 -1 2 0 -2 1 0 -1, 180",
    "1 1 1 0 0 0 -1 -1 -1, 90", // Prewitt, brighter above
    "-1 -1 -1 0 0 0 1 1 1, 270",
    "0 1 2 -1 0 1 -2 -1 0, 45",
    "2 1 0 1 0 -1 0 -1 -2, 135"
  })
  void edgesGetBrighterInTheirDirection(String kernel, double degrees) {
    KernelPattern pattern = of(kernel);

    assertThat(pattern.kind()).isEqualTo(Kind.EDGE);
    assertThat(pattern.share()).isCloseTo(1, within(1e-12));
    assertThat(pattern.direction().getAsDouble()).isCloseTo(degrees, within(1e-9));
    assertThat(pattern.tone()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-1 2 -1 -1 2 -1 -1 2 -1, 90, BRIGHT",
    "1 -2 1 1 -2 1 1 -2 1, 90, DARK",
    "-1 -1 -1 2 2 2 -1 -1 -1, 0, BRIGHT",
    "2 -1 -1 -1 2 -1 -1 -1 2, 135, BRIGHT",
    "1 1 -2 1 -2 1 -2 1 1, 45, DARK"
  })
  void linesRunAlongTheirDirection(String kernel, double degrees, Tone tone) {
    KernelPattern pattern = of(kernel);

    assertThat(pattern.kind()).isEqualTo(Kind.LINE);
    assertThat(pattern.direction().getAsDouble()).isCloseTo(degrees, within(1e-9));
    assertThat(pattern.tone()).contains(tone);
  }

  @ParameterizedTest
  @CsvSource({
    "-1 -1 -1 -1 8 -1 -1 -1 -1, SPOT, BRIGHT", // the Laplacian
    "0 1 0 1 -4 1 0 1 0, SPOT, DARK",
    "1 1 1 1 1 1 1 1 1, BRIGHTNESS, BRIGHT",
    "-1 -2 -1 -2 -4 -2 -1 -2 -1, BRIGHTNESS, DARK" // a blur, the other way round
  })
  void spotsAndBrightnessHaveATone(String kernel, Kind kind, Tone tone) {
    assertThat(of(kernel).kind()).isEqualTo(kind);
    assertThat(of(kernel).tone()).contains(tone);
    assertThat(of(kernel).direction()).isEmpty();
  }

  /** Energies 1, 1 and 1 by hand: a third each, so none has more than half. */
  @Test
  void aKernelOfThreeEqualPartsIsMixed() {
    double mean = 1 / 3.0; // energy 9 (1/3)^2 = 1
    double edge = Math.sqrt(1 / 6.0); // Prewitt: six weights
    double spot = Math.sqrt(1 / 72.0); // Laplacian: 8 * 1 + 64
    float[] kernel = new float[9];
    for (int i = 0; i < 9; i++) {
      kernel[i] = (float) (mean + edge * (i % 3 - 1) + spot * (i == 4 ? 8 : -1));
    }

    KernelPattern pattern = KernelPattern.of(kernel, 3, 1);

    assertThat(pattern.kind()).isEqualTo(Kind.MIXED);
    assertThat(pattern.share()).isCloseTo(1 / 3.0, within(1e-6));
  }

  @Test
  void noWeightsAreNoPattern() {
    assertThat(of("0 0 0 0 0 0 0 0 0"))
        .isEqualTo(new KernelPattern(Kind.NONE, 0, OptionalDouble.empty(), Optional.empty()));
  }

  @Test
  void aSingleWeightIsABrightness() {
    assertThat(KernelPattern.of(new float[] {-0.3f}, 1, 1).kind()).isEqualTo(Kind.BRIGHTNESS);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 7})
  void aQuarterTurnTurnsTheDirectionAndNothingElse(int side) {
    Random random = new Random(side);
    for (int i = 0; i < 200; i++) {
      float[] kernel = random(random, side);
      KernelPattern before = KernelPattern.of(kernel, side, 1);
      KernelPattern after = KernelPattern.of(turned(kernel, side), side, 1);

      assertThat(after.kind()).isEqualTo(before.kind());
      assertThat(after.share()).isCloseTo(before.share(), within(1e-9));
      assertThat(after.tone()).isEqualTo(before.tone());
      if (before.direction().isPresent()) {
        double turn = before.kind() == Kind.EDGE ? 360 : 180;
        double turned = (before.direction().getAsDouble() + 90) % turn;
        assertThat(Math.abs(after.direction().getAsDouble() - turned) % turn)
            .satisfiesAnyOf(
                apart -> assertThat(apart).isCloseTo(0, within(1e-6)),
                apart -> assertThat(apart).isCloseTo(turn, within(1e-6)));
      }
    }
  }

  @Test
  void aNegativeKernelIsOfTheSameKindAndTheOtherTone() {
    Random random = new Random(9);
    for (int i = 0; i < 200; i++) {
      float[] kernel = random(random, 3);
      float[] negative = new float[9];
      for (int j = 0; j < 9; j++) {
        negative[j] = -kernel[j];
      }
      KernelPattern before = KernelPattern.of(kernel, 3, 1);
      KernelPattern after = KernelPattern.of(negative, 3, 1);

      assertThat(after.kind()).isEqualTo(before.kind());
      assertThat(after.tone().equals(before.tone())).isEqualTo(before.tone().isEmpty());
    }
  }

  /** P[Beta(2, 5/2) > 1/2] = 0.3977 for four dimensions of nine (SciPy), 0.0222 for one. */
  @Test
  void ofRandomKernelsTwoInFiveAreEdges() {
    Random random = new Random(1);
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    for (int i = 0; i < 20_000; i++) {
      counts.merge(KernelPattern.of(random(random, 3), 3, 1).kind(), 1, Integer::sum);
    }

    assertThat(counts.get(Kind.EDGE) / 20_000.0).isCloseTo(0.3977, within(0.012));
    assertThat((counts.get(Kind.LINE) + counts.get(Kind.SPOT)) / 20_000.0)
        .isCloseTo(0.3977, within(0.012));
    assertThat(counts.get(Kind.BRIGHTNESS) / 20_000.0).isCloseTo(0.0222, within(0.005));
  }

  @Test
  void aKernelHasToBeSquare() {
    assertThatIllegalArgumentException().isThrownBy(() -> KernelPattern.of(new float[8], 3, 1));
  }

  private static float[] random(Random random, int side) {
    float[] kernel = new float[side * side];
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] = (float) random.nextGaussian();
    }
    return kernel;
  }

  /** Against the clock: what was on the right is above. */
  private static float[] turned(float[] kernel, int side) {
    float[] turned = new float[kernel.length];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        turned[(side - 1 - x) * side + y] = kernel[y * side + x];
      }
    }
    return turned;
  }

  private static KernelPattern of(String weights) {
    String[] parts = weights.split(" ", -1);
    float[] kernel = new float[parts.length];
    for (int i = 0; i < parts.length; i++) {
      kernel[i] = Float.parseFloat(parts[i]);
    }
    return KernelPattern.of(kernel, 3, 1);
  }

  /** The same edge in all channels is an edge; red against green is a colour, by hand. */
  @Test
  void inColourThePatternIsThatOfTheMeanUnlessColoursDiffer() {
    float[] edge = new float[27];
    float[] red = new float[27];
    float[] opponent = new float[27];
    for (int i = 0; i < 9; i++) {
      for (int c = 0; c < 3; c++) {
        edge[3 * i + c] = i % 3 - 1;
      }
      red[3 * i] = i % 3 - 1;
      opponent[3 * i] = 1;
      opponent[3 * i + 1] = -1;
    }

    KernelPattern grey = KernelPattern.of(edge, 3, 3);
    assertThat(grey.kind()).isEqualTo(Kind.EDGE);
    assertThat(grey.share()).isEqualTo(1);
    assertThat(grey.direction()).hasValue(0);
    // a channel alone: a third of its energy is its mean over the channels, two thirds differ
    KernelPattern single = KernelPattern.of(red, 3, 3);
    assertThat(single.kind()).isEqualTo(Kind.COLOUR);
    assertThat(single.share()).isCloseTo(2 / 3.0, within(1e-6));
    assertThat(KernelPattern.of(opponent, 3, 3))
        .isEqualTo(new KernelPattern(Kind.COLOUR, 1, OptionalDouble.empty(), Optional.empty()));
    assertThat(KernelPattern.of(new float[27], 3, 3).kind()).isEqualTo(Kind.NONE);
  }

  /** P[Beta(9, 9/2) > 1/2] = 0.8993 for eighteen dimensions of twenty-seven (SciPy). */
  @Test
  void ofRandomFiltersInColourNineInTenAreColours() {
    Random random = new Random(11);
    int colours = 0;
    for (int i = 0; i < 20_000; i++) {
      float[] kernel = new float[27];
      for (int j = 0; j < kernel.length; j++) {
        kernel[j] = (float) random.nextGaussian();
      }
      colours += KernelPattern.of(kernel, 3, 3).kind() == Kind.COLOUR ? 1 : 0;
    }

    assertThat(colours / 20_000.0).isCloseTo(0.8993, within(0.01));
  }
}
