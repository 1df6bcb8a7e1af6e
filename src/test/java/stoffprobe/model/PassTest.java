package stoffprobe.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;
import stoffprobe.config.Shape;
import stoffprobe.data.Images;

/** Every layer against values worked out by hand: a wrong axis or padding trains, but badly. */
final class PassTest {

  /** Up to the rounding of one product and one sum. */
  private static final org.assertj.core.data.Offset<Float> EXACTLY = within(1e-6f);

  private static final Normalization PLAIN = new Normalization(255, 0, 1);
  private static final Normalization NOTEBOOK = new Normalization(255, 0.5, 0.5);

  @Test
  void pixelsAreScaledCentredAndDividedBeforeTheFirstLayer() {
    Images image = TestImages.of(1, 3, new int[] {0, 51, 255});

    assertThat(logits(NOTEBOOK, image, List.of(new Layer.Flatten())))
        .containsExactly(new float[] {-1f, (0.2f - 0.5f) / 0.5f, 1f}, EXACTLY);
  }

  @Test
  void flattenGoesRowByRow() {
    Images image = TestImages.of(2, 2, new int[] {0, 51, 102, 255});

    assertThat(logits(PLAIN, image, List.of(new Layer.Flatten())))
        .containsExactly(new float[] {0f, 0.2f, 0.4f, 1f}, EXACTLY);
  }

  @Test
  void denseMultipliesByTheKernelAndAddsTheBias() {
    Images image = TestImages.of(1, 2, new int[] {255, 51});

    float[] logits =
        logits(
            PLAIN,
            image,
            List.of(new Layer.Flatten(), new Layer.Dense(3)),
            new float[] {1, 2, 3, 10, 20, 30},
            new float[] {0.5f, 0, -0.5f});

    // (1, 0.2) times ((1, 2, 3), (10, 20, 30)) plus the bias
    assertThat(logits).containsExactly(new float[] {3.5f, 6f, 8.5f}, EXACTLY);
  }

  @Test
  void reluCutsOffWhatIsNegative() {
    Images image = TestImages.of(1, 3, new int[] {0, 51, 255});

    assertThat(logits(NOTEBOOK, image, List.of(new Layer.Relu(), new Layer.Flatten())))
        .containsExactly(new float[] {0f, 0f, 1f}, EXACTLY);
  }

  @Test
  void convolutionWithPaddingKeepsTheSizeAndSeesZerosAround() {
    Images image = TestImages.of(3, 3, new int[] {255, 0, 0, 0, 0, 0, 0, 0, 255});

    float[] logits =
        logits(
            PLAIN,
            image,
            List.of(new Layer.Conv2d(1, 3, Layer.Padding.SAME), new Layer.Flatten()),
            new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9},
            new float[] {0.25f});

    // Cross-correlation, not turned round: the output at (0, 0) has the bright pixel (0, 0) under
    // the kernel's centre 5; at (1, 1) it is under 1, and pixel (2, 2) under 9.
    assertThat(logits)
        .containsExactly(
            new float[] {5.25f, 4.25f, 0.25f, 2.25f, 10.25f, 8.25f, 0.25f, 6.25f, 5.25f}, EXACTLY);
  }

  @Test
  void convolutionWithoutPaddingLosesTheBorder() {
    Images image = TestImages.of(2, 3, new int[] {255, 0, 51, 0, 255, 0});

    float[] logits =
        logits(
            PLAIN,
            image,
            List.of(new Layer.Conv2d(2, 2, Layer.Padding.VALID), new Layer.Flatten()),
            // [height, width, in, out]: the second filter is ten times the first
            new float[] {1, 10, 2, 20, 3, 30, 4, 40},
            new float[] {0, 1});

    // left window: 1 * 1 + 1 * 4 = 5; right window: 0.2 * 2 + 1 * 3 = 3.4
    assertThat(logits).containsExactly(new float[] {5f, 51f, 3.4f, 35f}, within(1e-5f));
  }

  @Test
  void maxPoolTakesTheLargestOfEachWindowAndCutsTheRestOff() {
    Images image =
        TestImages.of(
            3, 5, new int[] {0, 51, 102, 0, 255, 153, 0, 0, 204, 255, 255, 255, 255, 255, 255});

    assertThat(logits(PLAIN, image, List.of(new Layer.MaxPool(2), new Layer.Flatten())))
        .containsExactly(new float[] {0.6f, 0.8f}, EXACTLY);
  }

  @Test
  void dropoutDoesNothingAfterTraining() {
    Images image = TestImages.of(1, 3, new int[] {0, 51, 255});

    assertThat(logits(PLAIN, image, List.of(new Layer.Flatten(), new Layer.Dropout(0.9))))
        .containsExactly(new float[] {0f, 0.2f, 1f}, EXACTLY);
  }

  @Test
  void aWholeConvolutionalNetworkAgreesWithTheDefinitions() {
    List<Layer> layers = TinyNetworks.convolutional();
    Architecture architecture = Architecture.of(new Shape.Image(6, 6, 1), layers);
    Weights weights = Initialisation.draw(ParameterSpec.of(architecture), 3);
    Images images = TestImages.noise(5, 4, 6, 3).images();
    float[][] parameters = new float[weights.specs().size()][];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = weights.values(i);
    }

    float[] logits = logits(NOTEBOOK, images, layers, parameters);

    ReferenceNetwork reference = new ReferenceNetwork(architecture, NOTEBOOK, weights);
    for (int image = 0; image < 4; image++) {
      double[] expected = reference.logits(images, image);
      for (int k = 0; k < 3; k++) {
        assertThat((double) logits[image * 3 + k]).isCloseTo(expected[k], within(1e-6));
      }
    }
  }

  private static float[] logits(
      Normalization normalization, Images images, List<Layer> layers, float[]... parameters) {
    Architecture architecture =
        Architecture.of(new Shape.Image(images.height(), images.width(), 1), layers);
    List<ParameterSpec> specs = ParameterSpec.of(architecture);
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Placeholder<TUint8> input =
          tf.placeholder(
              TUint8.class,
              Placeholder.shape(
                  org.tensorflow.ndarray.Shape.of(-1, images.height(), images.width())));
      TrainableVariables variables = TrainableVariables.whole(tf, specs);
      Operand<TFloat32> logits =
          new Pass(graph, tf, architecture, normalization, variables.operands(), Optional.empty())
              .logits(List.of(input));
      try (Session session = new Session(graph)) {
        variables.write(session, new Weights(specs, List.of(parameters)));
        try (Inference inference = new Inference(graph, session, input, logits, 1)) {
          return inference.probabilities(images);
        }
      }
    }
  }
}
