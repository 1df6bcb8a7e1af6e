package stoffprobe.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;
import stoffprobe.config.Shape;
import stoffprobe.report.text.LayerTable.Row;

class LayerTableTest {

  private static final List<Layer> CNN =
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
          new Layer.Dense(10));

  @Test
  void theConvolutionalNetworkHasTheKnownShapesAndParameters() {
    List<Row> rows = rows(CNN, 28, 28);
    assertThat(rows).extracting(Row::shape).containsSequence("28 × 28 × 32", "28 × 28 × 32");
    assertThat(rows.get(6).shape()).isEqualTo("3136");
    assertThat(rows)
        .extracting(Row::parameters)
        .containsExactly(320L, 0L, 0L, 18_496L, 0L, 0L, 0L, 0L, 401_536L, 0L, 1_290L);
    assertThat(total(rows)).isEqualTo(421_642);
  }

  @Test
  void fullyConnectedNetworksHaveTheKnownTotals() {
    assertThat(total(rows(dense(256, 128, 10), 28, 28))).isEqualTo(235_146);
    assertThat(total(rows(dense(512, 256, 128, 128, 10), 28, 28))).isEqualTo(583_946);
  }

  @Test
  void withoutPaddingAConvolutionLosesItsBorder() {
    List<Layer> layers = List.of(new Layer.Conv2d(4, 5, Layer.Padding.VALID), new Layer.MaxPool(3));
    assertThat(rows(layers, 28, 20))
        .extracting(Row::shape)
        .containsExactly("24 × 16 × 4", "8 × 5 × 4");
  }

  @Test
  void onlyTheLastDenseLayerIsTheOutput() {
    List<Row> rows = rows(CNN, 28, 28);
    assertThat(rows.get(8).meaning().en()).startsWith("128 neurons. Each weighs all 3,136 inputs");
    assertThat(rows.get(10).meaning().de()).startsWith("Die Ausgabeschicht: 10 Neuronen");
    assertThat(rows.get(7).meaning().de()).contains("25\u00a0% der Werte");
  }

  private static List<Layer> dense(Integer... units) {
    List<Layer> layers = new ArrayList<>(List.of(new Layer.Flatten()));
    for (int unit : units) {
      Collections.addAll(layers, new Layer.Dense(unit), new Layer.Relu());
    }
    return layers;
  }

  private static long total(List<Row> rows) {
    return rows.stream().mapToLong(Row::parameters).sum();
  }

  private static List<Row> rows(List<Layer> layers, int height, int width) {
    return LayerTable.rows(Architecture.of(new Shape.Image(height, width, 1), layers));
  }

  @Test
  void whatSeesTheImageInColourSaysSo() {
    List<Row> rows = LayerTable.rows(Architecture.of(new Shape.Image(28, 28, 3), CNN));
    assertThat(rows.get(0).parameters()).isEqualTo(32 * 27 + 32);
    assertThat(rows.get(0).meaning().en()).contains("the image, over red, green and blue at once");
    assertThat(rows.get(3).meaning().en()).contains("the 32 feature maps");

    List<Row> dense = LayerTable.rows(Architecture.of(new Shape.Image(28, 28, 3), dense(4, 10)));
    assertThat(dense.get(0).meaning().de())
        .contains("von jedem Bildpunkt Rot, Grün und Blau, zu einer Liste von 2.352 Zahlen");
    assertThat(dense.get(1).parameters()).isEqualTo(2_352 * 4 + 4);
    assertThat(rows(dense(4, 10), 28, 28).get(0).meaning().en()).doesNotContain("red");
  }
}
