package stoffprobe.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;
import stoffprobe.config.Shape;

/**
 * A layer list as people and as the engine see it. A setting left out of the engine's view would
 * let a model stay up to date although its network changed.
 */
final class LayerListsTest {

  private static final List<Layer> EVERY_KIND =
      List.of(
          new Layer.Conv2d(32, 3, Layer.Padding.SAME),
          new Layer.Relu(),
          new Layer.MaxPool(2),
          new Layer.Conv2d(8, 5, Layer.Padding.VALID),
          new Layer.Flatten(),
          new Layer.Dropout(0.33),
          new Layer.Dense(10));

  @Test
  void parametersHoldEverySettingOfEveryLayer() {
    assertThat(LayerParameters.of(EVERY_KIND))
        .containsExactly(
            Map.of("layer", "conv2d", "filters", 32, "kernel", 3, "padding", "same"),
            Map.of("layer", "relu"),
            Map.of("layer", "max-pool", "size", 2),
            Map.of("layer", "conv2d", "filters", 8, "kernel", 5, "padding", "valid"),
            Map.of("layer", "flatten"),
            Map.of("layer", "dropout", "rate", 0.33),
            Map.of("layer", "dense", "units", 10));
  }

  /** By hand: 9 * 32 + 32 = 320; 25 * 32 * 8 + 8 = 6408; 10 * 10 * 8 = 800; 801 * 10 = 8010. */
  @Test
  void theTableShowsShapesAndParametersWithPointsWhateverTheLocale() {
    Architecture architecture = Architecture.of(new Shape.Image(28, 28, 1), EVERY_KIND);

    assertThat(ArchitectureText.lines(architecture))
        .map(line -> line.strip().replaceAll(" {2,}", "|"))
        .containsExactly(
            "layer|output shape|parameters",
            "input|28 x 28 x 1|0",
            "conv2d 32, 3x3, padding same|28 x 28 x 32|320",
            "relu|28 x 28 x 32|0",
            "max-pool 2|14 x 14 x 32|0",
            "conv2d 8, 5x5, padding valid|10 x 10 x 8|6,408",
            "flatten|800|0",
            "dropout 0.33|800|0",
            "dense 10|10|8,010",
            "total|14,738");
  }

  @Test
  void theColumnsOfTheTableAreAligned() {
    Architecture architecture = Architecture.of(new Shape.Image(28, 28, 1), EVERY_KIND);

    assertThat(ArchitectureText.lines(architecture)).map(String::length).containsOnly(62);
  }

  private static final Layer BLOCK =
      new Layer.Residual(
          List.of(new Layer.Conv2d(4, 3, Layer.Padding.SAME, 2), new Layer.BatchNorm(0.1)),
          List.of(new Layer.Conv2d(4, 1, Layer.Padding.SAME, 2)));

  @Test
  void parametersHoldWhatIsInsideABlockToo() {
    assertThat(
            LayerParameters.of(List.of(BLOCK, new Layer.LeakyRelu(0.2), new Layer.AveragePool(2))))
        .containsExactly(
            Map.of(
                "layer",
                "residual",
                "layers",
                List.of(
                    Map.of(
                        "layer", "conv2d", "filters", 4, "kernel", 3, "padding", "same", "stride",
                        2),
                    Map.of("layer", "batch-norm", "momentum", 0.1)),
                "shortcut",
                List.of(
                    Map.of(
                        "layer", "conv2d", "filters", 4, "kernel", 1, "padding", "same", "stride",
                        2))),
            Map.of("layer", "leaky-relu", "slope", 0.2),
            Map.of("layer", "avg-pool", "size", 2));
  }

  /** By hand: 9 * 4 + 4 = 40 and 2 * 4 = 8; 4 + 4 = 8 on the shortcut. */
  @Test
  void theTableShowsABlocksLayersBelowIt() {
    Architecture architecture = Architecture.of(new Shape.Image(28, 28, 1), List.of(BLOCK));

    assertThat(ArchitectureText.lines(architecture))
        .map(line -> line.replaceAll("(?<=\\S) {2,}", "|").stripTrailing())
        .containsExactly(
            "layer|output shape|parameters",
            "input|28 x 28 x 1|0",
            "residual|14 x 14 x 4|0",
            "  conv2d 4, 3x3/2, padding same|14 x 14 x 4|40",
            "  batch-norm|14 x 14 x 4|8",
            "  shortcut|28 x 28 x 1|0",
            "    conv2d 4, 1x1/2, padding same|14 x 14 x 4|8",
            "total|56");
  }
}
