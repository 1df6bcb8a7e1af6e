package stoffprobe.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint8;
import stoffprobe.config.Architecture;
import stoffprobe.config.PerChannel;
import stoffprobe.config.Shape;
import stoffprobe.data.Images;

/** What is saved has to be the network that was trained, and nothing of the optimizer. */
final class SavedNetworkTest {

  private static final Normalization NORMALIZATION = new Normalization(255, 0.5, 0.5);
  private static final Backend BACKEND = new Backend(false, 2);
  private static final Architecture ARCHITECTURE =
      Architecture.of(new Shape.Image(6, 6, 1), TinyNetworks.convolutional());
  private static final Weights WEIGHTS = Initialisation.draw(ParameterSpec.of(ARCHITECTURE), 9);

  @TempDir private Path folder;

  @Test
  void theSavedNetworkGivesTheProbabilitiesOfTheTrainedOneBitForBit() throws IOException {
    Images images = TestImages.noise(1, 300, 6, 3).images();
    Path saved = folder.resolve("saved_model");
    export(saved);

    try (TrainingGraph graph =
            new TrainingGraph(
                ARCHITECTURE,
                NORMALIZATION,
                WEIGHTS,
                new TrainingGraph.Recipe(0.001, 2),
                1,
                BACKEND);
        SavedNetwork network = SavedNetwork.open(saved, BACKEND)) {
      assertThat(network.probabilities(images)).isEqualTo(graph.probabilities(images));
      assertThat(network.height()).isEqualTo(6);
      assertThat(network.width()).isEqualTo(6);
      assertThat(network.classes()).isEqualTo(3);
    }
  }

  /** TensorFlow itself writes the attributes of a node in an order of chance. */
  @Test
  void equalNetworksAreEqualFiles() throws IOException {
    Path first = folder.resolve("first");
    export(first);
    for (int i = 0; i < 5; i++) {
      Path again = folder.resolve("again" + i);
      export(again);

      assertThat(again.resolve("saved_model.pb"))
          .hasSameBinaryContentAs(first.resolve("saved_model.pb"));
    }
  }

  @Test
  void theSignatureIsTheContracts() throws IOException {
    Path saved = folder.resolve("saved_model");
    export(saved);

    try (SavedModelBundle bundle = SavedModelBundle.load(saved.toString())) {
      Signature signature = bundle.function("serving_default").signature();
      assertThat(signature.toString()).contains("serving_default");
      assertThat(signature.getInputs().get("images").dataType.name()).isEqualTo("DT_UINT8");
      assertThat(signature.getInputs().get("images").shape.asArray()).containsExactly(-1, 6, 6);
      assertThat(signature.getOutputs().keySet())
          .containsExactlyInAnyOrder("logits", "probabilities", "class");
      assertThat(signature.getOutputs().get("class").dataType.name()).isEqualTo("DT_INT64");
      assertThat(signature.getOutputs().get("logits").shape.asArray()).containsExactly(-1, 3);
      long variables =
          bundle.metaGraphDef().getGraphDef().getNodeList().stream()
              .filter(node -> node.getOp().startsWith("Variable"))
              .count();
      assertThat(variables).isEqualTo(WEIGHTS.specs().size());
    }
  }

  @Test
  void logitsProbabilitiesAndClassAreThoseOfTheDefinitions() throws IOException {
    Images images = TestImages.noise(1, 20, 6, 3).images();
    byte[] pixels = new byte[images.count() * images.size()];
    images.pixels().get(pixels);
    Path saved = folder.resolve("saved_model");
    export(saved);
    ReferenceNetwork reference = new ReferenceNetwork(ARCHITECTURE, NORMALIZATION, WEIGHTS);

    try (SavedModelBundle bundle = SavedModelBundle.load(saved.toString());
        TUint8 input = TUint8.tensorOf(org.tensorflow.ndarray.Shape.of(images.count(), 6, 6))) {
      input.asRawTensor().data().write(pixels);
      try (Result result = bundle.function("serving_default").call(Map.of("images", input))) {
        TFloat32 logits = (TFloat32) result.get("logits").orElseThrow();
        TFloat32 probabilities = (TFloat32) result.get("probabilities").orElseThrow();
        TInt64 label = (TInt64) result.get("class").orElseThrow();
        for (int i = 0; i < images.count(); i++) {
          double[] expected = reference.logits(images, i);
          double sum = Arrays.stream(expected).map(Math::exp).sum();
          int best = 0;
          for (int k = 0; k < 3; k++) {
            assertThat((double) logits.getFloat(i, k)).isCloseTo(expected[k], within(1e-5));
            assertThat((double) probabilities.getFloat(i, k))
                .isCloseTo(Math.exp(expected[k]) / sum, within(1e-5));
            best = expected[k] > expected[best] ? k : best;
          }
          assertThat(label.getLong(i)).isEqualTo(best);
        }
      }
    }
  }

  @Test
  void aFolderWithoutASavedModelIsNamed() {
    assertThatThrownBy(() -> SavedNetwork.open(folder, BACKEND))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("Train the model first");
  }

  /** Names alone don't make it one of ours: these probabilities are of another type. */
  @Test
  void aSavedModelOfAnotherKindIsRefused() throws IOException {
    Path saved = folder.resolve("foreign");
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Placeholder<TUint8> images =
          tf.placeholder(
              TUint8.class, Placeholder.shape(org.tensorflow.ndarray.Shape.of(-1, 6, 6)));
      Operand<TInt64> wide = tf.dtypes.cast(tf.reshape(images, tf.array(-1, 36)), TInt64.class);
      Signature signature =
          Signature.builder()
              .input("images", images)
              .output("logits", wide)
              .output("probabilities", wide)
              .output("class", tf.math.argMax(wide, tf.constant(1)))
              .build();
      try (Session session = new Session(graph)) {
        SavedModelBundle.exporter(saved.toString())
            .withSession(session)
            .withSignature(signature)
            .export();
      }
    }

    assertThatThrownBy(() -> SavedNetwork.open(saved, BACKEND))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(saved.toString())
        .hasMessageContaining("not one of Stoffprobe's");
  }

  @Test
  void aBrokenSavedModelIsNamed() throws IOException {
    Path saved = folder.resolve("saved_model");
    export(saved);
    Files.write(saved.resolve("saved_model.pb"), new byte[] {1, 2, 3});

    assertThatThrownBy(() -> SavedNetwork.open(saved, BACKEND))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(saved.toString())
        .hasMessageContaining("Train the model again");
  }

  private static void export(Path saved) throws IOException {
    SavedNetwork.export(saved, ARCHITECTURE, NORMALIZATION, WEIGHTS, BACKEND);
  }

  /** With numbers of its own for each colour, which the saved graph has to keep. */
  @Test
  void aNetworkThatSeesColourIsSavedAsSuch() throws IOException {
    Architecture architecture =
        Architecture.of(new Shape.Image(6, 6, 3), TinyNetworks.convolutional());
    Weights weights = Initialisation.draw(ParameterSpec.of(architecture), 9);
    Normalization normalization =
        new Normalization(
            255, new PerChannel(List.of(0.4, 0.5, 0.1)), new PerChannel(List.of(0.5, 0.2, 1.0)));
    Images images = TestImages.noise(1, 130, 6, 3, 3).images();
    Path saved = folder.resolve("colour");
    SavedNetwork.export(saved, architecture, normalization, weights, BACKEND);
    ReferenceNetwork reference = new ReferenceNetwork(architecture, normalization, weights);

    try (SavedNetwork network = SavedNetwork.open(saved, BACKEND);
        SavedModelBundle bundle = SavedModelBundle.load(saved.toString())) {
      assertThat(network.channels()).isEqualTo(3);
      Signature signature = bundle.function("serving_default").signature();
      assertThat(signature.getInputs().get("images").shape.asArray()).containsExactly(-1, 6, 6, 3);
      float[] rows = network.probabilities(images);
      for (int i = 0; i < images.count(); i++) {
        double[] logits = reference.logits(images, i);
        for (int k = 0; k < 3; k++) {
          assertThat((double) rows[3 * i + k])
              .isCloseTo(Math.exp(-ReferenceNetwork.crossEntropy(logits, k)), within(1e-5));
        }
      }
    }
  }
}
