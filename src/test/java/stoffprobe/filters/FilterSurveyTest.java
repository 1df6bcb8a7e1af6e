package stoffprobe.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.EagerSession;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Constant;
import org.tensorflow.types.TFloat32;
import stoffprobe.config.Layer;
import stoffprobe.config.Layer.Padding;
import stoffprobe.data.FloatArray;
import stoffprobe.data.Images;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.Labels;
import stoffprobe.model.TestImages;

/** Responses by hand, against TensorFlow's own convolution, and what is counted of them. */
class FilterSurveyTest {

  private static final float[] FACTORS = {1 / 127.5f};
  private static final float[] OFFSETS = {-1};

  @ParameterizedTest
  @CsvSource({
    "SAME, 3, 5, 1",
    "VALID, 3, 1, 1",
    "SAME, 4, 2, 1",
    "VALID, 2, 7, 1",
    "SAME, 1, 3, 1",
    "SAME, 7, 2, 1",
    "SAME, 3, 4, 3",
    "VALID, 2, 2, 3"
  })
  void valuesAreThoseOfTensorFlow(Padding padding, int side, int filters, int channels) {
    float[] kernel = random(1, side * side * channels * filters);
    float[] bias = random(2, filters);
    FilterBank bank = bank(new Layer.Conv2d(filters, side, padding), channels, kernel, bias);
    Plane plane = new Plane(random(3, 8 * 11 * channels), 8, 11, channels);

    float[] own = bank.respond(plane);

    float[] theirs = tensorFlow(padding, side, filters, kernel, bias, plane);
    assertThat(own).hasSameSizeAs(theirs);
    for (int i = 0; i < own.length; i++) {
      assertThat(own[i]).isCloseTo(theirs[i], within(1e-4f));
    }
  }

  /** One bright pixel in the dark: pixels are -1 and 1, outside is 0. */
  @Test
  void aPatchIsWhereTheLargestValueIs() {
    LabelledImages images = images(TestImages.of(3, 4, new int[12], bright(12, 6)), 0, 1);
    // rings bright middle on dark ground; its bias leaves 9 - 8.5 = 0.5 at the pixel alone
    float[] spot = {-1, -1, -1, -1, 1, -1, -1, -1, -1};
    FilterBank bank = bank(new Layer.Conv2d(1, 3, Padding.VALID), spot, -8.5f);

    FilterResponse response = survey(bank, images).get(0);

    assertThat(response.positions()).isEqualTo(2 * 2);
    assertThat(response.responding()).isEqualTo(1);
    assertThat(response.share()).isEqualTo(0.25);
    assertThat(response.mean()).isEqualTo(0.5 / 4);
    assertThat(response.strongestClass()).hasValue(1);
    assertThat(response.classMean()).isEqualTo(0.5 / 2);
    assertThat(response.strongest()).isEqualTo(0.5f);
    assertThat(response.patch()).isEqualTo(new FilterResponse.Patch(1, 0, 1, 3));
  }

  @Test
  void paddedWithZerosAPatchMayStartOutside() {
    LabelledImages images = images(TestImages.of(2, 2, new int[4]), 0);
    // on dark ground (-1) the least negative sum is in the corner: four of nine weights meet pixels
    float[] ones = {1, 1, 1, 1, 1, 1, 1, 1, 1};
    FilterBank bank = bank(new Layer.Conv2d(1, 3, Padding.SAME), ones, 0);

    FilterResponse response = survey(bank, images).get(0);

    assertThat(response.strongest()).isEqualTo(-4);
    assertThat(response.patch()).isEqualTo(new FilterResponse.Patch(0, -1, -1, 3));
  }

  @Test
  void aDeadFilterRespondsNowhereAndHasNoClass() {
    LabelledImages images = images(TestImages.of(2, 2, new int[4], bright(4, 0)), 0, 1);
    FilterBank bank = bank(new Layer.Conv2d(2, 1, Padding.SAME), new float[] {1, -1}, -2, 0);

    List<FilterResponse> responses = survey(bank, images);

    assertThat(responses.get(0).responding()).isZero();
    assertThat(responses.get(0).mean()).isZero();
    assertThat(responses.get(0).strongestClass()).isEmpty();
    assertThat(responses.get(1).responding()).isEqualTo(7);
    assertThat(responses.get(1).strongestClass()).hasValue(0);
  }

  @Test
  void whatComesBeforeTheConvolutionIsComputedToo() {
    List<Layer> layers =
        List.of(
            new Layer.MaxPool(2),
            new Layer.Relu(),
            new Layer.Dropout(0.5),
            new Layer.Conv2d(1, 1, Padding.SAME));
    FirstConvolution place = FirstConvolution.of(layers).orElseThrow();
    // 5 x 5: the last row and column are cut off, so that of two pools one holds the bright pixel
    LabelledImages images = images(TestImages.of(5, 5, bright(25, 12)), 0);
    FilterBank bank =
        new FilterBank(
            place,
            new FloatArray(new float[] {3}, 1, 1, 1, 1),
            new FloatArray(new float[] {0}, 1),
            1);

    FilterResponse response = survey(bank, images).get(0);

    assertThat(response.positions()).isEqualTo(4);
    assertThat(response.responding()).isEqualTo(1);
    assertThat(response.strongest()).isEqualTo(3);
    assertThat(response.patch()).isEqualTo(new FilterResponse.Patch(0, 2, 2, 2));
  }

  /** A pool takes each channel alone, and each colour is normalised by its own numbers. */
  @Test
  void colourGoesThroughPoolsChannelByChannel() {
    List<Layer> layers = List.of(new Layer.MaxPool(2), new Layer.Conv2d(1, 1, Padding.SAME));
    FirstConvolution place = FirstConvolution.of(layers).orElseThrow();
    byte[] pixels = new byte[2 * 2 * 3];
    pixels[0] = 10; // red above on the left
    pixels[10] = 20; // green below on the right
    pixels[5] = 40; // blue above on the right
    Images image = new Images(ByteBuffer.wrap(pixels), 1, 2, 2, 3);
    FilterBank bank =
        new FilterBank(
            place,
            new FloatArray(new float[] {1, 100, 10_000}, 1, 1, 3, 1),
            new FloatArray(new float[] {5}, 1),
            3);

    List<FilterResponse> responses =
        FilterSurvey.of(
            bank, images(image, 0), new float[] {1, 2, 0.5f}, new float[] {0, 1, -1}, 1);

    assertThat(responses.get(0).strongest()).isEqualTo(10 + 100 * 41 + 10_000 * 19 + 5);
  }

  @Test
  void imagesAreSpreadEvenlyOverAllOfThem() {
    byte[] labels = new byte[2500];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) (i < 1250 ? 0 : 1);
    }
    Images dark = TestImages.of(1, 1, new int[2500][1]);
    FilterBank bank = bank(new Layer.Conv2d(1, 1, Padding.SAME), new float[] {-1}, 0);

    FilterResponse response = survey(bank, new LabelledImages(dark, new Labels(labels))).get(0);

    assertThat(response.images()).isEqualTo(FilterSurvey.IMAGES);
    assertThat(response.positions()).isEqualTo(1000);
    // both classes were looked at, or the mean over all would be that of one
    assertThat(response.mean()).isEqualTo(1);
    assertThat(response.classMean()).isEqualTo(1);
  }

  @Test
  void mapsShowTheStrongestResponseWhiteAndNoneBlack() {
    Images images = TestImages.of(1, 2, new int[] {0, 255});
    FilterBank bank = bank(new Layer.Conv2d(2, 1, Padding.SAME), new float[] {1, -0.5f}, 0, 0);

    Images maps = FilterSurvey.maps(bank, images, 0, FACTORS, OFFSETS);

    assertThat(maps.count()).isEqualTo(2);
    assertThat(maps.copy(0)).containsExactly(0, (byte) 255);
    assertThat(maps.copy(1)).containsExactly((byte) 128, 0);
  }

  @Test
  void anotherLayerMayHaveTheFirstWeights() {
    assertThat(FirstConvolution.of(List.of(new Layer.Flatten(), new Layer.Dense(3)))).isEmpty();
    assertThat(FirstConvolution.of(List.of(new Layer.Relu()))).isEmpty();
  }

  @Test
  void weightsOfAnotherLayerAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bank(new Layer.Conv2d(3, 2, Padding.SAME), new float[12], 0, 0))
        .withMessageContaining("[2, 2, 1, 3]")
        .withMessageContaining("[2]");
  }

  private static List<FilterResponse> survey(FilterBank bank, LabelledImages images) {
    return FilterSurvey.of(bank, images, FACTORS, OFFSETS, 2);
  }

  private static FilterBank bank(Layer.Conv2d layer, float[] kernel, float... bias) {
    return bank(layer, 1, kernel, bias);
  }

  private static FilterBank bank(Layer.Conv2d layer, int channels, float[] kernel, float... bias) {
    return new FilterBank(
        new FirstConvolution(layer, List.of()),
        new FloatArray(kernel, layer.kernel(), layer.kernel(), channels, layer.filters()),
        new FloatArray(bias, bias.length),
        channels);
  }

  private static LabelledImages images(Images images, int... labels) {
    byte[] bytes = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      bytes[i] = (byte) labels[i];
    }
    return new LabelledImages(images, new Labels(bytes));
  }

  /** All black but one pixel. */
  private static int[] bright(int pixels, int place) {
    int[] image = new int[pixels];
    image[place] = 255;
    return image;
  }

  private static float[] random(long seed, int count) {
    Random random = new Random(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static float[] tensorFlow(
      Padding padding, int side, int filters, float[] kernel, float[] bias, Plane plane) {
    int channels = plane.channels();
    float[] pixels = new float[plane.height() * plane.width() * channels];
    for (int i = 0; i < pixels.length; i++) {
      int at = i / channels;
      pixels[i] = plane.get(at / plane.width(), at % plane.width(), i % channels);
    }
    try (EagerSession session = EagerSession.create()) {
      Ops tf = Ops.create(session);
      Constant<TFloat32> x = constant(tf, pixels, 1, plane.height(), plane.width(), channels);
      Constant<TFloat32> w = constant(tf, kernel, side, side, channels, filters);
      TFloat32 y =
          tf.nn
              .biasAdd(
                  tf.nn.conv2d(x, w, List.of(1L, 1L, 1L, 1L), padding.name()),
                  constant(tf, bias, filters))
              .asTensor();
      float[] values = new float[(int) y.size()];
      y.copyTo(DataBuffers.of(values, false, false));
      return values;
    }
  }

  private static Constant<TFloat32> constant(Ops tf, float[] values, long... shape) {
    return tf.constant(Shape.of(shape), DataBuffers.of(values));
  }
}
