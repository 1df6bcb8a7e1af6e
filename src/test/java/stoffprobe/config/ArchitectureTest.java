package stoffprobe.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final Shape.Image GARMENT = new Shape.Image(28, 28, 1);

  @Test
  void theConvolutionalNetworkHasTheShapesAndParametersOfTheNotebook() {
    Architecture cnn =
        Architecture.of(
            GARMENT,
            List.of(
                new Layer.Conv2d(32, 3, Layer.Padding.SAME),
                new Layer.Relu(),
                new Layer.MaxPool(2),
                new Layer.Conv2d(64, 3, Layer.Padding.SAME),
                new Layer.Relu(),
                new Layer.MaxPool(2),
                new Layer.Flatten(),
                new Layer.Dropout(0.25),
                new Layer.Dense(128),
                new Layer.Relu(),
                new Layer.Dense(10)));

    assertThat(cnn.layers())
        .extracting(placed -> placed.output().toString())
        .containsExactly(
            "[28, 28, 32]",
            "[28, 28, 32]",
            "[14, 14, 32]",
            "[14, 14, 64]",
            "[14, 14, 64]",
            "[7, 7, 64]",
            "[3136]",
            "[3136]",
            "[128]",
            "[128]",
            "[10]");
    assertThat(cnn.layers())
        .extracting(Architecture.Placed::parameters)
        .containsExactly(320L, 0L, 0L, 18_496L, 0L, 0L, 0L, 0L, 401_536L, 0L, 1_290L);
    assertThat(cnn.parameters()).isEqualTo(421_642);
    assertThat(cnn.output()).isEqualTo(new Shape.Vector(10));
  }

  @Test
  void everyLayerGetsWhatTheOneBeforePassesOn() {
    Architecture network =
        Architecture.of(
            GARMENT, List.of(new Layer.MaxPool(4), new Layer.Flatten(), new Layer.Dense(3)));

    assertThat(network.layers().get(0).input()).isEqualTo(GARMENT);
    assertThat(network.layers().get(1).input()).isEqualTo(new Shape.Image(7, 7, 1));
    assertThat(network.layers().get(2).input()).isEqualTo(new Shape.Vector(49));
  }

  @Test
  void aConvolutionWithoutPaddingLosesTheBorder() {
    Architecture network =
        Architecture.of(
            new Shape.Image(9, 6, 2), List.of(new Layer.Conv2d(4, 5, Layer.Padding.VALID)));

    assertThat(network.output()).isEqualTo(new Shape.Image(5, 2, 4));
    assertThat(network.parameters()).isEqualTo(5 * 5 * 2 * 4 + 4);
  }

  @Test
  void poolingCutsOffWhatFillsNoWindow() {
    assertThat(outputOf(new Shape.Image(7, 9, 3), new Layer.MaxPool(2)))
        .isEqualTo(new Shape.Image(3, 4, 3));
    assertThat(outputOf(new Shape.Image(7, 9, 3), new Layer.MaxPool(7)))
        .isEqualTo(new Shape.Image(1, 1, 3));
  }

  @Test
  void aDenseLayerOnAnImageAsksForFlatten() {
    assertThatExceptionOfType(ShapeMismatchException.class)
        .isThrownBy(() -> Architecture.of(GARMENT, List.of(new Layer.Relu(), new Layer.Dense(10))))
        .withMessage(
            "layers[1] (dense) gets the shape [28, 28, 1] and needs a vector: put flatten before it")
        .satisfies(
            e -> {
              assertThat(e.layer()).isEqualTo(new Layer.Dense(10));
              assertThat(e.input()).isEqualTo(GARMENT);
              assertThat(e.needs()).isEqualTo("a vector: put flatten before it");
            });
  }

  @Test
  void imageLayersDoNotWorkOnVectors() {
    assertMisfit(new Shape.Vector(5), new Layer.Conv2d(1, 1, Layer.Padding.SAME), "an image");
    assertMisfit(new Shape.Vector(5), new Layer.MaxPool(1), "an image");
  }

  @Test
  void windowsLargerThanTheImageDoNotFit() {
    assertMisfit(
        new Shape.Image(5, 4, 1), new Layer.Conv2d(1, 5, Layer.Padding.VALID), "at least 5 x 5");
    assertMisfit(new Shape.Image(2, 3, 1), new Layer.MaxPool(3), "at least 3 x 3");
    assertThat(outputOf(new Shape.Image(2, 2, 1), new Layer.Conv2d(1, 5, Layer.Padding.SAME)))
        .isEqualTo(new Shape.Image(2, 2, 1));
  }

  @Test
  void countsDoNotOverflow() {
    Shape.Image huge = new Shape.Image(1024, 1024, 4096);
    assertMisfit(huge, new Layer.Flatten(), "at most 2147483647 values");
    assertThat(new Layer.Dense(65_536).fit(new Shape.Vector(Integer.MAX_VALUE)))
        .isEqualTo(new Fit.Fits(new Shape.Vector(65_536), 65_536L * Integer.MAX_VALUE + 65_536L));
  }

  @Test
  void aNetworkWithoutLayersIsNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> Architecture.of(GARMENT, List.of()));
  }

  private static Shape outputOf(Shape input, Layer layer) {
    assertThat(layer.fit(input)).isInstanceOf(Fit.Fits.class);
    return ((Fit.Fits) layer.fit(input)).output();
  }

  private static void assertMisfit(Shape input, Layer layer, String needs) {
    assertThat(layer.fit(input))
        .isInstanceOfSatisfying(
            Fit.Misfit.class, misfit -> assertThat(misfit.needs()).contains(needs));
  }
}
