package stoffprobe.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;
import stoffprobe.config.PipelineFile;
import stoffprobe.config.PipelineReader;
import stoffprobe.config.Shape;

/** Guards the limit: a wrong count would flatter or hide how far from it the training is. */
final class ArithmeticTest {

  @Test
  void theStandardExperimentCostsWhatThePeersCountSays() throws Exception {
    PipelineFile file = PipelineReader.read(Path.of("pipelines/fashion-mnist.yaml"), List.of());

    Arithmetic mlp = arithmetic(file, 0);
    Arithmetic cnn = arithmetic(file, 1);

    assertThat(mlp.training()).isEqualTo(1_007_104);
    assertThat(cnn.training()).isEqualTo(24_995_328);
    assertThat(mlp.gflopPerEpoch(60_000)).isEqualTo(60.426, within(5e-4));
    assertThat(cnn.gflopPerEpoch(60_000)).isEqualTo(1499.720, within(5e-4));
  }

  @Test
  void aConvolutionWithoutPaddingCountsItsSmallerOutput() {
    // 4 x 4 becomes 2 x 2 with 3 filters over 3 x 3 pixels: 2 * 2 * 3 * 9 products; then 12 to 5.
    Arithmetic arithmetic =
        Arithmetic.of(
            Architecture.of(
                new Shape.Image(4, 4, 1),
                List.of(
                    new Layer.Conv2d(3, 3, Layer.Padding.VALID),
                    new Layer.Relu(),
                    new Layer.Flatten(),
                    new Layer.Dense(5))));

    assertThat(arithmetic.forward()).isEqualTo(2 * (108 + 60));
    assertThat(arithmetic.training()).isEqualTo(2 * (2 * 108 + 3 * 60));
  }

  @Test
  void theLimitIsTheArithmeticAtThePeak() {
    Limit limit = new Limit("cnn", 1500, 300);

    assertThat(limit.seconds()).isEqualTo(5);
    assertThat(limit.percent(10)).isEqualTo(50);
  }

  private static Arithmetic arithmetic(PipelineFile file, int model) {
    return Arithmetic.of(
        Architecture.of(file.dataset().imageShape(), file.models().get(model).layers()));
  }
}
