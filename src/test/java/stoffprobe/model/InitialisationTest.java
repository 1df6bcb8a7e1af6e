package stoffprobe.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;
import stoffprobe.config.Shape;

/** A wrong fan-in or a shared stream trains to almost the same accuracy, so it is tested here. */
final class InitialisationTest {

  private static final List<ParameterSpec> SPECS =
      ParameterSpec.of(
          Architecture.of(
              new Shape.Image(28, 28, 1),
              List.of(
                  new Layer.Conv2d(32, 3, Layer.Padding.SAME),
                  new Layer.Relu(),
                  new Layer.Conv2d(64, 3, Layer.Padding.SAME),
                  new Layer.Flatten(),
                  new Layer.Dense(10),
                  new Layer.Dense(10))));

  @Test
  void kernelsComeBeforeBiasesInTheOrderOfTheLayers() {
    assertThat(SPECS)
        .extracting(ParameterSpec::name, ParameterSpec::shape, ParameterSpec::fanIn)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("layer0_kernel", List.of(3, 3, 1, 32), 9),
            org.assertj.core.groups.Tuple.tuple("layer0_bias", List.of(32), 9),
            org.assertj.core.groups.Tuple.tuple("layer2_kernel", List.of(3, 3, 32, 64), 288),
            org.assertj.core.groups.Tuple.tuple("layer2_bias", List.of(64), 288),
            org.assertj.core.groups.Tuple.tuple("layer4_kernel", List.of(50176, 10), 50176),
            org.assertj.core.groups.Tuple.tuple("layer4_bias", List.of(10), 50176),
            org.assertj.core.groups.Tuple.tuple("layer5_kernel", List.of(10, 10), 10),
            org.assertj.core.groups.Tuple.tuple("layer5_bias", List.of(10), 10));
  }

  @Test
  void valuesFillTheRangeOfOneOverTheRootOfFanIn() {
    Weights weights = Initialisation.draw(SPECS, 42);

    for (int i = 0; i < SPECS.size(); i++) {
      double bound = 1 / Math.sqrt(SPECS.get(i).fanIn());
      float[] values = weights.values(i);
      double sum = 0;
      double largest = 0;
      for (float value : values) {
        sum += value;
        largest = Math.max(largest, Math.abs(value));
      }
      assertThat(largest).as(SPECS.get(i).name()).isBetween(0.6 * bound, bound);
      // five standard deviations of the mean of n uniform values: 5 bound / sqrt(3 n)
      assertThat(sum / values.length)
          .isCloseTo(0, within(5 * bound / Math.sqrt(3.0 * values.length)));
    }
  }

  @Test
  void everyTensorAndEverySeedHasValuesOfItsOwn() {
    Weights one = Initialisation.draw(SPECS, 42);
    Weights other = Initialisation.draw(SPECS, 43);

    assertThat(one.values(7)).isNotEqualTo(one.values(5));
    assertThat(one.values(0)).isNotEqualTo(other.values(0));
    assertThat(one.sha256()).isNotEqualTo(other.sha256());
    assertThat(one.sha256()).isEqualTo(Initialisation.draw(SPECS, 42).sha256());
  }

  @Test
  void theHashIsThatOfLittleEndianFloatsOneTensorAfterTheOther() {
    List<ParameterSpec> specs =
        List.of(
            new ParameterSpec(ParameterSpec.Role.KERNEL, "layer0_kernel", List.of(1, 2), 0, 1),
            new ParameterSpec(ParameterSpec.Role.BIAS, "layer0_bias", List.of(2), 0, 1));
    Weights weights = new Weights(specs, List.of(new float[] {1f, -2.5f}, new float[] {0f, 1e-3f}));

    // python3 -c "import hashlib, numpy;
    //   print(hashlib.sha256(numpy.array([1, -2.5, 0, 1e-3], '<f4').tobytes()).hexdigest())"
    assertThat(weights.sha256())
        .isEqualTo("5363a1ee2ec06f3ab08a9c1f400a1fb5f1bd01c8bbb58290d9268a1191f34bec");
    assertThat(weights.count()).isEqualTo(4);
  }
}
