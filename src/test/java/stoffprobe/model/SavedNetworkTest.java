package stoffprobe.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Signature;
import stoffprobe.config.Architecture;
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
  void aModelThatCannotBeWrittenTellsTheReasonOfTheSystem() throws IOException {
    Path saved = Files.createFile(folder.resolve("file")).resolve("saved_model");

    assertThatThrownBy(() -> export(saved))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("can't be written to " + saved)
        .hasMessageContaining("Not a directory");
  }

  @Test
  void aFolderWithoutASavedModelIsNamed() {
    assertThatThrownBy(() -> SavedNetwork.open(folder, BACKEND))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("Train the model first");
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
}
